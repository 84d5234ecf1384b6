import { pairedChange, type Pairs } from "./paired-change.ts";
import { pairedChangeFromShares } from "./paired-change-from-shares.ts";
import { enoughForVerdict, smallNumberRules, type SmallNumberRules } from "./small-numbers.ts";
import { verdictOf, type Verdict } from "./verdict.ts";

/**
 * Verdict on a change among the same people, second moment minus first; see `pairedChange`. Fewer than ten people: too little.
 *
 * @example
 * pairedVerdict({ total: 120, lost: 5, gained: 30 }) // → { verdict: "higher", certainty: "clear" }
 */
export function pairedVerdict(pairs: Pairs, rules: SmallNumberRules = smallNumberRules): Verdict {
  const verdict = verdictOf((level) => pairedChange(pairs, { level }), 0);
  if (verdict.verdict === "too-little" || enoughForVerdict([pairs.total], rules)) return verdict;
  return { verdict: "too-little", reason: "small-numbers" };
}

/**
 * The same when only the two totals are known, and not who changed. Whoever changed, the verdict is as careful as the most that can have
 * changed demands; where the least would give another verdict, it isn't known: too little, `unknown-changes`.
 *
 * @example
 * pairedVerdictFromShares({ total: 400, before: 60, after: 360 }) // → { verdict: "higher", certainty: "clear" }
 * @example
 * pairedVerdictFromShares({ total: 120, before: 60, after: 70 }) // → { verdict: "too-little", reason: "unknown-changes" }
 */
export function pairedVerdictFromShares(
  known: { readonly total: number; readonly before: number; readonly after: number },
  rules: SmallNumberRules = smallNumberRules,
): Verdict {
  const under = (bound: "narrowest" | "widest"): Verdict =>
    verdictOf((level) => {
      const bounds = pairedChangeFromShares(known, { level });
      return "tooLittle" in bounds ? bounds : bounds[bound];
    }, 0);
  const [bold, careful] = [under("narrowest"), under("widest")];
  if (careful.verdict === "too-little") return careful;
  if (!enoughForVerdict([known.total], rules)) return { verdict: "too-little", reason: "small-numbers" };
  return bold.verdict === careful.verdict ? careful : { verdict: "too-little", reason: "unknown-changes" };
}
