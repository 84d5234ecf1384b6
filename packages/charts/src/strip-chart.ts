import { scaleLinear } from "d3-scale";
import type { Dot, StripChart } from "@impactmonitor/views/chart-state";
import type { Ink } from "./ink.ts";
import { escape, px, text, textWidth, type Drawing } from "./svg.ts";

const width = 420;
const radius = 5.5;
const axis = 96;

/** All areas as dots on one line: where most are, and where the chosen one is. No ranks, no order of merit. */
export function drawStrip(chart: StripChart, ink: Ink, tick: (value: number) => string): Drawing {
  const values = [...chart.dots.map((it) => it.value), ...(chart.compare ? [chart.compare.value] : [])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  const x = scaleLinear()
    .domain([Math.max(low - room, low >= 0 ? 0 : low - room), high + room])
    .range([14, width - 14]);
  const ticks = x.ticks(5).map((value) => {
    const at = px(x(value));
    return `<path d="M${at} ${axis}v4"${ink("grid")}/>${text(x(value), axis + 17, tick(value), ink("axis"), "middle")}`;
  });
  const nation = chart.compare
    ? `<path d="M${px(x(chart.compare.value))} 34V${axis}"${ink("mark")}/>${clampText(x(chart.compare.value), 28, `${chart.compare.label} ${chart.compare.text}`, ink("compare-label"))}`
    : "";
  const placed = swarm(chart.dots, x);
  const draw = ({ dot, y }: { dot: Dot; y: number }): string =>
    `<g class="pt" data-l="${escape(`${dot.label}: ${dot.text}`)}"><circle cx="${px(x(dot.value))}" cy="${px(y)}" r="${dot.chosen ? radius + 2 : radius}"${ink(dot.chosen ? "dot-chosen" : "dot")}/>${
      dot.chosen ? clampText(x(dot.value), 12, `${dot.label} ${dot.text}`, ink("value")) : ""
    }</g>`;
  const body = [
    `<path d="M8 ${axis}H${width - 8}"${ink("grid")}/>`,
    ...ticks,
    nation,
    ...placed.filter((it) => !it.dot.chosen).map(draw),
    ...placed.filter((it) => it.dot.chosen).map(draw),
  ];
  return { width, height: axis + 24, body: body.join("") };
}

/** Dots that would overlap are stacked upward. */
function swarm(dots: readonly Dot[], x: (value: number) => number): { dot: Dot; y: number }[] {
  const placed: { dot: Dot; y: number }[] = [];
  for (const dot of [...dots].sort((a, b) => a.value - b.value)) {
    let y = axis - radius - 3;
    const clash = (): boolean => placed.some((it) => Math.hypot(x(it.dot.value) - x(dot.value), it.y - y) < radius * 2);
    while (clash() && y > 40) y -= radius;
    placed.push({ dot, y });
  }
  return placed;
}

function clampText(x: number, y: number, words: string, attributes: string): string {
  const half = textWidth(words, 15) / 2;
  return text(Math.min(Math.max(x, half + 2), width - half - 2), y, words, attributes, "middle");
}
