import type { NotComparable } from "./comparability.ts";
import { isEstimate, type Estimate, type Outcome, type TooLittleReason } from "./result.ts";

/**
 * The two levels of every verdict: outside 95 % “seems”, outside 99.8 % “is”. Among 780 comparisons of areas that don't differ at all 39
 * lie outside the first by chance, and between one and two outside the second.
 */
export const levels = { tentative: 0.95, clear: 0.998 } as const;

export interface Compared {
  readonly verdict: "higher" | "lower" | "no-clear-difference";
  /** `tentative`: outside the 95 % interval only, chance is a fair explanation. `none`: no clear difference. */
  readonly certainty: "clear" | "tentative" | "none";
  /** The same estimate with the interval of each level; the verdict is whether `nothing` lies inside. */
  readonly tentative: Estimate;
  readonly clear: Estimate;
  /** What the estimate would be without any difference: 1 for ratios, 0 for differences. */
  readonly nothing: number;
}

/** A comparison as a value; the words for it belong to those who show it. */
export type Verdict =
  | Compared
  | { readonly verdict: "too-little"; readonly reason: TooLittleReason }
  | { readonly verdict: "not-comparable"; readonly reasons: readonly NotComparable[] };

/**
 * Verdict on a ratio (`nothing` = 1) or difference (`nothing` = 0) from its own interval at both levels, and from nothing else.
 *
 * @example
 * verdictOf((level) => ratioOfRates({ count: 150, exposure: 1e5 }, { count: 100, exposure: 1e5 }, { level }), 1) // → { verdict: "higher", certainty: "clear" }
 */
export function verdictOf(at: (level: number) => Outcome, nothing: number): Verdict {
  const tentative = at(levels.tentative);
  const clear = at(levels.clear);
  if (!isEstimate(tentative)) return { verdict: "too-little", reason: tentative.tooLittle };
  if (!isEstimate(clear)) return { verdict: "too-little", reason: clear.tooLittle };
  const outside = ({ lower, upper }: Estimate): boolean => lower > nothing || upper < nothing;
  const certainty = outside(clear) ? "clear" : outside(tentative) ? "tentative" : "none";
  const direction = tentative.estimate > nothing ? "higher" : "lower";
  return { verdict: certainty === "none" ? "no-clear-difference" : direction, certainty, tentative, clear, nothing };
}
