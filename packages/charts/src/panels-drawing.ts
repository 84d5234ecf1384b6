import type { Multiples } from "@impactmonitor/views/comparison/multiples";
import type { Ink } from "./ink.ts";
import { drawPanel } from "./panel-chart.ts";
import { text, wrap, type Drawing } from "./svg.ts";

const columns = 3;
const [gap, line] = [14, 16];

/** All small charts of a figure in one drawing, three beside each other, each under the name of its area. The first is the own area. */
export function drawPanels(chart: Multiples, ink: Ink): Drawing {
  const panels = chart.panels.map((it) => ({ name: it.area, ...drawPanel(chart, it.points, ink) }));
  const width = Math.max(...panels.map((it) => it.width), 1);
  const rows = Array.from({ length: Math.ceil(panels.length / columns) }, (_, i) =>
    panels.slice(i * columns, (i + 1) * columns),
  );
  let y = 0;
  const body = rows.map((row, r) => {
    const names = row.map((it) => wrap(it.name, 13, width));
    const head = Math.max(...names.map((it) => it.length)) * line + 4;
    const drawn = row.map((it, i) => {
      const x = i * (width + gap);
      const role = r === 0 && i === 0 ? "value" : "label";
      const words = names[i]!.map((word, n) => text(x, y + line * (n + 1) - 4, word, ink(role))).join("");
      return `${words}<g transform="translate(${x} ${y + head})">${it.body}</g>`;
    });
    y += head + Math.max(...row.map((it) => it.height)) + gap;
    return drawn.join("");
  });
  return { width: columns * (width + gap) - gap, height: Math.max(1, y - gap), body: body.join("") };
}
