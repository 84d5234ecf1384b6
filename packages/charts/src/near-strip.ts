import { scaleLinear, scaleLog } from "d3-scale";
import { escape, px, type Drawing } from "./svg.ts";
import type { Ink } from "./ink.ts";

/** One trait of all areas of a level on one line: the area itself and those nearest to it stand out by shape as well. */
export interface NearStrip {
  /** Twice as much is as far as half: for numbers of which a few are very large. */
  readonly log: boolean;
  readonly own: NearDot;
  readonly near: readonly NearDot[];
  /** Values of all other areas. */
  readonly others: readonly number[];
}
export interface NearDot {
  readonly label: string;
  readonly value: number;
  /** The value as it is read out. */
  readonly text: string;
}

const width = 420;
const height = 56;
const line = 22;
const side = 12;

/**
 * A line with a tick for every area, a ring for each that is near and a filled dot for the area itself; the ends of the
 * scale in words. Ticks are one path: hundreds of municipalities take no more elements than twelve provinces.
 * @param tick how a value is written below the line
 */
export function drawNearStrip(strip: NearStrip, ink: Ink, tick: (value: number) => string): Drawing {
  const all = [strip.own.value, ...strip.near.map((it) => it.value), ...strip.others];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const x = (strip.log && low > 0 ? scaleLog() : scaleLinear()).domain([low, high]).range([side, width - side]);
  // All alike: one place, in the middle.
  const at = (value: number): number => (low === high ? width / 2 : x(value));
  const ticks = strip.others.map((value) => `M${px(at(value))} ${line - 6}v12`).join("");
  const ends = [
    `<text x="${side - 4}" y="${height - 6}"${ink("axis")}>${escape(tick(low))}</text>`,
    ...(low === high
      ? []
      : [
          `<text x="${width - side + 4}" y="${height - 6}" text-anchor="end"${ink("axis")}>${escape(tick(high))}</text>`,
        ]),
  ];
  const dot = (it: NearDot, radius: number, role: "near-ring" | "dot-chosen"): string =>
    `<g class="pt" data-l="${escape(`${it.label}: ${it.text}`)}"><circle cx="${px(at(it.value))}" cy="${line}" r="${radius}"${ink(role)}/></g>`;
  const body = [
    `<path d="M${side - 6} ${line}H${width - side + 6}"${ink("grid")}/>`,
    ticks === "" ? "" : `<path d="${ticks}"${ink("other-tick")}/>`,
    ...ends,
    ...strip.near.map((it) => dot(it, 6.5, "near-ring")),
    dot(strip.own, 6.5, "dot-chosen"),
  ];
  return { width, height, body: body.join("") };
}
