import { scaleLinear } from "d3-scale";
import { drawn, spoken, type Bar, type BarChart } from "@impactmonitor/views/chart-state";
import type { Ink } from "./ink.ts";
import { escape, px, text, textWidth, wrap, type Drawing } from "./svg.ts";

const width = 420;
const lineHeight = 17;
const barHeight = 11;
const gap = 10;
/** Only the words of a part stand further in: its bar begins where all bars begin, so that lengths compare. */
const indent = 14;

type Scale = (value: number) => number;

/**
 * Bars with the words above them, so that long Dutch names fit on a phone; the country is a mark on the bar.
 * One scale for all, from nought: below it bars go to the left, and a line shows where nought is.
 */
export function drawBars(chart: BarChart, ink: Ink): Drawing {
  const ends = chart.bars.flatMap((it) => [it.value, it.lower, it.upper, it.compare?.value]);
  const known = ends.filter((it) => it !== undefined);
  const [low, high] = [Math.min(...known, 0), Math.max(...known, 0)];
  const x = scaleLinear([low, high > low ? high : 1], [0, width]);
  let y = 4;
  const rows = chart.bars.map((it) => {
    const row = drawBar(it, y, x, chart.compareName, ink);
    y += row.height;
    return row.body;
  });
  const zero = low < 0 ? `<path d="M${px(x(0))} 0V${y}"${ink("zero")}/>` : "";
  return { width, height: y, body: rows.join("") + zero };
}

function drawBar(
  it: Bar,
  top: number,
  x: Scale,
  compareName: string | undefined,
  ink: Ink,
): { body: string; height: number } {
  const left = it.depth * indent;
  const value = drawn(it);
  const lines = wrap(it.label, 14, width - left - textWidth(value, 17) - 16);
  const words = lines.map((line, i) => text(left, top + 13 + i * lineHeight, line, ink("label"))).join("");
  const under = top + lines.length * lineHeight + 1;
  const end = text(width, top + 13 + (lines.length - 1) * lineHeight, value, ink("value"), "end");
  const track = `<rect x="0" y="${under}" width="${width}" height="${barHeight}" rx="2"${ink("track")}/>`;
  const bar = it.value === undefined ? "" : drawLength(it.value, under, x, ink(it.chosen ? "bar-chosen" : "bar"));
  const middle = under + barHeight / 2;
  const whisker =
    it.lower !== undefined && it.upper !== undefined
      ? `<path d="M${px(x(it.lower))} ${middle}H${px(x(it.upper))}"${ink("whisker")}/>`
      : "";
  const mark = it.compare ? drawMark(x(it.compare.value), under, ink) : "";
  const compare = it.compare ? `; ${compareName ?? ""}: ${spoken(it.compare)}` : "";
  return {
    body: `<g class="pt" data-l="${escape(`${it.label}: ${spoken(it)}${compare}`)}">${words}${end}${track}${bar}${whisker}${mark}</g>`,
    height: lines.length * lineHeight + barHeight + gap,
  };
}

/** Any value but nought has something to see, on its own side of nought. */
function drawLength(value: number, top: number, x: Scale, attributes: string): string {
  const length = Math.max(Math.abs(x(value) - x(0)), value === 0 ? 0 : 1.5);
  const left = value < 0 ? x(0) - length : x(0);
  return `<rect x="${px(left)}" y="${top}" width="${px(length)}" height="${barHeight}" rx="2"${attributes}/>`;
}

/** The edge keeps the mark apart from a bar of whatever colour. */
function drawMark(at: number, top: number, ink: Ink): string {
  const d = `M${px(Math.min(Math.max(at, 2.5), width - 2.5))} ${top - 2}v${barHeight + 4}`;
  return `<path d="${d}"${ink("mark-edge")}/><path d="${d}"${ink("mark")}/>`;
}
