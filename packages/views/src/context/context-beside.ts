import type { Area, Level } from "@impactmonitor/model/area";
import { isAbsent, isValue, type Absence } from "@impactmonitor/model/cell";
import type { Indicator, Measure } from "@impactmonitor/model/indicator";
import { breakdownKey, type Breakdown } from "@impactmonitor/model/observation";
import { parsePeriod, type Period } from "@impactmonitor/model/period";
import { areaRows } from "../areas-view.ts";
import type { Book } from "../book.ts";
import { periodMiddle } from "../period-words.ts";
import type { Shown } from "../shown.ts";
import {
  comparables,
  contextFigures,
  sameTerritory,
  type ContextFigure,
  type ContextMeasure,
} from "./context-figure.ts";

/** One figure for the areas of a level, as `areasView` and `areaRows` have it. */
export interface BesideFigure {
  readonly indicator: Indicator;
  readonly level: Level;
  readonly period: string;
  readonly measure: Measure;
  readonly breakdown: Breakdown;
  /** By name; they stay in this order. */
  readonly rows: readonly { readonly area: Area; readonly shown: Shown }[];
  readonly without: readonly Area[];
  readonly nation?: Shown;
}

/** A figure and a fact of one area. Nothing is computed of the two together. */
export interface ContextPair {
  readonly area: Area;
  readonly shown: Shown;
  readonly context: ContextFigure;
}

/**
 * Why an area is not among the pairs: the figure is absent at its source, was never given, or is only known between two
 * values; or the fact is not known of that year, or only of another territory.
 */
export type LeftOut = Absence | "no-figure" | "range" | "no-context" | "other-territory";

export interface ContextBeside {
  readonly figure: BesideFigure;
  readonly measure: ContextMeasure;
  /** Of the fact: one year for all areas. */
  readonly year: number;
  /** That year minus the year of the figure. */
  readonly yearsLater: number;
  readonly pairs: readonly ContextPair[];
  readonly leftOut: readonly { readonly area: Area; readonly why: LeftOut }[];
  readonly nation?: ContextPair;
}

/** A fact of longer before or after says little about the setting of a figure. */
export const mostYearsApart = 2;

/** With fewer areas a picture shows the areas themselves and not how they lie. */
export const fewestPairs = 10;

/**
 * A figure and a fact of each area, side by side. One year of the fact for all: the nearest to the period that at least
 * half as many areas have as the fullest year; of two that are as near the later.
 * @returns undefined when the figure is a number (beside a share or a mean that shows only how large areas are), or when
 * the fact is not known of any year near enough
 */
export function contextBeside(book: Book, figure: BesideFigure, measure: ContextMeasure): ContextBeside | undefined {
  const period = parsePeriod(figure.period);
  if (!period || figure.measure === "count" || figure.measure === "persons") return undefined;
  const own = Math.floor(periodMiddle(period));
  const year = nearestYear(book, figure, measure, own);
  if (year === undefined) return undefined;
  const nation = figure.nation && pairOf(book, book.area("NL01"), figure.nation, measure, year, period);
  const pairs: ContextPair[] = [];
  const leftOut: { area: Area; why: LeftOut }[] = figure.without.map((area) => ({ area, why: "no-figure" }));
  for (const { area, shown } of figure.rows) {
    const pair = pairOf(book, area, shown, measure, year, period);
    if (typeof pair === "string") leftOut.push({ area, why: pair });
    else pairs.push(pair);
  }
  return {
    figure,
    measure,
    year,
    yearsLater: year - own,
    pairs,
    leftOut,
    ...(nation && typeof nation !== "string" ? { nation } : {}),
  };
}

function nearestYear(book: Book, figure: BesideFigure, measure: ContextMeasure, own: number): number | undefined {
  const areas = new Map<number, number>();
  for (const { area } of figure.rows)
    for (const year of new Set(contextFigures(book, measure, area.code).map((it) => it.year)))
      areas.set(year, (areas.get(year) ?? 0) + 1);
  const near = [...areas].filter(([year]) => Math.abs(year - own) <= mostYearsApart);
  const most = Math.max(0, ...near.map(([, count]) => count));
  return near
    .filter(([, count]) => count * 2 >= most)
    .map(([year]) => year)
    .sort((a, b) => Math.abs(a - own) - Math.abs(b - own) || b - a)[0];
}

function pairOf(
  book: Book,
  area: Area | undefined,
  shown: Shown,
  measure: ContextMeasure,
  year: number,
  { start, end }: Period,
): ContextPair | LeftOut {
  if (!area) return "no-figure";
  if (isAbsent(shown.cell)) return shown.cell.absent;
  if (!isValue(shown.cell)) return "range";
  const facts = contextFigures(book, measure, area.code).filter((it) => it.year === year);
  if (facts.length === 0) return "no-context";
  // Of an area that changed during the period it is unclear which territory its figure is about.
  const context = facts.find((it) => [start, end].every((day) => sameTerritory(book, area.code, it.boundaries, day)));
  return context ? { area, shown, context } : "other-territory";
}

const offered = new WeakMap<Book, Map<string, readonly ContextMeasure[]>>();

/** The facts that can be set beside a figure: at least ten areas of its level have both. In the order of the catalogue. */
export function besideOffer(book: Book, figure: BesideFigure): readonly ContextMeasure[] {
  const known = offered.get(book) ?? new Map<string, readonly ContextMeasure[]>();
  offered.set(book, known);
  const { indicator, level, period, measure, breakdown } = figure;
  const key = [indicator.id, level, period, measure, breakdownKey(breakdown)].join(" ");
  const before = known.get(key);
  if (before) return before;
  const enough = figure.rows.length >= fewestPairs;
  const made = enough
    ? comparables(book).filter((it) => (contextBeside(book, figure, it)?.pairs.length ?? 0) >= fewestPairs)
    : [];
  known.set(key, made);
  return made;
}

const settings = new WeakMap<Book, Map<string, boolean>>();

/** Whether there is a fact that can be set beside a figure for the areas of a level, in the same period and category. */
export function hasSetting(book: Book, it: Shown, level: Level): boolean {
  const known = settings.get(book) ?? new Map<string, boolean>();
  settings.set(book, known);
  const { indicator, period, measure, breakdown } = it;
  const key = [indicator.id, level, period, measure, breakdownKey(breakdown)].join(" ");
  const before = known.get(key);
  if (before !== undefined) return before;
  const of = { indicator, level, period, measure, breakdown };
  const filled = level === "nation" ? undefined : areaRows(book, of);
  const has = filled !== undefined && besideOffer(book, { ...of, ...filled }).length > 0;
  known.set(key, has);
  return has;
}
