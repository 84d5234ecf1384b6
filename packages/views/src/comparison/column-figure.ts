import type { Area } from "@impactmonitor/model/area";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Measure } from "@impactmonitor/model/indicator";
import { breakdownKey, type Breakdown, type Observation } from "@impactmonitor/model/observation";
import type { Book } from "../book.ts";
import { elsewhere, lead } from "../lead.ts";
import { placeInList } from "../level-figure.ts";
import { byPeriod, find, sameBreakdown } from "../shown.ts";
import type { ChosenIndicator, CompareForm } from "./compare-choice.ts";

/** The one figure that is shown for all areas of a comparison: the same thing of the same period. */
export interface ColumnFigure {
  readonly indicator: ChosenIndicator["indicator"];
  readonly period: string;
  readonly measure: Measure;
  readonly breakdown: Breakdown;
  /** A newer period, of which there are only numbers that don't compare yet. */
  readonly newer?: string;
  /** Asked for, but none of the areas has it. */
  readonly missed: readonly ("period" | "breakdown")[];
}

/**
 * Chooses what to show of an indicator for a group of areas: what was asked; else the category that it begins with, of the newest period
 * that at least half as many of these areas have as the fullest, and where not numbers were asked for, that has a rate or share at all.
 * The order of the areas plays no part.
 * @returns undefined when none of the areas has a row
 */
export function columnFigure(
  book: Book,
  { indicator, breakdown }: ChosenIndicator,
  areas: readonly Area[],
  form: CompareForm,
  period?: string,
): ColumnFigure | undefined {
  const all = areas.flatMap((it) => book.observationsOf(indicator.id, it.code));
  if (all.length === 0) return undefined;
  const missed: ColumnFigure["missed"][number][] = [];
  const present = all.filter((it) => !isAbsent(it.cell));
  let rows: readonly Observation[] = present.length > 0 ? present : all;
  const narrow = (what: "period" | "breakdown", test: (it: Observation) => boolean): void => {
    const kept = rows.filter(test);
    if (kept.length > 0) rows = kept;
    else missed.push(what);
  };
  if (breakdown) narrow("breakdown", (it) => sameBreakdown(it.breakdown, breakdown));
  if (period !== undefined) narrow("period", (it) => it.period === period);
  const candidates = candidatesOf(book, indicator, rows);
  const figureAt = (at: Moment): ColumnFigure => {
    const of = { indicator, period: at.period, breakdown: at.breakdown };
    return { ...of, measure: measureOf(book, of, areas, form), missed };
  };
  const newest = figureAt(candidates[0]!);
  if (form === "count" || !isCount(newest.measure)) return newest;
  for (const at of candidates.slice(1)) {
    const older = sameBreakdown(at.breakdown, newest.breakdown) ? figureAt(at) : newest;
    if (!isCount(older.measure)) return { ...older, newer: newest.period };
  }
  return newest;
}

type Moment = Pick<ColumnFigure, "period" | "breakdown">;

/** The periods and categories that can stand for these rows, the one to show first. */
function candidatesOf(
  book: Book,
  indicator: ChosenIndicator["indicator"],
  rows: readonly Observation[],
): readonly Moment[] {
  const usual = (lead(book, indicator, "NL01") ?? elsewhere(book, indicator))?.breakdown ?? {};
  const asUsual = rows.filter((it) => sameBreakdown(it.breakdown, usual));
  // Most areas have the usual category: the hundreds of rows of others need no looking through.
  const among = areasIn(asUsual) * 2 >= areasIn(rows) ? asUsual : rows;
  const inCountry = new Set(book.observationsOf(indicator.id, "NL01").map((it) => it.period as string));
  const candidates = [...Map.groupBy(among, momentOf).values()].map((list) => ({
    first: list[0]!,
    areas: areasIn(list),
    usual: sameBreakdown(list[0]!.breakdown, usual),
    inCountry: inCountry.has(list[0]!.period),
  }));
  const most = Math.max(...candidates.map((it) => it.areas));
  return candidates
    .filter((it) => it.areas * 2 >= most)
    .sort(
      (a, b) =>
        Number(b.usual) - Number(a.usual) ||
        Number(b.inCountry) - Number(a.inCountry) ||
        byPeriod(b.first, a.first) ||
        Object.keys(a.first.breakdown).length - Object.keys(b.first.breakdown).length ||
        b.areas - a.areas ||
        placeInList(book, a.first.breakdown) - placeInList(book, b.first.breakdown),
    )
    .map((it) => it.first);
}

const areasIn = (rows: readonly Observation[]): number => new Set(rows.map((it) => it.area)).size;

const momentOf = (it: Observation): string => `${it.period} ${breakdownKey(it.breakdown)}`;

const isCount = (it: Measure): boolean => it === "count" || it === "persons";

/** The measure in which the areas compare, or the count; the other when most areas would fall away. */
function measureOf(
  book: Book,
  of: Pick<ColumnFigure, "indicator" | "period" | "breakdown">,
  areas: readonly Area[],
  form: CompareForm,
): Measure {
  const { measures, shareOf } = of.indicator;
  const derived: readonly Measure[] = shareOf && Object.keys(of.breakdown).length === 1 ? ["percent"] : [];
  const relative = [...measures.filter((it) => !isCount(it)), ...derived];
  const counts = measures.filter(isCount);
  const order = [...new Set(form === "count" ? [...counts, ...relative] : [...relative, ...counts])];
  const filled = order.map((measure) => ({ measure, have: areas.filter((it) => has(book, of, it, measure)).length }));
  const most = Math.max(...filled.map((it) => it.have));
  return filled.find((it) => it.have * 2 >= most)!.measure;
}

function has(book: Book, of: Pick<ColumnFigure, "indicator" | "period" | "breakdown">, area: Area, measure: Measure) {
  const it = find(book, { ...of, indicator: of.indicator.id, area: area.code, measure });
  return it !== undefined && !isAbsent(it.cell);
}
