import { isAbsent } from "@impactmonitor/model/cell";
import type { Indicator } from "@impactmonitor/model/indicator";
import { breakdownKey, type Observation } from "@impactmonitor/model/observation";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Facts } from "@impactmonitor/statistics/comparability";
import type { Book } from "../book.ts";
import { sameBreakdown, territoryChanges, type Shown } from "../shown.ts";

/** What a comparison must know of a figure: what exactly it is, of when, and on which side of a break. */
export function factsOf(book: Book, it: Shown): Facts {
  const period = parsePeriod(it.period)!;
  const marks = isAbsent(it.cell) ? [] : it.cell.marks;
  const part = partOf(it.period);
  return {
    definition: [it.indicator.id, it.measure, breakdownKey(it.breakdown)].join(" "),
    population: it.measure,
    period: {
      year: Number(period.start.slice(0, 4)),
      length: lengthOf(period.kind, period.start, period.end),
      ...(part === undefined ? {} : { part }),
    },
    stretch: stretchOf(book, it, period.start),
    ...(marks.includes("provisional") || marks.includes("revised-provisional") ? { provisional: true } : {}),
    ...(marks.includes("rounded") ? { roundedTo: 5 } : {}),
  };
}

/** Years of one length compare; spans of two and of five don't. A reference date is a moment of its year. */
const lengthOf = (kind: string, start: string, end: string): string =>
  kind === "years"
    ? `${Number(end.slice(0, 4)) - Number(start.slice(0, 4)) + 1} years`
    : kind === "quarters"
      ? `quarters ${start.slice(5)} ${end.slice(5)}`
      : kind;

function partOf(code: string): number | undefined {
  const part = /^\d{4}[HQ](\d)$/.exec(code)?.[1] ?? /^\d{4}-(\d{2})/.exec(code)?.[1];
  return part === undefined ? undefined : Number(part);
}

/** How many breaks lie before it: figures with the same number lie on one side of each. */
function stretchOf(book: Book, it: Shown, start: string): string {
  const moved = territoryChanges(book, it.area).map(({ date }) => date as string);
  const marked = markedBreaks(book.observationsOf(it.indicator.id, it.area))
    .filter((row) => row.measure === it.observation.measure && sameBreakdown(row.breakdown, it.breakdown))
    .map((row) => parsePeriod(row.period)!.start);
  return String(new Set([...breaksOf(book, it.indicator), ...moved, ...marked].filter((day) => day <= start)).size);
}

const breaks = new WeakMap<Book, Map<Indicator, readonly string[]>>();

/** First days of new series, of the indicator and of its source. Looked up once for an edition: each comparison asks. */
function breaksOf(book: Book, indicator: Indicator): readonly string[] {
  const known = breaks.get(book) ?? new Map<Indicator, readonly string[]>();
  breaks.set(book, known);
  const before = known.get(indicator);
  if (before) return before;
  const source = indicator.source ? book.sources.get(indicator.source) : undefined;
  const days = [...indicator.breaks, ...(source?.breaks ?? [])].map(({ at }) => parsePeriod(at)?.start ?? at);
  known.set(indicator, days);
  return days;
}

const marksOfRows = new WeakMap<readonly Observation[], readonly Observation[]>();

/** A source also marks the first figure of a new series itself: few of the hundreds of rows that an indicator can have for an area. */
function markedBreaks(rows: readonly Observation[]): readonly Observation[] {
  const before = marksOfRows.get(rows);
  if (before) return before;
  const marked = rows.filter(({ cell }) => !isAbsent(cell) && cell.marks.includes("break"));
  marksOfRows.set(rows, marked);
  return marked;
}
