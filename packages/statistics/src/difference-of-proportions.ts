import { proportionInterval } from "./proportion-interval.ts";
import { isEstimate, type LevelOption, type Outcome } from "./result.ts";

/** A share as counted: so many of a total. */
export interface Proportion {
  readonly count: number;
  readonly total: number;
}

/**
 * First share minus second, from −1 to 1, for two groups that share no member. Nothing asked in either: too little.
 *
 * Hybrid of two Wilson intervals: Newcombe (1998), Statistics in Medicine 17, 873–890, method 10.
 *
 * @example
 * differenceOfProportions({ count: 56, total: 70 }, { count: 48, total: 80 }) // → { estimate: 0.2, lower: 0.052431, upper: 0.333873 }
 */
export function differenceOfProportions(a: Proportion, b: Proportion, options: LevelOption = {}): Outcome {
  const first = proportionInterval(a.count, a.total, { level: options.level });
  const second = proportionInterval(b.count, b.total, { level: options.level });
  if (!isEstimate(first)) return first;
  if (!isEstimate(second)) return second;
  const estimate = first.estimate - second.estimate;
  return {
    estimate,
    lower: estimate - Math.hypot(first.estimate - first.lower, second.upper - second.estimate),
    upper: estimate + Math.hypot(first.upper - first.estimate, second.estimate - second.lower),
    level: first.level,
    method: "newcombe",
  };
}
