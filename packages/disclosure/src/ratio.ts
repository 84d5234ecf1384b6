/** A count as it stands in the table that is published. */
export interface ShownCount {
  /** Rounded as published; undefined when hidden. */
  readonly value: number | undefined;
}

/** Percentages follow the published counts and nothing else. */
export interface RatioRules {
  /** No percentage of fewer than so many. */
  readonly leastDenominator: number;
  /** One decimal only from so many on; `undefined`: never. */
  readonly leastForDecimal: number | undefined;
}

/** Below 100 a step of one percent is less than one person; one decimal only where it says less than the rounding to fives. */
export const ratioRules: Readonly<Record<"plain" | "cbs-visible" | "strict", RatioRules>> = {
  plain: { leastDenominator: 100, leastForDecimal: 1000 },
  "cbs-visible": { leastDenominator: 100, leastForDecimal: 4000 },
  strict: { leastDenominator: 100, leastForDecimal: 4000 },
};

/** Whether a percentage may be shown, with how many decimals, or why not. */
export type RatioVerdict =
  | { readonly allowed: true; readonly decimals: 0 | 1 }
  | { readonly allowed: false; readonly because: "numerator" | "denominator" | "complement" | "too few" };

/**
 * Judges a percentage. It is hidden with any of its parts: with the denominator known, the percentage is the numerator over again, and
 * the complement is the denominator less the numerator.
 * @param complement the rest of the denominator, when that is a cell of its own; left out when it is none
 */
export function ratioAllowed(
  numerator: ShownCount,
  denominator: ShownCount,
  complement: ShownCount | undefined,
  rules: RatioRules,
): RatioVerdict {
  if (denominator.value === undefined) return { allowed: false, because: "denominator" };
  if (numerator.value === undefined) return { allowed: false, because: "numerator" };
  if (complement !== undefined && complement.value === undefined) return { allowed: false, because: "complement" };
  if (denominator.value < rules.leastDenominator) return { allowed: false, because: "too few" };
  const { leastForDecimal } = rules;
  return { allowed: true, decimals: leastForDecimal !== undefined && denominator.value >= leastForDecimal ? 1 : 0 };
}

/**
 * The percentage of two published counts.
 * @param decimals as `ratioAllowed` says
 * @returns in percent, rounded half up
 */
export function publishedRatio(numerator: number, denominator: number, decimals: 0 | 1): number {
  const step = decimals === 1 ? 10 : 1;
  return Math.floor((100 * step * numerator) / denominator + 0.5) / step;
}
