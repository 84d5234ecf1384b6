import { strToU8 } from "fflate";
import type { Plotted } from "./plotted.ts";
import { xmlText } from "./xml-text.ts";
import { zipOf } from "./zip-of.ts";

/** "A" for the first, "AA" after "Z". */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/**
 * The sheet behind a chart: opens when somebody edits its values. Numbers are numbers, with the same code as in the chart.
 * @param mark in the corner of the sheet, such as that the figures are invented; empty for none
 */
export function chartWorkbook(it: Plotted, mark: string): Uint8Array {
  const formats = [...new Set(it.series.flatMap((one) => one.points.flatMap((point) => point?.format ?? [])))];
  const style = (format: string): number => formats.indexOf(format) + 1;
  const word = (at: string, words: string): string =>
    words === "" ? "" : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xmlText(words)}</t></is></c>`;
  const head = `<row r="1">${word("A1", mark)}${it.series.map((one, i) => word(`${columnName(i + 1)}1`, one.name)).join("")}</row>`;
  const rows = it.categories.map((category, row) => {
    const cells = it.series.map(({ points }, i) => {
      const point = points[row];
      return point ? `<c r="${columnName(i + 1)}${row + 2}" s="${style(point.format)}"><v>${point.value}</v></c>` : "";
    });
    return `<row r="${row + 2}">${word(`A${row + 2}`, category)}${cells.join("")}</row>`;
  });
  const last = `${columnName(it.series.length)}${it.categories.length + 1}`;
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${sheets}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": stylesXml(formats),
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${sheets}"><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="36" customWidth="1"/></cols><sheetData>${head}${rows.join("")}</sheetData></worksheet>`,
  };
  return zipOf(Object.entries(parts).map(([name, xml]) => [name, strToU8(declaration + xml)] as const));
}

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Codes of our own begin at 164. */
const stylesXml = (formats: readonly string[]): string =>
  [
    `<styleSheet xmlns="${sheets}">`,
    formats.length === 0
      ? ""
      : `<numFmts count="${formats.length}">${formats.map((it, i) => `<numFmt numFmtId="${164 + i}" formatCode="${xmlText(it)}"/>`).join("")}</numFmts>`,
    `<fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`,
    `<cellXfs count="${formats.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${formats.map((_, i) => `<xf numFmtId="${164 + i}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join("")}</cellXfs>`,
    `</styleSheet>`,
  ].join("");
