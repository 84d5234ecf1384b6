import quantile from "@stdlib/stats-base-dists-gamma-quantile";
import { requireAmount, requireLevel } from "../refuse.ts";
import { normalQuantile } from "./normal.ts";

/** From this shape on the expansion below is as exact as we need (relative error under 2e-11), and faster. */
const expandedFrom = 400;

/**
 * Quantile of the gamma distribution with scale 1. A shape of 0 is a point at 0.
 *
 * From shape 400 the expansion of Goldberg & Levine (1946) around the normal quantile is used: the library's quantile is off by up to
 * 1.6e-4 (and its median by 1e-3) from a shape of about 930, where it was compared with SciPy 1.17.1.
 *
 * @example
 * gammaQuantile(0.975, 1) // → 3.688879
 * @example
 * gammaQuantile(0.975, 1001) // → 1063.952136
 */
export function gammaQuantile(p: number, shape: number): number {
  requireLevel("p", p);
  if (requireAmount("shape", shape) === 0) return 0;
  return shape < expandedFrom ? quantile(p, shape, 1) : expanded(normalQuantile(p), 2 * shape) / 2;
}

/** Quantile of chi-square with ν degrees of freedom from the normal one; Abramowitz & Stegun 26.4.17 is its first step. */
function expanded(z: number, df: number): number {
  const [z2, root] = [z * z, Math.sqrt(2 * df)];
  return (
    df +
    z * root +
    (2 / 3) * (z2 - 1) +
    (z * (z2 - 7)) / (9 * root) -
    (6 * z2 * z2 + 14 * z2 - 32) / (405 * df) +
    (z * (9 * z2 * z2 + 256 * z2 - 433)) / (4860 * df * root) +
    (12 * z2 ** 3 - 243 * z2 * z2 - 923 * z2 + 1472) / (25515 * df * df)
  );
}
