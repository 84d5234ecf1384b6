import type { Proportion } from "./difference-of-proportions.ts";
import { logRatio } from "./log-ratio.ts";
import { requirePart } from "./refuse.ts";
import type { LevelOption, Outcome } from "./result.ts";

/**
 * First share divided by the second, for two groups that share no member. 1: no difference. A zero in either: too little, since a ratio
 * with nothing has no estimate; {@link differenceOfProportions} does.
 *
 * Interval on the log scale: Katz, Baptista, Azen & Pike (1978), Biometrics 34.
 *
 * @example
 * ratioOfProportions({ count: 56, total: 70 }, { count: 48, total: 80 }) // → { estimate: 1.333333, lower: 1.076626, upper: 1.651249 }
 */
export function ratioOfProportions(a: Proportion, b: Proportion, options: LevelOption = {}): Outcome {
  requirePart(a.count, a.total);
  requirePart(b.count, b.total);
  if (a.total === 0 || b.total === 0) return { tooLittle: "no-denominator" };
  if (a.count === 0 || b.count === 0) return { tooLittle: "zero-count" };
  const variance = 1 / a.count - 1 / a.total + 1 / b.count - 1 / b.total;
  return logRatio(a.count / a.total / (b.count / b.total), variance, options);
}
