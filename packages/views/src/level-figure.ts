import type { Level } from "@impactmonitor/model/area";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Indicator, Measure } from "@impactmonitor/model/indicator";
import { breakdownKey, type Breakdown, type Observation } from "@impactmonitor/model/observation";
import type { Book } from "./book.ts";
import type { Choice } from "./lead.ts";
import { byPeriod, sameBreakdown, type Shown } from "./shown.ts";

/** What people compare first comes first. */
export const comparedLevels: readonly Exclude<Level, "nation">[] = [
  "vt-region",
  "province",
  "landsdeel",
  "corop",
  "municipality",
];

/** The one figure that is shown side by side for all areas of a level. */
export interface LevelFigure {
  readonly indicator: Indicator;
  readonly level: Level;
  readonly period: string;
  readonly measure: Measure;
  readonly breakdown: Breakdown;
}

/**
 * Chooses what to show of a level beside a figure: the period and category that were asked for, else those of the
 * figure, as long as at least half as many areas have them as the fullest; else the newest that so many areas have.
 * So a level that has figures is never left out because the figure itself is of another category or period.
 * @param beside the figure that the page begins with
 * @param asked what the visitor chose; kept whenever any area of the level has it
 * @returns undefined when no area of the level has a row
 */
export function levelFigure(
  book: Book,
  indicator: Indicator,
  level: Level,
  beside: Shown,
  asked: Choice = {},
): LevelFigure | undefined {
  const all = book.observations(indicator.id).filter((it) => book.area(it.area)?.level === level);
  const present = all.filter((it) => !isAbsent(it.cell));
  let rows = present.length > 0 ? present : all;
  const narrow = (test: (it: Observation) => boolean): void => {
    const kept = rows.filter(test);
    if (kept.length > 0) rows = kept;
  };
  const { period, breakdown } = asked;
  if (breakdown) narrow((it) => sameBreakdown(it.breakdown, breakdown));
  if (period !== undefined) narrow((it) => it.period === period);

  const candidates = [...Map.groupBy(rows, (it) => `${it.period} ${breakdownKey(it.breakdown)}`).values()].map(
    (list) => ({ list, first: list[0]!, areas: new Set(list.map((it) => it.area)).size }),
  );
  const most = Math.max(0, ...candidates.map((it) => it.areas));
  const rank = (of: boolean): number => (of ? 0 : 1);
  const best = candidates
    .filter((it) => it.areas * 2 >= most)
    .sort(
      ({ first: a, areas: manyA }, { first: b, areas: manyB }) =>
        rank(sameBreakdown(a.breakdown, beside.breakdown)) - rank(sameBreakdown(b.breakdown, beside.breakdown)) ||
        rank(a.period === beside.period) - rank(b.period === beside.period) ||
        byPeriod(b, a) ||
        Object.keys(a.breakdown).length - Object.keys(b.breakdown).length ||
        manyB - manyA ||
        placeInList(book, a.breakdown) - placeInList(book, b.breakdown),
    )[0];
  if (!best) return undefined;
  const measures = new Set(best.list.map((it) => it.measure));
  const measure = measures.has(beside.measure) ? beside.measure : best.first.measure;
  return { indicator, level, period: best.first.period, measure, breakdown: best.first.breakdown };
}

/** Where a category stands in its code list: of two that are equally filled the one that comes first is shown. */
export function placeInList(book: Book, breakdown: Breakdown): number {
  const [dimension, code] = Object.entries(breakdown)[0] ?? [];
  if (dimension === undefined) return -1;
  return book.codelists.get(dimension)?.codes.findIndex((it) => it.id === code) ?? -1;
}
