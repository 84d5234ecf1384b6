import type { Area } from "@impactmonitor/model/area";
import { isValue } from "@impactmonitor/model/cell";
import { parsePeriod, type PeriodKind } from "@impactmonitor/model/period";
import type { Language } from "@impactmonitor/model/text";
import { enoughForPercent } from "@impactmonitor/statistics/small-numbers";
import type { Book } from "../book.ts";
import { spoken } from "../chart-state.ts";
import { formatNumber, measureLabel } from "../format.ts";
import { writtenCell } from "../mark-words.ts";
import { periodLabel, periodMiddle } from "../period-words.ts";
import { byPeriod, find, sameBreakdown, type Shown } from "../shown.ts";
import type { CompareColumn } from "./compare-view.ts";
import type { CompareForm } from "./compare-choice.ts";
import { factsOf } from "./facts-of.ts";
import { measured } from "./measured.ts";

export interface PanelPoint {
  /** Position in years. */
  readonly at: number;
  readonly label: string;
  readonly text: string;
  readonly value: number;
  readonly provisional: boolean;
  /** After a break, or after a period without a value: not joined to the one before. */
  readonly startsNew: boolean;
}

/** The series of one area. */
export interface Panel {
  readonly area: string;
  readonly points: readonly PanelPoint[];
  /** First and last value in words; says so when there is no series. */
  readonly alternative: string;
}

/** One figure through time, a small chart for each area, all on one scale. */
export interface Multiples {
  readonly kind: "multiples";
  readonly unit: string;
  readonly percent: boolean;
  /** Each area's own first period is 100. */
  readonly index: boolean;
  readonly panels: readonly Panel[];
  /** The country's, drawn behind each; absent for counts. */
  readonly nation?: readonly PanelPoint[];
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

const national = "NL01";

/** @returns undefined when none of the areas has two periods of one length */
export function multiples(
  book: Book,
  column: CompareColumn,
  form: CompareForm,
  name: (area: Area) => string,
  language: Language,
): Multiples | undefined {
  const kind = parsePeriod(column.period)?.kind;
  if (kind === undefined || kind === "years") return undefined;
  const index = form === "index";
  const pointsIn = (area: string): readonly PanelPoint[] => {
    const read = pointsOf(book, column, area, kind, language);
    return (index ? indexed(book, read, language) : read).map((it) => it.point);
  };
  const panels = column.cells.map(({ area }): Panel => {
    const points = pointsIn(area.code);
    return { area: name(area), points, alternative: alternativeOf(points, language) };
  });
  if (!panels.some((it) => it.points.length > 1)) return undefined;
  const counts = column.measure === "count" || column.measure === "persons";
  const nation = counts && !index ? [] : pointsIn(national);
  const all = [...panels.flatMap((it) => it.points), ...nation];
  const values = all.map((it) => it.value);
  return {
    kind: "multiples",
    unit: index
      ? { nl: "de eerste periode van elk gebied is 100", en: "the first period of each area is 100" }[language]
      : measureLabel(column.indicator, column.measure, language),
    percent: column.measure === "percent" && !index,
    index,
    panels,
    ...(nation.length > 1 ? { nation } : {}),
    from: Math.min(...all.map((it) => it.at)),
    to: Math.max(...all.map((it) => it.at)),
    low: Math.min(0, ...values),
    high: Math.max(...values, 0),
  };
}

interface Read {
  readonly shown: Shown;
  readonly point: PanelPoint;
  readonly stretch: string | undefined;
}

/** All values of one figure of an area, of one length of period, oldest first. */
function pointsOf(
  book: Book,
  { indicator, measure, breakdown }: CompareColumn,
  area: string,
  kind: PeriodKind,
  language: Language,
): readonly Read[] {
  const rows = book
    .observationsOf(indicator.id, area)
    .filter((it) => sameBreakdown(it.breakdown, breakdown) && parsePeriod(it.period)?.kind === kind)
    .toSorted(byPeriod);
  const periods = [...new Set(rows.map((it) => it.period as string))];
  const points: Read[] = [];
  let before: Read | undefined;
  for (const period of periods) {
    const shown = find(book, { indicator: indicator.id, area, period, measure, breakdown });
    if (!shown || !isValue(shown.cell)) {
      before = undefined;
      continue;
    }
    const { cell } = shown;
    const { stretch } = factsOf(book, shown);
    const point: PanelPoint = {
      at: periodMiddle(parsePeriod(period)!),
      label: periodLabel(period, language),
      text: spoken(writtenCell(cell, indicator, measure, language)),
      value: cell.value,
      provisional: cell.marks.some((mark) => mark === "provisional" || mark === "revised-provisional"),
      startsNew: before?.stretch !== stretch,
    };
    before = { shown, point, stretch };
    points.push(before);
  }
  return points;
}

/** Of the first as 100. After a break nothing is measured alike, and few cases carry no ratio: then there is no index. */
function indexed(book: Book, all: readonly Read[], language: Language): readonly Read[] {
  const first = all[0];
  if (!first || first.point.value <= 0 || !enoughForIndex(book, first.shown)) return [];
  return all
    .filter((it) => it.stretch === first.stretch)
    .map((it) => {
      const value = (it.point.value / first.point.value) * 100;
      return { ...it, point: { ...it.point, value, text: formatNumber(value, 0, language) } };
    });
}

function enoughForIndex(book: Book, it: Shown): boolean {
  if (!isValue(it.cell)) return false;
  if (it.measure === "count" || it.measure === "persons") return enoughForPercent(it.cell.value);
  const rests = measured(book, it);
  return rests !== undefined && rests.kind !== "bare" && enoughForPercent(rests.readings[0]!.count);
}

function alternativeOf(points: readonly PanelPoint[], language: Language): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return language === "nl" ? "geen cijfers" : "no figures";
  if (first === last) return `${first.label}: ${first.text}`;
  return `${first.label}: ${first.text}; ${last.label}: ${last.text}`;
}
