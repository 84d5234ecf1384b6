import type { Level } from "@impactmonitor/model/area";
import { isAbsent } from "@impactmonitor/model/cell";
import type { NumberName } from "@impactmonitor/model/page-place";
import type { Book } from "../book.ts";

/** A number of things in this edition, for a sentence of the guide. */
export function guideNumber(book: Book, name: NumberName): number {
  const { indicators } = book.catalogue;
  switch (name) {
    case "subjects":
      return indicators.length;
    case "filled":
      return indicators.filter((it) => book.observations(it.id).length > 0).length;
    case "figures":
      return indicators.reduce(
        (sum, it) => sum + book.observations(it.id).filter((row) => !row.publishedFor).length,
        0,
      );
    case "sources":
      return new Set(indicators.filter((it) => book.observations(it.id).length > 0).map((it) => it.source)).size;
    case "regions":
      return book.areasAt("vt-region", book.date).length;
    case "regional":
      return withLevel(book, "vt-region").length;
    case "municipal":
      return withLevel(book, "municipality").length;
    case "missing":
      return indicators.filter((it) => it.status === "advised" || it.status === "to-be-determined").length;
  }
}

/** Indicators that have a value for some area of a level, in catalogue order. */
export const withLevel = (book: Book, level: Level): Book["catalogue"]["indicators"] =>
  book.catalogue.indicators.filter((it) =>
    book.observations(it.id).some((row) => !isAbsent(row.cell) && book.area(row.area)?.level === level),
  );
