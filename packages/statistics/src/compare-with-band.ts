import { limitsOfBand, scoreInBand, type Band } from "./band.ts";
import { twoSidedZ } from "./distribution/normal.ts";
import type { Limits } from "./funnel-limits.ts";
import { possibleCounts } from "./rounded-counts.ts";
import { enoughForVerdict, smallNumberRules, type SmallNumberRules } from "./small-numbers.ts";
import type { TooLittleReason } from "./result.ts";
import { levels } from "./verdict.ts";

/** Where an area lies among areas. */
export type BandVerdict =
  | {
      readonly verdict: "higher" | "lower" | "no-clear-difference";
      readonly certainty: "clear" | "tentative" | "none";
      /** Standard errors from the middle, chance and ordinary differences together. */
      readonly score: number;
      readonly value: number;
      readonly tentative: Limits;
      readonly clear: Limits;
    }
  | { readonly verdict: "too-little"; readonly reason: TooLittleReason };

/**
 * Verdict on an area against the band of ordinary differences between areas: is it unusual among areas, chance included? The band's middle
 * is the value of all areas, this one among them; the band is as wide as they ordinarily differ, so that the area's own weight matters
 * little. `size` is the exposure of a rate or the total of a share. Of a rounded count the value nearest to the middle is taken.
 *
 * @example
 * compareWithBand({ of: "rates", target: 0.01, phi: 9, tau2: 0.01, areas: 25 }, { count: 1150, size: 100_000 }) // → { verdict: "no-clear-difference", score: 0.715 }
 */
export function compareWithBand(
  band: Band,
  area: { readonly count: number; readonly size: number; readonly roundedTo?: number },
  rules: SmallNumberRules = smallNumberRules,
): BandVerdict {
  if (area.size === 0) return { verdict: "too-little", reason: "no-denominator" };
  if (!enoughForVerdict([area.count], rules)) return { verdict: "too-little", reason: "small-numbers" };
  const most = band.of === "shares" ? area.size : Infinity;
  const [fewest, largest] = possibleCounts(area);
  const low = scoreInBand(band, fewest, area.size);
  const high = scoreInBand(band, Math.min(largest, most), area.size);
  const nearest = low > 0 ? low : high < 0 ? high : 0;
  const outside = (level: number): boolean => Math.abs(nearest) > twoSidedZ(level);
  const certainty = outside(levels.clear) ? "clear" : outside(levels.tentative) ? "tentative" : "none";
  return {
    verdict: certainty === "none" ? "no-clear-difference" : nearest > 0 ? "higher" : "lower",
    certainty,
    score: scoreInBand(band, area.count, area.size),
    value: area.count / area.size,
    tentative: limitsOfBand(band, area.size, levels.tentative),
    clear: limitsOfBand(band, area.size, levels.clear),
  };
}
