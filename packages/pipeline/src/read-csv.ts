import { closeSync, existsSync, openSync, readdirSync, readSync } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";
import type { Problem } from "./problem.ts";
import { readText } from "./read-text.ts";

export interface CsvRow<Column extends string> {
  readonly line: number;
  readonly fields: Readonly<Record<Column, string>>;
}

/**
 * Reads a comma-separated UTF-8 file with exactly the given columns.
 * @returns its rows with their line numbers, or the problem that keeps it from being read.
 */
export function readCsv<Column extends string>(
  root: string,
  file: string,
  columns: readonly Column[],
): { ok: true; rows: CsvRow<Column>[] } | { ok: false; problems: Problem[] } {
  const text = readText(root, file);
  if (!text.ok) return text;
  // Before anything else: with another separator every later line would seem wrong.
  const header = text.value.split(/\r?\n/, 1)[0] ?? "";
  if (header !== columns.join(","))
    return fail(file, 1, `The first line is “${header}”.`, `Write exactly: ${columns.join(",")}`);
  try {
    const records = parse(text.value, { info: true, skip_empty_lines: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    const rows = records.slice(1).map(({ record, info }) => {
      const fields = Object.fromEntries(columns.map((column, i) => [column, record[i] ?? ""]));
      return { line: info.lines, fields: fields as Record<Column, string> };
    });
    return { ok: true, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    return fail(file, line, `This line can't be read: ${error.message}`, "Check quotes and the number of commas.");
  }
}

function fail(file: string, line: number, what: string, mend: string): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ file, line, what, mend }] };
}

/** Folders with tables that importers wrote; the names of their files differ. */
export type Imported = string | readonly string[];

export const foldersOf = (imported: Imported): readonly string[] =>
  typeof imported === "string" ? [imported] : imported;

/** The tables that importers wrote, in a fixed order; none where a folder is not there. */
export const importedFiles = (imported: Imported): { readonly folder: string; readonly name: string }[] =>
  foldersOf(imported).flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith(".csv"))
          .sort()
          .map((name) => ({ folder, name }))
      : [],
  );

/** Whether a file begins with exactly these columns; reads no more than that. */
export function hasHeader(path: string, columns: readonly string[]): boolean {
  const header = `${columns.join(",")}\n`;
  const start = Buffer.alloc(Buffer.byteLength(header));
  const file = openSync(path, "r");
  try {
    readSync(file, start, 0, start.length, 0);
  } finally {
    closeSync(file);
  }
  return start.toString("utf8") === header;
}
