import { breakSign, eventSign, type LineChart } from "@impactmonitor/views/chart-state";
import type { Ink } from "./ink.ts";
import { centred, escape, px } from "./svg.ts";

/** Room that the strip takes between the drawing and the labels of the time axis. */
export const stripHeight = 36;
/** Half a sign, and how near the middles of two may come. */
const half = 9;
const apart = 2 * half + 3;

interface Sign {
  readonly sign: string;
  readonly label: string;
  readonly kind: "break" | "event";
  /** Where it belongs. */
  readonly at: number;
  readonly until?: number;
}

/** Whether a chart has something to explain on its time axis. */
export const hasStrip = (chart: LineChart): boolean => chart.breaks.length + (chart.events?.length ?? 0) > 0;

/**
 * A strip under a line with a lettered square for each break and a numbered round for each event. They stand beside
 * each other in order of time; a thin line leads to the place on the axis. What lasted has a bar from its first to its
 * last day. Nothing is drawn over the line itself.
 * @param x from years to place; @param top where the drawing ends
 * @param range the places between which the signs stay
 */
export function drawTimeStrip(
  chart: LineChart,
  x: (at: number) => number,
  top: number,
  range: readonly [number, number],
  width: number,
  ink: Ink,
): string {
  const within = (at: number): number => Math.min(Math.max(x(at), range[0]), range[1]);
  const signs: Sign[] = [
    ...chart.breaks.map((it, i) => ({
      sign: breakSign(i),
      label: it.label,
      kind: "break" as const,
      at: within(it.at),
    })),
    ...(chart.events ?? []).map((it, i) => ({
      sign: eventSign(i),
      label: it.label,
      kind: "event" as const,
      at: within(it.at),
      ...(it.until === undefined ? {} : { until: within(it.until) }),
    })),
  ].sort((a, b) => a.at - b.at);
  const places = spread(
    signs.map((it) => it.at),
    apart,
    [half + 1, width - half - 1],
  );
  const middle = top + stripHeight - half - 4;
  return signs
    .map((it, i) => {
      const place = places[i]!;
      const lead = `<path d="M${px(it.at)} ${px(top)}v6L${px(place)} ${px(middle - half)}"${ink(it.kind === "break" ? "break" : "event-lead")}/>`;
      const lasted =
        it.until === undefined
          ? ""
          : `<path d="M${px(it.at)} ${px(top + 4)}H${px(Math.max(it.until, it.at + 2))}"${ink("event-span")}/>`;
      const shape = `<rect x="${px(place - half)}" y="${px(middle - half)}" width="${2 * half}" height="${2 * half}" rx="${it.kind === "break" ? 2 : half}"${ink(it.kind === "break" ? "break-sign" : "event-sign")}/>`;
      const words = centred(width, place, middle + 4.5, it.sign, ink("sign-text"));
      return `${lead}${lasted}<g class="pt time-mark" data-l="${escape(`${it.sign}: ${it.label}`)}">${shape}${words}</g>`;
    })
    .join("");
}

/**
 * Moves places just so far that no two are nearer than `least` and all lie within the bounds, in the same order: the
 * nearest such places by least squares (pool adjacent violators). With more places than there is room for they share
 * the room evenly.
 * @param places in order
 */
export function spread(
  places: readonly number[],
  least: number,
  [from, to]: readonly [number, number],
): readonly number[] {
  const gap = places.length > 1 ? Math.min(least, (to - from) / (places.length - 1)) : 0;
  const blocks: { sum: number; count: number }[] = [];
  places.forEach((place, i) => {
    let block = { sum: place - i * gap, count: 1 };
    for (let before = blocks.at(-1); before && mean(before) > mean(block); before = blocks.at(-1)) {
      block = { sum: before.sum + block.sum, count: before.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  });
  const last = to - gap * (places.length - 1);
  return blocks
    .flatMap((block) => Array.from({ length: block.count }, () => Math.min(Math.max(mean(block), from), last)))
    .map((place, i) => place + i * gap);
}

const mean = (block: { readonly sum: number; readonly count: number }): number => block.sum / block.count;
