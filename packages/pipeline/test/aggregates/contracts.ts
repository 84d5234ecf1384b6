import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Contract } from "../../src/aggregates/contract.ts";
import type { AggregateDelivery } from "../../src/aggregates/fact.ts";
import { readAggregates } from "../../src/aggregates/read-aggregates.ts";
import { readContract } from "../../src/aggregates/read-contract.ts";
import type { Outcome } from "../../src/problem.ts";
import { readCatalogue } from "../../src/read-catalogue.ts";
import { root } from "../built-edition.ts";

const read = readCatalogue(root);
if (!read.ok) throw new Error("the catalogue has problems");
export const catalogue = read.value;

export function contractOf(source: string): Contract {
  const contract = readContract(root, source, catalogue);
  if (!contract.ok) throw new Error(JSON.stringify(contract.problems));
  return contract.value;
}

export interface Drop {
  readonly folder: string;
  readonly put: (content: string | Uint8Array) => string;
  readonly clean: () => void;
}

/** A folder for files that are handed in. */
export function dropFolder(): Drop {
  const folder = mkdtempSync(join(tmpdir(), "facts-"));
  let n = 0;
  return {
    folder,
    put: (content) => {
      const file = join(folder, `${++n}.csv`);
      writeFileSync(file, content);
      return file;
    },
    clean: () => rmSync(folder, { recursive: true }),
  };
}

export type Row = Readonly<Record<string, string>>;

/** Rows as a file, with the columns that they have. */
export function csv(rows: readonly Row[], delimiter = ";"): string {
  const columns = [...new Set(rows.flatMap((it) => Object.keys(it)))];
  const quoted = (text: string): string =>
    text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return [columns, ...rows.map((row) => columns.map((it) => row[it] ?? ""))]
    .map((line) => `${line.map(quoted).join(delimiter)}\n`)
    .join("");
}

export const deliver = (drop: Drop, source: string, rows: readonly Row[]): Outcome<AggregateDelivery> =>
  readAggregates(drop.put(csv(rows)), contractOf(source), catalogue);

/** One sound fact of each kind of source. */
export const facts: Readonly<Record<string, Row>> = {
  police: {
    source: "police",
    edition: "2024-10-31",
    measure: "police-reports-to-vt/count",
    period: "2024H1",
    region: "VT10",
    value: "1510",
    unit: "aantal",
    status: "provisional",
    valueState: "ok",
    precision: "round5",
  },
  "child-protection-board": {
    source: "child-protection-board",
    edition: "2024",
    measure: "rvdk-investigations/count",
    period: "2024Q1",
    value: "3011",
    unit: "count",
    status: "final",
    valueState: "ok",
    precision: "exact",
  },
  "public-prosecution": {
    source: "public-prosecution",
    edition: "2024-11",
    measure: "om-inflow/count",
    period: "2023",
    value: "8870",
    unit: "count",
    status: "revised",
    valueState: "ok",
    precision: "round10",
  },
  judiciary: {
    source: "judiciary",
    edition: "2024-11",
    measure: "court-outflow/count",
    period: "2024H1",
    value: "4213",
    unit: "count",
    status: "provisional",
    valueState: "ok",
    precision: "exact",
  },
  "prevalence-monitor": {
    source: "prevalence-monitor",
    edition: "2024-12",
    measure: "dv-victims/percent",
    period: "2024",
    value: "9",
    lower: "8",
    upper: "10",
    n: "23000",
    unit: "%",
    status: "final",
    valueState: "ok",
    precision: "pct0",
    breakBefore: "true",
  },
  "prevalence-programme": {
    source: "prevalence-programme",
    edition: "2019",
    measure: "child-maltreatment-prevalence/persons",
    period: "2017",
    value: "",
    lower: "90000",
    upper: "127000",
    unit: "personen",
    status: "final",
    valueState: "ok",
    precision: "round1000",
  },
  recidivism: {
    source: "recidivism",
    edition: "2021-06-07",
    measure: "recidivism/percent",
    cohortYear: "2018",
    dims: "recidivism-kind=domestic-violence",
    value: "9.6",
    n: "3120",
    unit: "%",
    status: "final",
    valueState: "ok",
    precision: "pct1",
  },
  "cohort-studies": {
    source: "cohort-studies",
    edition: "2023",
    measure: "outcome-violence-stopped/percent",
    wave: "one-year",
    dims: "cohort=third",
    value: "30",
    n: "576",
    unit: "%",
    status: "final",
    valueState: "ok",
    precision: "pct0",
  },
  homicide: {
    source: "homicide",
    edition: "2024-11-28",
    measure: "homicide-victims/count",
    period: "2023",
    dims: "sex=women",
    value: "2",
    unit: "count",
    status: "final",
    valueState: "ok",
    precision: "exact",
  },
  youth: {
    source: "youth",
    edition: "2024-10",
    measure: "ots-started/count",
    period: "2024H1",
    region: "GM0363",
    value: "120",
    unit: "count",
    status: "provisional",
    valueState: "ok",
    precision: "round5",
  },
};
