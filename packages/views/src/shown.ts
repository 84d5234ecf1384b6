import { isValue, type Cell } from "@impactmonitor/model/cell";
import type { AreaChange } from "@impactmonitor/model/catalogue";
import type { ContextValue } from "@impactmonitor/model/context";
import type { Indicator, Measure } from "@impactmonitor/model/indicator";
import type { Breakdown, Observation, Reading } from "@impactmonitor/model/observation";
import { comparePeriods, parsePeriod, type Period } from "@impactmonitor/model/period";
import type { Book } from "./book.ts";

/**
 * A figure as it is shown: a row of `figures/`, or a registered derivation that names its rows.
 * There is no third way for a number to reach a page.
 */
export interface Shown {
  readonly indicator: Indicator;
  readonly area: string;
  readonly period: string;
  readonly measure: Measure;
  readonly breakdown: Breakdown;
  readonly cell: Cell;
  /** Rows of `figures/`, as file:line. */
  readonly rows: readonly string[];
  readonly reading: Reading;
  readonly derivation?: Derivation;
  readonly observation: Observation;
}

/** The only computations between a row and a page; each can be redone from its rows. */
export type Derivation =
  | {
      readonly kind: "rate";
      /** Count of the row, and the population it was divided by. */
      readonly count: number;
      readonly population: number;
      /** Reference day of the population, ISO. */
      readonly populationDay: string;
    }
  | {
      readonly kind: "share";
      /** Count of the category's row, and the total of the second row. */
      readonly part: number;
      readonly whole: number;
      readonly wholeIndicator: Indicator;
    };

/** A published figure as it is. */
export function shown(book: Book, it: Observation): Shown {
  return {
    indicator: book.indicators.get(it.indicator)!,
    area: it.area,
    period: it.period,
    measure: it.measure,
    breakdown: it.breakdown,
    cell: it.cell,
    rows: [it.row],
    reading: it.reading,
    observation: it,
  };
}

/** Below this, rounding to a multiple of 5 alone moves a rate by a tenth or more. */
const leastForRate = 25;
/** Too small to make a rate of, or to say more of than the number itself. */
export const isSmall = (count: number): boolean => count < leastForRate;

/**
 * Per 10,000 inhabitants, from a published count and an official population.
 * The population is that of the 1 January nearest to the middle of the period, at most a year away, and only one
 * that is published for every region: regions and nation are then divided by populations of the same day.
 * @returns undefined when the indicator has no such rate, the cell no value, or there is no such population.
 */
export function rate(book: Book, it: Observation): Shown | undefined {
  const indicator = book.indicators.get(it.indicator);
  if (!indicator?.measures.includes("per-10000") || it.measure !== "count" || !isValue(it.cell)) return undefined;
  if (isSmall(it.cell.value)) return undefined;
  const period = parsePeriod(it.period);
  if (!period || (period.kind !== "year" && period.kind !== "half-year")) return undefined;
  const middle = (Date.parse(period.start) + Date.parse(period.end)) / 2;
  const year = [...populationYears(book)]
    .map((candidate) => ({ candidate, away: Math.abs(Date.UTC(candidate, 0, 1) - middle) }))
    .filter(({ away }) => away <= 366 * 86_400_000)
    .sort((a, b) => a.away - b.away || a.candidate - b.candidate)[0]?.candidate;
  if (year === undefined || territoryChangedWithin(book, it.area, period)) return undefined;
  const populations = book.contextOf(it.area).filter((value) => isPopulation(value) && value.year === year);
  // Two values for one day are two territories; the one before 2023 comes first.
  const population = period.end < "2023-01-01" ? populations[0] : populations.at(-1);
  if (!population || population.value <= 0) return undefined;
  return {
    ...shown(book, it),
    measure: "per-10000",
    cell: { value: (it.cell.value / population.value) * 10_000, marks: it.cell.marks },
    derivation: {
      kind: "rate",
      count: it.cell.value,
      population: population.value,
      populationDay: `${year}-01-01`,
    },
  };
}

/** Below this, rounding to a multiple of 5 alone moves a share by more than two percentage points. */
const leastForShare = 100;

/**
 * The share of a category in the total that the catalogue says it is part of, of the same area and period.
 * CBS computes its own percentages in the same way, from the rounded counts.
 */
