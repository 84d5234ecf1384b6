import { requireAmount, requireCount } from "./refuse.ts";
import type { TooLittle } from "./result.ts";

/** An area with what is published about it: never the outcome that is to be compared. An absent trait isn't known. */
export interface AreaTraits {
  readonly code: string;
  readonly traits: Readonly<Record<string, number | undefined>>;
}

export interface NearestOptions {
  /** How heavily each trait counts: 1 unless told, 0 leaves it out. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Areas that are not to be offered; they still tell how far areas differ. */
  readonly exclude?: readonly string[];
  /** How many to give; 5 unless told. */
  readonly count?: number;
}

/** What one trait adds. */
export interface Contribution {
  /** That area minus this one, in standard deviations over all areas. */
  readonly apart: number;
  /** Part of the squared distance, from 0 to 1. */
  readonly share: number;
}

export interface NearArea {
  readonly code: string;
  /** Root mean square of the differences, in standard deviations: 0 is alike in every trait. */
  readonly distance: number;
  /** Traits that both areas have. */
  readonly contributions: Readonly<Record<string, Contribution>>;
  /** Traits that were asked for and that one of the two lacks. */
  readonly missing: readonly string[];
}

/** An area is offered only when the traits both have carry at least this part of the weight. */
const leastKnown = 0.5;

/**
 * Areas most like one area, nearest first (the same distance: by code). Each trait is measured in its own standard deviations over all areas
 * that have it, so that large numbers don't outweigh small ones; the distance is the weighted root mean square over the traits both
 * areas have, so that a missing trait makes an area neither nearer nor farther. A trait in which no two areas differ counts for nothing.
 * As CIPFA's nearest neighbours: standardised traits, Euclidean distance. No trait in which areas differ: too little.
 *
 * @example
 * nearestAreas("A", [
 *   { code: "A", traits: { density: 500, young: 0.2 } },
 *   { code: "B", traits: { density: 5000, young: 0.2 } },
 *   { code: "C", traits: { density: 700, young: 0.21 } },
 * ], { count: 1 }) // → [{ code: "C", missing: [] }]
 */
export function nearestAreas(
  code: string,
  areas: readonly AreaTraits[],
  options: NearestOptions = {},
): readonly NearArea[] | TooLittle {
  const own = areas.find((area) => area.code === code);
  if (own === undefined) throw new RangeError(`no area ${code}`);
  const scales = scalesOf(areas, options.weights ?? {});
  const known = scales.filter(({ trait }) => own.traits[trait] !== undefined);
  if (known.length === 0) return { tooLittle: "no-variation" };
  const count = requireCount("count", options.count ?? 5);
  const excluded = new Set([code, ...(options.exclude ?? [])]);
  return areas
    .filter((area) => !excluded.has(area.code))
    .map((area) => distanceBetween(own, area, scales))
    .filter((near) => near !== undefined)
    .toSorted((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1))
    .slice(0, count);
}

interface Scale {
  readonly trait: string;
  readonly weight: number;
  readonly deviation: number;
}

function scalesOf(areas: readonly AreaTraits[], weights: Readonly<Record<string, number>>): readonly Scale[] {
  const traits = new Set(areas.flatMap((area) => Object.keys(area.traits)));
  for (const trait of Object.keys(weights))
    if (!traits.has(trait)) throw new RangeError(`no area has the trait ${trait}`);
  return [...traits].toSorted().flatMap((trait) => {
    const weight = requireAmount(`weight of ${trait}`, weights[trait] ?? 1);
    const values = areas.flatMap(({ traits }) => traits[trait] ?? []);
    if (!values.every(Number.isFinite)) throw new RangeError(`${trait} must be a finite number, or absent`);
    const mean = values.reduce((sum, it) => sum + it, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, it) => sum + (it - mean) ** 2, 0) / (values.length - 1));
    // What is left of equal values after rounding is no difference.
    return weight > 0 && deviation > 1e-12 * Math.abs(mean) ? [{ trait, weight, deviation }] : [];
  });
}

function distanceBetween(own: AreaTraits, other: AreaTraits, scales: readonly Scale[]): NearArea | undefined {
  const both = scales.flatMap(({ trait, weight, deviation }) => {
    const [here, there] = [own.traits[trait], other.traits[trait]];
    return here === undefined || there === undefined ? [] : [{ trait, weight, apart: (there - here) / deviation }];
  });
  const weighed = (of: readonly { readonly weight: number }[]): number => of.reduce((sum, it) => sum + it.weight, 0);
  if (both.length === 0 || weighed(both) < leastKnown * weighed(scales)) return undefined;
  const squared = both.reduce((sum, { weight, apart }) => sum + weight * apart * apart, 0);
  const contributions = Object.fromEntries(
    both.map(({ trait, weight, apart }) => [
      trait,
      { apart, share: squared === 0 ? 0 : (weight * apart * apart) / squared },
    ]),
  );
  const missing = scales.map(({ trait }) => trait).filter((trait) => contributions[trait] === undefined);
  return { code: other.code, distance: Math.sqrt(squared / weighed(both)), contributions, missing };
}
