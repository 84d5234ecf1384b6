import type { EditionKind } from "@impactmonitor/model/edition";
import type { Language } from "@impactmonitor/model/text";
import { practiceWords } from "@impactmonitor/views/practice-words";
import type { Column, Field } from "./column.ts";
import { harmless, readable } from "./plain-text.ts";

/** How a table is written as text. */
export interface Dialect {
  readonly separator: "," | ";";
  readonly decimal: "." | ",";
  /** Tells Excel that the text is UTF-8; a program would take it for a part of the first name. */
  readonly mark: boolean;
  /** Whether the head has names for programs or words for people. */
  readonly head: "name" | "title";
}

export const dialects = {
  /** RFC 4180: for programs. */
  "csv-machine": { separator: ",", decimal: ".", mark: false, head: "name" },
  /** As Excel with Dutch settings opens it by a double click. */
  "csv-excel": { separator: ";", decimal: ",", mark: true, head: "title" },
} as const satisfies Readonly<Record<string, Dialect>>;

/** Quotes what needs it; a text that a spreadsheet would run as a formula gets an apostrophe. Numbers stay numbers. */
export function csvField(field: Field, { separator, decimal }: Dialect = dialects["csv-machine"]): string {
  if (field === undefined) return "";
  if (typeof field === "number") return String(field).replace(".", decimal);
  const text = isNumber(field) ? field : harmless(readable(field));
  return needsQuotes(text, separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that is nothing but a number can do no harm. */
const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
const needsQuotes = (text: string, separator: string): boolean => text.includes(separator) || /["\r\n]/.test(text);

export const csvLine = (fields: readonly Field[], dialect: Dialect): string =>
  `${fields.map((it) => csvField(it, dialect)).join(dialect.separator)}\r\n`;

/** Rows with a head → the text of a file for machines; for a practice edition each row begins with what marks it as invented. */
export function csvText(
  book: { readonly kind: EditionKind },
  language: Language,
  [head = [], ...rows]: readonly (readonly Field[])[],
): string {
  const mark = practiceWords.band[language];
  const all =
    book.kind === "practice" ? [["practice", ...head], ...rows.map((row) => [mark, ...row])] : [head, ...rows];
  return all.map((row) => csvLine(row, dialects["csv-machine"])).join("");
}

/** A table as the text of a file, a line at a time. */
export function* csvLines<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  dialect: Dialect,
  language: Language,
): Generator<string> {
  const head = columns.map((it) => (dialect.head === "name" ? it.name : it.title[language]));
  yield `${dialect.mark ? "\ufeff" : ""}${csvLine(head, dialect)}`;
  for (const row of rows)
    yield csvLine(
      columns.map((it) => it.read(row)),
      dialect,
    );
}

/** About as many characters as are turned into bytes at a time, so that a large file never stands in memory twice. */
const chunk = 1 << 16;

/** Text in pieces as bytes. */
export function* inChunks(pieces: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < chunk) continue;
    yield encoder.encode(text);
    text = "";
  }
  if (text !== "") yield encoder.encode(text);
}

/** Pieces one after another. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, it) => sum + it.length, 0));
  let at = 0;
  for (const it of pieces) {
    whole.set(it, at);
    at += it.length;
  }
  return whole;
}
