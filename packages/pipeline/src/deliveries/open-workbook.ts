import type { Duck } from "../duck.ts";
import { columnFaults, columnName } from "./csv-header.ts";
import { fault } from "./fault.ts";
import type { Reading } from "./field-sql.ts";
import type { Field, Protocol } from "./protocol.ts";
import type { Opened, RecordSource } from "./record-source.ts";
import type { Cell, Workbook } from "./read-workbook.ts";
import { loadTexts } from "./safe-texts.ts";

/** Opens one sheet. Everything is read outside the engine: person ids are hashed before a table sees them. */
export async function openSheet(
  duck: Duck,
  { file: book, sheets }: Workbook,
  type: string,
  reading: Reading,
): Promise<Opened> {
  const found = sheets.find((it) => columnName(it.sheet) === type);
  const file = `${book} [${found?.sheet ?? type}]`;
  const recordType = reading.protocol.records[type]!;
  const [header, ...rows] = found?.data ?? [];
  if (!header || header.every(isBlank))
    return { sources: [], faults: [fault({ kind: "file-empty", file, type })], warnings: [] };
  const names = header.map((it) => columnName(String(it ?? "")));
  while (names.at(-1) === "") names.pop();
  const { faults, warnings } = columnFaults(names, recordType, { file, type });
  if (faults.length > 0) return { sources: [], faults, warnings };
  const filled = rows.flatMap((row, i) => (row.every(isBlank) ? [] : [{ row, line: i + 2 }]));
  const sql = await loadTexts(duck, type, reading, async (append) => {
    for (const { row } of filled)
      append((name) => cellText(row[names.indexOf(name)] ?? null, recordType.fields[name]!, reading.protocol));
  });
  const lines: RecordSource["lines"] = async (records) =>
    new Map([...records].map((record) => [record, filled[record - 1]?.line ?? 1]));
  return { sources: [{ type, file, sql, safe: true, lines, cutFaults: async () => [] }], faults, warnings };
}

const isBlank = (cell: unknown): boolean => cell === null || cell === undefined || cell === "";

/** A cell as the text that the protocol asks for: a spreadsheet drops zeros in front, and keeps days as days. */
function cellText(cell: Cell, field: Field, protocol: Protocol): string {
  if (cell === null) return "";
  if (cell instanceof Date) {
    // As a spreadsheet shows it.
    if (Number.isNaN(cell.getTime())) return "####";
    const day = cell.toISOString().slice(0, 10);
    return field.type === "birth-date" ? day.replaceAll("-", "") : day;
  }
  if (typeof cell === "boolean") return cell ? "J" : "N";
  if (typeof cell === "string") return cell;
  const text = String(cell);
  switch (field.type) {
    case "person":
      return text.padStart(9, "0");
    case "birth-date":
      return text.padStart(8, "0");
    case "code": {
      const lengths = new Set(Object.keys(protocol.lists[field.list]!.codes).map((it) => it.length));
      return lengths.size === 1 ? text.padStart([...lengths][0]!, "0") : text;
    }
    default:
      return text;
  }
}
