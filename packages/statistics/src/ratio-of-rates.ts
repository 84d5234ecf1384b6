import { logRatio } from "./log-ratio.ts";
import { requireAmount, requireCount } from "./refuse.ts";
import type { LevelOption, Outcome } from "./result.ts";

/** A rate as counted: so many events among so much exposure (inhabitants, person-years). */
export interface Rate {
  readonly count: number;
  readonly exposure: number;
}

export interface RatioOptions extends LevelOption {
  /** How many times as variable counts are as chance alone would have them; 1 unless told, never below. */
  readonly dispersion?: number;
}

/**
 * First rate divided by the second, for two areas or periods that share no event. 1: no difference. A zero count in either: too little.
 *
 * Log rate ratio ± z √(1/a + 1/b): Rothman, Greenland & Lash (2008), Modern Epidemiology, ch. 14. The verdict is read from this interval
 * and from nothing else: a test by another method can contradict it (120/250 000 against 95/260 000: exact p 0.048, exact interval 0.995 …).
 *
 * @example
 * ratioOfRates({ count: 120, exposure: 250_000 }, { count: 95, exposure: 260_000 }) // → { estimate: 1.313684, lower: 1.003680, upper: 1.719439 }
 */
export function ratioOfRates(a: Rate, b: Rate, options: RatioOptions = {}): Outcome {
  for (const { count, exposure } of [a, b]) {
    requireCount("count", count);
    requireAmount("exposure", exposure);
  }
  if (a.exposure === 0 || b.exposure === 0) return { tooLittle: "no-denominator" };
  if (a.count === 0 || b.count === 0) return { tooLittle: "zero-count" };
  const dispersion = Math.max(1, requireAmount("dispersion", options.dispersion ?? 1));
  const ratio = a.count / a.exposure / (b.count / b.exposure);
  return logRatio(ratio, dispersion * (1 / a.count + 1 / b.count), options);
}
