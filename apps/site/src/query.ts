import type { Area, Level } from "@impactmonitor/model/area";
import { levels } from "@impactmonitor/model/area";
import { measures, type Measure } from "@impactmonitor/model/indicator";
import { breakdownKey, parseBreakdown, type Breakdown } from "@impactmonitor/model/observation";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Text } from "@impactmonitor/model/text";
import type { Book } from "@impactmonitor/views/book";
import { comparables } from "@impactmonitor/views/context/context-figure";
import type { PageChoice } from "@impactmonitor/views/indicator-view";
import { readAreaParameter } from "./paths.ts";

/** What was wrong with a parameter, for the visitor. */
export class BadQuery {
  readonly detail: Text;
  constructor(detail: Text) {
    this.detail = detail;
  }
}

/** The area of `?regio=`; undefined when absent. */
export function queryArea(book: Book, value: string | undefined): Area | undefined | BadQuery {
  if (value === undefined || value === "") return undefined;
  const read = readAreaParameter(value);
  const area = read && book.areaBySlug(read.level, read.slug);
  return (
    area ??
    new BadQuery({
      nl: "Het gebied in dit adres bestaat niet. Schrijf bijvoorbeeld ?regio=drenthe of ?regio=gemeente/assen.",
      en: "The area in this address does not exist. Write for instance ?regio=drenthe or ?regio=gemeente/assen.",
    })
  );
}

export function queryPeriod(value: string | undefined): string | undefined | BadQuery {
  if (value === undefined || value === "") return undefined;
  return parsePeriod(value)
    ? value
    : new BadQuery({
        nl: "De periode in dit adres is niet te lezen. Schrijf bijvoorbeeld ?periode=2023 of ?periode=2021H1.",
        en: "The period in this address can’t be read. Write for instance ?periode=2023 or ?periode=2021H1.",
      });
}

export function queryBreakdown(value: string | undefined): Breakdown | undefined | BadQuery {
  if (value === undefined || value === "") return undefined;
  if (value === "totaal") return {};
  return (
    parseBreakdown(value) ??
    new BadQuery({
      nl: "De uitsplitsing in dit adres is niet te lezen. Schrijf bijvoorbeeld ?uitsplitsing=reporter-type=police.",
      en: "The breakdown in this address can’t be read. Write for instance ?uitsplitsing=reporter-type=police.",
    })
  );
}

export function queryMeasure(value: string | undefined): Measure | undefined | BadQuery {
  if (value === undefined || value === "") return undefined;
  return (
    measures.find((it) => it === value) ??
    new BadQuery({
      nl: "De maat in dit adres bestaat niet. Schrijf bijvoorbeeld ?maat=percent.",
      en: "The measure in this address does not exist. Write for instance ?maat=percent.",
    })
  );
}

export function queryLevel(value: string | undefined): Level | undefined | BadQuery {
  if (value === undefined || value === "") return undefined;
  return (
    levels.find((it) => it === value) ??
    new BadQuery({ nl: "Dit niveau bestaat niet.", en: "This level does not exist." })
  );
}

/** One of the known ids, or undefined when nothing was asked. */
export function queryId(
  value: string | undefined,
  known: ReadonlySet<string> | ReadonlyMap<string, unknown>,
): string | undefined | BadQuery {
  if (value === undefined || value === "") return undefined;
  return known.has(value)
    ? value
    : new BadQuery({
        nl: "Een keuze in dit adres bestaat niet (meer).",
        en: "A choice in this address does not exist (any more).",
      });
}

/** The fact of `?naast=`: one that may stand beside a figure. */
export const queryBeside = (book: Book, value: string | undefined): string | undefined | BadQuery =>
  queryId(value, new Set(comparables(book).map((it) => it.id)));

/** Whether `?gebeurtenissen=nee` asks for a line without what happened meanwhile. */
export function queryEvents(value: string | undefined): "hidden" | undefined | BadQuery {
  if (value === undefined || value === "" || value === "ja") return undefined;
  return value === "nee"
    ? "hidden"
    : new BadQuery({
        nl: "Schrijf ?gebeurtenissen=nee om de gebeurtenissen niet te zien.",
        en: "Write ?gebeurtenissen=nee to leave out the events.",
      });
}

/** What an address asks of the page of an indicator, and of its files. */
export function queryPage(query: Readonly<Record<string, string | undefined>>): PageChoice | BadQuery {
  const period = queryPeriod(query.periode);
  const breakdown = queryBreakdown(query.uitsplitsing);
  const measure = queryMeasure(query.maat);
  const from = queryPeriod(query.van);
  const to = queryPeriod(query.tot);
  const events = queryEvents(query.gebeurtenissen);
  if (period instanceof BadQuery) return period;
  if (breakdown instanceof BadQuery) return breakdown;
  if (measure instanceof BadQuery) return measure;
  if (from instanceof BadQuery) return from;
  if (to instanceof BadQuery) return to;
  if (events instanceof BadQuery) return events;
  return { period, breakdown, measure, from, to, events };
}

/** The same as an address says it: what the page links to keeps what was chosen. */
export const choiceQuery = (choice: PageChoice): Readonly<Record<string, string | undefined>> => ({
  periode: choice.period,
  maat: choice.measure,
  uitsplitsing: choice.breakdown && (breakdownKey(choice.breakdown) || "totaal"),
  van: choice.from,
  tot: choice.to,
  gebeurtenissen: choice.events && "nee",
});
