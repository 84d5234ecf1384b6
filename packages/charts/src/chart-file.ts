import type { Chart, MapShapes } from "@impactmonitor/views/chart-state";
import { drawBars } from "./bar-chart.ts";
import { fileInk } from "./ink.ts";
import { drawLine } from "./line-chart.ts";
import { drawMap } from "./map-chart.ts";
import { markPractice, type PracticeWords } from "./practice-mark.ts";
import { drawScatter } from "./scatter-chart.ts";
import { drawStrip } from "./strip-chart.ts";
import { text, wrap, type Drawing } from "./svg.ts";

export interface FileWords {
  readonly title: string;
  readonly lines: readonly string[];
  readonly tick: (value: number) => string;
  /** Drawn into the picture when its figures are invented for practice. */
  readonly practice?: PracticeWords;
}

const side = 24;
const width = 640;

/**
 * A chart as a file of its own: title, drawing, legend, and a foot with source, period and edition.
 * Colours are fixed, text is text; the same state gives the same bytes.
 */
export function chartFile(chart: Chart, words: FileWords, shapes?: MapShapes): string {
  const plain = draw(chart, words.tick, shapes);
  const drawing = words.practice ? markPractice(plain, words.practice, fileInk) : plain;
  const scale = (width - 2 * side) / drawing.width;
  const fit = Math.min(scale, 620 / drawing.height);
  let y = side + 4;
  const head = wrap(words.title, 19, width - 2 * side).map((line) => {
    y += 22;
    return text(side, y - 6, line, ` font-size="18" font-weight="700" fill="#1c2b33"`);
  });
  y += 4;
  if (chart.unit !== "") {
    head.push(text(side, y + 10, chart.unit, ` font-size="13" fill="#4d606b"`));
    y += 24;
  }
  const left = side + (width - 2 * side - drawing.width * fit) / 2;
  const body = `<g transform="translate(${left.toFixed(1)} ${y}) scale(${fit.toFixed(4)})">${drawing.body.replace(/ class="pt[^"]*" data-l="[^"]*"/g, "").replace(/<\/?a\b[^>]*>/g, "")}</g>`;
  y += drawing.height * fit + 14;
  const legend = legendOf(chart).map((it, i) => {
    const at = y + i * 20;
    const swatch = it.line
      ? `<path d="M${side + 9} ${at - 1}v15"${it.ink}/>`
      : `<rect x="${side}" y="${at}" width="18" height="13" rx="2"${it.ink}/>`;
    return `${swatch}${text(side + 26, at + 11, it.label, ` font-size="13" fill="#1c2b33"`)}`;
  });
  y += legend.length * 20 + (legend.length > 0 ? 8 : 0);
  const signs = chart.signs.length > 0 ? [chart.signs.join(" · ")] : [];
  const foot = [...signs, ...words.lines]
    .flatMap((it) => wrap(it, 12, width - 2 * side))
    .map((line) => {
      y += 16;
      return text(side, y, line, ` font-size="12" fill="#4d606b"`);
    });
  y += side;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${Math.ceil(y)}" width="${width}" height="${Math.ceil(y)}" font-family="'Source Sans 3', 'Source Sans Pro', Arial, sans-serif"><rect width="100%" height="100%" fill="#fff"/>${head.join("")}${body}${legend.join("")}${foot.join("")}</svg>`;
}

function draw(chart: Chart, tick: (value: number) => string, shapes: MapShapes | undefined): Drawing {
  switch (chart.kind) {
    case "line":
      return drawLine(chart, fileInk, tick);
    case "bars":
      return drawBars(chart, fileInk);
    case "strip":
      return drawStrip(chart, fileInk, tick);
    case "scatter":
      return drawScatter(chart, fileInk, tick);
    case "map":
      return shapes ? drawMap(chart, shapes, fileInk) : { width: 1, height: 1, body: "" };
  }
}

interface LegendEntry {
  readonly label: string;
  readonly ink: string;
  /** Drawn as a mark on a bar instead of a patch of colour. */
  readonly line?: true;
}

function legendOf(chart: Chart): readonly LegendEntry[] {
  if (chart.kind === "bars" && chart.compareName)
    return [{ label: chart.compareName, ink: fileInk("mark"), line: true }];
  if (chart.kind !== "map") return [];
  return [
    ...chart.legend.map((label, i) => ({ label, ink: fileInk(`map-${Math.min(i, 4)}` as "map-0") })),
    ...(chart.areas.some((it) => it.class === "no-figure")
      ? [{ label: chart.noFigure, ink: fileInk("map-none") }]
      : []),
  ];
}
