import { gammaQuantile } from "./distribution/gamma.ts";
import type { Rate } from "./ratio-of-rates.ts";
import { requireAmount, requireCount, requireLevel } from "./refuse.ts";
import type { Estimate, TooLittle } from "./result.ts";

/** A value drawn towards the mean of all areas. */
export interface Shrunken extends Estimate {
  /** How much of the estimate is the area's own value, from 0 to 1; the rest is the mean. */
  readonly own: number;
}

/**
 * Rates drawn towards the mean of all areas, the more the less an area's own count tells: what one expects to find again next time, and a
 * guard against reading chance into extremes. In the order given; per unit of exposure.
 *
 * Empirical Bayes, gamma–Poisson with the moments of Marshall (1991), Applied Statistics 40, 283–294: mean m of all events over all
 * exposure, variance between areas A = Σ nᵢ (rᵢ − m)² / Σ n − m / mean n, or 0. Limits are quantiles of the gamma posterior, and don't know
 * that m and A are estimates. An area without exposure gets the mean. Without difference between areas (A = 0) all get the mean. Under
 * three areas, or no events: too little.
 *
 * @example
 * shrunkenRates([{ count: 2, exposure: 100 }, { count: 60, exposure: 1000 }, { count: 30, exposure: 1000 }]) // → [{ estimate: 0.036875, own: 0.291269 }, { estimate: 0.056831 }, { estimate: 0.032703 }]
 */
export function shrunkenRates(areas: readonly Rate[], level = 0.95): readonly Shrunken[] | TooLittle {
  requireLevel("level", level);
  for (const { count, exposure } of areas) {
    requireCount("count", count);
    if (requireAmount("exposure", exposure) === 0 && count > 0) throw new RangeError("events without exposure");
  }
  const present = areas.filter(({ exposure }) => exposure > 0);
  if (present.length < 3) return { tooLittle: "too-few-areas" };
  const exposure = present.reduce((sum, it) => sum + it.exposure, 0);
  const mean = present.reduce((sum, it) => sum + it.count, 0) / exposure;
  if (mean === 0) return { tooLittle: "zero-count" };
  const spread = present.reduce((sum, it) => sum + it.exposure * (it.count / it.exposure - mean) ** 2, 0) / exposure;
  const between = spread - mean / (exposure / present.length);
  const method = "gamma-poisson";
  // Without any difference between areas the posterior is a point.
  if (between <= 0) return areas.map(() => ({ estimate: mean, lower: mean, upper: mean, level, method, own: 0 }));
  const [shape, rate] = [(mean * mean) / between, mean / between];
  return areas.map((area) => {
    const total = rate + area.exposure;
    const at = (p: number): number => gammaQuantile(p, shape + area.count) / total;
    const estimate = (shape + area.count) / total;
    return {
      estimate,
      // A very lopsided posterior has its mean beyond its quantiles.
      lower: Math.min(estimate, at((1 - level) / 2)),
      upper: Math.max(estimate, at((1 + level) / 2)),
      level,
      method,
      own: area.exposure / total,
    };
  });
}
