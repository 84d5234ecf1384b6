import type { DerivedTable } from "@impactmonitor/model/protection";
import type { Attack } from "./attacks.ts";
import { anyNumber, type EditionCells } from "./cells-of-editions.ts";
import type { Spot } from "./facts.ts";
import type { Territory } from "./territory.ts";

export interface KnownSum {
  readonly parent: number;
  readonly children: readonly number[];
}

/** A division of which nobody may know that all of it falls in one part. */
export interface KnownGroup extends KnownSum {
  readonly sensitive: readonly number[];
}

/** One edition's tables and what it tells of them. */
export interface KnownTables {
  readonly edition: number;
  readonly tables: readonly DerivedTable[];
  readonly territory: (period: string) => Territory;
  /** Spots that the edition tells of, per table. */
  readonly spots: ReadonlyMap<string, readonly Spot[]>;
  readonly sensitive: ReadonlySet<string>;
  readonly attacks: ReadonlySet<Attack>;
}

/** Collects every sum that a reader of an edition can write down. */
export function sumsKnown(cells: EditionCells, known: KnownTables): { sums: KnownSum[]; groups: KnownGroup[] } {
  const [sums, groups]: [KnownSum[][], KnownGroup[][]] = [[], []];
  const { attacks } = known;
  for (const table of known.tables) {
    const spots = known.spots.get(table.id) ?? [];
    if (attacks.has("areas")) sums.push(ofAreas(cells, known, table, spots));
    if (attacks.has("years")) sums.push(ofYears(cells, known, table, spots));
    if (attacks.has("tables")) sums.push(ofOtherTables(cells, known, table, spots));
    for (const division of table.divisions) {
      const found = ofDivision(cells, known, division, spots);
      sums.push(found.sums);
      groups.push(found.groups);
    }
  }
  return { sums: sums.flat(), groups: groups.flat() };
}

function ofAreas(
  cells: EditionCells,
  { edition, territory }: KnownTables,
  table: DerivedTable,
  spots: readonly Spot[],
) {
  const sums: KnownSum[] = [];
  for (const group of Map.groupBy(spots, (it) => `${it.category}|${it.period}`).values()) {
    const told = new Set(group.map((it) => it.area));
    const at = (area: string): Spot => ({ ...group[0]!, area });
    for (const { whole, parts, byMunicipality } of territory(group[0]!.period).sums) {
      if (!parts.some((it) => told.has(it)) || (byMunicipality && table.municipalities === "other")) continue;
      const children = parts.map((it) => cells.cell(edition, at(it)));
      if (byMunicipality && table.municipalities === "less") children.push(cells.rest(at(whole), anyNumber));
      sums.push({ parent: cells.cell(edition, at(whole)), children });
    }
    if (table.municipalities !== "less") continue;
    for (const pair of territory(group[0]!.period).equal) {
      const region = pair.find((it) => it.startsWith("VT"));
      const other = pair.find((it) => it !== region);
      if (region === undefined || other === undefined || !pair.every((it) => told.has(it))) continue;
      const children = [cells.cell(edition, at(other)), cells.rest(at(region), anyNumber)];
      sums.push({ parent: cells.cell(edition, at(region)), children });
    }
  }
  return sums;
}

/** Years of records are the sum of their halves; of cases, some are in both. */
function ofYears(cells: EditionCells, { edition }: KnownTables, { adds }: DerivedTable, spots: readonly Spot[]) {
  const years = Map.groupBy(spots, (it) => `${it.category}|${it.area}|${it.period.slice(0, 4)}`);
  return [...years.values()].flatMap((told): KnownSum[] => {
    if (told.length < 2) return [];
    const spot = told[0]!;
    const year = spot.period.slice(0, 4);
    const [whole, first, second] = [year, `${year}H1`, `${year}H2`].map((period) =>
      cells.cell(edition, { ...spot, period }),
    );
    if (adds) return [{ parent: whole!, children: [first!, second!] }];
    const [one, two, both] = [cells.rest(spot), cells.rest(spot), cells.rest(spot)];
    // The year is one half and what is in the other half only. These follow from one another; each says at once what cells can be.
    return [
      { parent: first!, children: [one, both] },
      { parent: second!, children: [two, both] },
      { parent: whole!, children: [first!, two] },
      { parent: whole!, children: [second!, one] },
    ];
  });
}

function ofDivision(
  cells: EditionCells,
  { edition, sensitive, attacks }: KnownTables,
  { dimension, categories, response, sums }: DerivedTable["divisions"][number],
  spots: readonly Spot[],
) {
  const found: { sums: KnownSum[]; groups: KnownGroup[] } = { sums: [], groups: [] };
  const total = { whole: "", parts: categories };
  const all = response === "exclusive" && !sums.some((it) => it.whole === "") ? [...sums, total] : sums;
  const told = spots.filter((it) => it.category.startsWith(`${dimension}=`));
  for (const here of Map.groupBy(told, (it) => `${it.area}|${it.period}`).values()) {
    const cell = (code: string): number =>
      cells.cell(edition, { ...here[0]!, category: code === "" ? "" : `${dimension}=${code}` });
    if (attacks.has("categories"))
      for (const { whole, parts } of all) found.sums.push({ parent: cell(whole), children: parts.map(cell) });
    const whole = cell("");
    const parts = here.map((it) => cells.cell(edition, it));
    if (attacks.has("groups") && sensitive.has(dimension))
      found.groups.push({ parent: whole, children: parts, sensitive: parts });
    // Who can be in several categories, can also be in none: what is outside one of them is a count as well.
    if (attacks.has("outside") && response === "multiple")
      for (const part of parts) found.sums.push({ parent: whole, children: [part, cells.rest(here[0]!)] });
  }
  return found;
}

/** What a table counts is part of what another one counts, in total and per category that both have. */
function ofOtherTables(
  cells: EditionCells,
  { edition }: KnownTables,
  { within }: DerivedTable,
  spots: readonly Spot[],
): KnownSum[] {
  return within.flatMap(({ table, category }) =>
    spots.flatMap((spot): KnownSum[] => {
      const whole = cells.find(edition, { ...spot, table, category: spot.category === "" ? category : spot.category });
      const part = cells.cell(edition, spot);
      return whole === undefined || whole === part ? [] : [{ parent: whole, children: [part, cells.rest(spot)] }];
    }),
  );
}
