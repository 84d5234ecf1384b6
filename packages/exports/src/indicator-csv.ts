import type { Indicator } from "@impactmonitor/model/indicator";
import type { Observation } from "@impactmonitor/model/observation";
import type { Language } from "@impactmonitor/model/text";
import type { Book } from "@impactmonitor/views/book";
import { pastsOf, type Past } from "@impactmonitor/views/past";
import { csvText } from "./sheets/csv.ts";
import { machineColumns } from "./sheets/figure-columns.ts";
import { figureRow } from "./sheets/figure-row.ts";

/**
 * All published values of an indicator, one row each with code and label, source and edition.
 * A figure that was something else has what it first was, and which edition changed it.
 * For machines: comma, point, UTF-8, RFC 4180. Practice figures have a column more, the first, that says so in each row.
 */
export function indicatorCsv(
  book: Book,
  indicator: Indicator,
  language: Language,
  past: (it: Observation) => Past = pastsOf({ books: [book], corrects: () => false }, indicator.id),
): string {
  const rows = book
    .observations(indicator.id)
    .filter((it) => it.publishedFor === undefined)
    .map((it) => figureRow(book, it, past(it), language));
  return csvText(book, language, [
    machineColumns.map((it) => it.name),
    ...rows.map((row) => machineColumns.map((it) => it.read(row))),
  ]);
}
