import { scaleLinear } from "d3-scale";
import { drawn, spoken } from "@impactmonitor/views/chart-state";
import type { ChosenDot, Distribution } from "@impactmonitor/views/comparison/distribution";
import type { Ink } from "./ink.ts";
import { centred, escape, px, textWidth, type Drawing } from "./svg.ts";

const width = 420;
const edge = 14;
const radius = 4.5;
/** Height of a row of labels, and of the room for dots under them. */
const [row, room] = [17, 62];
/** With more chosen areas than this only the first and the country have their name drawn; the table names them all. */
const mostLabels = 6;

/**
 * All areas of a level as quiet dots, the chosen ones marked with their names over them, and behind them the band of ordinary differences.
 * No ranks, no order of merit.
 */
export function drawDistribution(chart: Distribution, ink: Ink, tick: (value: number) => string): Drawing {
  const { chosen, others, nation, ordinary } = chart;
  const values = [...others, ...chosen.map((it) => it.value), ...(nation ? [nation.value] : [])];
  const ends = ordinary ? [...values, ordinary.lower, ordinary.upper] : values;
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const spare = (high - low || Math.abs(high) || 1) * 0.06;
  const x = scaleLinear()
    .domain([Math.max(low - spare, low >= 0 ? 0 : low - spare), high + spare])
    .range([edge, width - edge]);
  const named = chosen.length > mostLabels ? chosen.filter((it) => it.first) : chosen;
  const labels = stacked([
    ...(nation ? [{ at: x(nation.value), words: `${nation.label} ${drawn(nation)}`, own: false }] : []),
    ...named.map((it) => ({ at: x(it.value), words: `${it.label} ${drawn(it)}`, own: true })),
  ]);
  const rows = Math.max(1, ...labels.map((it) => it.row + 1));
  const top = rows * row + 4;
  const axis = top + room;
  const placed = swarm(
    [...others.map((value) => ({ value })), ...chosen.map((it) => ({ value: it.value, dot: it }))],
    x,
    axis,
    top + radius,
  );
  const body = [
    ordinary ? band(x(ordinary.lower), x(ordinary.upper), top, axis, ink) : "",
    `<path d="M8 ${axis}H${width - 8}"${ink("grid")}/>`,
    ...x.ticks(5).map((value) => {
      const at = px(x(value));
      return `<path d="M${at} ${axis}v4"${ink("grid")}/>${centred(width, x(value), axis + 17, tick(value), ink("axis"))}`;
    }),
    nation ? `<path d="M${px(x(nation.value))} ${top}V${axis}"${ink("mark")}/>` : "",
    ...placed
      .filter((it) => !it.dot)
      .map((it) => `<circle cx="${px(it.x)}" cy="${px(it.y)}" r="${radius - 1}"${ink("dot-quiet")}/>`),
    ...labels.map((it) => centred(width, it.at, it.row * row + 13, it.words, ink(it.own ? "value" : "compare-label"))),
    ...placed.flatMap((it) => (it.dot ? [own(it.dot, it.x, it.y, ink)] : [])),
  ];
  return { width, height: axis + 24, body: body.join("") };
}

/** Round; the first chosen is a diamond, so that it is told without colour. */
function own(dot: ChosenDot, x: number, y: number, ink: Ink): string {
  const size = radius + (dot.first ? 4 : 1.5);
  const shape = dot.first
    ? `<path d="M${px(x)} ${px(y - size)}l${size} ${size}l${-size} ${size}l${-size} ${-size}z"${ink("dot-chosen")}/>`
    : `<circle cx="${px(x)}" cy="${px(y)}" r="${size}"${ink("dot-chosen")}/>`;
  return `<g class="pt" data-l="${escape(`${dot.label}: ${spoken(dot)}`)}">${shape}</g>`;
}

function band(from: number, to: number, top: number, axis: number, ink: Ink): string {
  const [left, right] = [Math.max(0, from), Math.min(width, to)];
  return [
    `<rect x="${px(left)}" y="${top}" width="${px(Math.max(1, right - left))}" height="${axis - top}"${ink("ordinary")}/>`,
    `<path d="M${px(left)} ${top}V${axis}M${px(right)} ${top}V${axis}"${ink("ordinary-edge")}/>`,
  ].join("");
}

interface Label {
  readonly at: number;
  readonly words: string;
  readonly own: boolean;
}

/** Each label in the first row, from below, in which it touches no other. */
function stacked(labels: readonly Label[]): readonly (Label & { readonly row: number })[] {
  const ends: number[] = [];
  const rows = labels
    .toSorted((a, b) => a.at - b.at)
    .map((it) => {
      const half = textWidth(it.words, 15) / 2;
      const middle = Math.min(Math.max(it.at, half + 2), Math.max(width - half - 2, half + 2));
      const free = ends.findIndex((end) => end + 6 <= middle - half);
      const at = free < 0 ? ends.length : free;
      ends[at] = middle + half;
      return { ...it, at: it.at, row: at };
    });
  return rows.map((it) => ({ ...it, row: ends.length - 1 - it.row }));
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly dot?: ChosenDot;
}

/** Dots that would overlap are stacked upward. */
function swarm(
  dots: readonly { readonly value: number; readonly dot?: ChosenDot }[],
  x: (value: number) => number,
  axis: number,
  top: number,
): readonly Placed[] {
  const placed: Placed[] = [];
  for (const { value, dot } of dots.toSorted((a, b) => a.value - b.value)) {
    const at = x(value);
    let y = axis - radius - 5;
    const clash = (): boolean => placed.some((it) => Math.hypot(it.x - at, it.y - y) < radius * 2);
    while (clash() && y > top) y -= radius;
    placed.push({ x: at, y, ...(dot ? { dot } : {}) });
  }
  return placed;
}
