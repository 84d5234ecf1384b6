import { compareRates, type CompareOptions, type PublishedRate } from "./compare-rates.ts";
import { ratioOfRates, type Rate } from "./ratio-of-rates.ts";
import { overRounding } from "./rounded-counts.ts";
import { enoughForVerdict, smallNumberRules } from "./small-numbers.ts";
import { verdictOf, type Verdict } from "./verdict.ts";

export interface ComparedWithRest {
  readonly verdict: Verdict;
  /** The whole without the area, which it was compared with. */
  readonly rest: Rate;
}

/**
 * Verdict on an area against the rest of the whole that contains it: the area is taken out of the whole first, for a large area pulls
 * the whole towards itself and would look more ordinary than it is. `whole` is a nation or province that contains the area; an area
 * that is larger than it in count or exposure is refused with a RangeError. Only chance is weighed here; see `compareWithBand` for
 * what is usual among areas.
 *
 * @example
 * compareWithRest({ count: 300, exposure: 100_000 }, { count: 2300, exposure: 1_100_000 }) // → { verdict: { verdict: "higher", certainty: "clear" }, rest: { count: 2000, exposure: 1_000_000 } }
 */
export function compareWithRest(
  area: PublishedRate,
  whole: PublishedRate,
  options: CompareOptions = {},
): ComparedWithRest {
  const rest = { count: whole.count - area.count, exposure: whole.exposure - area.exposure };
  if (rest.count < 0 || rest.exposure < 0) throw new RangeError("the area is larger than the whole it is part of");
  if ((area.roundedTo ?? 1) <= 1 && (whole.roundedTo ?? 1) <= 1)
    return { verdict: compareRates(area, rest, options), rest };
  const at = (level: number) =>
    overRounding([area, whole], ([part = 0, all = 0]) =>
      ratioOfRates(
        { count: part, exposure: area.exposure },
        { count: Math.max(0, all - part), exposure: rest.exposure },
        { level, dispersion: options.dispersion },
      ),
    );
  const verdict = verdictOf(at, 1);
  const enough = enoughForVerdict([area.count, rest.count], options.rules ?? smallNumberRules);
  if (verdict.verdict !== "too-little" && !enough)
    return { verdict: { verdict: "too-little", reason: "small-numbers" }, rest };
  return { verdict, rest };
}
