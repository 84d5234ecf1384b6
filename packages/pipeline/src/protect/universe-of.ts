import type { Universe } from "@impactmonitor/disclosure/universe";
import { rulesOf, type Rules } from "@impactmonitor/disclosure/rules";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { PeriodCode } from "@impactmonitor/model/id";
import type { Policy } from "@impactmonitor/model/policy";
import type { CountTable, Derived } from "../derive/counts.ts";
import { describeCell } from "./describe-cell.ts";
import type { Before, Earlier } from "./earlier.ts";
import { geographyOf, type Geography } from "./geography.ts";
import { publishedCells, type PublishedCells } from "./published-cells.ts";
import { sumUpAreas } from "./sums-of-areas.ts";
import { sumUpDivisions } from "./sums-of-divisions.ts";
import { sumUpTables } from "./sums-of-tables.ts";
import { sumUpYears } from "./sums-of-years.ts";
import { placeKey, trueCounts, type Place, type TrueCounts } from "./true-counts.ts";
import { UniverseBuilder } from "./universe-builder.ts";

/** The problem to protect, and where in it a count stands. */
export interface DerivedUniverse {
  readonly universe: Universe;
  readonly rules: Rules;
  readonly counts: TrueCounts;
  readonly published: PublishedCells;
  readonly geography: (period: PeriodCode) => Geography;
  /** Position among the cells; undefined for a count that no figure uses. */
  readonly find: (place: Place) => number | undefined;
  /** The one of several places that must hold the same count. */
  readonly canonical: (place: Place) => Place;
  /** Per cell where it stands, for those that stand somewhere. */
  readonly places: readonly (Place | undefined)[];
}

/** A division of a table in one area and period: published as a whole, or not at all. */
export const blockOf = ({ table, category, area, period }: Place): string =>
  `${table}|${category.split("=")[0]}|${area}|${period}`;

/** What the builders of sums share. */
export interface Building {
  readonly builder: UniverseBuilder;
  readonly counts: TrueCounts;
  readonly policy: Policy;
  readonly rules: Rules;
  readonly geography: (period: PeriodCode) => Geography;
  /** Tables that figures use, with their used categories. */
  readonly tables: readonly { readonly table: CountTable; readonly categories: readonly string[] }[];
  readonly periods: readonly PeriodCode[];
}

/**
 * Everything that the figures of an edition give away, as one linked problem: each count that is published or used in a percentage,
 * with every sum between them. Sums run over areas, over years, within divisions and between tables; what earlier editions showed or
 * hid stays so.
 * @param withheld blocks that are not published, whatever the policy says
 * @param hidden counts that are hidden besides
 * @throws {Error} when a division does not add up, which is a bug in what was derived
 */
export function universeOf(
  derived: Derived,
  policy: Policy,
  catalogue: Catalogue,
  earlier: Earlier,
  withheld: ReadonlySet<string> = new Set(),
  hidden: readonly Place[] = [],
): DerivedUniverse {
  const counts = trueCounts(derived);
  const rules = rulesOf(policy.profile, {
    threshold: policy.threshold,
    roundingBase: policy.roundingBase,
    zeros: policy.zeros,
  });
  const published = publishedCells(derived, policy);
  const geography = geographies(derived, catalogue);
  const before = earlier.by(placeKey);
  const builder = new UniverseBuilder(counts, (place) =>
    geography(place.period)
      .sameTerritory(place.area)
      .filter((area) => counts.complete(area, place.period) && saidAlike(before, place, { ...place, area })),
  );
  const building: Building = {
    builder,
    counts,
    policy,
    rules,
    geography,
    tables: derived.tables.flatMap((table) => {
      const categories = published.categories.get(table.id);
      return categories === undefined ? [] : [{ table, categories: [...categories].sort() }];
    }),
    periods: derived.periods,
  };
  addPublished(building, published, withheld);
  for (const place of earlier.places()) if (isKnown(building, place)) builder.cell(place, false);
  sumUpAreas(building);
  sumUpDivisions(building);
  sumUpYears(building);
  sumUpTables(building);
  return {
    universe: builder.build(describeCell(building, earlier, hidden)),
    rules,
    counts,
    published,
    geography,
    find: (place) => builder.find(place),
    canonical: (place) => builder.canonical(place),
    places: builder.places(),
  };
}

/**
 * Whether two places may share one number. What had two numbers keeps each: with one of them for both, the other would seem to have moved by
 * more than it did.
 */
function saidAlike(before: ReadonlyMap<string, Before>, one: Place, other: Place): boolean {
  const [a, b] = [before.get(placeKey(one)), before.get(placeKey(other))];
  return typeof a !== "number" || typeof b !== "number" || a === b;
}

function geographies(derived: Derived, catalogue: Catalogue): (period: PeriodCode) => Geography {
  const counted = new Set(derived.areas.map((it) => it.code));
  const known = new Map<PeriodCode, Geography>();
  return (period) => {
    const before = known.get(period);
    if (before !== undefined) return before;
    const found = geographyOf(catalogue, counted, period);
    known.set(period, found);
    return found;
  };
}

function addPublished(
  { builder, counts, geography, tables, periods }: Building,
  published: PublishedCells,
  withheld: ReadonlySet<string>,
): void {
  for (const { table, categories } of tables)
    for (const period of periods)
      for (const [area, level] of geography(period).levelOf) {
        if (!counts.complete(area, period)) continue;
        for (const category of categories) {
          const place = { table: table.id, category, area, period };
          if (published.has(place, level, period))
            builder.cell(place, !withheld.has(blockOf(builder.canonical(place))));
        }
      }
}

/** An earlier edition may have shown what is no longer published; as long as it is counted, it is part of the problem. */
const isKnown = ({ counts, geography, periods }: Building, { table, area, period }: Place): boolean =>
  counts.tables.has(table) &&
  periods.includes(period) &&
  geography(period).levelOf.has(area) &&
  counts.complete(area, period);
