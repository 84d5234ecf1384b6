import type { Caveat, NotComparable } from "@impactmonitor/statistics/comparability";
import type { PercentageDifference } from "@impactmonitor/statistics/compare-percentages";
import type { TooLittleReason } from "@impactmonitor/statistics/result";
import type { Level } from "@impactmonitor/model/area";
import type { Shown } from "../shown.ts";

/** What chance says of a difference. `clear`: outside the 99.8 % limits. `tentative`: outside the 95 % limits only. */
export interface Weighed {
  readonly verdict: "higher" | "lower" | "no-clear-difference";
  readonly certainty: "clear" | "tentative" | "none";
}

/** Two limits, in the units of the figure. */
export interface Between {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The one judgement of a comparison; page, export and API say the same of it.
 * `band`: against the ordinary differences between areas of a level. `rest`: against the rest of the country, chance only. `pair`: two
 * areas, or two moments. `bare`: without the numbers behind the percentages chance can't be judged.
 */
export type Judgement =
  | (Weighed & { readonly by: "band"; readonly level: Level; readonly areas: number; readonly ordinary: Between })
  | (Weighed & { readonly by: "rest" })
  | (Weighed & { readonly by: "pair"; readonly ordinaryDifferences: boolean })
  | {
      readonly by: "bare";
      readonly verdict: PercentageDifference["direction"];
      readonly difference: PercentageDifference;
    }
  | { readonly by: "none"; readonly verdict: "too-little"; readonly reason: TooLittleReason }
  | { readonly by: "none"; readonly verdict: "not-comparable"; readonly reasons: readonly NotComparable[] };

/** A figure beside what it is compared with, in the same measure. */
export interface Comparison {
  readonly with: "nation" | "area" | "earlier";
  readonly own: Shown;
  readonly other: Shown;
  readonly judgement: Judgement;
  /** What chance alone leaves open of the own figure (95 %), in its units; absent where it can't be known. */
  readonly between?: Between;
  readonly caveats: readonly Caveat[];
  /** The change in per cent of the earlier figure: only between moments, and not from a small count. */
  readonly change?: number;
}

/** Of several judgements the least sure: a verdict that hangs on rounding is none. */
export function leastSure<T extends Weighed>(all: readonly T[]): T {
  const rank = { none: 0, tentative: 1, clear: 2 } as const;
  const [first, ...rest] = all;
  if (first === undefined) throw new RangeError("nothing to choose from");
  const least = rest.reduce((a, b) => (rank[b.certainty] < rank[a.certainty] ? b : a), first);
  const sameWay = all.every((it) => it.verdict === least.verdict);
  return sameWay ? least : { ...least, verdict: "no-clear-difference", certainty: "none" };
}
