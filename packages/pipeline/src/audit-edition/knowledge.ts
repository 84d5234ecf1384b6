import type { PublishedCell } from "@impactmonitor/disclosure/audit/known";
import type { Edition } from "@impactmonitor/edition/read-edition";
import type { Level } from "@impactmonitor/model/area";
import type { Policy } from "@impactmonitor/model/policy";
import type { DerivedTable } from "@impactmonitor/model/protection";
import type { Attack } from "./attacks.ts";
import { anyNumber, EditionCells, type Move, type Range, type TrackedCell } from "./cells-of-editions.ts";
import { spotKey, type Facts, type RatioTold, type Spot } from "./facts.ts";
import { knownCell } from "./known-cells.ts";
import { sumsKnown, type KnownGroup, type KnownSum } from "./sums-known.ts";
import { territoryIn, type Territory } from "./territory.ts";

/** All that an attacker has: cells with what is known of each, the sums between them, and ratios. */
export interface Knowledge {
  readonly cells: readonly TrackedCell[];
  readonly known: readonly PublishedCell[];
  readonly sums: readonly KnownSum[];
  readonly groups: readonly KnownGroup[];
  readonly ratios: readonly TrackedRatio[];
  readonly level: (area: string) => Level | undefined;
  /** Keys of a cell of which several editions tell; those can be taken apart. */
  readonly linked: (cell: number) => readonly string[];
}

export interface TrackedRatio extends RatioTold {
  readonly partCell: number;
  readonly wholeCell?: number;
  /** Inhabitants that a rate can be of. */
  readonly people?: { readonly low: number; readonly high: number };
}

export interface Given {
  /** The oldest first, each with what it tells. */
  readonly editions: readonly Edition[];
  readonly facts: readonly Facts[];
  readonly policy: Policy;
  readonly tables: readonly DerivedTable[];
  readonly attacks: ReadonlySet<Attack>;
}

/**
 * @param apart keys of counts that each edition tells of on its own
 * @param near counts that may have moved since they were shown, and how far; see `movedNear`
 * @param withSources whether figures that sources published themselves are used
 */
export function knowledgeOf(
  given: Given,
  { apart, near }: { readonly apart: ReadonlySet<string>; readonly near: ReadonlyMap<string, Range> },
  withSources: boolean,
): Knowledge {
  const { editions, facts, policy, attacks } = given;
  const cells = new EditionCells(facts, sameSpot(given), apart, near);
  const sensitive = new Set(policy.sensitive);
  const found = editions.map((_, edition) => sumsTold(given, edition, cells));
  const moves = cells.moves.flatMap((it) => sumsOfMove(cells, it));
  const level = levelsIn(editions.at(-1)!);
  const isSensitive = ({ category }: Spot): boolean => sensitive.has(category.split("=")[0]!);
  return {
    cells: cells.cells,
    known: cells.cells.map((it) =>
      knownCell(
        { ...it, level: level(it.spot.area), sensitive: isSensitive(it.spot), withSources },
        attacks.has("zeros") ? policy : { ...policy, zeros: "hidden" },
      ),
    ),
    sums: distinct([...found.flatMap((it) => it.sums), ...moves]),
    groups: found.flatMap((it) => it.groups),
    ratios: facts.flatMap(({ ratios }, e) => {
      if (!attacks.has("ratios")) return [];
      const people = peopleIn(editions[e]!);
      return ratios.map((it) => trackedRatio(it, e, cells, people));
    }),
    level,
    linked: (cell) => {
      const { told = [], moved = false } = cells.cells[cell] ?? {};
      return told.length < 2 && !moved
        ? []
        : [...new Set(told.flatMap(({ spot }) => editions.map((_, e) => cells.key(e, spot))))];
    },
  };
}

/**
 * Every sum that a reader of one edition can write down.
 * @param as which one it is of the editions that the cells were made of
 */
export function sumsTold(given: Given, edition: number, cells: EditionCells, as = edition) {
  const { editions, facts, tables, attacks, policy } = given;
  const spots = spotsOf(
    [...facts[edition]!.told.values()].map((it) => it.spot),
    sameCounts(tables),
  );
  const territory = territoriesOf(editions[edition]!);
  return sumsKnown(cells, { edition: as, tables, attacks, territory, spots, sensitive: new Set(policy.sensitive) });
}

