import { identifier, literal, type Duck } from "../duck.ts";
import { columnFaults, columnName, readCsvHeader } from "./csv-header.ts";
import { fault, mostPlaces, type Fault, type Place } from "./fault.ts";
import { rawColumn, type Reading } from "./field-sql.ts";
import type { Opened, RecordSource } from "./record-source.ts";
import { loadTexts } from "./safe-texts.ts";
import { scanRecords, type Cut } from "./scan-records.ts";
import type { Survey } from "./survey-file.ts";

export interface TextFile {
  readonly type: string;
  readonly path: string;
  /** As the sender knows it. */
  readonly file: string;
  readonly survey: Survey;
}

/** Opens a delimited file: finds its dialect and its columns. */
export async function openCsv(duck: Duck, text: TextFile, reading: Reading): Promise<Opened> {
  const { type, path, file, survey } = text;
  const recordType = reading.protocol.records[type]!;
  const encoding = survey.utf8 ? "utf-8" : "windows-1252";
  const { separator, columns } = await readCsvHeader(path, encoding, recordType);
  const { faults, warnings } = columnFaults(columns, recordType, { file, type });
  if (faults.length > 0) return { sources: [], faults, warnings };
  const cut = { encoding, separator } as const;
  const names = columns.map(columnName);
  const lines: RecordSource["lines"] = (records) => physicalLines(path, cut, records, true);
  const cutFaults = (): Promise<readonly Fault[]> => csvFaults(text, cut, columns.length);
  const source = { type, file, lines, cutFaults };
  // Of a quotation mark that is never closed the engine can drop the record without a word, so such files are cut here first.
  if (survey.windowsBytes || survey.quotedBreaks) {
    const broken = await cutFaults();
    if (broken.length > 0) return { sources: [], faults: broken, warnings };
  }
  if (survey.windowsBytes) {
    const table = await loadTexts(duck, type, reading, async (append) => {
      let first = true;
      await scanRecords(path, cut, ({ fields }) => {
        if (!first) append((field) => fields[names.indexOf(field)] ?? "");
        first = false;
      });
    });
    return { sources: [{ ...source, sql: table, safe: true }], faults, warnings };
  }
  const sql = (trimmed: boolean): string => csvSql(path, separator, names, reading, text, trimmed);
  return {
    sources: [{ ...source, sql: sql(false), trimmed: sql(true), safe: false }],
    faults,
    warnings,
  };
}

function csvSql(
  path: string,
  separator: string,
  names: readonly string[],
  { protocol }: Reading,
  text: TextFile,
  trimmed: boolean,
): string {
  const columns = names.map((_, i) => `'c${i}': 'VARCHAR'`).join(", ");
  const options = [
    "auto_detect = false",
    "header = true",
    "strict_mode = true",
    "null_padding = false",
    `delim = ${literal(separator)}`,
    `quote = '"'`,
    `escape = '"'`,
    `columns = {${columns}}`,
    ...(text.survey.utf8 ? [] : ["encoding = 'latin-1'"]),
    // Several threads could take a line end inside a value for the end of a record.
    ...(text.survey.quotedBreaks ? ["parallel = false"] : []),
  ];
  const fields = Object.entries(protocol.records[text.type]!.fields).map(([field, { type }]) => {
    const column = identifier(`c${names.indexOf(field)}`);
    // In any other field a space around is a fault, and then the file is read again without.
    const trims = trimmed || type === "key" || type === "reference";
    return `${trims ? bareSql(column) : column} AS ${rawColumn(field)}`;
  });
  return `(SELECT ${fields.join(", ")} FROM read_csv(${literal(escapeGlob(path))}, ${options.join(", ")}))`;
}

/** Without spaces around, NULL when empty. Taking them off copies every text, so only where there can be one. */
const bareSql = (column: string): string =>
  `nullif(CASE WHEN contains(${column}, ' ') OR strlen(${column}) <> length(${column}) THEN trim(${column}) ELSE ${column} END, '')`;

/** The engine takes a name with `*`, `?` or `[` for a pattern. */
export const escapeGlob = (path: string): string => path.replaceAll(/[[*?]/g, (it) => `[${it}]`);

/** Physical lines of records, by number; the first record is what follows the header. */
export async function physicalLines(
  path: string,
  cut: Cut,
  records: ReadonlySet<number>,
  header: boolean,
  isOfType: (line: string) => boolean = () => true,
): Promise<Map<number, number>> {
  const lines = new Map<number, number>();
  let number = header ? -1 : 0;
  await scanRecords(path, cut, ({ line, fields }) => {
    if (!isOfType(fields[0] ?? "")) return true;
    number += 1;
    if (records.has(number)) lines.set(number, line);
    return lines.size < records.size;
  });
  return lines;
}

async function csvFaults({ type, path, file }: TextFile, cut: Cut, columns: number): Promise<Fault[]> {
  const few: Place[] = [];
  const many: Place[] = [];
  let [fewCount, manyCount] = [0, 0];
  const broken = await scanRecords(path, cut, ({ fields, line }) => {
    // One empty field more is a separator at the end of the line, which many programs write.
    const trailing = fields.length === columns + 1 && fields.at(-1) === "";
    if (fields.length < columns && (fewCount += 1) <= mostPlaces) few.push({ line });
    if (fields.length > columns && !trailing && (manyCount += 1) <= mostPlaces) many.push({ line });
  });
  const expected = String(columns);
  const faults: Fault[] = [];
  if (few.length > 0) faults.push(fault({ kind: "fields-few", file, type, expected, places: few, count: fewCount }));
  if (many.length > 0)
    faults.push(fault({ kind: "fields-many", file, type, expected, places: many, count: manyCount }));
  if (broken) faults.push(fault({ kind: broken.kind, file, type, places: [{ line: broken.line }] }));
  return faults;
}
