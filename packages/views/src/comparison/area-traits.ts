import type { Area, Level } from "@impactmonitor/model/area";
import type { ContextValue, ContextVariable } from "@impactmonitor/model/context";
import { variablesOf, type Trait } from "@impactmonitor/model/trait";
import type { Book } from "../book.ts";
import { territoryChanges } from "../shown.ts";

/** A trait of all areas of a level, of one year and one classification: only then can areas be matched on it. */
export interface TraitColumn {
  readonly trait: Trait;
  /** 1 January of this year, for nearly every variable. */
  readonly year: number;
  readonly variables: readonly ContextVariable[];
  /** Area → value in the unit of the trait; an area of which it isn't known is absent. */
  readonly values: ReadonlyMap<string, number>;
  /** Whether a value was summed or weighted by us from published figures of smaller areas. */
  readonly approximated: boolean;
}

export interface AreaTraits {
  /** Areas of the level on the day of the edition, by name. */
  readonly areas: readonly Area[];
  readonly columns: readonly TraitColumn[];
  /** Traits of the catalogue that (nearly) no year has for areas of this level. */
  readonly absent: readonly Trait[];
}

/** A year counts when at least this part of the areas has a value: a trait that few areas have would match on what is published. */
const leastKnown = 0.9;

const known = new WeakMap<Book, Map<Level, AreaTraits>>();

/** The traits of all areas of a level: of each the latest year that (nearly) all areas have, on their territory of today. */
export function areaTraits(book: Book, level: Level): AreaTraits {
  const levels = known.get(book) ?? new Map<Level, AreaTraits>();
  known.set(book, levels);
  const before = levels.get(level);
  if (before) return before;
  const areas = book.areasAt(level, book.date);
  const found = book.catalogue.traits.map((trait) => ({ trait, column: columnOf(book, trait, areas) }));
  const made = {
    areas,
    columns: found.flatMap((it) => it.column ?? []),
    absent: found.filter((it) => it.column === undefined).map((it) => it.trait),
  };
  levels.set(level, made);
  return made;
}

/** As it is measured along: by how many times areas differ, for a trait on a log scale; by how much, for any other. */
export const scaled = ({ made }: Trait, value: number): number => (made.how === "log" ? Math.log(value) : value);

function columnOf(book: Book, trait: Trait, areas: readonly Area[]): TraitColumn | undefined {
  const ids = variablesOf(trait);
  const variables = ids.flatMap((id) => book.catalogue.contextVariables.find((it) => it.id === id) ?? []);
  if (variables.length < ids.length) return undefined;
  const moments = new Map<string, { year: number; classification: string; of: Map<string, Made> }>();
  for (const area of areas) {
    const changes = territoryChanges(book, area.code).map((it) => it.date);
    const own = book.contextOf(area.code).filter((it) => it.status !== "estimate" && ids.includes(it.variable));
    const standing = own.filter((it) => sameTerritory(changes, it.classification, book.date));
    for (const [key, values] of Map.groupBy(standing, (it) => `${it.year}/${it.classification}`)) {
      const value = makeValue(trait, values);
      if (value === undefined) continue;
      const [{ year, classification }] = values as [ContextValue, ...ContextValue[]];
      const moment = moments.get(key) ?? { year, classification, of: new Map<string, Made>() };
      moments.set(key, moment);
      moment.of.set(area.code, value);
    }
  }
  const [best] = [...moments.values()]
    .filter((it) => it.of.size >= leastKnown * areas.length)
    .sort((a, b) => b.year - a.year || (a.classification > b.classification ? -1 : 1));
  if (!best) return undefined;
  return {
    trait,
    year: best.year,
    variables,
    values: new Map([...best.of].map(([code, it]) => [code, it.value])),
    approximated: [...best.of.values()].some((it) => it.approximated),
  };
}

interface Made {
  readonly value: number;
  readonly approximated: boolean;
}

/** @returns undefined when a variable is lacking, or no ratio or logarithm can be taken */
function makeValue({ made }: Trait, values: readonly ContextValue[]): Made | undefined {
  const find = (id: string): number | undefined => values.find((it) => it.variable === id)?.value;
  const approximated = values.some((it) => it.status === "approximation");
  if (made.how !== "ratio") {
    const value = find(made.variable);
    return value === undefined || (made.how === "log" && value <= 0) ? undefined : { value, approximated };
  }
  const [of, to] = [find(made.of), find(made.to)];
  return of === undefined || to === undefined || to <= 0 ? undefined : { value: (of / to) * made.times, approximated };
}

/** Whether nothing happened to the territory between the 1 January of the classification and the edition. */
function sameTerritory(changes: readonly string[], classification: string, day: string): boolean {
  const [first, last] = [`${classification}-01-01`, day].sort() as [string, string];
  return !changes.some((date) => date > first && date <= last);
}
