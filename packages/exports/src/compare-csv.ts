import type { Language } from "@impactmonitor/model/text";
import type { Book } from "@impactmonitor/views/book";
import type { CompareView } from "@impactmonitor/views/comparison/compare-view";
import { compareMachineColumns } from "./sheets/compare-columns.ts";
import { compareRows } from "./sheets/compare-row.ts";
import { csvText } from "./sheets/csv.ts";

/**
 * Exactly what a compare page shows, a row for each figure of each area and of the country, with the judgements in code and in words.
 * The interval is what chance alone leaves open (95 %); a derived value has all its decimals.
 */
export function compareCsv(book: Book, view: CompareView, language: Language): string {
  const rows = compareRows(book, view, language);
  return csvText(book, language, [
    compareMachineColumns.map((it) => it.name),
    ...rows.map((row) => compareMachineColumns.map((it) => it.read(row))),
  ]);
}
