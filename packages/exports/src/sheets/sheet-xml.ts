import type { SharedStrings } from "./shared-strings.ts";
import { cellText, workbookText, xmlText } from "./plain-text.ts";
import { styleOfForm, styleOfLook, type Look } from "./styles.ts";
import type { TableCell, TableSheet, TextSheet, Workbook } from "./workbook.ts";

const start =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';

/** Letters of a column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? columnLetters(rest - 1) : ""}${String.fromCharCode(65 + (column % 26))}`;
}

/** On each printed sheet. A sign & begins a command there, so that of a text stands twice. */
export function headerFooter({ above, below }: Origin, source: string): string {
  // Excel takes no more than 255 characters above or below, commands included.
  const head = above === "" ? "" : `<oddHeader>&amp;C&amp;B${xmlText(asCommand(above, 240))}</oddHeader>`;
  const lines = [asCommand(below, 140), asCommand(source, 100)].filter((it) => it !== "").join("\n");
  return `<headerFooter>${head}<oddFooter>&amp;L${xmlText(lines)}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`;
}

/** Above and below all sheets of a workbook. */
type Origin = Pick<Workbook, "above" | "below">;

/** As much of a text as fits in so many characters when each & takes two, never half of one. */
function asCommand(text: string, most: number): string {
  const letters = [...cellText(text).replace(/[\r\n\t]+/g, " ")].map((it) => (it === "&" ? "&&" : it));
  let length = letters.reduce((sum, it) => sum + it.length, 0);
  if (length <= most) return letters.join("");
  while (length > most - 1) length -= letters.pop()?.length ?? 0;
  return `${letters.join("").trimEnd()}…`;
}

/** The line that stands above a table for as long as it is in sight: its mark, what it is part of, and from where. */
export const originLine = ({ above, below }: Origin, source: string): string =>
  [above, below, source].filter((it) => it !== "").join(" – ");

const cols = (widths: readonly number[]): string =>
  `<cols>${widths.map((it, i) => `<col min="${i + 1}" max="${i + 1}" width="${it}" customWidth="1"/>`).join("")}</cols>`;

/** @param across over how many pages beside each other it is printed; down as many as it needs */
const page = (printed: string, across: number, landscape: boolean): string =>
  `<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${landscape ? "landscape" : "portrait"}" fitToWidth="${across}" fitToHeight="0" pageOrder="overThenDown"/>${printed}`;

const fitToPage = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

const textCell = (at: string, text: string, look: Look, strings: SharedStrings): string =>
  text === "" ? "" : `<c r="${at}" s="${styleOfLook(look)}" t="s"><v>${strings.add(text)}</v></c>`;

const numberCell = (at: string, value: number, style: number): string =>
  `<c r="${at}" s="${style}"><v>${value}</v></c>`;

const lineHeight = 15;
/** Excel takes no row that is higher, in points. */
const highest = 409;

/**
 * The height that a row needs for its texts, in points; told in the file, since programs that open it differ in how they
 * find it. Letters are on average somewhat narrower than the digits in which a width is told; there is rather too much room than too little.
 */
export function rowHeight(cells: readonly (readonly [text: string, width: number])[], line = lineHeight): number {
  const lines = cells.map(([text, width]) =>
    text.split("\n").reduce((sum, it) => sum + linesOf(it, Math.max(1, Math.floor(width * 1.1))), 0),
  );
  return Math.min(highest, Math.max(1, ...lines) * line);
}

/** On how many lines a text is set when words stay whole. */
function linesOf(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    if (used > 0 && used + 1 + word.length > width) {
      lines++;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
    // A word that is longer than the line is broken.
    lines += Math.floor(Math.max(0, used - 1) / width);
    used = used > width ? ((used - 1) % width) + 1 : used;
  }
  return lines;
}

const rowStart = (number: number, height: number): string =>
  height === lineHeight ? `<row r="${number}">` : `<row r="${number}" ht="${height}" customHeight="1">`;

/** A sheet to read. @param first whether the workbook opens with it */
export function textSheetXml(sheet: TextSheet, strings: SharedStrings, printed: string, first: boolean): string {
  const rows = sheet.rows.map((row, i) => {
    const cells = row.map((cell, j) => {
      if (cell?.text === undefined) return "";
      const at = `${columnLetters(j)}${i + 1}`;
      // Without a text it is there for its colour, and the text before it runs on over it.
      if (cell.text === "") return `<c r="${at}" s="${styleOfLook(cell.look)}"/>`;
      return typeof cell.text === "number"
        ? numberCell(at, cell.text, styleOfLook(cell.look))
        : textCell(at, cell.text, cell.look, strings);
    });
    const title = ["title", "heading", "mark"].some((it) => row[0]?.look === it);
    const texts = row.flatMap((cell, j): [string, number][] =>
      cell === undefined || title ? [] : [[String(cell.text ?? ""), sheet.widths[j] ?? 10]],
    );
    const height = title ? (row[0]?.look === "title" ? 27 : 20) : rowHeight(texts);
    return `${rowStart(i + 1, height)}${cells.join("")}</row>`;
  });
  const view = `<sheetViews><sheetView showGridLines="0"${first ? ' tabSelected="1"' : ""} workbookViewId="0"/></sheetViews>`;
  return `${start}${fitToPage}${view}<sheetFormatPr defaultRowHeight="15"/>${cols(sheet.widths)}<sheetData>${rows.join("")}</sheetData>${page(printed, 1, false)}</worksheet>`;
}

