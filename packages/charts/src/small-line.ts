import { scaleLinear } from "d3-scale";
import { drawn, type LineChart, type LinePoint } from "@impactmonitor/views/chart-state";
import type { Ink } from "./ink.ts";
import { px, text, textWidth, type Drawing } from "./svg.ts";

const width = 240;
const height = 96;
const margin = { top: 24, side: 10, bottom: 22 };

/**
 * A series at the size of a few lines of text: from nought up, with the first and last value written. Gaps and breaks cut the line, a
 * provisional value is an open point, as in the large chart.
 */
export function drawSmallLine(chart: LineChart, ink: Ink): Drawing {
  const points = chart.series.find((it) => it.role === "main")?.points ?? [];
  const known = points.filter((it): it is LinePoint & { value: number } => it.value !== undefined);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return { width, height, body: "" };
  const values = known.map((it) => it.value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const y = scaleLinear([low, high > low ? high : 1], [height - margin.bottom - 4, margin.top]);
  const x = scaleLinear([first.at, Math.max(last.at, first.at + 1)], [margin.side + 4, width - margin.side - 4]);
  let path = "";
  let before: LinePoint | undefined;
  for (const it of points) {
    if (it.value !== undefined) {
      const joined = before?.value !== undefined && !it.startsNew;
      path += `${joined ? "L" : "M"}${px(x(it.at))} ${px(y(it.value))}`;
    }
    before = it;
  }
  const dot = (it: LinePoint & { value: number }): string =>
    `<circle cx="${px(x(it.at))}" cy="${px(y(it.value))}" r="3.5"${ink(it.provisional ? "main-open" : "main-point")}/>`;
  /** Above its point and within the picture. */
  const value = (it: LinePoint & { value: number }, anchor: "start" | "end"): string =>
    anchor === "end"
      ? text(width - 2, y(it.value) - 8, drawn(it), ink("value"), "end")
      : text(2, y(it.value) - 8, drawn(it), ink("value"));
  const period = (it: LinePoint, anchor: "start" | "end"): string =>
    anchor === "end"
      ? text(width - 2, height - 5, it.label, ink("axis"), "end")
      : text(2, height - 5, it.label, ink("axis"));
  const bothFit = textWidth(drawn(first), 13) + textWidth(drawn(last), 13) < width - 12;
  return {
    width,
    height,
    body: [
      `<path d="M2 ${px(y(0))}H${width - 2}"${ink("zero")}/>`,
      `<path d="${path}"${ink("main-line")}/>`,
      ...known.map(dot),
      ...(bothFit && first !== last ? [value(first, "start")] : []),
      value(last, "end"),
      ...(first === last ? [] : [period(first, "start")]),
      period(last, "end"),
    ].join(""),
  };
}
