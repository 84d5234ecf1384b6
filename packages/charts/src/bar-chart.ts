import { scaleLinear } from "d3-scale";
import type { Bar, BarChart } from "@impactmonitor/views/chart-state";
import type { Ink } from "./ink.ts";
import { escape, px, text, wrap, type Drawing } from "./svg.ts";

const width = 420;
const lineHeight = 17;
const barHeight = 11;
const gap = 10;

/** Bars with the words above them, so that long Dutch names fit on a phone; the country is a mark on the bar. */
export function drawBars(chart: BarChart, ink: Ink): Drawing {
  const tops = chart.bars.flatMap((it) => [it.value, it.upper, it.compare?.value]).filter((it) => it !== undefined);
  const x = scaleLinear()
    .domain([0, Math.max(...tops, 0) || 1])
    .range([0, width]);
  let y = 4;
  const rows = chart.bars.map((it) => {
    const row = drawBar(it, y, x, ink);
    y += row.height;
    return row.body;
  });
  return { width, height: y, body: rows.join("") };
}

function drawBar(it: Bar, top: number, x: (value: number) => number, ink: Ink): { body: string; height: number } {
  const indent = it.depth * 14;
  const value = it.text;
  const lines = wrap(it.label, 14, width - indent - value.length * 9 - 16);
  const words = lines.map((line, i) => text(indent, top + 13 + i * lineHeight, line, ink("label"))).join("");
  const under = top + lines.length * lineHeight + 1;
  const end = text(width, top + 13 + (lines.length - 1) * lineHeight, value, ink("value"), "end");
  const track = `<rect x="${indent}" y="${under}" width="${width - indent}" height="${barHeight}" rx="2"${ink("track")}/>`;
  const scale = (value: number): number => (x(value) * (width - indent)) / width;
  const bar =
    it.value === undefined
      ? ""
      : `<rect x="${indent}" y="${under}" width="${px(Math.max(scale(it.value), it.value > 0 ? 1.5 : 0))}" height="${barHeight}" rx="2"${ink(it.chosen ? "bar-chosen" : "bar")}/>`;
  const middle = under + barHeight / 2;
  const whisker =
    it.lower !== undefined && it.upper !== undefined
      ? `<path d="M${px(indent + scale(it.lower))} ${middle}H${px(indent + scale(it.upper))}"${ink("whisker")}/>`
      : "";
  const mark = it.compare
    ? `<path d="M${px(indent + scale(it.compare.value))} ${under - 2}v${barHeight + 4}"${ink("mark")}/>`
    : "";
  const label = `${it.label}: ${it.text}${it.compare ? ` (${it.compare.text})` : ""}`;
  return {
    body: `<g class="pt" data-l="${escape(label)}">${words}${end}${track}${bar}${whisker}${mark}</g>`,
    height: lines.length * lineHeight + barHeight + gap,
  };
}
