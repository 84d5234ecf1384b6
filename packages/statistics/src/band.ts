import type { Proportion } from "./difference-of-proportions.ts";
import { twoSidedZ } from "./distribution/normal.ts";
import type { Limits } from "./funnel-limits.ts";
import { overdispersion } from "./overdispersion.ts";
import type { Rate } from "./ratio-of-rates.ts";
import { requireAmount, requireCount, requireLevel, requirePart } from "./refuse.ts";
import type { TooLittle } from "./result.ts";

/** The band in which areas ordinarily lie: chance and the differences that there always are between areas. */
export interface Band {
  readonly of: "rates" | "shares";
  /** The value of all areas together. */
  readonly target: number;
  readonly phi: number;
  readonly tau2: number;
  /** How many areas it was made from. */
  readonly areas: number;
}

/** Below ten areas the spread between them can't be told from one of them being out of line. */
export const fewestAreas = 10;

/**
 * Band of ordinary differences between areas in a rate. Areas without exposure are left out. Too few areas (under ten) or no events: too
 * little. The scale is √(count / expected), with standard error 1 / (2 √expected).
 *
 * @example
 * rateBand([{ count: 3, exposure: 1000 }]) // → { tooLittle: "too-few-areas" }
 */
export function rateBand(areas: readonly Rate[]): Band | TooLittle {
  for (const { count, exposure } of areas) {
    requireCount("count", count);
    requireAmount("exposure", exposure);
  }
  const present = areas.filter(({ exposure }) => exposure > 0);
  const events = present.reduce((sum, { count }) => sum + count, 0);
  if (present.length < fewestAreas) return { tooLittle: "too-few-areas" };
  if (events === 0) return { tooLittle: "zero-count" };
  const target = events / present.reduce((sum, { exposure }) => sum + exposure, 0);
  const errors = present.map(({ exposure }) => 0.5 / Math.sqrt(target * exposure));
  const z = present.map((area, i) => (rateScore(target, area) - 1) / errors[i]!);
  return { of: "rates", target, ...overdispersion(z, errors), areas: present.length };
}

/**
 * Band of ordinary differences between areas in a share. Areas with a total of 0 are left out. Too few areas (under ten), nobody or
 * everybody: too little. The scale is arcsin √share, with standard error 1 / (2 √total).
 */
export function shareBand(areas: readonly Proportion[]): Band | TooLittle {
  for (const { count, total } of areas) requirePart(count, total);
  const present = areas.filter(({ total }) => total > 0);
  const cases = present.reduce((sum, { count }) => sum + count, 0);
  const all = present.reduce((sum, { total }) => sum + total, 0);
  if (present.length < fewestAreas) return { tooLittle: "too-few-areas" };
  if (cases === 0) return { tooLittle: "zero-count" };
  if (cases === all) return { tooLittle: "no-variation" };
  const target = cases / all;
  const errors = present.map(({ total }) => 0.5 / Math.sqrt(total));
  const z = present.map((area, i) => (shareScore(area) - Math.asin(Math.sqrt(target))) / errors[i]!);
  return { of: "shares", target, ...overdispersion(z, errors), areas: present.length };
}

const rateScore = (target: number, { count, exposure }: Rate): number => Math.sqrt(count / (target * exposure));
const shareScore = ({ count, total }: Proportion): number => Math.asin(Math.sqrt(count / total));

/** How many standard errors a rate or share lies from the middle of the band; `size` is its exposure or total, above zero. */
export function scoreInBand(band: Band, count: number, size: number): number {
  const { value, middle, variance } = scaleOfBand(band, count, size);
  return (value - middle) / Math.sqrt(variance + band.tau2);
}

/**
 * A rate or share on the scale of the band (√(count / expected), or arcsin √share), the band's middle there, and the variance of chance.
 *
 * @example
 * scaleOfBand({ of: "rates", target: 0.01, phi: 1, tau2: 0, areas: 12 }, 121, 10_000) // → { value: 1.1, middle: 1, variance: 0.0025 }
 */
export function scaleOfBand(
  { of, target }: Band,
  count: number,
  size: number,
): { readonly value: number; readonly middle: number; readonly variance: number } {
  requireCount("count", count);
  if (requireAmount("size", size) === 0) throw new RangeError("size must be above zero");
  if (of === "shares") requirePart(count, size);
  return of === "rates"
    ? { value: rateScore(target, { count, exposure: size }), middle: 1, variance: variance(of, target, size) }
    : {
        value: shareScore({ count, total: size }),
        middle: Math.asin(Math.sqrt(target)),
        variance: variance(of, target, size),
      };
}

const variance = (of: Band["of"], target: number, size: number): number =>
  0.25 / (of === "rates" ? target * size : size);

/**
 * Edges of the band for an area of this size (exposure or total, above zero), to draw it: what lies outside is unusual among areas.
 *
 * @example
 * limitsOfBand({ of: "rates", target: 0.01, phi: 1, tau2: 0, areas: 12 }, 10_000) // → { lower: 0.008136, upper: 0.012056 }
 */
export function limitsOfBand({ of, target, tau2 }: Band, size: number, level = 0.95): Limits {
  if (requireAmount("size", size) === 0) throw new RangeError("size must be above zero");
  const reach = twoSidedZ(requireLevel("level", level)) * Math.sqrt(variance(of, target, size) + tau2);
  if (of === "rates")
    return { target, lower: target * Math.max(0, 1 - reach) ** 2, upper: target * (1 + reach) ** 2, level };
  const middle = Math.asin(Math.sqrt(target));
  return {
    target,
    lower: Math.sin(Math.max(0, middle - reach)) ** 2,
    upper: Math.sin(Math.min(Math.PI / 2, middle + reach)) ** 2,
    level,
  };
}
