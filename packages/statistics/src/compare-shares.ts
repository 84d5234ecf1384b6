import { differenceOfProportions, type Proportion } from "./difference-of-proportions.ts";
import { overRounding } from "./rounded-counts.ts";
import { enoughForVerdict, smallNumberRules, type SmallNumberRules } from "./small-numbers.ts";
import { verdictOf, type Verdict } from "./verdict.ts";

/** A share as published: both its numbers rounded to the same base, or exact. */
export interface PublishedShare extends Proportion {
  readonly roundedTo?: number;
}

/**
 * Verdict on the difference of two shares that have no member in common. Limits are widened by rounding of both numbers. Fewer than ten
 * counted in either, or nothing asked: too little.
 *
 * @example
 * compareShares({ count: 560, total: 700 }, { count: 480, total: 800 }) // → { verdict: "higher", certainty: "clear" }
 */
export function compareShares(
  a: PublishedShare,
  b: PublishedShare,
  rules: SmallNumberRules = smallNumberRules,
): Verdict {
  const published = [a, b].flatMap(({ count, total, roundedTo }) => [
    { count, roundedTo },
    { count: total, roundedTo },
  ]);
  const at = (level: number) =>
    overRounding(published, ([x = 0, n = 0, y = 0, m = 0]) =>
      // A count rounded up beside a total rounded down can't both be so: the part is no larger than its whole.
      differenceOfProportions({ count: Math.min(x, n), total: n }, { count: Math.min(y, m), total: m }, { level }),
    );
  const verdict = verdictOf(at, 0);
  const enough = enoughForVerdict([a.count, b.count], rules);
  return verdict.verdict === "too-little" || enough ? verdict : { verdict: "too-little", reason: "small-numbers" };
}
