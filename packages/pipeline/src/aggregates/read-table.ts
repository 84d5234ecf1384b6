import { existsSync, readFileSync, statSync } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";
import type { Outcome } from "../problem.ts";
import { columns, neededColumns, type Column } from "./fact.ts";

export interface TableRow {
  readonly line: number;
  /** Empty where the file has no such column. */
  readonly fields: Readonly<Record<Column, string>>;
}

export interface Table {
  readonly rows: readonly TableRow[];
  /** With this between fields, a comma in a number can only be a decimal sign. */
  readonly delimiter: string;
}

/** Larger than any set of figures; a file of records or a film ends up here by mistake. */
const largest = 200_000_000;

/**
 * Reads a delimited text: UTF-8, UTF-16 with its mark, or else Windows-1252; whatever sign stands between the fields. Columns may
 * stand in any order, and those that aren't needed may be left out.
 */
export function readTable(file: string): Outcome<Table> {
  const fail = (line: number, what: string, mend: string): Outcome<Table> => ({
    ok: false,
    problems: [{ file, line, what, mend }],
  });
  if (!existsSync(file) || !statSync(file).isFile()) return fail(1, "The file does not exist.", "Check its name.");
  if (statSync(file).size > largest) return fail(1, "The file is larger than 200 MB.", "Deliver figures, not records.");
  const text = decode(readFileSync(file));
  if (text.includes("\0")) return fail(1, "This is no text file.", "Save it as CSV.");
  const delimiter = delimiterOf(text);
  if (delimiter === undefined)
    return fail(1, "The first line doesn't name the columns.", `Write: ${columns.join(";")}`);
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    const header = (records[0]?.record ?? []).map((it) => it.trim());
    const wrong = headerFault(header);
    if (wrong) return fail(1, ...wrong);
    const rows: TableRow[] = [];
    for (const { record, info } of records.slice(1)) {
      if (record.every((it) => it.trim() === "")) continue;
      if (record.length !== header.length) {
        const what = `This line has ${record.length} fields and the first line ${header.length}.`;
        return fail(info.lines, what, "Check quotes and the signs between the fields.");
      }
      const fields = Object.fromEntries(columns.map((it) => [it, (record[header.indexOf(it)] ?? "").trim()]));
      rows.push({ line: info.lines, fields: fields as Record<Column, string> });
    }
    return { ok: true, value: { rows, delimiter } };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    return fail(
      line,
      "From here on the file can't be read.",
      "Check the quotes: each that opens needs one that closes.",
    );
  }
}

/** A text with its mark says what it is; without one, what is no UTF-8 was saved by an older spreadsheet. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The sign after the first name of a column. */
function delimiterOf(text: string): string | undefined {
  const [, , sign] = /^\s*("?)[A-Za-z]+\1[ ]*([^A-Za-z0-9"\r\n])/.exec(text) ?? [];
  return sign;
}

function headerFault(header: readonly string[]): [what: string, mend: string] | undefined {
  const known: readonly string[] = columns;
  const twice = header.find((it, i) => header.indexOf(it) !== i);
  if (twice !== undefined) return [`The column “${twice}” is there twice.`, "Keep one of the two."];
  const unknown = header.find((it) => !known.includes(it));
  if (unknown !== undefined) return [`“${unknown}” is no column.`, `Choose from: ${columns.join(", ")}.`];
  const missing = neededColumns.filter((it) => !header.includes(it));
  if (missing.length > 0) return [`These columns are missing: ${missing.join(", ")}.`, "Add them."];
  return undefined;
}
