/** Chances of whole numbers from `from` on; what lies outside has no chance that floating point could hold. */
export interface Discrete {
  readonly from: number;
  readonly chances: Float64Array;
}

/** Weights this much smaller than that of the likeliest number are left out. */
const negligible = 1e-22;

/**
 * Spreads out from the likeliest number by the ratio of each chance to the next, and divides by the sum: exact to rounding without any
 * special function, in time that grows with the standard deviation.
 */
export function spreadFrom(mode: number, most: number, nextOver: (k: number) => number): Discrete {
  const down: number[] = [];
  for (let k = mode - 1, weight = 1; k >= 0; k--) {
    weight /= nextOver(k);
    if (weight < negligible) break;
    down.push(weight);
  }
  const up: number[] = [1];
  for (let k = mode, weight = 1; k < most; k++) {
    weight *= nextOver(k);
    if (weight < negligible) break;
    up.push(weight);
  }
  const chances = Float64Array.from([...down.toReversed(), ...up]);
  const total = chances.reduce((sum, it) => sum + it, 0);
  return { from: mode - down.length, chances: chances.map((it) => it / total) };
}

/**
 * Chance of at most k.
 *
 * @example
 * atMost(binomial(20, 0.5), 5) // → 0.020694733
 */
export function atMost({ from, chances }: Discrete, k: number): number {
  let sum = 0;
  for (let i = 0; i < chances.length && from + i <= k; i++) sum += chances[i]!;
  return Math.min(1, sum);
}

/**
 * Points outside which a number falls with a chance of at most p on each side, between whole numbers by straight line. The lower one is the
 * smallest r with P(X ≤ r) ≥ p, less the part of P(X = r) that isn't needed; Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202,
 * appendix. The upper one is its mirror, as otherwise numbers would fall above it more often than p (Manktelow & Seaton 2012, PLoS ONE 7,
 * e45723, compare ways). The lower one is never below 0.
 *
 * @example
 * tailLimits(poisson(10), 0.025) // → [3.775188, 17.159951]
 */
export function tailLimits({ from, chances }: Discrete, p: number): readonly [number, number] {
  const inward = (at: (i: number) => number): number => {
    for (let i = 0, sum = 0; i < chances.length; i++) {
      sum += at(i);
      if (sum >= p) return i - (sum - p) / at(i);
    }
    return chances.length - 1;
  };
  const last = chances.length - 1;
  return [Math.max(0, from + inward((i) => chances[i]!)), from + last - inward((i) => chances[last - i]!)];
}

/** Numbers of events when so many are expected on average. */
export const poisson = (mean: number): Discrete => {
  if (!(mean >= 0 && mean <= 1e9)) throw new RangeError(`mean must be a number from 0 to 1e9: ${mean}`);
  return spreadFrom(Math.floor(mean), Infinity, (k) => mean / (k + 1));
};

/** Numbers of cases among `total`, each with chance `share`. */
export const binomial = (total: number, share: number): Discrete => {
  if (!Number.isInteger(total) || !(total >= 0 && total <= 1e9))
    throw new RangeError(`total must be a whole number from 0 to 1e9: ${total}`);
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share must be from 0 to 1: ${share}`);
  const mode = Math.min(total, Math.floor((total + 1) * share));
  return spreadFrom(mode, total, (k) => ((total - k) * share) / ((k + 1) * (1 - share)));
};
