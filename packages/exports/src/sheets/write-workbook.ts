import { inChunks } from "./csv.ts";
import { packedFile } from "./packed-file.ts";
import { packageParts, type WrittenSheet } from "./package-parts.ts";
import { sheetNames } from "./plain-text.ts";
import { SharedStrings } from "./shared-strings.ts";
import {
  headerFooter,
  rowsBefore,
  tableEnd,
  tableForm,
  tableRow,
  tableStart,
  tableXml,
  textSheetXml,
} from "./sheet-xml.ts";
import { stylesXml } from "./styles.ts";
import type { TableCell, TableSheet, Workbook } from "./workbook.ts";

/** As many rows as a sheet can have. */
export const mostRows = 1_048_576;

/**
 * A workbook as the bytes of an .xlsx file (ECMA-376). Rows are made, written and packed one after another, so that a table of
 * hundreds of thousands of rows takes little more memory than the file itself. What does not fit on a sheet goes on to another.
 * The same workbook gives the same bytes.
 * @param most rows on a sheet, its first line and head included
 */
export async function writeWorkbook(workbook: Workbook, most = mostRows): Promise<Uint8Array> {
  const file = packedFile(workbook.date);
  const add = (path: string, pieces: Iterable<string>): Promise<void> => file.add(path, inChunks(pieces));
  const strings = new SharedStrings();
  const written: WrittenSheet[] = [];
  const path = (): string => `xl/worksheets/sheet${written.length + 1}.xml`;
  for (const sheet of workbook.sheets) {
    const printed = headerFooter(workbook, sheet.source);
    if (sheet.kind === "text") {
      await add(path(), [textSheetXml(sheet, strings, printed, written.length === 0)]);
      written.push({ name: sheet.name });
      continue;
    }
    const rows = new Reel(sheet.rows);
    do {
      const filled = !rows.done;
      const table = written.filter((it) => it.table !== undefined).length + 1;
      rows.wind();
      await add(path(), tableSheetXml(sheet, rows, { strings, printed, most, workbook }));
      if (filled) await add(`xl/tables/table${table}.xml`, [tableXml(table, sheet, rows.taken + rowsBefore)]);
      const last = rows.taken + rowsBefore;
      const onPaper = { columns: sheet.printed ?? ([0, sheet.columns.length - 1] as const), last };
      written.push({ name: sheet.name, onPaper, ...(filled ? { table } : {}) });
    } while (!rows.done);
  }
  const names = sheetNames(written.map((it) => it.name));
  await add("xl/styles.xml", [stylesXml()]);
  await add("xl/sharedStrings.xml", strings.xml());
  const sheets = written.map((it, i) => ({ ...it, name: names[i] ?? it.name }));
  for (const [part, xml] of packageParts(workbook, sheets)) await add(part, [xml]);
  return file.bytes();
}

/** Rows that are taken one at a time, perhaps on to several sheets. */
class Reel<Row> {
  readonly #rows: Iterator<Row>;
  #next: IteratorResult<Row>;
  /** How many were taken since it was wound. */
  taken = 0;
  constructor(rows: Iterable<Row>) {
    this.#rows = rows[Symbol.iterator]();
    this.#next = this.#rows.next();
  }
  get done(): boolean {
    return this.#next.done === true;
  }
  wind(): void {
    this.taken = 0;
  }
  take(): Row | undefined {
    if (this.#next.done) return undefined;
    const row = this.#next.value;
    this.#next = this.#rows.next();
    this.taken++;
    return row;
  }
}

interface Writing {
  readonly strings: SharedStrings;
  readonly printed: string;
  readonly most: number;
  readonly workbook: Workbook;
}

/** As many rows as fit on the sheet, or as there are. */
function* tableSheetXml(
  sheet: TableSheet,
  rows: Reel<readonly TableCell[]>,
  { strings, printed, most, workbook }: Writing,
): Generator<string> {
  const form = tableForm(sheet);
  yield tableStart(sheet, strings, workbook);
  while (rows.taken < most - rowsBefore) {
    const row = rows.take();
    if (!row) break;
    yield tableRow(row, rows.taken + rowsBefore, form, strings);
  }
  yield tableEnd(sheet, printed, rows.taken > 0);
}
