import type { Rate } from "./ratio-of-rates.ts";
import { rateInterval } from "./rate-interval.ts";
import { isEstimate, type LevelOption, type Outcome } from "./result.ts";

export interface RateDifferenceOptions extends LevelOption {
  /** The difference is per so many of the exposure; 1 unless told. */
  readonly per?: number;
}

/**
 * First rate minus second, in events per `per` of exposure, for two areas or periods that share no event. Holds for zero counts as well.
 *
 * MOVER: the distances of each estimate to its own limits, squared and added. Zou & Donner (2008), Statistics in Medicine 27, 1693–1702,
 * with the limits of {@link rateInterval}. Near the edge it can disagree with the ratio, as in the example, where {@link ratioOfRates} has a
 * lower limit of 1.004: take verdicts from one of the two, always the same. This library takes them from the ratio.
 *
 * @example
 * differenceOfRates({ count: 120, exposure: 250_000 }, { count: 95, exposure: 260_000 }, { per: 10_000 }) // → { estimate: 1.146154, lower: -0.008724, upper: 2.316545 }
 */
export function differenceOfRates(a: Rate, b: Rate, options: RateDifferenceOptions = {}): Outcome {
  const first = rateInterval(a.count, a.exposure, options);
  const second = rateInterval(b.count, b.exposure, options);
  if (!isEstimate(first)) return first;
  if (!isEstimate(second)) return second;
  const estimate = first.estimate - second.estimate;
  return {
    estimate,
    lower: estimate - Math.hypot(first.estimate - first.lower, second.upper - second.estimate),
    upper: estimate + Math.hypot(first.upper - first.estimate, second.estimate - second.lower),
    level: first.level,
    method: "mover",
  };
}
