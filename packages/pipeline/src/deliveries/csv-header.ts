import type { RecordType } from "./protocol.ts";
import { fault, type Fault } from "./fault.ts";
import { scanRecords } from "./scan-records.ts";
import type { Encoding } from "./survey-file.ts";

export const separators = [";", ",", "\t", "|"] as const;

export interface CsvHeader {
  readonly separator: string;
  /** Names of the columns as they were written, in order. */
  readonly columns: readonly string[];
}

/** Finds what separates the columns: what gives most columns that the record type knows, and then most columns. */
export async function readCsvHeader(path: string, encoding: Encoding, type: RecordType): Promise<CsvHeader> {
  let best: CsvHeader = { separator: ";", columns: [] };
  let most = -1;
  for (const separator of separators) {
    let columns: readonly string[] = [];
    await scanRecords(path, { encoding, separator }, (record) => {
      columns = record.fields;
      return false;
    });
    const known = columns.filter((it) => Object.hasOwn(type.fields, columnName(it))).length;
    const score = known * 1_000 + Math.min(columns.length, 999);
    if (score > most) [best, most] = [{ separator, columns }, score];
  }
  return best;
}

/** The name of a field as a header may write it: any case, with spaces around. */
export const columnName = (written: string): string => written.trim().toLowerCase();

/** Missing and double columns reject a delivery; one that isn't known is left unread. */
export function columnFaults(
  columns: readonly string[],
  type: RecordType,
  place: { readonly file: string; readonly type: string },
): { readonly faults: Fault[]; readonly warnings: Fault[] } {
  const names = columns.map(columnName);
  const [faults, warnings]: [Fault[], Fault[]] = [[], []];
  for (const field of Object.keys(type.fields)) {
    const times = names.filter((it) => it === field).length;
    if (times === 0) faults.push(fault({ kind: "column-missing", field, ...place }));
    if (times > 1) faults.push(fault({ kind: "column-double", field, ...place }));
  }
  for (const [i, name] of names.entries())
    if (!Object.hasOwn(type.fields, name) && (name !== "" || i < names.length - 1))
      warnings.push(fault({ kind: "column-unknown", field: shortName(name), ...place }));
  return { faults, warnings };
}

/** What stands where a name is expected can be a value: then it is not repeated. */
const shortName = (name: string): string => (/^[a-z][a-z _-]{0,30}$/.test(name) ? name : "?");
