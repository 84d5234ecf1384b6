import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DeliveryRequest } from "../../src/deliveries/add-delivery.ts";
import type { Layout } from "../../src/deliveries/layout.ts";
import { readLayouts } from "../../src/deliveries/layout.ts";
import { pseudonymKey } from "../../src/deliveries/pseudonym.ts";
import { readProtocols } from "../../src/deliveries/read-protocol.ts";
import type { DeliveryCatalogue } from "../../src/deliveries/resolve-delivery.ts";
import { readCatalogue } from "../../src/read-catalogue.ts";

const root = new URL("../../../..", import.meta.url).pathname.replace(/\/$/, "");

function load(): { catalogue: DeliveryCatalogue; layouts: ReadonlyMap<string, Layout> } {
  const read = readCatalogue(root);
  if (!read.ok) throw new Error("the catalogue has problems");
  const protocols = readProtocols(root, read.value.codelists);
  if (!protocols.ok) throw new Error("the protocols have problems");
  const layouts = readLayouts(root, protocols.value);
  if (!layouts.ok) throw new Error(layouts.problems.map((it) => it.what).join(" "));
  const { areas, memberships } = read.value;
  return { catalogue: { areas, memberships, protocols: protocols.value }, layouts: layouts.value };
}

export const { catalogue, layouts } = load();
export const testKey = pseudonymKey(Buffer.from("a key for tests of more than thirty-two bytes"));

/** Records of a delivery: per type a header and lines, as texts. */
export type Tables = Readonly<Record<string, readonly (readonly string[])[]>>;

/** A small delivery of VT10 about 2024H1 in which nothing is wrong. */
export const goodTables: Tables = {
  advies: [
    ["adviesnummer", "datum_start", "datum_einde", "gemeente", "aard", "aanvullend", "duur", "rol", "organisatie"],
    ["AD1", "20240102", "20240110", "GM0546", "01", "", "02", "11", "06"],
    ["AD2", "2024-03-05", "", "0546", "03|01", "02", "03", "01", "88"],
    ["AD3", "20240630", "", "", "99", "", "06", "99", "99"],
  ],
  casus: [
    ["casusnummer", "gemeente", "datum_start", "datum_einde"],
    ["C1", "546", "20230501", ""],
    ["C2", "GM0484", "20240201", "20240501"],
  ],
  persoon: [
    ["casusnummer", "bsn", "geboortedatum", "geslacht"],
    ["C1", "123456782", "19800213", "V"],
    ["C1", "999999999", "99999999", "O"],
    ["C2", "000000000", "20100000", "M"],
    ["C2", "123456782", "20100700", "V"],
  ],
  melding: [
    ["meldingnummer", "casusnummer", "datum", "aard", "aanvullend", "duur", "rol", "organisatie"],
    ["ML1", "C1", "20240115", "01|03", "", "04", "17", "09"],
    ["ML2", "C2", "20240301", "03", "", "01", "11", "06"],
  ],
  beoordeling: [
    ["beoordelingnummer", "meldingnummer", "datum", "besluit", "acuut", "structureel"],
    ["B1", "ML1", "20240118", "01", "J", "N"],
    ["B2", "ML2", "20240303", "02", "", ""],
  ],
  dienst: [
    [
      "dienstnummer",
      "casusnummer",
      "soort",
      "datum_start",
      "datum_einde",
      "voortijdig",
      "uitkomst",
      "aard",
      "aanvullend",
    ],
    ["D1", "C1", "01", "20240120", "20240520", "N", "11|32", "01", ""],
    ["D2", "C2", "02", "20240310", "", "", "", "", ""],
  ],
  overdracht: [
    ["overdrachtnummer", "casusnummer", "datum", "organisatie", "hulp", "melding_politie"],
    ["O1", "C2", "20240305", "01", "99", "N"],
  ],
  monitoring: [
    ["monitoringnummer", "casusnummer", "datum", "veiligheidsscore"],
    ["M1", "C1", "20240601", "6,5"],
  ],
};

/** Quotes a field where it must be. */
const csvField = (text: string, separator: string): string =>
  new RegExp(`["\\r\\n${separator === "|" ? "\\|" : separator}]`).test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export const toCsv = (rows: readonly (readonly string[])[], separator = ";", end = "\n"): string =>
  rows.map((row) => row.map((it) => csvField(it, separator)).join(separator) + end).join("");

/** Writes a delivery as CSV files; `files` replaces or adds whole files, undefined leaves one out. */
export function writeDelivery(
  folder: string,
  files: Readonly<Record<string, string | Buffer | undefined>> = {},
  { period = "2024H1", region = "VT10" }: { period?: string; region?: string } = {},
): string {
  mkdirSync(folder, { recursive: true });
  const all: Record<string, string | Buffer | undefined> = {
    "levering.json": JSON.stringify({ organisatie: region, periode: period, protocol: "vt-2.0" }),
    ...Object.fromEntries(Object.entries(goodTables).map(([type, rows]) => [`${type}.csv`, toCsv(rows)])),
    ...files,
  };
  for (const [name, text] of Object.entries(all)) if (text !== undefined) writeFileSync(join(folder, name), text);
  return folder;
}

/** The good tables with some cells changed: `{ "melding 2 datum": "x" }` is field datum of the second report. */
export function withCells(cells: Readonly<Record<string, string>>): Record<string, string> {
  const changed = new Map<string, string[][]>();
  for (const [at, value] of Object.entries(cells)) {
    const [type = "", record = "", field = ""] = at.split(" ");
    const rows = changed.get(type) ?? goodTables[type]!.map((row) => [...row]);
    rows[Number(record)]![rows[0]!.indexOf(field)] = value;
    changed.set(type, rows);
  }
  return Object.fromEntries([...changed].map(([type, rows]) => [`${type}.csv`, toCsv(rows)]));
}

export const request = (path: string, folder: string, more: Partial<DeliveryRequest> = {}): DeliveryRequest => ({
  path,
  folder,
  said: {},
  catalogue,
  layouts,
  key: testKey,
  by: "test",
  progress: () => {},
  now: () => new Date("2024-07-15T10:00:00Z"),
  threads: 2,
  memoryMb: 400,
  ...more,
});
