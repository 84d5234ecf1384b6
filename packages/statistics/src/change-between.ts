import { caveatsOf, whyNotComparable, type Caveat, type Facts } from "./comparability.ts";
import { compareRates, type CompareOptions, type PublishedRate } from "./compare-rates.ts";
import { enoughForPercent, smallNumberRules } from "./small-numbers.ts";
import type { Verdict } from "./verdict.ts";

/** A rate with what a comparison must know of it. */
export interface DatedRate extends PublishedRate {
  readonly facts: Facts;
}

export interface Change {
  /** On the later rate divided by the earlier one. */
  readonly verdict: Verdict;
  /** Whether the change may be told in per cent: not from a small count, and never without a verdict. */
  readonly inPercent: boolean;
  readonly caveats: readonly Caveat[];
}

/**
 * Change of one area between two moments: a year earlier, the first figure there is, or any two. Refused across a break or a changed
 * definition, and between different parts of the year.
 *
 * @example
 * changeBetween(
 *   { count: 200, exposure: 1e5, facts: { definition: "reports", population: "all", period: { year: 2023, length: "half-year", part: 1 } } },
 *   { count: 300, exposure: 1e5, facts: { definition: "reports", population: "all", period: { year: 2024, length: "half-year", part: 1 } } },
 * ) // → { verdict: { verdict: "higher", certainty: "clear" }, inPercent: true, caveats: [] }
 */
export function changeBetween(earlier: DatedRate, later: DatedRate, options: CompareOptions = {}): Change {
  const facts = [earlier, later].map((it) => ({ ...it.facts, roundedTo: it.roundedTo ?? it.facts.roundedTo }));
  const caveats = caveatsOf(facts);
  const reasons = whyNotComparable(earlier.facts, later.facts, "moments");
  if (reasons.length > 0) return { verdict: { verdict: "not-comparable", reasons }, inPercent: false, caveats };
  const verdict = compareRates(later, earlier, options);
  const inPercent =
    verdict.verdict !== "too-little" && enoughForPercent(earlier.count, options.rules ?? smallNumberRules);
  return { verdict, inPercent, caveats };
}