/** Rows of a table sheet before its first row of figures: the line of origin, and the head. */
export const rowsBefore = 2;

/** What a table sheet begins with, up to and with its head. @param above what its first line says */
export function tableStart({ columns, source }: TableSheet, strings: SharedStrings, origin: Origin): string {
  const view = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${rowsBefore}" topLeftCell="A${rowsBefore + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${rowsBefore + 1}" sqref="A${rowsBefore + 1}"/></sheetView></sheetViews>`;
  const head = columns.map((it, i) => textCell(`${columnLetters(i)}${rowsBefore}`, it.title, "head", strings)).join("");
  const look = origin.above === "" ? "line" : "mark";
  // The button of a filter takes room beside the words.
  const height = rowHeight(columns.map((it) => [it.title, it.width - 4]));
  return `${start}${fitToPage}${view}<sheetFormatPr defaultRowHeight="15"/>${cols(columns.map((it) => it.width))}<sheetData>${firstLine(columns.length, originLine(origin, source), look, strings)}${rowStart(rowsBefore, height)}${head}</row>`;
}

/** One line that runs on over the empty cells behind it. */
function firstLine(columns: number, text: string, look: Look, strings: SharedStrings): string {
  const style = styleOfLook(look);
  const rest = Array.from({ length: columns - 1 }, (_, i) => `<c r="${columnLetters(i + 1)}1" s="${style}"/>`);
  return `${rowStart(1, 20)}${textCell("A1", text, look, strings)}${rest.join("")}</row>`;
}

/** What the rows of a table have in common. */
export interface TableForm {
  readonly letters: readonly string[];
  readonly widths: readonly number[];
  readonly look: Look;
}

export const tableForm = ({ columns, wrap }: TableSheet): TableForm => ({
  letters: columns.map((_, i) => columnLetters(i)),
  widths: columns.map((it) => it.width),
  look: wrap ? "wrapped" : "plain",
});

const textsOf = (cells: readonly TableCell[], widths: readonly number[]): [string, number][] =>
  cells.flatMap((it, i): [string, number][] => (typeof it === "string" ? [[it, widths[i] ?? 10]] : []));

/** One row of a table. @param number of the row on its sheet */
export function tableRow(
  cells: readonly TableCell[],
  number: number,
  { letters, look, widths }: TableForm,
  strings: SharedStrings,
): string {
  const height = look === "wrapped" ? rowHeight(textsOf(cells, widths)) : lineHeight;
  let row = rowStart(number, height);
  cells.forEach((cell, i) => {
    if (cell === undefined) return;
    const at = `${letters[i] ?? ""}${number}`;
    if (typeof cell === "string") row += textCell(at, cell, look, strings);
    else if (typeof cell === "number") row += numberCell(at, cell, styleOfLook("plain"));
    else row += numberCell(at, cell.number, styleOfForm(cell.form));
  });
  return `${row}</row>`;
}

/** How many characters fit beside each other on a sheet of A4 that lies down, in letters that can be read. */
const pageWidth = 170;

/**
 * Over how many pages beside each other a table is printed. A long one fits on one: LibreOffice looks for minutes for the size at
 * which thousands of rows fill more.
 */
const pagesAcross = ({ columns, printed }: TableSheet): number =>
  printed ? 1 : Math.max(1, Math.round(columns.reduce((sum, it) => sum + it.width, 0) / pageWidth));

/** What it ends with. @param filled whether it has rows: a table without any is none */
export const tableEnd = (sheet: TableSheet, printed: string, filled: boolean): string =>
  `</sheetData>${page(printed, pagesAcross(sheet), true)}${filled ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : ""}</worksheet>`;

/** The table on a sheet: names, filters and stripes. @param last number of the last row */
export function tableXml(id: number, { columns }: TableSheet, last: number): string {
  const area = `A${rowsBefore}:${columnLetters(columns.length - 1)}${last}`;
  const names = columns
    .map((it, i) => `<tableColumn id="${i + 1}" name="${workbookText(cellText(it.title))}"/>`)
    .join("");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="Table${id}" displayName="Table${id}" ref="${area}" totalsRowShown="0"><autoFilter ref="${area}"/><tableColumns count="${columns.length}">${names}</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`;
}
