import quantile from "@stdlib/stats-base-dists-beta-quantile";
import { requireLevel } from "../refuse.ts";

/**
 * Quantile of the beta distribution with both shapes above zero.
 *
 * @example
 * betaQuantile(0.025, 81, 183) // → 0.252737
 */
export const betaQuantile = (p: number, a: number, b: number): number => quantile(requireLevel("p", p), a, b);
