import { scaleLinear } from "d3-scale";
import { drawn, spoken, type Dot, type StripChart } from "@impactmonitor/views/chart-state";
import type { Ink } from "./ink.ts";
import { centred, escape, px, type Drawing } from "./svg.ts";

const width = 420;
const radius = 5.5;
const axis = 96;

/** All areas as dots on one line: where most are, and where the chosen one is. No ranks, no order of merit. */
export function drawStrip(chart: StripChart, ink: Ink, tick: (value: number) => string): Drawing {
  const { ordinary } = chart;
  const values = [
    ...chart.dots.map((it) => it.value),
    ...(chart.compare ? [chart.compare.value] : []),
    ...(ordinary ? [ordinary.lower, ordinary.upper] : []),
  ];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  const x = scaleLinear()
    .domain([Math.max(low - room, low >= 0 ? 0 : low - room), high + room])
    .range([14, width - 14]);
  const ticks = x.ticks(5).map((value) => {
    const at = px(x(value));
    return `<path d="M${at} ${axis}v4"${ink("grid")}/>${centred(width, x(value), axis + 17, tick(value), ink("axis"))}`;
  });
  const zero = low < 0 && high > 0 ? `<path d="M${px(x(0))} 40V${axis}"${ink("zero")}/>` : "";
  const nation = chart.compare
    ? `<path d="M${px(x(chart.compare.value))} 34V${axis}"${ink("mark")}/>${centred(width, x(chart.compare.value), 28, `${chart.compare.label} ${drawn(chart.compare)}`, ink("compare-label"))}`
    : "";
  const bar = ordinary
    ? `<rect x="${px(x(ordinary.lower))}" y="40" width="${px(x(ordinary.upper) - x(ordinary.lower))}" height="${axis - 40}"${ink("ordinary")}/>`
    : "";
  const placed = swarm(chart.dots, x);
  const draw = ({ dot, y }: { dot: Dot; y: number }): string =>
    `<g class="pt" data-l="${escape(`${dot.label}: ${spoken(dot)}`)}"><circle cx="${px(x(dot.value))}" cy="${px(y)}" r="${dot.chosen ? radius + 2 : radius}"${ink(dot.chosen ? "dot-chosen" : "dot")}/>${
      dot.chosen ? centred(width, x(dot.value), 12, `${dot.label} ${drawn(dot)}`, ink("value")) : ""
    }</g>`;
  const body = [
    bar,
    `<path d="M8 ${axis}H${width - 8}"${ink("grid")}/>`,
    ...ticks,
    zero,
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
