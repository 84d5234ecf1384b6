import type { Area, Level } from "@impactmonitor/model/area";
import type { Trait, TraitWeight } from "@impactmonitor/model/trait";
import { nearestAreas, type NearArea } from "@impactmonitor/statistics/nearest-areas";
import type { Book } from "../book.ts";
import { areaTraits, scaled, type TraitColumn } from "./area-traits.ts";

/** What a visitor chose; everything may be left as it is. */
export interface ComparableChoice {
  /** Trait → how much it counts, where that differs from the catalogue. */
  readonly weights?: Readonly<Record<string, TraitWeight>>;
  /** Codes of areas that are not to be offered. */
  readonly without?: readonly string[];
  readonly count?: number;
}

export const usualCount = 5;
export const [fewest, most] = [3, 10] as const;

/** Levels at which there are enough areas to choose among, and context that says what they are like. */
export const matchedLevels: readonly Level[] = ["vt-region", "province", "municipality"];

/** A trait as it counts here. */
export interface WeighedTrait {
  readonly column: TraitColumn;
  readonly weight: TraitWeight;
  /** The visitor weighed it otherwise than the catalogue. */
  readonly chosen: boolean;
}

export interface TraitDifference {
  readonly trait: Trait;
  readonly here: number;
  readonly there: number;
  /** There minus here, in standard deviations over all areas of the level; of a trait that is left out as well. */
  readonly apart: number;
  readonly counts: boolean;
}

export interface ComparableArea {
  readonly area: Area;
  /** Root mean square of the differences that count, in standard deviations. */
  readonly distance: number;
  /** In the order of the catalogue. */
  readonly differences: readonly TraitDifference[];
  /** Traits that count and that one of the two areas lacks. */
  readonly missing: readonly Trait[];
}

export type WhyNone = "level" | "no-traits" | "ended" | "unknown" | "nothing-counts" | "none-left";

export interface ComparableAreas {
  readonly area: Area;
  readonly count: number;
  /** Nearest first; areas that are equally near by code. No order of merit. */
  readonly near: readonly ComparableArea[];
  readonly traits: readonly WeighedTrait[];
  /** Traits that aren't known for this level, and those that aren't known for this area. */
  readonly absent: readonly Trait[];
  readonly unknownHere: readonly Trait[];
  readonly without: readonly Area[];
  /** Number of areas among which these are the nearest, the area itself not counted. */
  readonly among: number;
  /** Why no area is offered, when none is. */
  readonly reason?: WhyNone;
}

/**
 * The areas most like an area in what is published about who lives there and where: never in what is to be compared.
 * @param choice weights, areas to leave out, and how many; whatever the order in which they are named
 */
export function comparableAreas(book: Book, area: Area, choice: ComparableChoice = {}): ComparableAreas {
  const count = choice.count ?? usualCount;
  const matched = matchedLevels.includes(area.level);
  const { areas, columns, absent } = matched ? areaTraits(book, area.level) : { areas: [], columns: [], absent: [] };
  const traits = columns.map((column): WeighedTrait => {
    const weight = choice.weights?.[column.trait.id] ?? column.trait.weight;
    return { column, weight, chosen: weight !== column.trait.weight };
  });
  const excluded = new Set(choice.without ?? []);
  excluded.delete(area.code);
  const without = areas.filter((it) => excluded.has(it.code));
  const unknownHere = columns.filter((it) => !it.values.has(area.code)).map((it) => it.trait);
  const told = { area, count, traits, absent, unknownHere, without, among: Math.max(0, areas.length - 1) };
  const none = (reason: WhyNone): ComparableAreas => ({ ...told, near: [], reason });

  if (!matched) return none("level");
  if (columns.length === 0) return none("no-traits");
  if (!areas.some((it) => it.code === area.code)) return none("ended");
  const counting = traits.filter((it) => it.weight > 0);
  if (counting.length === 0) return none("nothing-counts");
  if (counting.every((it) => unknownHere.includes(it.column.trait))) return none("unknown");
  const found = nearestAreas(
    area.code,
    areas.map((it) => ({ code: it.code, traits: traitsOf(it.code, columns) })),
    {
      weights: Object.fromEntries(traits.map((it) => [it.column.trait.id, it.weight])),
      exclude: [...excluded],
      count,
    },
  );
  if ("tooLittle" in found) return none("unknown");
  if (found.length === 0) return none("none-left");
  const byCode = new Map(areas.map((it) => [it.code as string, it]));
  return { ...told, near: found.map((it) => nearArea(it, byCode.get(it.code)!, area, traits)) };
}

const traitsOf = (code: string, columns: readonly TraitColumn[]): Record<string, number | undefined> =>
  Object.fromEntries(
    columns.map(({ trait, values }) => {
      const value = values.get(code);
      return [trait.id, value === undefined ? undefined : scaled(trait, value)];
    }),
  );

function nearArea(near: NearArea, area: Area, own: Area, traits: readonly WeighedTrait[]): ComparableArea {
  return {
    area,
    distance: near.distance,
    differences: traits.flatMap(({ column, weight }): TraitDifference[] => {
      const [here, there] = [column.values.get(own.code), column.values.get(area.code)];
      if (here === undefined || there === undefined) return [];
      const { trait } = column;
      const deviation = deviationOf(column);
      // What a visitor left out is still told: it may be why two areas differ.
      const apart = deviation === 0 ? 0 : (scaled(trait, there) - scaled(trait, here)) / deviation;
      return [{ trait, here, there, apart: near.contributions[trait.id]?.apart ?? apart, counts: weight > 0 }];
    }),
    missing: traits.filter((it) => near.missing.includes(it.column.trait.id)).map((it) => it.column.trait),
  };
}

function deviationOf({ trait, values }: TraitColumn): number {
  const all = [...values.values()].map((it) => scaled(trait, it));
  const mean = all.reduce((sum, it) => sum + it, 0) / all.length;
  return Math.sqrt(all.reduce((sum, it) => sum + (it - mean) ** 2, 0) / (all.length - 1)) || 0;
}
