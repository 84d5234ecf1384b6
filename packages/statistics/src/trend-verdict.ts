import type { Estimate, TooLittle, TooLittleReason } from "./result.ts";
import { trendOf, type Trend, type TrendPoint } from "./trend.ts";
import { levels } from "./verdict.ts";

/** How sure a tentative trend must still be with any one point left out. */
const leftOutLevel = 0.8;

/** What a series does, as a value; the words for it belong to those who show it. */
export type TrendVerdict =
  | {
      readonly verdict: "rising" | "falling" | "no-clear-trend" | "unstable";
      /** `tentative`: outside the 95 % interval only. `none`: no clear trend, or one that hangs on a single point. */
      readonly certainty: "clear" | "tentative" | "none";
      readonly tentative: Estimate;
      readonly clear: Estimate;
      readonly points: number;
    }
  | { readonly verdict: "too-few-points"; readonly reason: TooLittleReason };

/**
 * Verdict on a trend. Rising or falling needs a change per year whose 99.8 % limits exclude “none” (95 %: tentative), and that doesn't
 * hang on one point: with any point left out the slope keeps its sign, and is still outside the limits one step less sure (95 %; 80 % for a
 * tentative one). Otherwise it is unstable.
 *
 * @example
 * trendVerdict(trendOf([100, 130, 165, 210, 270, 340].map((count, i) => ({ year: 2018 + i, count, exposure: 1e5 })))) // → { verdict: "rising", certainty: "clear", points: 6 }
 */
export function trendVerdict(trend: Trend | TooLittle): TrendVerdict {
  if ("tooLittle" in trend) return { verdict: "too-few-points", reason: trend.tooLittle };
  const [tentative, clear] = [trend.at(levels.tentative), trend.at(levels.clear)];
  const seen = { tentative, clear, points: trend.points };
  const outside = ({ lower, upper }: Estimate): boolean => lower > 1 || upper < 1;
  const certainty = outside(clear) ? "clear" : outside(tentative) ? "tentative" : "none";
  if (certainty === "none") return { verdict: "no-clear-trend", certainty, ...seen };
  const stable = trend.withoutEach.every(
    (rest) =>
      rest !== undefined &&
      Math.sign(rest.slope) === Math.sign(trend.slope) &&
      rest.p < 1 - (certainty === "clear" ? levels.tentative : leftOutLevel),
  );
  if (!stable) return { verdict: "unstable", certainty: "none", ...seen };
  return { verdict: trend.slope > 0 ? "rising" : "falling", certainty, ...seen };
}

/** Trend and verdict of a series in one step. */
export const verdictOfSeries = (points: readonly TrendPoint[]): TrendVerdict => trendVerdict(trendOf(points));
