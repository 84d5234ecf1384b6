import { requireCount } from "./refuse.ts";

/** From which counts on something may be said. */
export interface SmallNumberRules {
  /** A count below this gets an interval, but no verdict. */
  readonly verdictFrom: number;
  /** A change from a count below this isn't told in per cent: of 4 to 6 is “half as much again”. */
  readonly percentFrom: number;
}

/** Ten for a verdict, as below ten Poisson limits are lopsided and most sources hide the count anyway; twenty for a percentage. */
export const smallNumberRules: SmallNumberRules = { verdictFrom: 10, percentFrom: 20 };

/**
 * Whether counts are large enough for a verdict: all of them.
 *
 * @example
 * enoughForVerdict([12, 9]) // → false
 */
export const enoughForVerdict = (counts: readonly number[], rules = smallNumberRules): boolean =>
  counts.every((count) => requireCount("count", count) >= rules.verdictFrom);

/**
 * Whether a change that starts from this count may be told in per cent.
 *
 * @example
 * enoughForPercent(20) // → true
 */
export const enoughForPercent = (from: number, rules = smallNumberRules): boolean =>
  requireCount("from", from) >= rules.percentFrom;
