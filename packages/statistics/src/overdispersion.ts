import { quantile } from "./quantile.ts";

/** How much more areas differ than chance alone would make them. */
export interface Overdispersion {
  /** Mean squared z-score after winsorising: about 1 where there is only chance. */
  readonly phi: number;
  /** Variance of the ordinary differences between areas, on the scale of the z-scores' standard errors squared. 0: only chance. */
  readonly tau2: number;
}

/**
 * Spiegelhalter's additive random effects: how far areas differ beyond chance, from their z-scores and standard errors. The outer tenths
 * on each side are first drawn in to the 10 % and 90 % points, so that an outlier doesn't widen the band it is judged by.
 *
 * Spiegelhalter (2005), Quality and Safety in Health Care 14, 347–351; τ² by moments as in DerSimonian & Laird (1986).
 *
 * @example
 * overdispersion([-3, -1, 0, 1, 3], [0.1, 0.1, 0.1, 0.1, 0.1]) // → { phi: 2.336, tau2: 0.0192 }
 */
export function overdispersion(z: readonly number[], standardErrors: readonly number[]): Overdispersion {
  const n = z.length;
  if (n !== standardErrors.length) throw new RangeError(`${n} z-scores with ${standardErrors.length} standard errors`);
  if (![...z, ...standardErrors].every(Number.isFinite) || standardErrors.some((it) => it <= 0))
    throw new RangeError("z-scores must be finite and standard errors above zero");
  if (n < 2) return { phi: 1, tau2: 0 };
  const [low, high] = [quantile(z, 0.1), quantile(z, 0.9)];
  const phi = z.reduce((sum, it) => sum + Math.min(high, Math.max(low, it)) ** 2, 0) / n;
  const weights = standardErrors.map((s) => 1 / (s * s));
  const weight = weights.reduce((sum, w) => sum + w, 0);
  const squared = weights.reduce((sum, w) => sum + w * w, 0);
  return { phi, tau2: Math.max(0, (n * phi - (n - 1)) / (weight - squared / weight)) };
}
