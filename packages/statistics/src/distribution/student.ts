import cdf from "@stdlib/stats-base-dists-t-cdf";
import quantile from "@stdlib/stats-base-dists-t-quantile";
import { requireLevel } from "../refuse.ts";

/**
 * How many standard errors an interval of this coverage reaches on each side, when the spread itself was estimated from `df` spare points.
 *
 * @example
 * twoSidedT(0.95, 8) // → 2.306004
 */
export const twoSidedT = (level: number, df: number): number => quantile((1 + requireLevel("level", level)) / 2, df);

/** Chance of a value of Student's t at least this far from zero, on either side. */
export const twoSidedTP = (t: number, df: number): number => 2 * cdf(-Math.abs(t), df);
