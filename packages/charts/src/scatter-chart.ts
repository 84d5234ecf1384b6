import { scaleLinear } from "d3-scale";
import { spoken, type Axis, type ScatterChart, type ScatterDot } from "@impactmonitor/views/chart-state";
import type { Ink } from "./ink.ts";
import { placeLabels, type Label } from "./scatter-labels.ts";
import { centred, escape, px, text, textWidth, wrap, type Drawing } from "./svg.ts";

const width = 420;
const plotHeight = 270;
const lineHeight = 17;
const most = 12;

type Scale = (value: number) => number;
interface Placed {
  readonly dot: ScatterDot;
  readonly x: number;
  readonly y: number;
  readonly words: string;
}

/**
 * Two values of each area: one upward, one to the right. The own area and the country are named, and of the others as
 * many as fit around the own one. Nothing is drawn through the dots: what they have to do with each other isn't known.
 */
export function drawScatter(chart: ScatterChart, ink: Ink, tick: (value: number) => string): Drawing {
  const all = [...chart.dots, ...(chart.compare ? [chart.compare] : [])];
  const head = axisWords("↑", chart.y);
  const top = head.length * lineHeight + 10;
  const bottom = top + plotHeight;
  const y = scaleLinear()
    .domain(domain(all.map((it) => it.y.value)))
    .range([bottom - 10, top + 16]);
  const heights = y.ticks(5);
  const gutter = Math.max(...heights.map((it) => textWidth(written(it, chart.y, tick), 14))) + 12;
  const x = scaleLinear()
    .domain(domain(all.map((it) => it.x.value)))
    .range([gutter + 10, width - 16]);
  const foot = axisWords("→", chart.x);
  const body = [
    ...head.map((line, i) => text(0, 13 + i * lineHeight, line, ink("label"))),
    ...heights.map(
      (it) =>
        `<path d="M${px(gutter)} ${px(y(it))}H${width}"${ink("grid")}/>${text(gutter - 6, y(it) + 5, written(it, chart.y, tick), ink("axis"), "end")}`,
    ),
    ...x
      .ticks(5)
      .map(
        (it) =>
          `<path d="M${px(x(it))} ${top}V${bottom}"${ink("grid")}/>${centred(width, x(it), bottom + 17, written(it, chart.x, tick), ink("axis"))}`,
      ),
    ...drawDots(chart, x, y, { left: gutter, right: width, top, bottom }, ink),
    ...foot.map((line, i) => text(width, bottom + 40 + i * lineHeight, line, ink("label"), "end")),
  ];
  return { width, height: bottom + 40 + foot.length * lineHeight - 8, body: body.join("") };
}

/** Not from nought: where areas lie among each other would be lost. A little room on all sides, but none below nought. */
function domain(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * 0.05;
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
}

const written = (value: number, axis: Axis, tick: (value: number) => string): string =>
  `${tick(value)}${axis.percent ? "%" : ""}`;

/** "→ Ouderen van 65 jaar en ouder (procent van de inwoners)", in as many lines as it needs. */
const axisWords = (arrow: string, { title, unit }: Axis): string[] => wrap(`${arrow} ${title} (${unit})`, 14, width);

function drawDots(
  chart: ScatterChart,
  x: Scale,
  y: Scale,
  bounds: { left: number; right: number; top: number; bottom: number },
  ink: Ink,
): string[] {
  const radius = chart.dots.length > 60 ? 3.5 : 5.5;
  const place = (dot: ScatterDot): Placed => ({ dot, x: x(dot.x.value), y: y(dot.y.value), words: dot.label });
  const placed = chart.dots.map(place);
  const [own, others] = [placed.filter((it) => it.dot.chosen), placed.filter((it) => !it.dot.chosen)];
  const country = chart.compare && place(chart.compare);
  const labels = placeLabels([...own, ...(country ? [country] : [])], others, bounds, radius + 1, most);
  const draw = (it: Placed, shape: string, role: "value" | "dot-label" | "compare-label"): string =>
    `<g class="pt" data-l="${escape(said(it.dot, chart))}">${shape}${drawLabel(labels.get(it), it.words, ink(role))}</g>`;
  return [
    ...others.map((it) => draw(it, circle(it, radius, ink("dot")), "dot-label")),
    ...(country ? [draw(country, diamond(country, ink("compare-point")), "compare-label")] : []),
    ...own.map((it) => draw(it, circle(it, radius + 2, ink("dot-chosen")), "value")),
  ];
}

/** "Drenthe: 12,3%; 24,1% (ouderen van 65 jaar en ouder)". */
const said = (it: ScatterDot, { x }: ScatterChart): string =>
  `${it.label}: ${spoken(it.y)}; ${spoken(it.x)} (${x.title}, ${x.unit})`;

const circle = ({ x, y }: Placed, radius: number, attributes: string): string =>
  `<circle cx="${px(x)}" cy="${px(y)}" r="${radius}"${attributes}/>`;

/** Another form than the areas: it is no area of this level. */
const diamond = ({ x, y }: Placed, attributes: string): string =>
  `<path d="M${px(x)} ${px(y - 8)}l8 8-8 8-8-8z"${attributes}/>`;

const drawLabel = (label: Label | undefined, words: string, attributes: string): string =>
  label ? text(label.x, label.y, words, attributes, label.anchor === "start" ? undefined : label.anchor) : "";
