import { scaleLinear } from "d3-scale";
import type { Multiples, PanelPoint } from "@impactmonitor/views/comparison/multiples";
import type { Ink } from "./ink.ts";
import { px, text, textWidth, type Drawing } from "./svg.ts";

const [width, height] = [180, 96];
const [top, bottom, left, right] = [16, height - 16, 8, width - 8];

/**
 * One of many small charts on a common scale: the series of an area with the country's dashed behind it, its last value written out.
 * A break or a missing period cuts the line; a provisional value is an open point.
 */
export function drawPanel(
  all: Pick<Multiples, "from" | "to" | "low" | "high" | "nation">,
  points: readonly PanelPoint[],
  ink: Ink,
): Drawing {
  const x = scaleLinear([all.from, all.to > all.from ? all.to : all.from + 1], [left, right]);
  const y = scaleLinear([all.low, all.high > all.low ? all.high : all.low + 1], [bottom, top]);
  const last = points.at(-1);
  const body = [
    `<path d="M${left} ${px(y(Math.max(0, all.low)))}H${right}"${ink("grid")}/>`,
    all.nation ? `<path d="${path(all.nation, x, y)}"${ink("compare-line")}/>` : "",
    points.length > 1 ? `<path d="${path(points, x, y)}"${ink("main-line")}/>` : "",
    ...points
      .filter((it, i) => it.provisional || it === last || (it.startsNew && (points[i + 1]?.startsNew ?? true)))
      .map(
        (it) =>
          `<circle cx="${px(x(it.at))}" cy="${px(y(it.value))}" r="3"${ink(it.provisional ? "main-open" : "main-point")}/>`,
      ),
    last ? valueOf(last, x(last.at), y(last.value), ink) : "",
    text(left, height - 3, String(Math.floor(all.from)), ink("axis")),
    text(right, height - 3, String(Math.floor(all.to)), ink("axis"), "end"),
  ];
  return { width, height, body: body.join("") };
}

type Scale = (value: number) => number;

const path = (points: readonly PanelPoint[], x: Scale, y: Scale): string =>
  points.map((it, i) => `${i === 0 || it.startsNew ? "M" : "L"}${px(x(it.at))} ${px(y(it.value))}`).join("");

/** Over its point, or under it where there is no room; moved to stay within the picture. */
function valueOf(it: PanelPoint, x: number, y: number, ink: Ink): string {
  const words = it.text.replace(/ \(.*\)$/, "");
  const end = Math.max(x + 4, left + textWidth(words, 13));
  return text(Math.min(end, right + 6), y > top + 4 ? y - 7 : y + 16, words, ink("value"), "end");
}
