import type { Language } from "@impactmonitor/model/text";
import type { Column } from "./column.ts";
import type { TableCell, TableSheet } from "./workbook.ts";

/** A table of these columns with a row for each of these, made when it is written. */
export function tableSheet<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  language: Language,
  wrap = false,
): TableSheet {
  return {
    kind: "table",
    name,
    columns: columns.map((it) => ({ title: it.title[language], width: it.width })),
    rows: cellsOf(columns, rows),
    wrap,
  };
}

function* cellsOf<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Generator<readonly TableCell[]> {
  for (const row of rows)
    yield columns.map((it): TableCell => {
      const field = it.read(row);
      return typeof field === "number" && it.form ? { number: field, form: it.form(row) } : field;
    });
}
