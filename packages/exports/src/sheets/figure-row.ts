import { breakdownKey, type Observation } from "@impactmonitor/model/observation";
import { isAbsent, isRange, isValue, type Cell } from "@impactmonitor/model/cell";
import type { Indicator, Measure } from "@impactmonitor/model/indicator";
import type { Language } from "@impactmonitor/model/text";
import { areaLabel } from "@impactmonitor/views/area-words";
import type { Book } from "@impactmonitor/views/book";
import { comparable, compareWithNation } from "@impactmonitor/views/comparison/compare-with-nation";
import type { Comparison } from "@impactmonitor/views/comparison/judgement";
import { decimalsWritten } from "@impactmonitor/views/format";
import type { Past } from "@impactmonitor/views/past";
import { shown, type Shown } from "@impactmonitor/views/shown";
import type { NumberForm } from "./column.ts";

/** One figure with what a row about it tells. */
export interface FigureRow {
  readonly book: Book;
  readonly language: Language;
  readonly indicator: Indicator;
  readonly it: Observation;
  readonly past: Past;
  /** The figure in which areas of different size compare: itself, or derived from the count. */
  readonly like: Shown | undefined;
  /** What the pages say of it beside the country. */
  readonly comparison: Comparison | undefined;
}

/** @param past how a figure came to be what it is */
export function figureRow(book: Book, it: Observation, past: Past, language: Language): FigureRow {
  const figure = shown(book, it);
  const comparison = compareWithNation(book, figure);
  const like = comparison?.own ?? comparable(book, figure);
  return { book, language, indicator: figure.indicator, it, past, like, comparison };
}

export const areaName = (book: Book, code: string, language: Language): string => {
  const area = book.area(code);
  return area ? areaLabel(area, language) : code;
};

export const valueIn = (cell: Cell): number | undefined => (isValue(cell) ? cell.value : undefined);
export const lowerIn = (cell: Cell): number | undefined =>
  isValue(cell) ? cell.lower : isRange(cell) ? cell.range.lower : undefined;
export const upperIn = (cell: Cell): number | undefined =>
  isValue(cell) ? cell.upper : isRange(cell) ? cell.range.upper : undefined;

/** A value, the ends of a range as text, or nothing for a reason. */
export const valueOrEnds = (cell: Cell): number | string | undefined =>
  isRange(cell) ? `${cell.range.lower}/${cell.range.upper}` : valueIn(cell);

export const marksIn = (cell: Cell): string => (isAbsent(cell) ? "" : cell.marks.join(" "));
export const keyOf = (it: Observation): string => breakdownKey(it.breakdown);

/** As the pages write this number. */
export function formOf(value: number | undefined, indicator: Indicator, measure: Measure): NumberForm {
  const decimals = value === undefined ? 0 : decimalsWritten(value, indicator, measure);
  return { decimals: decimals === 0 ? 0 : decimals === 1 ? 1 : 2, percent: measure === "percent" };
}

/** "higher clear", "no-clear-difference", "too-little": the verdict in code, with how sure it is. */
export function verdictCode(it: Comparison | undefined): string | undefined {
  if (!it) return undefined;
  const { judgement } = it;
  const certainty = "certainty" in judgement && judgement.certainty !== "none" ? ` ${judgement.certainty}` : "";
  return `${judgement.verdict}${certainty}`;
}

/** A limit of what chance leaves open: three decimals are more than any page writes. */
export const limitWritten = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Number(value.toFixed(3));
