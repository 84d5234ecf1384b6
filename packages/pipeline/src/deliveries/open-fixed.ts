import { literal, type Duck } from "../duck.ts";
import { fault, mostPlaces, type Fault, type Place } from "./fault.ts";
import { rawColumn, type Reading } from "./field-sql.ts";
import type { Layout } from "./layout.ts";
import { whenCut } from "./engine-failure.ts";
import { escapeGlob, physicalLines, type TextFile } from "./open-csv.ts";
import type { Opened, RecordSource } from "./record-source.ts";
import { loadTexts } from "./safe-texts.ts";
import { scanRecords } from "./scan-records.ts";
import { unitSeparator } from "./survey-file.ts";

interface Position {
  readonly start: number;
  readonly length: number;
}

/** Opens a file in a fixed layout: the lines of one type of record. */
export async function openFixed(duck: Duck, text: TextFile, layout: Layout, reading: Reading): Promise<Opened> {
  const { type, path, file, survey } = text;
  const record = layout.records[type]!;
  const cut = { encoding: layout.encoding } as const;
  const isOfType = (line: string): boolean => !layout.all || textAt(line, layout.all.type) === record.code;
  const lines: RecordSource["lines"] = (records) => physicalLines(path, cut, records, false, isOfType);
  const cutFaults = async (): Promise<readonly Fault[]> => lineFaults(text, layout);
  if (layout.encoding === "utf-8" && !survey.utf8)
    return failed(fault({ kind: "wrong-encoding", file, type, named: "Windows-1252", expected: "UTF-8" }));
  if (survey.separatorByte) return failed(fault({ kind: "unreadable", file, type }));
  const source = { type, file, lines, cutFaults };
  const opened = (sql: string, safe: boolean): Opened => ({
    sources: [{ ...source, sql, safe }],
    faults: [],
    warnings: [],
  });
  // In Latin-1 the engine reads what both have in common.
  if (survey.windowsBytes || (layout.encoding === "windows-1252" && survey.utf8 && !survey.ascii)) {
    const broken = await cutFaults();
    if (broken.length > 0) return { sources: [], faults: broken, warnings: [] };
    const table = await loadTexts(duck, type, reading, async (append) => {
      await scanRecords(path, cut, ({ fields: [line = ""] }) => {
        if (isOfType(line)) append((field) => textAt(line, record.fields[field]!));
      });
    });
    return opened(table, true);
  }
  const wrong = await wrongLines(duck, text, layout);
  if (wrong) return { sources: [], faults: await cutFaults(), warnings: [] };
  return opened(fixedSql(text, layout), false);
}

/** Whether any line has another length or says nothing known, or the engine can't cut the file at all. */
async function wrongLines(duck: Duck, text: TextFile, layout: Layout): Promise<boolean> {
  const { length } = layout.records[text.type]!;
  const codes = Object.values(layout.records).flatMap((it) => (it.code === undefined ? [] : [literal(it.code)]));
  const said = layout.all ? positionSql(layout.all.type) : undefined;
  const isThis = said === undefined ? "true" : `${said} = ${literal(layout.records[text.type]?.code ?? "")}`;
  const wrong = [
    ...(length === undefined ? [] : [`(${isThis} AND length(line) <> ${length})`]),
    ...(said === undefined ? [] : [`${said} NOT IN (${codes.join(", ")})`]),
  ];
  if (wrong.length === 0) return false;
  const [row] =
    (await whenCut(() =>
      duck.rows<{ n: number }>(`SELECT count(*) FILTER (${wrong.join(" OR ")}) AS n FROM ${linesSql(text)}`),
    )) ?? [];
  return row === undefined || row.n > 0;
}

const failed = (it: Fault): Opened => ({ sources: [], faults: [it], warnings: [] });

const textAt = (line: string, { start, length }: Position): string => line.slice(start - 1, start - 1 + length).trim();

const positionSql = ({ start, length }: Position): string => `trim(substr(line, ${start}, ${length}))`;

function linesSql({ path, survey }: TextFile): string {
  const options =
    `auto_detect = false, header = false, delim = ${literal(String.fromCharCode(unitSeparator))}, quote = '', escape = '', ` +
    `columns = {'line': 'VARCHAR'}${survey.utf8 ? "" : ", encoding = 'latin-1'"}`;
  return `(SELECT line FROM read_csv(${literal(escapeGlob(path))}, ${options}) WHERE line <> '')`;
}

function fixedSql(text: TextFile, layout: Layout): string {
  const record = layout.records[text.type]!;
  const fields = Object.entries(record.fields).map(
    ([name, it]) => `nullif(${positionSql(it)}, '') AS ${rawColumn(name)}`,
  );
  const ofType = layout.all ? ` WHERE ${positionSql(layout.all.type)} = ${literal(record.code ?? "")}` : "";
  return `(SELECT ${fields.join(", ")} FROM ${linesSql(text)}${ofType})`;
}

/** Lines of another length, and lines that don't say what they are. */
async function lineFaults({ type, path, file }: TextFile, layout: Layout): Promise<Fault[]> {
  const [lengths, types]: [Place[], Place[]] = [[], []];
  let [lengthCount, typeCount] = [0, 0];
  const { all, records } = layout;
  const { length, code } = records[type]!;
  const codes = Object.values(records).map((it) => it.code);
  const first = Object.keys(records)[0] === type;
  const broken = await scanRecords(path, { encoding: layout.encoding }, ({ line, fields: [text = ""] }) => {
    const said = all && textAt(text, all.type);
    if (said !== undefined && said !== code) {
      // Told once, with the first type, and not again with each of the others.
      if (first && !codes.includes(said) && (typeCount += 1) <= mostPlaces) types.push({ line });
    } else if (length !== undefined && text.length !== length && (lengthCount += 1) <= mostPlaces)
      lengths.push({ line });
  });
  const faults: Fault[] = [];
  if (types.length > 0)
    faults.push(fault({ kind: "record-type", file, expected: codes.join(", "), places: types, count: typeCount }));
  if (lengths.length > 0)
    faults.push(
      fault({ kind: "line-length", file, type, expected: String(length), places: lengths, count: lengthCount }),
    );
  if (broken) faults.push(fault({ kind: broken.kind, file, type, places: [{ line: broken.line }] }));
  return faults;
}