/** now + less = before + the most that it grew, where less is what it grew less than that. */
function sumsOfMove(cells: EditionCells, { before, now, by: { least, most } }: Move): KnownSum[] {
  const { spot } = cells.cells[now]!;
  const both = cells.rest(spot, anyNumber);
  return [
    { parent: both, children: [now, cells.rest(spot, { least: 0, most: most - least })] },
    { parent: both, children: [before, cells.rest(spot, { least: most, most })] },
  ];
}

const sameCounts = (tables: readonly DerivedTable[]): SameCount =>
  new Map(tables.flatMap(({ id, within }) => within.filter((it) => it.same).map((it) => [id, it] as const)));

/** The one spot, of those that must hold the same count, in an edition. */
export function sameSpot({ editions, tables, attacks }: Given): (edition: number, spot: Spot) => Spot {
  const territories = editions.map((it) => territoriesOf(it));
  const sameCount = sameCounts(tables);
  const byTable = new Map(tables.map((it) => [it.id, it]));
  return (edition, spot) => {
    const whole = wholeNamed(spot, sameCount);
    if (!attacks.has("same-areas")) return whole;
    return {
      ...whole,
      area: sameArea(territories[edition]!(spot.period), byTable.get(whole.table), spot.area),
    };
  };
}

type SameCount = ReadonlyMap<string, { readonly table: string; readonly category: string }>;

/** The total of a table that counts one category of another is that category. */
function wholeNamed(spot: Spot, sameCount: SameCount): Spot {
  const whole = spot.category === "" ? sameCount.get(spot.table) : undefined;
  return whole === undefined ? spot : wholeNamed({ ...spot, ...pick(whole) }, sameCount);
}
const pick = ({ table, category }: { readonly table: string; readonly category: string }) => ({ table, category });

/** Per table what is told of it, be it under another name. */
function spotsOf(spots: readonly Spot[], sameCount: SameCount): Map<string, Spot[]> {
  const all = new Map(spots.flatMap((it) => [it, wholeNamed(it, sameCount)]).map((it) => [spotKey(it), it]));
  return Map.groupBy(all.values(), (it) => it.table);
}

function territoriesOf({ catalogue }: Edition): (period: string) => Territory {
  const known = new Map<string, Territory>();
  return (period) => {
    const found = known.get(period) ?? territoryIn(catalogue, period);
    known.set(period, found);
    return found;
  };
}

/** The first of the areas with this territory. A region can lack nothing that its province has, unless municipalities are unknown. */
function sameArea({ equal }: Territory, table: DerivedTable | undefined, area: string): string {
  let found = area;
  const exact = table?.municipalities === "exact";
  for (let more = true; more;) {
    more = false;
    for (const pair of equal) {
      if (!pair.includes(found) || (!exact && pair.some((it) => it.startsWith("VT")))) continue;
      const first = pair[0] < pair[1] ? pair[0] : pair[1];
      if (first < found) [found, more] = [first, true];
    }
  }
  return found;
}

function levelsIn({ catalogue }: Edition): (area: string) => Level | undefined {
  const levels = new Map<string, Level>(catalogue.areas.map((it) => [it.code, it.level]));
  return (area) => levels.get(area);
}

function distinct(sums: readonly KnownSum[]): KnownSum[] {
  return [
    ...new Map(sums.map((it) => [`${it.parent}=${it.children.toSorted((a, b) => a - b).join("+")}`, it])).values(),
  ];
}

function trackedRatio(ratio: RatioTold, edition: number, cells: EditionCells, people: People): TrackedRatio {
  const partCell = cells.cell(edition, ratio.part);
  if (ratio.whole !== undefined) return { ...ratio, partCell, wholeCell: cells.cell(edition, ratio.whole) };
  const known = people.get(`${ratio.part.area}|${ratio.part.period.slice(0, 4)}`);
  if (known === undefined) return { ...ratio, partCell };
  return { ...ratio, partCell, people: { low: Math.min(...known), high: Math.max(...known) } };
}

/** How many people lived in an area in a year, by all counts of them that an edition holds. */
type People = ReadonlyMap<string, readonly number[]>;

function peopleIn({ context }: Edition): People {
  const people = new Map<string, number[]>();
  for (const { variable, area, year, value } of context.values) {
    if (variable !== "population-total") continue;
    const key = `${area}|${year}`;
    const known = people.get(key);
    if (known === undefined) people.set(key, [value]);
    else known.push(value);
  }
  return people;
}
