import { scaleOfBand, type Band } from "./band.ts";
import { twoSidedZ } from "./distribution/normal.ts";
import { possibleCounts } from "./rounded-counts.ts";
import { enoughForVerdict, smallNumberRules, type SmallNumberRules } from "./small-numbers.ts";
import type { TooLittleReason } from "./result.ts";
import { levels } from "./verdict.ts";

/** One of two areas that are set side by side; `size` is the exposure of a rate or the total of a share. */
export interface AreaInBand {
  readonly count: number;
  readonly size: number;
  readonly roundedTo?: number;
}

/** How far two areas lie apart, measured by how far areas ordinarily do. */
export type PairVerdict =
  | {
      readonly verdict: "higher" | "lower" | "no-clear-difference";
      readonly certainty: "clear" | "tentative" | "none";
      /** Standard errors between the two, chance and ordinary differences together. */
      readonly score: number;
    }
  | { readonly verdict: "too-little"; readonly reason: TooLittleReason };

/**
 * Verdict on two areas, measured by the ordinary differences between areas: both vary about the middle of the band, so that the variance
 * of their difference is that of chance in each and twice that between areas. Without it nearly any two large areas differ by more than
 * chance. Of rounded counts the values nearest to each other are taken.
 *
 * @example
 * compareInBand({ of: "rates", target: 0.01, phi: 9, tau2: 0.01, areas: 25 }, { count: 1300, size: 100_000 }, { count: 900, size: 100_000 }) // → { verdict: "no-clear-difference", certainty: "none" }
 */
export function compareInBand(
  band: Band,
  a: AreaInBand,
  b: AreaInBand,
  rules: SmallNumberRules = smallNumberRules,
): PairVerdict {
  if (a.size === 0 || b.size === 0) return { verdict: "too-little", reason: "no-denominator" };
  if (!enoughForVerdict([a.count, b.count], rules)) return { verdict: "too-little", reason: "small-numbers" };
  const most = (size: number): number => (band.of === "shares" ? size : Infinity);
  const [aFew, aMany] = possibleCounts(a);
  const [bFew, bMany] = possibleCounts(b);
  const low = apart(band, { ...a, count: aFew }, { ...b, count: Math.min(bMany, most(b.size)) });
  const high = apart(band, { ...a, count: Math.min(aMany, most(a.size)) }, { ...b, count: bFew });
  const nearest = low > 0 ? low : high < 0 ? high : 0;
  const outside = (level: number): boolean => Math.abs(nearest) > twoSidedZ(level);
  const certainty = outside(levels.clear) ? "clear" : outside(levels.tentative) ? "tentative" : "none";
  return {
    verdict: certainty === "none" ? "no-clear-difference" : nearest > 0 ? "higher" : "lower",
    certainty,
    score: apart(band, a, b),
  };
}

function apart(band: Band, a: AreaInBand, b: AreaInBand): number {
  const [x, y] = [a, b].map(({ count, size }) => scaleOfBand(band, count, size));
  return (x!.value - y!.value) / Math.sqrt(x!.variance + y!.variance + 2 * band.tau2);
}
