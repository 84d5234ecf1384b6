import type { Area, Level } from "@impactmonitor/model/area";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Indicator, Measure } from "@impactmonitor/model/indicator";
import { breakdownKey, type Breakdown, type Observation } from "@impactmonitor/model/observation";
import type { Source } from "@impactmonitor/model/source";
import type { Text } from "@impactmonitor/model/text";
import { absenceExplanation } from "./absence-words.ts";
import { areaRows, present } from "./areas-view.ts";
import type { Book } from "./book.ts";
import { elsewhere, lead } from "./lead.ts";
import { comparedLevels, levelFigure } from "./level-figure.ts";
import { why } from "./missing.ts";
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
  readonly own?: { readonly period: string } | { readonly why: Text };
}

export interface SeriesCross {
  readonly area: Area;
  /** Periods in its table. */
  readonly periods: number;
  /** Category and measure, when they are not those with which the area's page begins. */
  readonly breakdown?: Breakdown;
  readonly measure?: Measure;
}

export function overviewRow(book: Book, indicator: Indicator, chosen: Area | undefined): OverviewRow {
  const source = indicator.source ? book.sources.get(indicator.source) : undefined;
  const nation = lead(book, indicator, "NL01");
  const beside = nation ?? elsewhere(book, indicator);
  const own = chosen && lead(book, indicator, chosen.code);
  const series = beside && seriesCross(book, indicator, beside, own);
  return {
    indicator,
    ...(source ? { source } : {}),
    ...(nation && !isAbsent(nation.cell) ? { nation: nation.period } : {}),
    areas: beside ? levelCounts(book, indicator, beside) : {},
    ...(series ? { series } : {}),
    ...(chosen ? { own: ownCross(book, indicator, chosen, own) } : {}),
  };
}

function ownCross(
  book: Book,
  indicator: Indicator,
  chosen: Area,
  own: Shown | undefined,
): NonNullable<OverviewRow["own"]> {
  if (!own) return why(book, indicator, chosen);
  return isAbsent(own.cell) ? { why: absenceExplanation(own.cell.absent) } : { period: own.period };
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
 * The series of the chosen area, else of the nation, else of any: of the figure with which their page begins if that
 * has one, else the longest of their other categories and measures.
 */
function seriesCross(book: Book, indicator: Indicator, beside: Shown, own: Shown | undefined): SeriesCross | undefined {
  const begins = [...(own ? [own] : []), beside];
  for (const it of begins) {
    const area = book.area(it.area);
    const found = area && trendPoints(book, it);
    if (found) return { area, periods: found.points.length };
  }
  const others = book.observations(indicator.id);
  return (
    begins.flatMap(
      (it) =>
        longest(
          book,
          indicator,
          others.filter((row) => row.area === it.area),
        ) ?? [],
    )[0] ?? longest(book, indicator, others)
  );
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
