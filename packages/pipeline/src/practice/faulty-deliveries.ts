import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { headerOf } from "./delivery-folder.ts";
import { generateDeliveries, type DeliveryName, type GenerateOptions } from "./generate.ts";
import type { Practice } from "./practice.ts";
import { recordTypes, type RecordName } from "./region-run.ts";

/** A delivery in memory: small enough to spoil by hand. Cells without quotes, as practice deliveries have them. */
export interface OpenDelivery {
  name: Record<string, string>;
  readonly tables: Map<RecordName, { fields: string[]; rows: string[][] }>;
  /** What is done to the text of each file in the end. */
  text: (type: RecordName, text: string) => string;
}

export interface Fault {
  readonly id: string;
  /** What a receiver ought to do. */
  readonly outcome: "reject" | "warn" | "accept";
  readonly about: string;
  readonly spoil: (delivery: OpenDelivery) => void;
}

const set = (type: RecordName, field: string, value: (old: string, row: number) => string) => (it: OpenDelivery) => {
  const { fields, rows } = it.tables.get(type)!;
  const column = fields.indexOf(field);
  rows.forEach((row, i) => (row[column] = value(row[column]!, i)));
};
/** The fifth record: not the first and not the last, so that the place has to be found. */
const once = (type: RecordName, field: string, value: string) =>
  set(type, field, (old, row) => (row === 4 ? value : old));
const name = (key: string, value: string) => (it: OpenDelivery) => {
  it.name = { ...it.name, [key]: value };
};

/** Each spoils one thing, so that what a receiver says can be compared with it. */
export const faults: readonly Fault[] = [
  {
    id: "code-not-in-list",
    outcome: "reject",
    about: "a type of violence that the list doesn't have",
    spoil: once("melding", "aard", "42"),
  },
  { id: "impossible-date", outcome: "reject", about: "30 February", spoil: once("melding", "datum", "20240230") },
  {
    id: "outside-period",
    outcome: "reject",
    about: "a report of years ago",
    spoil: once("melding", "datum", "20150316"),
  },
  { id: "empty-date", outcome: "reject", about: "a report without a date", spoil: once("melding", "datum", "") },
  {
    id: "impossible-birth-date",
    outcome: "reject",
    about: "born in the thirteenth month",
    spoil: once("persoon", "geboortedatum", "20101315"),
  },
  {
    id: "short-person-number",
    outcome: "reject",
    about: "a person number of eight digits",
    spoil: once("persoon", "bsn", "12345678"),
  },
  {
    id: "case-not-there",
    outcome: "reject",
    about: "a report of a case that is not in the delivery",
    spoil: once("melding", "casusnummer", "OEF00C0000000"),
  },
  {
    id: "alone-with-others",
    outcome: "reject",
    about: "“no violence” together with a type of violence",
    spoil: once("melding", "aard", "01|07"),
  },
  {
    id: "outcome-without-investigation",
    outcome: "reject",
    about: "the outcome of an investigation with another service",
    spoil: (it) => {
      once("dienst", "soort", "02")(it);
      once("dienst", "uitkomst", "11")(it);
    },
  },
  {
    id: "number-twice",
    outcome: "reject",
    about: "two reports with one number",
    spoil: (it) => {
      const { rows } = it.tables.get("melding")!;
      rows[5]![0] = rows[4]![0]!;
    },
  },
  { id: "file-missing", outcome: "reject", about: "no file of cases", spoil: (it) => it.tables.delete("casus") },
  {
    id: "column-missing",
    outcome: "reject",
    about: "reports without the column of the duration",
    spoil: (it) => {
      const table = it.tables.get("melding")!;
      const column = table.fields.indexOf("duur");
      for (const row of [table.fields, ...table.rows]) row.splice(column, 1);
    },
  },
  {
    id: "cut-off",
    outcome: "reject",
    about: "a file that stops in the middle of a line",
    spoil: (it) => {
      it.text = (type, text) => (type === "persoon" ? text.slice(0, text.lastIndexOf(",", text.length - 30)) : text);
    },
  },
  { id: "region-unknown", outcome: "reject", about: "a region that doesn't exist", spoil: name("organisatie", "VT99") },
  { id: "period-unknown", outcome: "reject", about: "a third half of a year", spoil: name("periode", "2024H3") },
  {
    id: "protocol-unknown",
    outcome: "reject",
    about: "a protocol that doesn't exist",
    spoil: name("protocol", "vt-9.9"),
  },
  {
    id: "other-municipality",
    outcome: "warn",
    about: "every case from outside the region",
    spoil: set("casus", "gemeente", () => "GM0363"),
  },
  {
    id: "ends-before-start",
    outcome: "warn",
    about: "an advice that ends before it began",
    spoil: once("advies", "datum_einde", "20150101"),
  },
  {
    id: "much-unknown",
    outcome: "warn",
    about: "the type of violence is unknown in every report",
    spoil: set("melding", "aard", () => "99"),
  },
  {
    id: "semicolons",
    outcome: "accept",
    about: "semicolons, a byte order mark and Windows line ends",
    spoil: (it) => {
      it.text = (_, text) => `\uFEFF${text.replaceAll(",", ";").replaceAll("\n", "\r\n")}`;
    },
  },
];

/**
 * Writes a folder per fault into `out`, each a small delivery with one thing spoiled, and `fouten.json`: what was spoiled, and whether a
 * receiver ought to reject it, warn or accept it.
 * @returns how many were written
 */
export async function writeFaultyDeliveries(
  practice: Practice,
  out: string,
  { seed, until }: Pick<GenerateOptions, "seed" | "until"> = {},
): Promise<number> {
  rmSync(out, { recursive: true, force: true });
  const options = { ...(seed === undefined ? {} : { seed }), ...(until === undefined ? {} : { until }) };
  const right = await smallDelivery(practice, options);
  for (const fault of faults) {
    const delivery = { name: { ...right.name }, tables: structuredClone(right.tables), text: right.text };
    fault.spoil(delivery);
    const folder = `${out}/${fault.id}`;
    mkdirSync(folder, { recursive: true });
    for (const [type, { fields, rows }] of delivery.tables) {
      const text = [fields, ...rows].map((row) => `${row.join(",")}\n`).join("");
      writeFileSync(`${folder}/${type}.csv`, delivery.text(type, text));
    }
    writeFileSync(`${folder}/levering.json`, `${JSON.stringify(delivery.name)}\n`);
  }
  const list = faults.map(({ id, outcome, about }) => ({ id, outcome, about }));
  writeFileSync(`${out}/fouten.json`, `${JSON.stringify(list, null, 2)}\n`);
  return faults.length;
}

async function smallDelivery(
  practice: Practice,
  options: Pick<GenerateOptions, "seed" | "until">,
): Promise<OpenDelivery> {
  const until = options.until ?? Object.keys(practice.settings.volumes.halfYears).sort().at(-1)!;
  const tables: OpenDelivery["tables"] = new Map(
    recordTypes.map((type) => [type, { fields: headerOf(practice.protocol, type).trim().split(","), rows: [] }]),
  );
  let found: DeliveryName | undefined;
  const open = (): { write: (type: RecordName, row: string) => void; close: () => void } => ({
    write: (type, row) => tables.get(type)!.rows.push(row.trimEnd().split(",")),
    close: () => undefined,
  });
  for await (const it of generateDeliveries(practice, {
    ...options,
    open,
    from: until,
    until,
    regions: ["VT10"],
    scale: 0.03,
  }))
    found = it;
  return { name: { ...found }, tables, text: (_, text) => text };
}
