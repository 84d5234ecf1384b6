import type { Area, Level } from "@impactmonitor/model/area";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Indicator, Measure } from "@impactmonitor/model/indicator";
import { breakdownKey, type Breakdown, type Observation } from "@impactmonitor/model/observation";
import type { Source } from "@impactmonitor/model/source";
import { absenceExplanation } from "./absence-words.ts";
import { areaRows, present } from "./areas-view.ts";
import type { Book } from "./book.ts";
import { elsewhere, lead } from "./lead.ts";
import { comparedLevels, levelFigure } from "./level-figure.ts";
import { why, type Reason } from "./missing.ts";
import type { Shown } from "./shown.ts";
import { trendPoints } from "./trend.ts";

/** What there is of one indicator: each part is what the page shows that the overview then links to. */
export interface OverviewRow {
  readonly indicator: Indicator;
  readonly source?: Source;
  /** Period of the figure with which the nation's page begins; absent without one. */
  readonly nation?: string;
  /** Areas with a figure in the table of each level on the nation's page. */
  readonly areas: Readonly<Partial<Record<Level, number>>>;
  /** The series that the overview leads to; absent when no area has one. */
  readonly series?: SeriesCross;
  /** For the chosen area: period of the figure with which its page begins, or why there is none. */
  readonly own?: { readonly period: string } | Reason;
}

export interface SeriesCross {
  readonly area: Area;
  /** Periods in its table. */
  readonly periods: number;
  /** Category and measure, when they are not those with which the area's page begins. */
  readonly breakdown?: Breakdown;
  readonly measure?: Measure;
}

const made = new WeakMap<Book, Map<string, OverviewRow>>();

/**
 * @param chosen adds what this area has; its own series then goes before the nation's
 */
export function overviewRow(book: Book, indicator: Indicator, chosen: Area | undefined): OverviewRow {
  const rows = made.get(book) ?? new Map<string, OverviewRow>();
  made.set(book, rows);
  // An edition never changes, and counting its areas takes a while: without a chosen area a row is made once.
  const row = rows.get(indicator.id) ?? nationRow(book, indicator);
  rows.set(indicator.id, row);
  if (!chosen) return row;
  const own = lead(book, indicator, chosen.code);
  const found = own && trendPoints(book, own);
  return {
    ...row,
    own: ownCross(book, indicator, chosen, own),
    ...(found ? { series: { area: chosen, periods: found.points.length } } : {}),
  };
}

function nationRow(book: Book, indicator: Indicator): OverviewRow {
  const source = indicator.source ? book.sources.get(indicator.source) : undefined;
  const nation = lead(book, indicator, "NL01");
  const beside = nation ?? elsewhere(book, indicator);
  const series = beside && seriesCross(book, indicator, beside);
  return {
    indicator,
    ...(source ? { source } : {}),
    ...(nation && !isAbsent(nation.cell) ? { nation: nation.period } : {}),
    areas: beside ? levelCounts(book, indicator, beside) : {},
    ...(series ? { series } : {}),
  };
}

function ownCross(
  book: Book,
  indicator: Indicator,
  chosen: Area,
  own: Shown | undefined,
): NonNullable<OverviewRow["own"]> {
  if (!own) return why(book, indicator, chosen);
  return isAbsent(own.cell) ? { why: absenceExplanation(own.cell.absent), former: [] } : { period: own.period };
}

function levelCounts(book: Book, indicator: Indicator, beside: Shown): OverviewRow["areas"] {
  const counts: Partial<Record<Level, number>> = {};
  for (const level of comparedLevels) {
    const of = levelFigure(book, indicator, level, beside);
    const rows = of && areaRows(book, of);
    const count = rows ? present(rows) : 0;
    if (count > 0) counts[level] = count;
  }
  return counts;
}

/**
 * The series of the figure with which the nation's page begins, or the page of the area that stands in for it; else the
 * longest of its other categories and measures; else the longest of any area.
 */
function seriesCross(book: Book, indicator: Indicator, beside: Shown): SeriesCross | undefined {
  const area = book.area(beside.area);
  const found = area && trendPoints(book, beside);
  if (found) return { area, periods: found.points.length };
  const all = book.observations(indicator.id);
  const own = all.filter((it) => it.area === beside.area);
  return longest(book, indicator, own) ?? longest(book, indicator, all);
}

function longest(book: Book, indicator: Indicator, rows: readonly Observation[]): SeriesCross | undefined {
  let best: SeriesCross | undefined;
  const kinds = Map.groupBy(rows, (it) => `${it.area} ${it.measure} ${breakdownKey(it.breakdown)}`);
  for (const [row] of kinds.values()) {
    const area = row && book.area(row.area);
    if (!area) continue;
    const { breakdown, measure } = row;
    const begin = lead(book, indicator, area.code, { breakdown, measure });
    const found = begin && trendPoints(book, begin);
    if (found && found.points.length > (best?.periods ?? 0))
      best = { area, periods: found.points.length, breakdown, measure };
  }
  return best;
}
