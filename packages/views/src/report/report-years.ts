import { parsePeriod } from "@impactmonitor/model/period";
import type { Book } from "../book.ts";

const national = "NL01";

/** A year on which there is a report, and how many national figures about that year itself are in it. */
export interface ReportYear {
  readonly year: number;
  readonly subjects: number;
  /** Whether editors wrote something for it. */
  readonly written: boolean;
}

const known = new WeakMap<Book, readonly ReportYear[]>();

/**
 * The years that an edition has a report on, newest first: that of the edition, those that editors wrote about, and each before it in which a
 * period of a national figure ends.
 */
export function reportYears(book: Book): readonly ReportYear[] {
  const found = known.get(book) ?? findYears(book);
  known.set(book, found);
  return found;
}

function findYears(book: Book): readonly ReportYear[] {
  const own = Number(book.date.slice(0, 4));
  const written = new Set(book.catalogue.reportInserts.map((it) => it.year));
  const subjects = new Map<number, Set<string>>();
  for (const indicator of book.catalogue.indicators)
    for (const { period } of book.observationsOf(indicator.id, national)) {
      const year = Number(parsePeriod(period)?.end.slice(0, 4));
      if (!(year <= own)) continue;
      const of = subjects.get(year) ?? new Set();
      subjects.set(year, of.add(indicator.id));
    }
  return [...new Set([own, ...written, ...subjects.keys()])]
    .filter((it) => it <= own)
    .sort((a, b) => b - a)
    .map((year) => ({ year, subjects: subjects.get(year)?.size ?? 0, written: written.has(year) }));
}
