import { line } from "d3-shape";
import { scaleLinear } from "d3-scale";
import type { LineChart, LinePoint, LineSeries } from "@impactmonitor/views/chart-state";
import type { Ink } from "./ink.ts";
import { escape, px, text, textWidth, type Drawing } from "./svg.ts";

const width = 420;
const height = 230;
const margin = { top: 22, right: 20, bottom: 26, left: 8 };

/** Marks a drawn value so that a script can read it out; without script it is a plain group. */
const point = (label: string, body: string): string => `<g class="pt" data-l="${escape(label)}">${body}</g>`;

/**
 * A series through time from zero up. A provisional value is an open point, a break cuts the line,
 * the Netherlands is dashed: nothing is told by colour alone.
 */
export function drawLine(chart: LineChart, ink: Ink, tick: (value: number) => string): Drawing {
  const points = chart.series.flatMap((it) => it.points);
  const tops = points.flatMap((it) => [it.value, it.upper]).filter((it) => it !== undefined);
  const times = points.map((it) => it.at);
  const y = scaleLinear()
    .domain([0, Math.max(...tops, 0) || 1])
    .nice(4)
    .range([height - margin.bottom, margin.top]);
  const gutter = Math.max(...y.ticks(4).map((value) => textWidth(tick(value), 14))) + 26;
  const x = scaleLinear()
    .domain([Math.min(...times), Math.max(...times)])
    .range([margin.left + gutter, width - margin.right - 14]);
  const grid = y.ticks(4).map((value) => {
    const at = y(value);
    return `<path d="M${margin.left} ${px(at)}H${width - margin.right}"${ink("grid")}/>${text(margin.left, at - 3, tick(value), ink("axis"))}`;
  });
  const breaks = chart.breaks
    .filter((it) => it.at >= x.domain()[0]! && it.at <= x.domain()[1]!)
    .map((it) => `<path d="M${px(x(it.at))} ${margin.top}V${height - margin.bottom}"${ink("break")}/>`);
  const compare = chart.series.filter((it) => it.role === "compare");
  const main = chart.series.filter((it) => it.role === "main");
  const body = [
    ...grid,
    ...breaks,
    ...compare.map((it) => drawSeries(it, x, y, ink)),
    ...main.map((it) => drawSeries(it, x, y, ink)),
    ...timeAxis(main[0]?.points ?? [], x, ink),
  ].join("");
  return { width, height, body };
}

type Scale = (value: number) => number;

function drawSeries(series: LineSeries, x: Scale, y: Scale, ink: Ink): string {
  const role = series.role === "main" ? ("main-line" as const) : ("compare-line" as const);
  const path = line<LinePoint>()
    .defined((it) => it.value !== undefined)
    .x((it) => Math.round(x(it.at) * 10) / 10)
    .y((it) => Math.round(y(it.value ?? 0) * 10) / 10);
  const strokes = runs(series.points).map((run) => {
    const d = path(run);
    return d ? `<path d="${d}"${ink(role)}/>` : "";
  });
  const marks = series.points.map((it, i) => drawPoint(series, it, i, x, y, ink));
  return [...strokes, ...marks].join("");
}

function drawPoint(series: LineSeries, it: LinePoint, i: number, x: Scale, y: Scale, ink: Ink): string {
  const at = x(it.at);
  const label = `${it.label}, ${series.name}: ${it.text}`;
  const whisker =
    it.lower !== undefined && it.upper !== undefined
      ? `<path d="M${px(at)} ${px(y(it.lower))}V${px(y(it.upper))}"${ink("whisker")}/>`
      : "";
  if (it.value === undefined) return whisker === "" ? "" : point(label, whisker);
  if (series.role === "compare") {
    const last = i === series.points.length - 1;
    const dot = `<circle cx="${px(at)}" cy="${px(y(it.value))}" r="2.5"${ink("compare-point")}/>`;
    const name = last ? text(at, y(it.value) - 7, series.name, ink("compare-label"), "end") : "";
    return point(label, dot + name);
  }
  const dot = `<circle cx="${px(at)}" cy="${px(y(it.value))}" r="4"${ink(it.provisional ? "main-open" : "main-point")}/>`;
  const ends = i === 0 || i === series.points.length - 1;
  const value = ends ? text(at, y(it.value) - 9, it.text, ink("value"), i === 0 ? "middle" : "end") : "";
  return point(label, whisker + dot + value);
}

/** Stretches without a gap or a break. */
function runs(points: readonly LinePoint[]): LinePoint[][] {
  const all: LinePoint[][] = [];
  for (const it of points) {
    if (all.length === 0 || it.startsNew) all.push([]);
    all.at(-1)!.push(it);
  }
  return all;
}

/** Period labels under the points, as many as fit, always the first and the last. */
function timeAxis(points: readonly LinePoint[], x: Scale, ink: Ink): string[] {
  const short = (it: LinePoint): string => shortLabel(it.label);
  const room = 12 + Math.max(...points.map((it) => textWidth(short(it), 14)), 0);
  const shown: LinePoint[] = [];
  const last = points.at(-1);
  for (const it of points) {
    const before = shown.at(-1);
    const clear = before === undefined || x(it.at) - x(before.at) >= room;
    const keepsLast = it === last || last === undefined || x(last.at) - x(it.at) >= room;
    if (clear && keepsLast) shown.push(it);
  }
  return shown.map((it) =>
    text(
      it === last ? Math.min(x(it.at), width - 4) : x(it.at),
      height - 7,
      short(it),
      ink("axis"),
      it === last && points.length > 1 ? "end" : "middle",
    ),
  );
}

/** "2021, 1e helft" becomes "2021-1": the full words are in the table and on the point. */
function shortLabel(label: string): string {
  const half = /^(\d{4}), (\d)/.exec(label);
  if (half) return `${half[1]}-${half[2]}`;
  const date = /(\d{4})$/.exec(label);
  return /^\d{4}$/.test(label) || !date ? label : date[1]!;
}
