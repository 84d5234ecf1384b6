import { poissonInterval, type PoissonOptions } from "./poisson-interval.ts";
import { requireAmount } from "./refuse.ts";
import type { Outcome } from "./result.ts";

export interface RateOptions extends PoissonOptions {
  /** The rate is per so many of the exposure: 10 000 for “per 10 000 inhabitants”. 1 unless told. */
  readonly per?: number;
}

/**
 * Rate of events per exposure (inhabitants, households, person-years) with its interval; see {@link poissonInterval} for the methods.
 * The exposure is taken as known. Without exposure: too little.
 *
 * @example
 * rateInterval(65, 100_000, { per: 10_000 }) // → { estimate: 6.5, lower: 5.016319, upper: 8.284914 }
 * @example
 * rateInterval(3, 0) // → { tooLittle: "no-denominator" }
 */
export function rateInterval(events: number, exposure: number, options: RateOptions = {}): Outcome {
  const count = poissonInterval(events, options);
  if (requireAmount("exposure", exposure) === 0) return { tooLittle: "no-denominator" };
  const times = requireAmount("per", options.per ?? 1) / exposure;
  return { ...count, estimate: events * times, lower: count.lower * times, upper: count.upper * times };
}
