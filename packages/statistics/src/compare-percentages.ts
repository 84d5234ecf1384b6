import { requireAmount } from "./refuse.ts";

/** A percentage published without the number it is a percentage of. */
export interface PublishedPercentage {
  readonly percentage: number;
  /** Decimals it was rounded to; 0 for whole per cents. */
  readonly decimals: number;
}

/** What can be said of two bare percentages: how far apart they are, never whether that is chance. */
export interface PercentageDifference {
  /** First minus second, in percentage points. */
  readonly difference: number;
  /** What the difference can be, given rounding alone. */
  readonly lower: number;
  readonly upper: number;
  readonly direction: "higher" | "lower" | "same-after-rounding";
  readonly chance: "cannot-be-judged";
}

/**
 * Difference of two percentages whose totals are unknown. Without a total there is no telling chance from difference, and that is
 * what the result says. Percentages above 100 are taken as they are: answers can count more than once.
 *
 * @example
 * comparePercentages({ percentage: 32, decimals: 0 }, { percentage: 29, decimals: 0 }) // → { difference: 3, lower: 2, upper: 4, direction: "higher", chance: "cannot-be-judged" }
 */
export function comparePercentages(a: PublishedPercentage, b: PublishedPercentage): PercentageDifference {
  const off = halfUnit(a) + halfUnit(b);
  const finest = 10 ** Math.max(a.decimals, b.decimals);
  const difference =
    Math.round((requireAmount("percentage", a.percentage) - requireAmount("percentage", b.percentage)) * finest) /
    finest;
  const [lower, upper] = [difference - off, difference + off];
  const direction = lower > 0 ? "higher" : upper < 0 ? "lower" : "same-after-rounding";
  return { difference, lower, upper, direction, chance: "cannot-be-judged" };
}

function halfUnit({ decimals }: PublishedPercentage): number {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 12)
    throw new RangeError(`decimals must be a whole number from 0 to 12: ${decimals}`);
  return 0.5 / 10 ** decimals;
}
