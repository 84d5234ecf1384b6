import { compareRates } from "@impactmonitor/statistics/compare-rates";
import { compareShares } from "@impactmonitor/statistics/compare-shares";
import type { Verdict } from "@impactmonitor/statistics/verdict";
import { leastSure, type Judgement, type Weighed } from "./judgement.ts";
import { corners, type Counted, type Reading } from "./measured.ts";

/**
 * Weighs chance over everything that a figure can rest on and keeps the least sure verdict.
 * @param verdictOf the verdict for one of these; undefined when the two have nothing to do with each other
 */
export function weigh(
  by: "rest" | "pair",
  readings: readonly Reading[],
  verdictOf: (it: Reading) => Verdict | undefined,
): Judgement {
  const weighed: Weighed[] = [];
  for (const reading of readings.flatMap(corners)) {
    const verdict = verdictOf(reading);
    if (verdict === undefined) return { by: "none", verdict: "not-comparable", reasons: ["different-population"] };
    if (verdict.verdict === "too-little") return { by: "none", verdict: "too-little", reason: verdict.reason };
    if (verdict.verdict === "not-comparable") return { by: "none", ...verdict };
    weighed.push(verdict);
  }
  const { verdict, certainty } = leastSure(weighed);
  return by === "rest" ? { by, verdict, certainty } : { by, verdict, certainty, ordinaryDifferences: false };
}

/** Two figures that share nothing: the ratio of rates or the difference of shares, chance only. */
export const apart = (kind: Counted["kind"], a: Reading, b: Reading, dispersion?: number): Verdict =>
  kind === "rate"
    ? compareRates({ count: a.count, exposure: a.size }, { count: b.count, exposure: b.size }, { dispersion })
    : compareShares(
        { count: Math.min(a.count, a.size), total: a.size },
        { count: Math.min(b.count, b.size), total: b.size },
      );
