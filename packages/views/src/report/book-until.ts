import { parsePeriod } from "@impactmonitor/model/period";
import type { Book } from "../book.ts";

/**
 * An edition with what is about the time up to the end of a year, and nothing about later: a report on that year says what was known of it, and
 * compares with nothing that came after.
 */
export function bookUntil(book: Book, year: number): Book {
  const last = `${year}-12-31`;
  const within = (it: { readonly period: string }): boolean => (parsePeriod(it.period)?.end ?? "9999") <= last;
  const all = new Map(book.catalogue.indicators.map((it) => [it.id, book.observations(it.id).filter(within)]));
  return {
    ...book,
    observations: (id) => all.get(id) ?? [],
    observationsOf: (id, area) => book.observationsOf(id, area).filter(within),
    indicatorsOf: (area) => book.indicatorsOf(area).filter((it) => book.observationsOf(it.id, area).some(within)),
  };
}

/** Whether a period has days in common with a year. */
export function isAboutYear(period: string, year: number): boolean {
  const it = parsePeriod(period);
  return it !== undefined && it.start <= `${year}-12-31` && it.end >= `${year}-01-01`;
}
