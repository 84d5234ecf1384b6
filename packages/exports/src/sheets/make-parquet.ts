import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { Language } from "@impactmonitor/model/text";
import type { Make, Paper } from "../documents/make-document.ts";
import { figuresOf } from "./chosen-figures.ts";
import type { Column } from "./column.ts";
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
  const file = openParquet(paper, order.language);
  for (const row of telling(rows(order.language), count, told)) file.add(row);
  return file.bytes();
};

/** A Parquet file that figures are added to one at a time; what is kept of a row is its fields, not the row. */
export interface ParquetFile {
  readonly add: (row: FigureRow) => void;
  /** To be called once, after the last row. */
  readonly bytes: () => Promise<Uint8Array>;
}

export function openParquet({ book }: Pick<Paper, "book">, language: Language): ParquetFile {
  const columns = marked(figureColumns, book, language).map((it) => (isNumber(it) ? numbers(it) : texts(it)));
  const writer = new ByteWriter(1 << 20);
  const facts = { edition: book.id, date: book.date, kind: book.kind, language, publisher: "Impactmonitor" };
  const file = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: columns.map((it) => it.take()) }),
    codec: "SNAPPY",
    kvMetadata: Object.entries(facts).map(([key, value]) => ({ key: `impactmonitor.${key}`, value })),
  });
  let waiting = 0;
  // Nothing is waited for: bytes in memory take no flushing, so each group is written when `write` comes back.
  const writing: (Promise<void> | void)[] = [];
  const writeGroup = (): void => {
    if (waiting === 0) return;
    writing.push(file.write({ columnData: columns.map((it) => it.take()), rowGroupSize: rowsInGroup }));
    waiting = 0;
  };
  return {
    add: (row) => {
      for (const it of columns) it.add(row);
      if (++waiting === rowsInGroup) writeGroup();
    },
    bytes: async () => {
      writeGroup();
      await Promise.all(writing);
      await file.finish();
      return writer.getBytes();
    },
  };
}

function numbers({ name, read }: Column<FigureRow>) {
  let data: (number | null)[] = [];
  return {
    add: (row: FigureRow): void => {
      const field = read(row);
      data.push(typeof field === "number" ? field : null);
    },
    take: () => {
      const taken = { name, data, type: "DOUBLE", nullable: true } as const;
      data = [];
      return taken;
    },
  };
}

/** Nothing here runs a text as a formula, so it stays as it is; only what is no character goes. */
function texts({ name, read }: Column<FigureRow>) {
  let data: (string | null)[] = [];
  // Most fields say what those of the row before said.
  let last = "";
  let written = "";
  return {
    add: (row: FigureRow): void => {
      const field = read(row);
      if (field === undefined || field === "") return void data.push(null);
      const text = String(field);
      if (text !== last) [last, written] = [text, readable(text)];
      data.push(written);
    },
    take: () => {
      const taken = { name, data, type: "STRING", nullable: true } as const;
      data = [];
      return taken;
    },
  };
}
