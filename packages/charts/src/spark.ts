import { scaleLinear } from "d3-scale";
import { escape, px } from "./svg.ts";

const width = 96;
const height = 26;

/**
 * A word-sized line with a dot at its end and the line of nought under or, with values below it, through it;
 * decoration beside the figure, so hidden from screen readers.
 * @param across what marks the line as one of practice figures
 */
export function drawSpark(values: readonly number[], across?: string): string {
  const [low, high] = [Math.min(...values, 0), Math.max(...values, 0)];
  const x = scaleLinear([0, Math.max(values.length - 1, 1)], [3, width - 5]);
  const y = scaleLinear([low, high > low ? high : 1], [height - 3, 4]);
  const d = values.map((value, i) => `${i === 0 ? "M" : "L"}${px(x(i))} ${px(y(value))}`).join("");
  const last = values.length - 1;
  const mark =
    across === undefined
      ? ""
      : `<text x="2" y="${height - 6}" textLength="${width - 8}" class="k-practice-spark">${escape(across)}</text>`;
  return `<svg class="spark" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true"><path d="M0 ${px(y(0) + 0.5)}H${width}" class="k-grid"/><path d="${d}" class="k-main-line"/><circle cx="${px(x(last))}" cy="${px(y(values[last] ?? 0))}" r="3" class="k-main-point"/>${mark}</svg>`;
}
