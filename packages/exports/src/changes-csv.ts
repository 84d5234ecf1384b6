import { matchCell, type Cell } from "@impactmonitor/model/cell";
import type { Changes } from "@impactmonitor/model/edition";
import { breakdownKey, type Observation } from "@impactmonitor/model/observation";
import type { Language } from "@impactmonitor/model/text";
import { areaLabel } from "@impactmonitor/views/area-words";
import type { Book } from "@impactmonitor/views/book";
import { revisionReason, revisionWords } from "@impactmonitor/views/revision";
import { csvText } from "./sheets/csv.ts";

const columns = [
  "change",
  "indicator",
  "indicator_title",
  "area",
  "area_name",
  "period",
  "measure",
  "breakdown",
  "value_before",
  "lower_before",
  "upper_before",
  "absent_before",
  "marks_before",
  "value",
  "lower",
  "upper",
  "absent",
  "marks",
  "reason",
  "reason_name",
  "source_title",
  "source_url",
  "published",
  "edition_before",
  "edition",
] as const;

/**
 * Every figure that differs from the edition before, one row each: `added`, `revised` (from and to, and why as far as is
 * known), `withdrawn`, `source` (the value stands, its source line differs).
 * @param correction whether the edition says that it corrects an earlier one
 */
export function changesCsv(book: Book, changes: Changes, correction: boolean, language: Language): string {
  const row = (change: string, it: Observation, before?: Cell, after?: Cell, why?: [string, string]): string[] => {
    const area = book.area(it.area);
    return [
      change,
      it.indicator,
      book.indicators.get(it.indicator)?.title[language] ?? it.indicator,
      it.area,
      area ? areaLabel(area, language) : it.area,
      it.period,
      it.measure,
      breakdownKey(it.breakdown),
      ...cellFields(before),
      ...cellFields(after),
      ...(why ?? ["", ""]),
      it.reading.title,
      it.reading.url,
      it.reading.published,
      changes.since ?? "",
      book.id,
    ];
  };
  const revised = changes.revised.map(({ from, to }) => {
    const reason = revisionReason(from, to, correction);
    return row("revised", to, from.cell, to.cell, [reason, revisionWords[reason][language]]);
  });
  return csvText(book, language, [
    columns,
    ...revised,
    ...changes.added.map((it) => row("added", it, undefined, it.cell)),
    ...changes.withdrawn.map((it) => row("withdrawn", it, it.cell)),
    ...(changes.resourced ?? []).map((it) => row("source", it, it.cell, it.cell)),
  ]);
}

/** Value, bounds, reason for having none, marks; empty where there was no figure at all. */
function cellFields(cell: Cell | undefined): string[] {
  if (!cell) return ["", "", "", "", ""];
  const number = (it?: number): string => (it === undefined ? "" : String(it));
  return matchCell(cell, {
    value: (it) => [String(it.value), number(it.lower), number(it.upper), "", it.marks.join(" ")],
    range: (it) => ["", String(it.range.lower), String(it.range.upper), "", it.marks.join(" ")],
    absent: (reason) => ["", "", "", reason, ""],
  });
}
