import { isAbsent } from "@impactmonitor/model/cell";
import { concerns, type Event, type EventKind } from "@impactmonitor/model/event";
import { areaCode } from "@impactmonitor/model/id";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Language, Text } from "@impactmonitor/model/text";
import type { Book } from "./book.ts";
import { breakSign, eventSign, type TimeMark } from "./chart-state.ts";
import { formatDate } from "./format.ts";
import { periodLabel, periodMiddle } from "./period-words.ts";
import { territoryChanges, type Shown } from "./shown.ts";

/** From here on figures can't be laid beside those before it, and why. */
export interface SeriesBreak {
  /** First period, or day, of the new series. */
  readonly at: string;
  readonly reason: string;
}

/** What stands on the time line: a sign in the chart, and what it means. */
export interface TimelineNote {
  readonly sign: string;
  readonly when: string;
  readonly text: string;
}

export interface TimelineEvent {
  readonly event: Event;
  /** Its number in the chart; absent for what only the list names. */
  readonly sign?: string;
  /** "15 maart 2020 tot en met 31 mei 2020" */
  readonly when: string;
}

/** With more marks than this under a line nobody looks at the line any more. */
const mostDrawn = 6;

/** What goes into the drawing first: what touches how figures come about, then what touched everybody. */
const order: readonly EventKind[] = [
  "protocol-change",
  "law",
  "lockdown",
  "campaign",
  "plan",
  "organisation",
  "research",
  "news",
];

/** Stands with every list of events, on page and in files. */
export const eventsExplainNothing: Text = {
  nl: "Een gebeurtenis naast een lijn is geen verklaring: dit cijfer laat niet zien of het een met het ander te maken heeft.",
  en: "An event beside a line is no explanation: this figure does not show whether the one has to do with the other.",
};

/**
 * Events within the time of a line, oldest first, that an editor tied to its indicator. At most six have a number and
 * are drawn; the others are in the list only.
 * @param points the measurements of the line, in order
 */
export function timelineEvents(book: Book, points: readonly Shown[], language: Language): TimelineEvent[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const [start, end] = [parsePeriod(first.period)?.start ?? "", parsePeriod(last.period)?.end ?? ""];
  const within = book.catalogue.events.filter(
    (it) => it.from <= end && (it.until ?? it.from) >= start && concerns(it, first.indicator, areaCode(first.area)),
  );
  const drawn = new Set(within.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)).slice(0, mostDrawn));
  let number = 0;
  return within.map((event) => ({
    event,
    ...(drawn.has(event) ? { sign: eventSign(number++) } : {}),
    when: eventWhen(event, language),
  }));
}

function eventWhen({ from, until }: Event, language: Language): string {
  const day = formatDate(from, language);
  return until === undefined ? day : `${day} ${language === "nl" ? "tot en met" : "to"} ${formatDate(until, language)}`;
}

/** The events that are drawn, as places on the time axis. */
export const eventMarks = (events: readonly TimelineEvent[], language: Language): TimeMark[] =>
  events
    .filter((it) => it.sign !== undefined)
    .map(({ event, when }) => ({
      at: yearsAt(event.from),
      ...(event.until === undefined ? {} : { until: yearsAt(event.until) }),
      label: `${when}: ${event.title[language]}`,
    }));

const yearsAt = (day: string): number => {
  const period = parsePeriod(day);
  return period ? periodMiddle(period) : Number.NaN;
};

/**
 * Where a line is cut: breaks that the indicator, the source or the area's territory has between two of its periods,
 * and those that the source itself marked at a figure. One for each day; an indicator's reason goes before the more
 * general one of its source.
 */
export function breaksWithin(book: Book, points: readonly Shown[], language: Language): SeriesBreak[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const { indicator, area } = first;
  const source = indicator.source ? book.sources.get(indicator.source) : undefined;
  const start = parsePeriod(first.period)?.start ?? "";
  const end = parsePeriod(last.period)?.end ?? "";
  const day = (it: SeriesBreak): string => parsePeriod(it.at)?.start ?? "";
  const named = [...indicator.breaks, ...(source?.breaks ?? [])]
    .map((it) => ({ at: it.at, reason: it.reason[language] }))
    .filter((it, i, all) => all.findIndex((other) => day(other) === day(it)) === i);
  const moved = territoryChanges(book, area).map((it) => ({ at: it.date, reason: it.title[language] }));
  const known = [...Map.groupBy([...named, ...moved], day)]
    .filter(([date]) => date > start && date <= end)
    .map(([, list]) => ({
      at: list[0]!.at,
      reason: list.length === 1 ? list[0]!.reason : list.map((it) => sentence(it.reason)).join(" "),
    }));
  const marked = points.slice(1).flatMap((it, i) => {
    const before = parsePeriod(points[i]!.period)!.start;
    const here = parsePeriod(it.period)!.start;
    const told = known.some((other) => before < day(other) && day(other) <= here);
    const bySource = !isAbsent(it.cell) && it.cell.marks.includes("break");
    return bySource && !told ? [{ at: it.period, reason: measuredOtherwise[language] }] : [];
  });
  return [...known, ...marked].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

const measuredOtherwise: Text = {
  nl: "De bron meldt dat vanaf hier anders is gemeten dan daarvoor.",
  en: "The source says that from here it was measured in another way than before.",
};

const sentence = (text: string): string => text.replace(/[^.!?…]$/, "$&.");

/** What the letters at the breaks of a line mean, in words for page and file. */
export const breakNotes = (breaks: readonly SeriesBreak[], language: Language): TimelineNote[] =>
  breaks.map((it, i) => ({
    sign: breakSign(i),
    when: `${language === "nl" ? "Breuk bij" : "Break at"} ${periodLabel(it.at, language)}`,
    text: sentence(it.reason),
  }));

/** What the numbers under a line mean, short: for a file, which has no room for what happened and where that can be read. */
export const eventNotes = (events: readonly TimelineEvent[], language: Language): TimelineNote[] =>
  events.flatMap(({ sign, when, event }) =>
    sign === undefined ? [] : [{ sign, when, text: sentence(event.title[language]) }],
  );
