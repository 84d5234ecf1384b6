import writeXlsxFile from "write-excel-file/node";
import type { DeliveryCatalogue } from "../../src/deliveries/resolve-delivery.ts";
import { catalogue, goodTables, layouts, toCsv, type Tables } from "./sample-delivery.ts";

/** A delivery in which nothing is wrong, before it is spoiled. */
export interface Base {
  readonly name: string;
  readonly kind: "csv" | "fixed" | "xlsx";
  readonly files: Readonly<Record<string, Buffer>>;
  readonly layout?: string;
  readonly catalogue: DeliveryCatalogue;
  readonly now: Date;
}

const header = (period: string, protocol: string): Buffer =>
  Buffer.from(JSON.stringify({ organisatie: "VT10", periode: period, protocol }));

/** Regions, and the municipalities of one: to load all of them takes longer than all else. */
const members = new Set(
  catalogue.memberships.filter((it) => it.region === "VT10").map((it) => it.municipality as string),
);
const few = {
  areas: catalogue.areas.filter((it) => it.level !== "municipality" || members.has(it.code)),
  memberships: catalogue.memberships.filter((it) => it.region === "VT10"),
};

/** Some record types of a protocol only: all would take time, and say nothing that these don't. */
function only(id: string, types: readonly string[]): DeliveryCatalogue {
  const protocol = catalogue.protocols.get(id)!;
  const records = Object.fromEntries(Object.entries(protocol.records).filter(([type]) => types.includes(type)));
  return { ...few, protocols: new Map([[id, { ...protocol, records }]]) };
}

/** Between them these have every kind of field and rule. */
const somePersons = ["casus", "persoon", "melding"];
const someServices = ["casus", "dienst", "monitoring"];

const pick = (types: readonly string[]): Tables => Object.fromEntries(types.map((type) => [type, goodTables[type]!]));

const csvFiles = (tables: Tables, separator: string, end: string, encoding: BufferEncoding): Record<string, Buffer> =>
  Object.fromEntries(
    Object.entries(tables).map(([type, rows]) => [`${type}.csv`, Buffer.from(toCsv(rows, separator, end), encoding)]),
  );

const of2015: Tables = {
  advies: [
    ["adviesnummer", "aanleiding", "hoedanigheid"],
    ["A1", "01", "01"],
    ["A2", "02|09", "08"],
  ],
  melding: [
    [
      "meldingnummer",
      "aanleiding",
      "aard",
      "datum",
      "hoedanigheid",
      "vervolg",
      "onderzoeksnummer",
      "datum_start_vervolg",
      "datum_einde",
    ],
    ["M1", "01", "01", "20160102", "01", "01", "OZ1", "", ""],
    ["M2", "01", "01|03", "2016-01-02", "01", "02", "", "20160110", "20160201"],
  ],
  onderzoek: [
    ["onderzoeksnummer", "aanleiding", "datum_start", "datum_einde", "uitkomst", "aard", "vervolg"],
    ["OZ1", "01", "20151101", "20160301", "03", "01", "21"],
  ],
  betrokkene: [
    ["nummer", "bsn", "geboortedatum", "geslacht"],
    ["M1", "123456782", "19800213", "V"],
    ["OZ1", "000000000", "20100000", "M"],
  ],
};

/** The lines of a fixed layout. */
function fixedFiles(tables: Tables): Record<string, Buffer> {
  const layout = layouts.get("vt-2.0-fixed")!;
  const files: Record<string, Buffer> = {};
  for (const [type, [names = [], ...rows]] of Object.entries(tables)) {
    const { file = "", length = 0, fields } = layout.records[type]!;
    const lines = rows.map((row) => {
      let line = " ".repeat(length);
      for (const [i, name] of names.entries()) {
        const { start, length: room } = fields[name]!;
        // A day with hyphens has no room in the layout.
        const text = (room === 8 ? row[i]!.replaceAll("-", "") : row[i]!).slice(0, room).padEnd(room);
        line = line.slice(0, start - 1) + text + line.slice(start - 1 + room);
      }
      return `${line}\r\n`;
    });
    files[file] = Buffer.from(lines.join(""), "latin1");
  }
  return files;
}

async function workbook(tables: Tables): Promise<Buffer> {
  const sheets = Object.entries(tables).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row, i) =>
      // A spreadsheet keeps numbers as numbers.
      row.map((it) => (i > 0 && /^[1-9]\d{0,8}$/.test(it) ? { value: Number(it), type: Number } : { value: it })),
    ),
  }));
  return writeXlsxFile(sheets).toBuffer();
}

const about2024 = { now: new Date("2024-07-15T10:00:00Z") };
const persons2 = only("vt-2.0", somePersons);
const services2 = only("vt-2.0", someServices);
const head2 = { "levering.json": header("2024H1", "vt-2.0") };
/** With a letter that Windows-1252 and UTF-8 write differently. */
const accented: Tables = {
  ...pick(somePersons),
  melding: goodTables.melding!.map((r) => r.map((it) => (it === "ML2" ? "MLé2" : it))),
};

/** Deliveries to spoil: both protocols as CSV, a fixed layout, and a workbook. */
export const bases: readonly Base[] = [
  {
    name: "CSV 2.0, semicolons",
    kind: "csv",
    files: { ...head2, ...csvFiles(pick(somePersons), ";", "\n", "utf8") },
    catalogue: persons2,
    ...about2024,
  },
  {
    name: "CSV 2.0, tabs, CR LF, accents in UTF-8",
    kind: "csv",
    files: { ...head2, ...csvFiles(accented, "\t", "\r\n", "utf8") },
    catalogue: persons2,
    ...about2024,
  },
  {
    name: "CSV 2.0, commas, accents in Windows-1252",
    kind: "csv",
    files: { ...head2, ...csvFiles(accented, ",", "\n", "latin1") },
    catalogue: persons2,
    ...about2024,
  },
  {
    name: "CSV 2.0, services and scores",
    kind: "csv",
    files: { ...head2, ...csvFiles(pick(someServices), ",", "\n", "utf8") },
    catalogue: services2,
    ...about2024,
  },
  {
    name: "CSV 2015",
    kind: "csv",
    files: { "levering.json": header("2016H1", "vt-2015"), ...csvFiles(of2015, ";", "\r\n", "utf8") },
    catalogue: only("vt-2015", Object.keys(of2015)),
    now: new Date("2016-07-15T10:00:00Z"),
  },
  {
    name: "fixed layout",
    kind: "fixed",
    layout: "vt-2.0-fixed",
    files: { ...head2, ...fixedFiles(pick(somePersons)) },
    catalogue: persons2,
    ...about2024,
  },
  {
    name: "fixed layout, accents",
    kind: "fixed",
    layout: "vt-2.0-fixed",
    files: { ...head2, ...fixedFiles(accented) },
    catalogue: persons2,
    ...about2024,
  },
  {
    name: "XLSX",
    kind: "xlsx",
    files: { "VT10_2024H1.xlsx": await workbook(pick(somePersons)) },
    catalogue: persons2,
    ...about2024,
  },
];
