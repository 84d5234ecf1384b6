import { twoSidedZ } from "./distribution/normal.ts";
import { requireLevel } from "./refuse.ts";
import type { Estimate, LevelOption } from "./result.ts";

/**
 * Interval around a ratio from the variance of its logarithm: as wide upwards as downwards in times, not in steps.
 *
 * @example
 * logRatio(2, 0.01) // → { estimate: 2, lower: 1.644030, upper: 2.433045 }
 */
export function logRatio(ratio: number, variance: number, options: LevelOption = {}): Estimate {
  const level = requireLevel("level", options.level ?? 0.95);
  const factor = Math.exp(twoSidedZ(level) * Math.sqrt(variance));
  return { estimate: ratio, lower: ratio / factor, upper: ratio * factor, level, method: "log-ratio" };
}
