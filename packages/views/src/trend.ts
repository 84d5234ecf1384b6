import { isAbsent, isRange, isValue } from "@impactmonitor/model/cell";
import type { Indicator, Measure } from "@impactmonitor/model/indicator";
import type { Breakdown } from "@impactmonitor/model/observation";
import { parsePeriod, type Period, type PeriodKind } from "@impactmonitor/model/period";
import type { Language } from "@impactmonitor/model/text";
import { areaLabel } from "./area-words.ts";
import type { Book } from "./book.ts";
import { spoken, type LineChart, type LinePoint, type TimeMark, type Written } from "./chart-state.ts";
import { counted, nouns } from "./counted.ts";
import { measureLabel } from "./format.ts";
import { signLegend, writtenCell } from "./mark-words.ts";
import { periodLabel, periodMiddle, periodPhrase } from "./period-words.ts";
import { breakdownLabel } from "./statement.ts";
import { isWithin, type Within } from "./within.ts";
import { byPeriod, find, rate, sameBreakdown, shown, type Shown } from "./shown.ts";
import {
  breakNotes,
  breaksWithin,
  eventMarks,
  eventsExplainNothing,
  timelineEvents,
  type SeriesBreak,
  type TimelineEvent,
} from "./timeline.ts";

export interface Trend {
  readonly chart: LineChart;
  readonly rows: readonly { readonly period: string; readonly main: Shown; readonly compare?: Shown }[];
  readonly breaks: readonly SeriesBreak[];
  /** What happened meanwhile, also when the chart hides it. */
  readonly events: readonly TimelineEvent[];
  readonly kind: PeriodKind;
}

/** What a series is of; the period says which kind of period goes first. */
export interface SeriesOf {
  readonly indicator: Indicator;
  readonly area: string;
  readonly measure: Measure;
  readonly breakdown: Breakdown;
  readonly period: string;
}

/**
 * The measurements of one figure through time, of one kind of period: a half-year never shares a line with a year.
 * @returns undefined with fewer than two periods: two points are a comparison, one is none.
 */
export function trendPoints(
  book: Book,
  of: SeriesOf,
  within: Within = {},
): { kind: PeriodKind; points: readonly Shown[] } | undefined {
  const rows = series(book, of).filter((it) => isWithin(it.period, within));
  // Spans of years overlap: a line through them would count the same years twice.
  const kinds = Map.groupBy(
    rows.filter((it) => parsePeriod(it.period)!.kind !== "years"),
    (it) => parsePeriod(it.period)!.kind,
  );
  const asked = parsePeriod(of.period)?.kind;
  const mine = kinds.get(asked ?? "year");
  const kind = mine && mine.length > 1 ? asked! : [...kinds].sort((a, b) => b[1].length - a[1].length)[0]?.[0];
  const points = kind ? (kinds.get(kind) ?? []) : [];
  return !kind || points.filter((it) => !isAbsent(it.cell)).length < 2 ? undefined : { kind, points };
}

/**
 * The series of one figure as a chart and a table, with its breaks, what happened meanwhile and, where they compare, the
 * nation beside it.
 * @param withEvents whether the chart shows events; they are in the result either way
 * @param within the stretch of time that is shown; without it all there is
 */
