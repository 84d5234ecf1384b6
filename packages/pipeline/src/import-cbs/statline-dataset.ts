import { describeTable } from "./describe-table.ts";
import { done, fail, type Result } from "./failure.ts";
import { longCells } from "./odata-v4.ts";
import { readDelimited, sniff, withPoint } from "./read-delimited.ts";
import type { CbsRecord } from "./record.ts";
import type { TableSource } from "./table-source.ts";
import { unreadable } from "./unreadable.ts";
import type { CbsTable, CellPage } from "./table.ts";

/** The files of a download, in a folder or a zip. */
export interface FileSet {
  readonly where: string;
  readonly names: readonly string[];
  readonly open: (name: string) => AsyncIterable<Buffer>;
}

/** So many lines are one page. */
const pageSize = 100_000;

/**
 * A whole table as the CBS data portal gives it: Observations.csv in the long format of v4, with Properties.csv,
 * Dimensions.csv, MeasureCodes.csv, MeasureGroups.csv (when there are groups) and `<Dimension>Codes.csv`.
 * Semicolons, decimal commas.
 */
export function statlineDataset(files: FileSet, id: string): TableSource {
  async function all(name: string): Promise<Result<CbsRecord[]>> {
    if (!files.names.includes(name)) return missing(files.where, name);
    const records: CbsRecord[] = [];
    try {
      for await (const record of recordsOf(files, name)) records.push(record);
    } catch (error) {
      return unreadable(`${files.where}: ${name}`, error);
    }
    return done(records);
  }

  async function describe(): Promise<Result<CbsTable>> {
    if (!files.names.includes("Observations.csv")) return missing(files.where, "Observations.csv");
    const properties = await all("Properties.csv");
    if (!properties.ok) return properties;
    const dimensions = await all("Dimensions.csv");
    if (!dimensions.ok) return dimensions;
    const measures = await all("MeasureCodes.csv");
    if (!measures.ok) return measures;
    const groups = files.names.includes("MeasureGroups.csv") ? await all("MeasureGroups.csv") : done([]);
    if (!groups.ok) return groups;
    const codes = new Map<string, CbsRecord[]>();
    for (const dimension of dimensions.value) {
      const name = String(dimension["Identifier"] ?? "");
      const list = await all(`${name}Codes.csv`);
      if (!list.ok) return list;
      codes.set(name, list.value);
    }
    const own = properties.value[0] ?? {};
    const records = {
      properties: own,
      dimensions: dimensions.value,
      measures: measures.value,
      measureGroups: groups.value,
      codes,
    };
    return describeTable(records, files.where, id);
  }

  async function* cells(table: CbsTable): AsyncGenerator<Result<CellPage>> {
    let [page, number] = [[] as CbsRecord[], 0];
    const full = (): Result<CellPage> => {
      const records = page;
      page = [];
      number += 1;
      const own = number;
      return done({
        cells: longCells(records, table, own),
        records: records.length,
        total: table.cells,
        fromCache: false,
      });
    };
    try {
      for await (const record of recordsOf(files, "Observations.csv")) {
        page.push(record);
        if (page.length >= pageSize) yield full();
      }
    } catch (error) {
      yield unreadable(`${files.where}: Observations.csv`, error);
      return;
    }
    yield full();
  }

  return { remote: false, describe, cells, version: async () => done(undefined) };
}

/** The lines of a file by column name; decimal commas become points. */
async function* recordsOf(files: FileSet, name: string): AsyncGenerator<CbsRecord> {
  const open = () => files.open(name);
  const dialect = await sniff(open);
  let header: string[] | undefined;
  for await (const fields of readDelimited(open, dialect)) {
    if (!header) {
      header = fields.map((it) => it.trim());
      continue;
    }
    const record: Record<string, string> = {};
    for (const [i, column] of header.entries()) {
      const field = fields[i] ?? "";
      record[column] = column === "Value" ? withPoint(field, dialect) : field;
    }
    yield record;
  }
}

function missing(where: string, name: string): Result<never> {
  const what = { nl: `Het bestand ${name} ontbreekt.`, en: `The file ${name} is missing.` };
  const mend = {
    nl: "Gebruik het hele zipbestand van het CBS-dataportaal, of pak het helemaal uit.",
    en: "Use the whole zip of the CBS data portal, or unpack all of it.",
  };
  return fail("file", where, what, mend);
}
