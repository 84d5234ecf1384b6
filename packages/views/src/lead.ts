import { isAbsent, isRange, isValue } from "@impactmonitor/model/cell";
import type { Indicator, Measure } from "@impactmonitor/model/indicator";
import type { Breakdown, Observation } from "@impactmonitor/model/observation";
import type { Book } from "./book.ts";
import { byPeriod, sameBreakdown, shown, type Shown } from "./shown.ts";

/** What a visitor asked to see; every part may be left out. */
export interface Choice {
  readonly period?: string;
  readonly measure?: Measure;
  readonly breakdown?: Breakdown;
}

/**
 * The figure with which a page about (indicator, area) begins: what was asked, else the latest period,
 * the indicator's first measure, the total, or, where there is no total, the largest category.
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
      byPeriod(b, a) ||
      depth(a) - depth(b) ||
      measureRank(indicator, a) - measureRank(indicator, b) ||
      size(b) - size(a),
  )[0];
  return best && shown(book, best);
}

const depth = (it: Observation): number => Object.keys(it.breakdown).length;
const measureRank = (indicator: Indicator, it: Observation): number => indicator.measures.indexOf(it.measure);
const size = (it: Observation): number =>
  isValue(it.cell) ? it.cell.value : isRange(it.cell) ? it.cell.range.upper : -1;
