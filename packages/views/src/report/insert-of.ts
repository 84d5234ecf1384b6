import type { ReportInsert } from "@impactmonitor/model/report-insert";
import type { Book } from "../book.ts";

/** What editors wrote for a place of the report on a year. */
export const insertOf = (book: Book, year: number, place: string): ReportInsert | undefined =>
  book.catalogue.reportInserts.find((it) => it.year === year && it.place === place);
