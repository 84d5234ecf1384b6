import type { Multiples } from "@impactmonitor/views/comparison/multiples";
import type { Ink } from "./ink.ts";
import { drawPanel } from "./panel-chart.ts";
import { px, text, wrap, type Drawing } from "./svg.ts";

const columns = 3;
const [gapX, gapY, lineHeight] = [20, 14, 16];

/** All small charts of one figure as one picture, for a file: three beside each other, each under the name of its area. */
export function drawPanels(all: Multiples, ink: Ink): Drawing {
  const drawn = all.panels.map((it) => {
    const panel = drawPanel(all, it.points, ink);
    return { panel, names: wrap(it.area, 13, panel.width) };
  });
  const wide = drawn[0]?.panel.width ?? 0;
  const body: string[] = [];
  let top = 0;
  for (let i = 0; i < drawn.length; i += columns) {
    const row = drawn.slice(i, i + columns);
    const head = Math.max(...row.map((it) => it.names.length)) * lineHeight;
    row.forEach(({ panel, names }, column) => {
      const left = column * (wide + gapX);
      const under = head - names.length * lineHeight;
      const label = names.map((name, line) => text(0, under + (line + 1) * lineHeight - 4, name, ink("label")));
      body.push(
        `<g transform="translate(${px(left)} ${px(top)})">${label.join("")}<g transform="translate(0 ${head})">${panel.body}</g></g>`,
      );
    });
    top += head + Math.max(...row.map((it) => it.panel.height)) + gapY;
  }
  const across = Math.min(columns, Math.max(1, drawn.length));
  return { width: across * wide + (across - 1) * gapX, height: Math.max(1, top - gapY), body: body.join("") };
}