export function share(book: Book, it: Observation): Shown | undefined {
  const indicator = book.indicators.get(it.indicator);
  const whole = indicator?.shareOf ? book.indicators.get(indicator.shareOf) : undefined;
  if (!whole || it.measure !== "count" || !isValue(it.cell) || Object.keys(it.breakdown).length !== 1) return undefined;
  const total = rowsOf(book, whole.id, it.area, it.period).find(
    (row) => row.measure === "count" && Object.keys(row.breakdown).length === 0,
  );
  if (!total || !isValue(total.cell) || total.cell.value < leastForShare || it.cell.value > total.cell.value)
    return undefined;
  return {
    ...shown(book, it),
    measure: "percent",
    // What is uncertain about the total is so about a share of it.
    cell: {
      value: (it.cell.value / total.cell.value) * 100,
      marks: [...new Set([...it.cell.marks, ...total.cell.marks])],
    },
    rows: [it.row, total.row],
    derivation: { kind: "share", part: it.cell.value, whole: total.cell.value, wholeIndicator: whole },
  };
}

/** A count made comparable between areas of different size: per inhabitant, or as a share of its total. */
export const relative = (book: Book, it: Observation): Shown | undefined => rate(book, it) ?? share(book, it);

const populationYearsOf = new WeakMap<object, ReadonlySet<number>>();

/** Years for which the population of (nearly) every region was published. */
function populationYears(book: Book): ReadonlySet<number> {
  const known = populationYearsOf.get(book.contextValues);
  if (known) return known;
  const regions = new Map<number, number>();
  for (const it of book.contextValues)
    if (isPopulation(it) && it.area.startsWith("VT")) regions.set(it.year, (regions.get(it.year) ?? 0) + 1);
  const years = new Set([...regions].filter(([, count]) => count >= 25).map(([year]) => year));
  populationYearsOf.set(book.contextValues, years);
  return years;
}

/** Published for the area, or the sum of its municipalities' published populations; never an interpolation. */
const isPopulation = (it: ContextValue): boolean => it.variable === "population-total" && it.status !== "estimate";

/** Who lived there is unclear when the area changed during the period. */
const territoryChangedWithin = (book: Book, area: string, period: Period): boolean =>
  territoryChanges(book, area).some((it) => it.date > period.start && it.date <= period.end);

const territoryChangesOf = new WeakMap<Book, Map<string, readonly AreaChange[]>>();

/** Changes of an area's territory; a new name alone is none. Looked up once for an edition: each comparison asks. */
export function territoryChanges(book: Book, area: string): readonly AreaChange[] {
  const known = territoryChangesOf.get(book) ?? new Map<string, readonly AreaChange[]>();
  territoryChangesOf.set(book, known);
  const before = known.get(area);
  if (before) return before;
  const changes = book.catalogue.areaChanges.filter((it) => {
    const codes = [...it.from, ...it.to];
    return codes.includes(area) && codes.some((code) => code !== area);
  });
  known.set(area, changes);
  return changes;
}

/** Whether two breakdowns are of the same dimensions and categories, in whatever order. */
export function sameBreakdown(a: Breakdown, b: Breakdown): boolean {
  if (a === b) return true;
  const dimensions = Object.keys(a);
  return dimensions.length === Object.keys(b).length && dimensions.every((it) => a[it] === b[it]);
}

export const byPeriod = (a: { readonly period: string }, b: { readonly period: string }): number =>
  comparePeriods(parsePeriod(a.period)!, parsePeriod(b.period)!);

const rowsByPeriod = new WeakMap<readonly Observation[], ReadonlyMap<string, readonly Observation[]>>();

/** The rows of one period, out of hundreds that an indicator with many categories has for an area. */
export function rowsOf(book: Book, indicator: string, area: string, period: string): readonly Observation[] {
  const all = book.observationsOf(indicator, area);
  const known = rowsByPeriod.get(all) ?? Map.groupBy(all, (it) => it.period as string);
  rowsByPeriod.set(all, known);
  return known.get(period) ?? [];
}

/** The published figure for exactly this, or else the rate or share derived from the count. */
export function find(
  book: Book,
  key: { indicator: string; area: string; period: string; measure: Measure; breakdown: Breakdown },
): Shown | undefined {
  const rows = rowsOf(book, key.indicator, key.area, key.period).filter((it) =>
    sameBreakdown(it.breakdown, key.breakdown),
  );
  const exact = rows.find((it) => it.measure === key.measure);
  if (exact) return shown(book, exact);
  const count = rows.find((it) => it.measure === "count");
  if (key.measure === "per-10000") return count && rate(book, count);
  return key.measure === "percent" && count ? share(book, count) : undefined;
}
