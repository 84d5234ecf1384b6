import writeExcel, { type Row, type Sheet } from "write-excel-file/node";
import { coverLines, practiceWords, type ReportCover } from "./report-page.ts";
import type { ReportSubject } from "./spiegelrapport.ts";

/** A value of a sheet: text, number, or nothing. A share is a number between 0 and 1. */
export type SheetValue = string | number | undefined;

export interface SheetColumn {
  readonly title: string;
  /** What the column says, for the cover sheet. */
  readonly means: string;
  readonly width: number;
  readonly format?: "count" | "share" | "points" | "change";
}

export interface ReportSheet {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
}

const formats = { count: "#,##0", share: "0.0%", points: "+0.0;-0.0;0.0", change: "+#,##0;-#,##0;0" } as const;

/**
 * Text that no spreadsheet takes for a formula: cells are typed as text, and what would become one after saving as CSV gets an
 * apostrophe in front. Characters that XML doesn't allow become a space.
 */
export function plainText(text: string): string {
  // A half of a pair of code units is no character either.
  const whole = text.toWellFormed().replace(/\p{Cc}|[\ufffe\uffff]/gu, " ");
  return /^\s*[=+\-@]/.test(whole) ? `'${whole}` : whole;
}

const textCell = (text: string, more: object = {}): Row[number] => ({ value: plainText(text), type: String, ...more });

function cell(value: SheetValue, { format }: SheetColumn): Row[number] {
  if (value === undefined) return null;
  if (typeof value === "string") return textCell(value, { wrap: true, alignVertical: "top" });
  return { value, type: Number, alignVertical: "top", ...(format ? { format: formats[format] } : {}) };
}

/** A workbook with a cover sheet and the sheets of a report. */
export async function reportWorkbook(
  title: string,
  about: ReportSubject,
  cover: ReportCover,
  findings: readonly string[],
  sheets: readonly ReportSheet[],
): Promise<Buffer> {
  const written: Sheet<never>[] = sheets.map(({ name, columns, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    orientation: "landscape",
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map((it) =>
        textCell(it.title, { fontWeight: "bold", wrap: true, backgroundColor: "#EEF3F7", bottomBorderStyle: "thin" }),
      ),
      ...rows.map((row) => columns.map((column, i) => cell(row[i], column))),
    ],
  }));
  return writeExcel([coverSheet(title, about, cover, findings, sheets), ...written]).toBuffer();
}

function coverSheet(
  title: string,
  about: ReportSubject,
  cover: ReportCover,
  findings: readonly string[],
  sheets: readonly ReportSheet[],
): Sheet<never> {
  const wide = { wrap: true, alignVertical: "top" } as const;
  const head = (text: string): Row => [textCell(text, { fontWeight: "bold", fontSize: 13 })];
  const rows: Row[] = [
    [textCell(title, { fontWeight: "bold", fontSize: 18 })],
    ...(cover.practice ? [[textCell(practiceWords, { fontWeight: "bold" })]] : []),
    [textCell("Voor de afzender van de levering. Niet verder verspreiden: dit rapport bevat kleine aantallen.")],
    [],
    ...coverLines(about, cover).map(([name, value]) => [textCell(name, { fontWeight: "bold" }), textCell(value, wide)]),
    [],
    head("Wat opvalt"),
    ...findings.map((it) => [null, textCell(it, wide)]),
  ];
  for (const sheet of sheets)
    rows.push(
      [],
      head(`Blad ‘${sheet.name}’`),
      [null, textCell(sheet.about, wide)],
      ...sheet.columns.map((it) => [textCell(it.title, wide), textCell(it.means, wide)]),
    );
  return { sheet: "Voorblad", showGridLines: false, columns: [{ width: 30 }, { width: 100 }], data: rows };
}
