import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { audit, type AuditReport } from "@impactmonitor/disclosure/audit/audit";
import { Contradiction } from "@impactmonitor/disclosure/audit/bounds";
import type { PublishedRow } from "@impactmonitor/disclosure/audit/published";
import { makeDimension, TableProblem } from "@impactmonitor/disclosure/dimension";
import { protect, type State } from "@impactmonitor/disclosure/protect";
import { rounded } from "@impactmonitor/disclosure/rules";
import { readSpec, type Spec } from "@impactmonitor/disclosure/spec";
import { codesOf, makeTable, type Table } from "@impactmonitor/disclosure/table";
import { CsvError, parse } from "csv-parse/sync";
import { csvLine } from "./csv-line.ts";

/** What `protectFile` did. */
export interface ProtectedFile {
  readonly cells: number;
  readonly primary: number;
  readonly secondary: number;
}

/**
 * Protects a file of counts: reads it by its specification, hides and rounds, and writes every cell of every margin.
 * The file is written beside its place and put there in one go.
 * @param states whether to write the column that tells primary from secondary: for the steward's eyes only
 * @throws {TableProblem} that says what is wrong, where, and how to mend it
 */
export function protectFile(counts: string, specFile: string, out: string, states?: string | true): ProtectedFile {
  const spec = specOf(specFile);
  const table = tableOf(counts, spec);
  const { primary, secondary } = protect(table, spec.rules);
  const stateOf = new Map<number, State>();
  for (const cell of secondary) stateOf.set(cell, "secondary");
  for (const cell of primary) stateOf.set(cell, "primary");
  const write = (path: string, withState: boolean): void => writeWhole(path, linesOf(table, spec, stateOf, withState));
  write(out, states === true);
  if (typeof states === "string") write(states, true);
  return { cells: table.counts.length, primary: primary.length, secondary: secondary.length };
}

/**
 * Tells what can be worked out from a published file.
 * @throws {TableProblem} when a file can't be read, or contradicts itself
 */
export async function auditFile(
  published: string,
  specFile: string,
): Promise<{ report: AuditReport; rows: readonly PublishedRow[] }> {
  const spec = specOf(specFile);
  const { header, records } = readRows(published);
  const at = spec.dimensions.map((it) => columnIn(published, header, it.column));
  const valueAt = columnIn(published, header, "value");
  const rows = records.map((record, i): PublishedRow => {
    const written = record[valueAt] ?? "";
    if (!/^\d*$/.test(written))
      throw new TableProblem(`${published}:${i + 2}: “${written}” is not a whole number; leave a hidden value empty.`);
    return { codes: at.map((column) => record[column] ?? ""), value: written === "" ? undefined : Number(written) };
  });
  const { threshold, zeros, roundingBase, choices } = spec.rules;
  const parents = spec.dimensions.map((it) => it.hierarchies);
  try {
    const report = await audit(rows, parents, { threshold, zerosShown: zeros === "open", roundingBase, choices });
    return { report, rows };
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error;
    const codes = rows[error.sum.whole]!.codes.join(" × ");
    throw new TableProblem(
      `${published}: “${codes}” can't be the sum of its ${error.sum.parts.length} parts. ` +
        "Check the file, and that the specification holds the rules that it was made with.",
    );
  }
}

function specOf(file: string): Spec {
  const folder = dirname(resolve(file));
  return readSpec(readWhole(file), (name) => {
    const { header, records } = readRows(resolve(folder, name));
    return [header, ...records];
  });
}

function tableOf(file: string, spec: Spec): Table {
  const { header, records } = readRows(file);
  const at = spec.dimensions.map((it) => columnIn(file, header, it.column));
  const countAt = columnIn(file, header, spec.count);
  const rows = records.map((record, i) => {
    const written = record[countAt] ?? "";
    if (!/^\d{1,15}$/.test(written))
      throw new TableProblem(`${file}:${i + 2}: “${written}” is not a count; write a whole number of at least 0.`);
    return { codes: at.map((column) => record[column] ?? ""), count: Number(written) };
  });
  const dimensions = spec.dimensions.map(({ column, hierarchies }, d) => {
    const used = new Set(rows.map((row) => row.codes[d]!));
    if (used.has("")) throw new TableProblem(`${file}: the column “${column}” is empty in some rows; write a code.`);
    return makeDimension(column, used, hierarchies);
  });
  return makeTable(dimensions, rows);
}

const codesAt = (table: Table, cell: number): string[] =>
  codesOf(table, cell).map((code, d) => table.dimensions[d]!.codes[code]!);

function* linesOf(
  table: Table,
  { rules }: Spec,
  stateOf: ReadonlyMap<number, State>,
  withState: boolean,
): Generator<string> {
  const header = [...table.dimensions.map((it) => it.name), "value", ...(withState ? ["state"] : [])];
  yield csvLine(header);
  for (let cell = 0; cell < table.counts.length; cell++) {
    const state = stateOf.get(cell) ?? "open";
    const value = state === "open" ? String(rounded(table.counts[cell]!, rules.roundingBase)) : "";
    yield csvLine([...codesAt(table, cell), value, ...(withState ? [state] : [])]);
  }
}

function writeWhole(path: string, lines: Iterable<string>): void {
  const beside = `${path}.${process.pid}.part`;
  try {
    writeFileSync(beside, [...lines].join(""));
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw asProblem(error, path, "can't be written");
  }
}

function readWhole(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) throw new TableProblem(`${file} is not UTF-8; save it again as UTF-8.`);
    throw asProblem(error, file, "can't be read");
  }
}

/** A file that isn't there or can't be written is for a person to mend; anything else is a bug. */
function asProblem(error: unknown, file: string, what: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  return code === undefined ? error : new TableProblem(`${file} ${what} (${code}); check the name and the folder.`);
}

/** Reads a CSV with commas, semicolons or tabs: whichever stands in its first line. */
function readRows(file: string): { header: readonly string[]; records: readonly (readonly string[])[] } {
  const text = readWhole(file);
  const firstLine = text.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = [",", ";", "\t"].find((it) => firstLine.includes(it)) ?? ",";
  try {
    const [header, ...records] = parse(text, {
      delimiter,
      bom: true,
      skip_empty_lines: true,
      trim: true,
    }) as string[][];
    if (header === undefined) throw new TableProblem(`${file} is empty; the first line must name the columns.`);
    return { header, records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    throw new TableProblem(
      `${file}:${line}: this line can't be read (${error.message}); check quotes and the number of columns.`,
    );
  }
}

function columnIn(file: string, header: readonly string[], column: string): number {
  const at = header.indexOf(column);
  if (at < 0)
    throw new TableProblem(`${file}:1: there is no column “${column}”; the columns are ${header.join(", ")}.`);
  return at;
}
