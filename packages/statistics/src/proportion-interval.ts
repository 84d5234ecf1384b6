import { betaQuantile } from "./distribution/beta.ts";
import { twoSidedZ } from "./distribution/normal.ts";
import { requireLevel, requirePart } from "./refuse.ts";
import type { LevelOption, Outcome } from "./result.ts";

export interface ProportionOptions extends LevelOption {
  /**
   * `wilson` (default): right on average. `wilson-continuity` and `clopper-pearson`: seldom too narrow, often too wide; for those who must
   * never claim too much.
   */
  readonly method?: "wilson" | "wilson-continuity" | "clopper-pearson";
}

/**
 * Share of a total with its interval, from 0 to 1. Nothing asked (a total of 0): too little.
 *
 * Wilson (1927), JASA 22; with continuity correction Newcombe (1998), Statistics in Medicine 17, 857–872, method 4; exact: Clopper &
 * Pearson (1934), Biometrika 26, through beta quantiles. None of 20 has a lower limit of 0, all of 29 an upper limit of 1.
 *
 * @example
 * proportionInterval(81, 263) // → { estimate: 0.307985, lower: 0.255289, upper: 0.366210 }
 * @example
 * proportionInterval(81, 263, { method: "clopper-pearson" }) // → { lower: 0.252737, upper: 0.367622 }
 */
export function proportionInterval(count: number, total: number, options: ProportionOptions = {}): Outcome {
  requirePart(count, total);
  const level = requireLevel("level", options.level ?? 0.95);
  const method = options.method ?? "wilson";
  if (total === 0) return { tooLittle: "no-denominator" };
  const lowerOf = { wilson, "wilson-continuity": wilsonContinuity, "clopper-pearson": clopperPearson }[method];
  // The limits for those who do and those who don't are each other's mirror, which also keeps them so in floating point.
  const lower = lowerOf(count, total, level);
  const upper = 1 - lowerOf(total - count, total, level);
  const estimate = count / total;
  return { estimate, lower: Math.min(lower, estimate), upper: Math.max(upper, estimate), level, method };
}

/** Lower limits; each is 0 without a single case. */
function wilson(x: number, n: number, level: number): number {
  if (x === 0) return 0;
  const z = twoSidedZ(level);
  return Math.max(0, (2 * x + z * z - z * Math.sqrt(z * z + 4 * x * (1 - x / n))) / (2 * (n + z * z)));
}

function wilsonContinuity(x: number, n: number, level: number): number {
  if (x === 0) return 0;
  const z = twoSidedZ(level);
  const p = x / n;
  const root = Math.sqrt(Math.max(0, z * z - 2 - 1 / n + 4 * p * (n * (1 - p) + 1)));
  return Math.max(0, (2 * x + z * z - 1 - z * root) / (2 * (n + z * z)));
}

const clopperPearson = (x: number, n: number, level: number): number =>
  x === 0 ? 0 : betaQuantile((1 - level) / 2, x, n - x + 1);
