import { caveatsOf, whyNotComparable, type Facts } from "./comparability.ts";
import type { Change } from "./change-between.ts";
import { compareShares, type PublishedShare } from "./compare-shares.ts";
import { smallNumberRules, type SmallNumberRules } from "./small-numbers.ts";

/** A share with what a comparison must know of it. */
export interface DatedShare extends PublishedShare {
  readonly facts: Facts;
}

/**
 * Change of a share between two moments, later minus earlier; see `changeBetween`. For two groups of different people: for the same people
 * asked twice see `pairedChange`. Never told in per cent, as per cent of a percentage is read as percentage points.
 *
 * @example
 * changeOfShare(
 *   { count: 480, total: 800, facts: { definition: "stopped", population: "reports", period: { year: 2023, length: "year" } } },
 *   { count: 560, total: 700, facts: { definition: "stopped, new form", population: "reports", period: { year: 2024, length: "year" } } },
 * ) // → { verdict: { verdict: "not-comparable", reasons: ["different-definition"] }, inPercent: false }
 */
export function changeOfShare(
  earlier: DatedShare,
  later: DatedShare,
  rules: SmallNumberRules = smallNumberRules,
): Change {
  const facts = [earlier, later].map((it) => ({ ...it.facts, roundedTo: it.roundedTo ?? it.facts.roundedTo }));
  const caveats = caveatsOf(facts);
  const reasons = whyNotComparable(earlier.facts, later.facts, "moments");
  if (reasons.length > 0) return { verdict: { verdict: "not-comparable", reasons }, inPercent: false, caveats };
  return { verdict: compareShares(later, earlier, rules), inPercent: false, caveats };
}
