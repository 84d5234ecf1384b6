import { drawn, type LinePoint, type LineSeries } from "@impactmonitor/views/chart-state";
import { textWidth } from "./svg.ts";

type Scale = (value: number) => number;

interface Placing {
  readonly series: LineSeries;
  readonly it: LinePoint;
  /** The series beside it in the same chart. */
  readonly other: LineSeries | undefined;
  readonly words: string;
  readonly x: Scale;
  readonly y: Scale;
  /** Where the labels of the time axis begin. */
  readonly floor: number;
}

/**
 * Baseline of the words at a point: above it, or below when its value is below nought or the other series has a point
 * close above it. The words of the country make way for those of the area, so that two never lie over each other.
 */
export function labelHeight(placing: Placing): number {
  const { series, it, other, words, x, y, floor } = placing;
  const own = alone(placing);
  const end = other?.points.at(-1);
  if (series.role === "main" || !other || !end) return own;
  const main = alone({ ...placing, series: other, it: end, other: series, words: drawn(end) });
  const wide = Math.max(textWidth(words, 15), textWidth(drawn(end), 15));
  if (Math.abs(own - main) >= lineHeight || Math.abs(x(end.at) - x(it.at)) > wide) return own;
  const upper = reach(it, y).top < reach(end, y).top;
  return upper || main + lineHeight > floor ? main - lineHeight : main + lineHeight;
}

const lineHeight = 14;

/** The baseline that suits a point and its own line, with an eye to the point of the other series. */
function alone({ series, it, other, words, x, y, floor }: Placing): number {
  const own = reach(it, y);
  const [above, below] = [own.top - 9, own.bottom + 18];
  const near = other?.points.find((point) => point.at === it.at);
  const its = near && reach(near, y);
  if (its === undefined || Math.abs(its.top - own.top) >= closest) {
    // The words at the end of a line stand over what came before: clear of that, not only of their own point.
    const wide = textWidth(words, 15);
    const from = it === series.points[0] ? x(it.at) - wide / 2 : x(it.at) - wide;
    const passed = heightsWithin(series, from, from + wide, x, y);
    const [over, under] = [
      Math.min(above, ...passed.map((at) => at - 9)),
      Math.max(below, ...passed.map((at) => at + 18)),
    ];
    const negative = (it.value ?? it.lower ?? 0) < 0;
    const shorter = above - over > under - below;
    return (negative || shorter) && under <= floor ? under : over;
  }
  const second = series.role === "compare";
  const lower = its.top < own.top || (its.top === own.top && second);
  const roomUnder = Math.max(own.bottom, its.bottom) + 18 <= floor;
  if (lower) return roomUnder ? below : above;
  return roomUnder ? above : Math.min(above, its.top - 9 - 14);
}

/** Where the line of a series runs between two places from left to right: at its points and at both ends. */
function heightsWithin(series: LineSeries, from: number, to: number, x: Scale, y: Scale): number[] {
  return series.points.flatMap((it, i) => {
    if (it.value === undefined) return [];
    const [at, next] = [x(it.at), series.points[i + 1]];
    const inside = at >= from && at <= to ? [y(it.value)] : [];
    if (next?.value === undefined || next.startsNew) return inside;
    const step = (edge: number): number => (edge - at) / (x(next.at) - at);
    const cut = [from, to].filter((edge) => step(edge) > 0 && step(edge) < 1);
    return [...inside, ...cut.map((edge) => y(it.value! + (next.value! - it.value!) * step(edge)))];
  });
}

/** Nearer than this, words above the lower of two points would touch the upper one. */
const closest = 34;

const reach = (it: LinePoint, y: Scale): { top: number; bottom: number } => ({
  top: y(it.upper ?? it.value ?? 0),
  bottom: y(it.lower ?? it.value ?? 0),
});