export function trend(
  book: Book,
  of: SeriesOf,
  language: Language,
  withEvents = true,
  within: Within = {},
): Trend | undefined {
  const found = trendPoints(book, of, within);
  if (!found) return undefined;
  const { kind, points } = found;
  const breaks = breaksWithin(book, points, language);
  const events = timelineEvents(book, points, language);
  const national =
    of.area === "NL01" || of.measure === "count" || of.measure === "persons"
      ? []
      : points.flatMap((it) => find(book, { ...keyOf(it), area: "NL01" }) ?? []);
  const nation = new Map(national.map((it) => [it.period, it]));
  const area = book.area(of.area);
  const name = area ? areaLabel(area, language) : of.area;
  const what = [of.indicator.shortTitle[language], breakdownLabel(book, of.breakdown, language)]
    .filter(Boolean)
    .join(": ");
  const [first, last] = [points[0]!, points.at(-1)!];
  const written = (it: Shown): Written => writtenCell(it.cell, of.indicator, of.measure, language);
  const said = (it: Shown): string => `${periodPhrase(it.period, language)}: ${spoken(written(it))}.`;
  const nl = language === "nl";
  const marks = withEvents ? eventMarks(events, language) : [];
  return {
    kind,
    breaks,
    events,
    rows: points.map((main) => ({
      period: main.period,
      main,
      ...(nation.has(main.period) ? { compare: nation.get(main.period)! } : {}),
    })),
    chart: {
      kind: "line",
      title: `${what}, ${name}, ${periodLabel(first.period, language)} ${nl ? "tot en met" : "to"} ${periodLabel(last.period, language)}`,
      alternative: [
        `${nl ? "Lijndiagram met" : "Line chart with"} ${counted(points.length, nouns.measurement, language)}.`,
        said(first),
        said(last),
        ...breakNotes(breaks, language).map((it) => `${it.when}: ${it.text}`),
        ...(marks.length > 0 ? [eventsSaid(marks, language)] : []),
        nl ? "Alle waarden staan in de tabel." : "The table has all values.",
      ].join(" "),
      unit: measureLabel(of.indicator, of.measure, language),
      signs: signLegend(
        [...points, ...national].map((it) => it.cell),
        language,
      ),
      percent: of.measure === "percent",
      breaks: breaks.map((it) => ({ at: periodStart(parsePeriod(it.at)!), label: it.reason })),
      ...(marks.length > 0 ? { events: marks } : {}),
      series: [
        { name, role: "main" as const, points: linePoints(points, breaks, written, language) },
        ...(national.length > 1
          ? [
              {
                name: nl ? "Nederland" : "Netherlands",
                role: "compare" as const,
                points: linePoints(national, breaksWithin(book, national, language), written, language),
              },
            ]
          : []),
      ],
    },
  };
}

const eventsSaid = (marks: readonly TimeMark[], language: Language): string =>
  `${language === "nl" ? "Onder de lijn staat wat er toen gebeurde" : "Under the line is what happened then"}: ${marks
    .map((it) => it.label)
    .join("; ")}. ${eventsExplainNothing[language]}`;

const keyOf = (it: Shown) => ({
  indicator: it.indicator.id,
  period: it.period,
  measure: it.measure,
  breakdown: it.breakdown,
});

/** All periods of one figure in order, published or (for a rate) derived. */
export function series(
  book: Book,
  of: { indicator: Indicator; area: string; measure: Measure; breakdown: Breakdown },
): Shown[] {
  const rows = book.observationsOf(of.indicator.id, of.area).filter((it) => sameBreakdown(it.breakdown, of.breakdown));
  const published = rows.filter((it) => it.measure === of.measure).map((it) => shown(book, it));
  const have = new Set(published.map((it) => it.period));
  const derived =
    of.measure === "per-10000"
      ? rows.filter((it) => it.measure === "count" && !have.has(it.period)).flatMap((it) => rate(book, it) ?? [])
      : [];
  return [...published, ...derived].sort(byPeriod);
}

const periodStart = (period: Period): number =>
  Number(period.start.slice(0, 4)) + (Number(period.start.slice(5, 7)) - 1) / 12;

function linePoints(
  points: readonly Shown[],
  breaks: readonly { readonly at: string }[],
  written: (it: Shown) => Written,
  language: Language,
): LinePoint[] {
  return points.map((it, i) => {
    const period = parsePeriod(it.period)!;
    const before = points[i - 1] && parsePeriod(points[i - 1]!.period)!;
    const startsNew = breaks.some((at) => {
      const day = parsePeriod(at.at)!.start;
      return before !== undefined && before.start < day && day <= period.start;
    });
    const cell = it.cell;
    return {
      at: periodMiddle(period),
      label: periodLabel(it.period, language),
      ...written(it),
      ...(isValue(cell) ? { value: cell.value, lower: cell.lower, upper: cell.upper } : {}),
      ...(isRange(cell) ? { lower: cell.range.lower, upper: cell.range.upper } : {}),
      provisional:
        !isAbsent(cell) && cell.marks.some((mark) => mark === "provisional" || mark === "revised-provisional"),
      startsNew,
    };
  });
}
