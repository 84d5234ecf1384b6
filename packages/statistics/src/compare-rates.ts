import { ratioOfRates, type Rate, type RatioOptions } from "./ratio-of-rates.ts";
import { overRounding, type PublishedCount } from "./rounded-counts.ts";
import { enoughForVerdict, smallNumberRules, type SmallNumberRules } from "./small-numbers.ts";
import { verdictOf, type Verdict } from "./verdict.ts";

/** A rate as published. */
export interface PublishedRate extends Rate, PublishedCount {}

export interface CompareOptions extends Pick<RatioOptions, "dispersion"> {
  readonly rules?: SmallNumberRules;
}

/**
 * Verdict on the ratio of two rates that share no event: two areas, or two periods of one. Limits are widened by rounding. Counts under
 * ten, zero or without exposure: too little.
 *
 * @example
 * compareRates({ count: 120, exposure: 250_000 }, { count: 95, exposure: 260_000 }) // → { verdict: "higher", certainty: "tentative" }
 * @example
 * compareRates({ count: 120, exposure: 250_000, roundedTo: 5 }, { count: 95, exposure: 260_000, roundedTo: 5 }) // → { verdict: "no-clear-difference" }
 */
export function compareRates(a: PublishedRate, b: PublishedRate, options: CompareOptions = {}): Verdict {
  const at = (level: number) =>
    overRounding([a, b], ([x = 0, y = 0]) =>
      ratioOfRates({ ...a, count: x }, { ...b, count: y }, { level, dispersion: options.dispersion }),
    );
  const verdict = verdictOf(at, 1);
  const enough = enoughForVerdict([a.count, b.count], options.rules ?? smallNumberRules);
  return verdict.verdict === "too-little" || enough ? verdict : { verdict: "too-little", reason: "small-numbers" };
}
