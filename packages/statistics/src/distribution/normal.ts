import cdf from "@stdlib/stats-base-dists-normal-cdf";
import quantile from "@stdlib/stats-base-dists-normal-quantile";
import { requireLevel } from "../refuse.ts";

/**
 * How many standard errors an interval of this coverage reaches on each side.
 *
 * @example
 * twoSidedZ(0.95) // → 1.959964
 */
export function twoSidedZ(level: number): number {
  if (level !== last.level) last = { level, z: quantile((1 + requireLevel("level", level)) / 2, 0, 1) };
  return last.z;
}
// Hundreds of thousands of intervals in a row are of one coverage, and the quantile is most of their cost.
let last: { readonly level: number; readonly z: number } = { level: Number.NaN, z: Number.NaN };

/** Quantile of the standard normal distribution. */
export const normalQuantile = (p: number): number => quantile(requireLevel("p", p), 0, 1);

/**
 * Chance of a standard normal value at least this far from zero, on either side.
 *
 * @example
 * twoSidedP(-1.959964) // → 0.05
 */
export const twoSidedP = (z: number): number => 2 * cdf(-Math.abs(z), 0, 1);
