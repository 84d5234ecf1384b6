import { readable, xmlText } from "./plain-text.ts";
import { columnLetters, rowsBefore } from "./sheet-xml.ts";
import type { Workbook } from "./workbook.ts";

/** A sheet as the parts around it name it. */
export interface WrittenSheet {
  readonly name: string;
  /** Number of its table, where it has one. */
  readonly table?: number;
  /** The columns of a table that are printed, from 0, and its last row. */
  readonly onPaper?: { readonly columns: readonly [first: number, last: number]; readonly last: number };
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const relationships = (list: readonly (readonly [type: string, target: string])[]): string =>
  `${xml}<Relationships xmlns="${packages}/relationships">${list
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** The parts of a workbook that say what its other parts are (ECMA-376 part 2), by path. */
export function packageParts(
  workbook: Workbook,
  sheets: readonly WrittenSheet[],
): readonly [path: string, xml: string][] {
  const tables = sheets.flatMap((it, i) => (it.table === undefined ? [] : [{ sheet: i + 1, table: it.table }]));
  return [
    ["_rels/.rels", rootRelations],
    ["xl/workbook.xml", workbookXml(sheets)],
    [
      "xl/_rels/workbook.xml.rels",
      relationships([
        ...sheets.map((_, i): [string, string] => [`${office}/worksheet`, `worksheets/sheet${i + 1}.xml`]),
        [`${office}/styles`, "styles.xml"],
        [`${office}/sharedStrings`, "sharedStrings.xml"],
      ]),
    ],
    ...tables.map(({ sheet, table }): [string, string] => [
      `xl/worksheets/_rels/sheet${sheet}.xml.rels`,
      relationships([[`${office}/table`, `../tables/table${table}.xml`]]),
    ]),
    ["docProps/core.xml", coreXml(workbook)],
    ["[Content_Types].xml", contentTypes(sheets)],
  ];
}

const rootRelations = relationships([
  [`${office}/officeDocument`, "xl/workbook.xml"],
  [`${packages}/relationships/metadata/core-properties`, "docProps/core.xml"],
]);

function contentTypes(sheets: readonly WrittenSheet[]): string {
  const part = (path: string, type: string): string => `<Override PartName="/${path}" ContentType="${type}"/>`;
  const sheetParts = sheets.map((_, i) => part(`xl/worksheets/sheet${i + 1}.xml`, `${types}.worksheet+xml`));
  const tableParts = sheets.flatMap(({ table }) =>
    table === undefined ? [] : [part(`xl/tables/table${table}.xml`, `${types}.table+xml`)],
  );
  return [
    `${xml}<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part("xl/workbook.xml", `${types}.sheet.main+xml`),
    part("xl/styles.xml", `${types}.styles+xml`),
    part("xl/sharedStrings.xml", `${types}.sharedStrings+xml`),
    part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ...sheetParts,
    ...tableParts,
    "</Types>",
  ].join("");
}

/** The heads of tables are printed on each page; their first line is not, since what it says stands above and below each. */
function workbookXml(sheets: readonly WrittenSheet[]): string {
  const list = sheets
    .map(({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join("");
  const named = (name: string, of: (paper: NonNullable<WrittenSheet["onPaper"]>) => string): string =>
    sheets
      .map((it, i) =>
        it.onPaper
          ? `<definedName name="_xlnm.${name}" localSheetId="${i}">'${xmlText(it.name.replaceAll("'", "''"))}'!${of(it.onPaper)}</definedName>`
          : "",
      )
      .join("");
  const areas = named("Print_Area", ({ columns: [first, end], last }) => {
    return `$${columnLetters(first)}$${rowsBefore}:$${columnLetters(end)}$${last}`;
  });
  const titles = named("Print_Titles", () => `$${rowsBefore}:$${rowsBefore}`);
  const names = titles === "" ? "" : `<definedNames>${areas}${titles}</definedNames>`;
  return `${xml}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list}</sheets>${names}</workbook>`;
}

const coreXml = ({ title, language, date }: Workbook): string =>
  `${xml}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(readable(title))}</dc:title><dc:creator>Impactmonitor</dc:creator><dc:language>${language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:created></cp:coreProperties>`;
