import { line } from "d3-shape";
import { scaleLinear } from "d3-scale";
import { drawn, spoken, type LineChart, type LinePoint, type LineSeries } from "@impactmonitor/views/chart-state";
import type { Ink } from "./ink.ts";
import { labelHeight } from "./point-words.ts";
import { centred, escape, px, text, textWidth, type Drawing } from "./svg.ts";
import { drawTimeStrip, hasStrip, stripHeight } from "./time-strip.ts";

const width = 420;
/** Of the drawing with the labels of the time axis, without what may stand between them. */
const plain = 230;
const margin = { top: 22, right: 20, bottom: 26, left: 8 };
/** Room for a value under a point that lies below nought. */
const roomBelow = 18;

/** Marks a drawn value so that a script can read it out; without script it is a plain group. */
const point = (label: string, body: string): string => `<g class="pt" data-l="${escape(label)}">${body}</g>`;

/**
 * A series through time from zero up, and down where values are below it. A provisional value is an open point, a break cuts the line
 * and has a letter under it, an event has a number, the Netherlands is dashed: nothing is told by colour alone.
 */
export function drawLine(chart: LineChart, ink: Ink, tick: (value: number) => string): Drawing {
  const points = chart.series.flatMap((it) => it.points);
  const ends = points.flatMap((it) => [it.value, it.lower, it.upper]).filter((it) => it !== undefined);
  const [low, high] = [Math.min(...ends, 0), Math.max(...ends, 0)];
  const bottom = plain - margin.bottom;
  const height = hasStrip(chart) ? plain + stripHeight : plain;
  // An event before the middle of the first period, or after that of the last, gets room of its own.
  const times = [...points, ...(chart.events ?? [])].map((it) => it.at);
  const y = scaleLinear()
    .domain([low, high > low ? high : 1])
    .nice(4)
    .range([low < 0 ? bottom - roomBelow : bottom, margin.top]);
  const gutter = Math.max(...y.ticks(4).map((value) => textWidth(tick(value), 14))) + 26;
  const x = scaleLinear()
    .domain([Math.min(...times), Math.max(...times)])
    .range([margin.left + gutter, width - margin.right - 14]);
  const grid = y.ticks(4).map((value) => {
    const at = y(value);
    return `<path d="M${margin.left} ${px(at)}H${width - margin.right}"${ink("grid")}/>${text(margin.left, at - 3, tick(value), ink("axis"))}`;
  });
  const zero = low < 0 ? [`<path d="M${margin.left} ${px(y(0))}H${width - margin.right}"${ink("zero")}/>`] : [];
  const breaks = chart.breaks
    .filter((it) => it.at >= x.domain()[0]! && it.at <= x.domain()[1]!)
    .map((it) => `<path d="M${px(x(it.at))} ${margin.top}V${bottom}"${ink("break")}/>`);
  const compare = chart.series.filter((it) => it.role === "compare");
  const main = chart.series.filter((it) => it.role === "main");
  const body = [
    ...grid,
    ...zero,
    ...breaks,
    ...compare.map((it) => drawSeries(it, main[0], x, y, ink)),
    ...main.map((it) => drawSeries(it, compare[0], x, y, ink)),
    ...(hasStrip(chart)
      ? [drawTimeStrip(chart, x, bottom, [margin.left + gutter, width - margin.right], width, ink)]
      : []),
    ...timeAxis(main[0]?.points ?? [], x, height - 7, ink),
  ].join("");
  return { width, height, body };
}

type Scale = (value: number) => number;

function drawSeries(series: LineSeries, other: LineSeries | undefined, x: Scale, y: Scale, ink: Ink): string {
  const role = series.role === "main" ? ("main-line" as const) : ("compare-line" as const);
  const path = line<LinePoint>()
    .defined((it) => it.value !== undefined)
    .x((it) => Math.round(x(it.at) * 10) / 10)
    .y((it) => Math.round(y(it.value ?? 0) * 10) / 10);
  const strokes = runs(series.points).map((run) => {
    const d = path(run);
    return d ? `<path d="${d}"${ink(role)}/>` : "";
  });
  const marks = series.points.map((it, i) => drawPoint(series, other, i, x, y, ink));
  return [...strokes, ...marks].join("");
}

function drawPoint(series: LineSeries, other: LineSeries | undefined, i: number, x: Scale, y: Scale, ink: Ink): string {
  const it = series.points[i]!;
  const at = x(it.at);
  const label = `${it.label}, ${series.name}: ${spoken(it)}`;
  const whisker =
    it.lower !== undefined && it.upper !== undefined
      ? `<path d="M${px(at)} ${px(y(it.lower))}V${px(y(it.upper))}"${ink("whisker")}/>`
      : "";
  const last = i === series.points.length - 1;
  if (it.value === undefined && whisker === "") return "";
  const words = series.role === "compare" ? series.name : drawn(it);
  const baseline = labelHeight({ series, it, other, words, x, y, floor: plain - margin.bottom });
  if (series.role === "compare") {
    const dot =
      it.value === undefined
        ? whisker
        : `<circle cx="${px(at)}" cy="${px(y(it.value))}" r="2.5"${ink("compare-point")}/>`;
    return point(label, dot + (last ? text(at, baseline, words, ink("compare-label"), "end") : ""));
  }
  const dot =
    it.value === undefined
      ? ""
      : `<circle cx="${px(at)}" cy="${px(y(it.value))}" r="4"${ink(it.provisional ? "main-open" : "main-point")}/>`;
  const value =
    last && i > 0
      ? text(at, baseline, words, ink("value"), "end")
      : i === 0
        ? centred(width, at, baseline, words, ink("value"))
        : "";
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
function timeAxis(points: readonly LinePoint[], x: Scale, y: number, ink: Ink): string[] {
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
  return shown.map((it) => {
    const half = textWidth(short(it), 14) / 2;
    const centre = it !== last || points.length === 1 || x(it.at) + half <= width - 4;
    return text(
      centre ? x(it.at) : Math.min(x(it.at), width - 4),
      y,
      short(it),
      ink("axis"),
      centre ? "middle" : "end",
    );
  });
}

/** "2021, 1e helft" becomes "2021-1": the full words are in the table and on the point. */
function shortLabel(label: string): string {
  const half = /^(\d{4}), (\d)/.exec(label);
  if (half) return `${half[1]}-${half[2]}`;
  const date = /(\d{4})$/.exec(label);
  return /^\d{4}$/.test(label) || !date ? label : date[1]!;
}
