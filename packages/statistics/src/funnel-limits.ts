import { binomial, poisson, tailLimits } from "./distribution/discrete.ts";
import { twoSidedZ } from "./distribution/normal.ts";
import { requireAmount, requireCount, requireLevel, requireShare } from "./refuse.ts";

/** Between these, an area that doesn't differ from the target falls by chance in `level` of the cases. */
export interface Limits {
  readonly target: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/**
 * Control limits for a rate around a target rate, at an exposure: the exact Poisson limits of the count, interpolated between whole
 * numbers (Spiegelhalter 2005, Statistics in Medicine 24, 1185–1202; see `tailLimits`). These know chance only; see `limitsOfBand` for
 * ordinary differences between areas. Without exposure there are no limits to speak of: 0 to infinity.
 *
 * @example
 * rateLimits(0.001, 10_000) // → { target: 0.001, lower: 0.000377519, upper: 0.001715995 }
 */
export function rateLimits(target: number, exposure: number, level = 0.95): Limits {
  requireLevel("level", level);
  const expected = requireAmount("target", target) * requireAmount("exposure", exposure);
  if (exposure === 0) return { target, lower: 0, upper: Infinity, level };
  const [lower, upper] = tailLimits(poisson(expected), (1 - level) / 2);
  return { target, lower: lower / exposure, upper: upper / exposure, level };
}

/**
 * Control limits for a share around a target share, for groups of `total`. `exact`: binomial limits, interpolated as above.
 * `score`: the shares whose Wilson interval just reaches the target, target ± z √(target (1 − target) / total), as the English public
 * health indicators draw them. Both stay within 0 … 1, and are just that for a total of 0.
 *
 * @example
 * shareLimits(0.80642448, 598, 0.95, "score") // → { lower: 0.77475765, upper: 0.83809131 }
 */
export function shareLimits(target: number, total: number, level = 0.95, method: "exact" | "score" = "exact"): Limits {
  requireShare("target", target);
  requireLevel("level", level);
  if (requireCount("total", total) === 0) return { target, lower: 0, upper: 1, level };
  if (method === "score") {
    const reach = twoSidedZ(level) * Math.sqrt((target * (1 - target)) / total);
    return { target, lower: Math.max(0, target - reach), upper: Math.min(1, target + reach), level };
  }
  const [lower, upper] = tailLimits(binomial(total, target), (1 - level) / 2);
  return { target, lower: lower / total, upper: Math.min(1, upper / total), level };
}
