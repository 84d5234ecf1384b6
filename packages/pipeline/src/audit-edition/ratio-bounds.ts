import { percentDecimals, type Policy } from "@impactmonitor/model/policy";

interface Range {
  readonly low: number;
  readonly high: number;
}

/** A percentage or a rate that is shown, and what is known of the counts in it. */
export interface RatioKnown {
  readonly value: number;
  /** 100 for a percentage, 10 000 for a rate per 10 000. */
  readonly scale: number;
  readonly decimals: number;
  /** What it is of: a count, or inhabitants; `shown` is the number that a reader sees. */
  readonly whole: Range & { readonly shown?: number };
  /** The count whose part it is: the number that a reader sees, and whether it is left out on purpose. */
  readonly part: { readonly shown?: number; readonly hidden: boolean };
  /** How far a shown number can be from the count. */
  readonly reach: number;
}

/**
 * What a percentage or a rate tells of the count that it was computed from. Computed as the policy says, it is a ratio of rounded counts, and
 * tells a rounded count. Where no rounded count fits, or there should be no figure at all as the count is hidden, it was computed from the
 * true count.
 * @returns undefined when it tells nothing more
 */
export function countBehind(
  { value, scale, decimals, whole, part, reach }: RatioKnown,
  base: number,
): Range | undefined {
  const half = 0.5 / 10 ** decimals;
  const low = Math.max(0, value - half) / scale;
  const high = (value + half) / scale;
  const exact = { low: Math.ceil(low * whole.low - 1e-9), high: Math.floor(high * whole.high + 1e-9) };
  const fits = exact.low <= exact.high;
  if (part.hidden && fits) return exact;
  const of = whole.shown;
  const shown = part.shown;
  // Of how many inhabitants is not always known; a number that is shown and fits some of them is what it was computed from.
  const [least, most] = of === undefined ? [whole.low, whole.high] : [of, of];
  if (shown !== undefined && low * least - 1e-9 <= shown && shown <= high * most + 1e-9) return undefined;
  if (of === undefined) return fits ? exact : undefined;
  const steps = roundedBetween(low * of, high * of, base);
  if (shown === undefined && steps !== undefined)
    return { low: Math.max(0, steps.low - reach), high: steps.high + reach };
  return fits ? exact : undefined;
}

function roundedBetween(low: number, high: number, base: number): Range | undefined {
  const first = Math.ceil(low / base - 1e-9) * base;
  const last = Math.floor(high / base + 1e-9) * base;
  return first <= last ? { low: first, high: last } : undefined;
}

/** Decimals that a ratio has by the policy. */
export const ratioDecimals = (policy: Policy, per: number | undefined, denominator: number): number =>
  per === undefined ? percentDecimals(policy, denominator) : policy.rates.decimals;
