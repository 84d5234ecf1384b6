import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { Language } from "@impactmonitor/model/text";
import type { Make, Paper } from "../documents/make-document.ts";
import { figuresOf } from "./chosen-figures.ts";
import type { Column, Field } from "./column.ts";
import { figureColumns, marked } from "./figure-columns.ts";
import type { FigureRow } from "./figure-row.ts";
import { readable } from "./plain-text.ts";
import { telling } from "./progress.ts";

/** Rows that stand in memory at a time, and that a reader can skip at a time. */
const rowsInGroup = 25_000;

/** Numbers, but for these two: they can be two ends of a range as text. */
const isNumber = (it: Column<FigureRow>): boolean =>
  it.form !== undefined && it.name !== "first_value" && it.name !== "changed_from";

/**
 * All figures of an edition as Parquet, in all columns that the sheets and the CSV files have, each a number (DOUBLE) or a text;
 * empty is null. Of which edition and kind it is also stands in its metadata. Snappy, row groups of 25 000.
 */
export const makeParquet: Make = async (paper, order, told) => {
  const { rows, count } = figuresOf(paper, order);
  return parquet(paper, telling(rows(order.language), count, told), order.language);
};

/** @param rows taken one at a time */
export async function parquet(paper: Paper, rows: Iterable<FigureRow>, language: Language): Promise<Uint8Array> {
  const { book } = paper;
  const columns = marked(figureColumns, book, language);
  const writer = new ByteWriter(1 << 20);
  const facts = { edition: book.id, date: book.date, kind: book.kind, language, publisher: "Impactmonitor" };
  const file = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: columns.map((it) => columnData(it, [])) }),
    codec: "SNAPPY",
    kvMetadata: Object.entries(facts).map(([key, value]) => ({ key: `impactmonitor.${key}`, value })),
  });
  for (const group of grouped(rows, rowsInGroup))
    await file.write({ columnData: columns.map((it) => columnData(it, group)), rowGroupSize: rowsInGroup });
  await file.finish();
  return writer.getBytes();
}

const columnData = (column: Column<FigureRow>, rows: readonly FigureRow[]) => {
  const number = isNumber(column);
  const data = rows.map((row) => (number ? asNumber(column.read(row)) : asText(column.read(row))));
  return { name: column.name, data, type: number ? "DOUBLE" : "STRING", nullable: true } as const;
};

const asNumber = (field: Field): number | null => (typeof field === "number" ? field : null);
/** Nothing here runs a text as a formula, so it stays as it is; only what is no character goes. */
const asText = (field: Field): string | null => (field === undefined || field === "" ? null : readable(String(field)));

function* grouped<Row>(rows: Iterable<Row>, size: number): Generator<readonly Row[]> {
  let group: Row[] = [];
  for (const row of rows) {
    group.push(row);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
