import { isAbsent, isRange, isValue } from "@impactmonitor/model/cell";
import type { Indicator, Measure } from "@impactmonitor/model/indicator";
import { breakdownKey, type Breakdown, type Observation } from "@impactmonitor/model/observation";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Book } from "./book.ts";
import { sameBreakdown, shown, type Shown } from "./shown.ts";

/** What a visitor asked to see; every part may be left out. */
export interface Choice {
  readonly period?: string;
  readonly measure?: Measure;
  readonly breakdown?: Breakdown;
}

/**
 * The figure with which a page about (indicator, area) begins: what was asked; else the category that the catalogue
 * puts first, else the total, else the largest category; of the latest period, in the indicator's first measure.
 */
export function lead(book: Book, indicator: Indicator, area: string, choice: Choice = {}): Shown | undefined {
  const all = book
    .observationsOf(indicator.id, area)
    .filter((it) => choice.period === undefined || it.period === choice.period)
    .filter((it) => choice.measure === undefined || it.measure === choice.measure)
    .filter((it) => choice.breakdown === undefined || sameBreakdown(it.breakdown, choice.breakdown));
  const present = all.filter((it) => !isAbsent(it.cell));
  const best = (present.length > 0 ? present : [...all]).sort(
    (a, b) =>
      rank(indicator, a) - rank(indicator, b) ||
      latestFirst(a, b) ||
      measureRank(indicator, a) - measureRank(indicator, b) ||
      size(b) - size(a),
  )[0];
  return best && shown(book, best);
}

/**
 * For an area without a figure: the nation's, or else that of the first area that has one. What other areas have is
 * then shown beside that.
 */
export function elsewhere(book: Book, indicator: Indicator, choice: Choice = {}): Shown | undefined {
  const codes = new Set(["NL01", ...book.observations(indicator.id).map((it) => it.area as string)]);
  for (const code of codes) {
    const found = lead(book, indicator, code, { period: choice.period });
    if (found) return found;
  }
  return undefined;
}

/** A year that ends with a span of years is the newer news: of two that end together the shorter goes first. */
function latestFirst(a: Observation, b: Observation): number {
  const [x, y] = [parsePeriod(a.period)!, parsePeriod(b.period)!];
  return x.end > y.end ? -1 : x.end < y.end ? 1 : x.start > y.start ? -1 : x.start < y.start ? 1 : 0;
}

const rank = (indicator: Indicator, it: Observation): number =>
  indicator.lead !== undefined && breakdownKey(it.breakdown) === indicator.lead ? -1 : Object.keys(it.breakdown).length;
const measureRank = (indicator: Indicator, it: Observation): number => indicator.measures.indexOf(it.measure);
const size = (it: Observation): number =>
  isValue(it.cell) ? it.cell.value : isRange(it.cell) ? it.cell.range.upper : -1;
