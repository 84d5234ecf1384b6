import type { Language } from "@impactmonitor/model/text";
import type { Column } from "./column.ts";
import type { TableCell, TableSheet } from "./workbook.ts";

/** A table as it is told: its name, where it comes from, and how it is shown. */
export interface TableWords extends Pick<TableSheet, "name" | "source"> {
  readonly language: Language;
  readonly wrap?: boolean;
  /** Names of the first and last column that go onto paper; without it all do. */
  readonly printed?: readonly [first: string, last: string];
}

/** A table of these columns with a row for each of these, made when it is written. */
export function tableSheet<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  { name, source, language, wrap = false, printed }: TableWords,
): TableSheet {
  const at = (one: string): number => columns.findIndex((it) => it.name === one);
  return {
    kind: "table",
    name,
    source,
    ...(printed ? { printed: [at(printed[0]), at(printed[1])] } : {}),
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
