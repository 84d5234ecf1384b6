import { existsSync, readdirSync, readFileSync } from "node:fs";
import { addressSchema } from "@impactmonitor/model/address";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { ContextValue } from "@impactmonitor/model/context";
import { areaCode } from "@impactmonitor/model/id";
import type { Outcome, Problem } from "./problem.ts";
import { hasHeader, importedFiles, readCsv, type CsvRow, type Imported } from "./read-csv.ts";

export interface Context {
  readonly values: ContextValue[];
  readonly sources: { id: string; title: string; table: string; url: string }[];
}

const columns = ["area", "classification", "year", "variable", "value", "status", "source"] as const;
type Row = CsvRow<(typeof columns)[number]>;

/**
 * Reads population and context variables; each value names its public table. Half-year estimates are not shown as figures.
 * @param imported folders with tables that an importer made; what is published there goes before a value of ours
 */
export function readContext(root: string, catalogue: Catalogue, imported: Imported = []): Outcome<Context> {
  const problems: Problem[] = [];
  const sources = readCsv(root, "figures/context-sources.csv", ["id", "title", "table", "url"] as const);
  const own = readCsv(root, "figures/context.csv", columns);
  if (!sources.ok) return sources;
  if (!own.ok) return own;
  for (const { line, fields } of sources.rows)
    if (!addressSchema.safeParse(fields.url).success)
      problems.push({
        file: "figures/context-sources.csv",
        line,
        what: `“${fields.url}” is no address.`,
        mend: "Write the full address of the page.",
      });
  const known = {
    sources: new Map(sources.rows.map((it) => [it.fields.id, it.fields])),
    variables: new Set(catalogue.contextVariables.map((it) => it.id)),
    areas: new Set<string>(catalogue.areas.map((it) => it.code)),
  };
  const values = new Map<string, ContextValue>();
  const take = (rows: readonly Row[], file: string): void => {
    for (const row of rows) {
      const faults = contextFaults(row.fields, known);
      problems.push(...faults.map(([what, mend]) => ({ file, line: row.line, what, mend })));
      const value = contextValue(row.fields);
      values.set([value.area, value.classification, value.year, value.variable].join("|"), value);
    }
  };
  take(own.rows, "figures/context.csv");
  for (const { folder, name } of importedFiles(imported)) {
    const file = `${folder}/${name}`;
    if (!hasHeader(file, columns)) continue;
    const read = readCsv(folder, name, columns);
    if (!read.ok) {
      problems.push(...read.problems.map((it) => ({ ...it, file })));
      continue;
    }
    const table = name.replace(/\.csv$/, "");
    const id = `cbs-${table.toLowerCase()}`;
    const url = `https://opendata.cbs.nl/statline/#/CBS/nl/dataset/${table}/table`;
    if (!known.sources.has(id)) known.sources.set(id, { id, title: `CBS StatLine ${table}`, table, url });
    take(read.rows, file);
  }
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { values: [...values.values()], sources: [...known.sources.values()] } };
}

const contextValue = (fields: Row["fields"]): ContextValue => ({
  area: areaCode(fields.area),
  classification: fields.classification,
  year: Number(fields.year),
  variable: fields.variable,
  value: Number(fields.value),
  status: fields.status as ContextValue["status"],
  source: fields.source,
});

interface Known {
  readonly sources: ReadonlyMap<string, unknown>;
  readonly variables: ReadonlySet<string>;
  readonly areas: ReadonlySet<string>;
}

function contextFaults(fields: Row["fields"], known: Known): (readonly [what: string, mend: string])[] {
  const faults: (readonly [string, string])[] = [];
  if (!known.areas.has(fields.area))
    faults.push([`There is no area ${fields.area}.`, "Use a code of catalogue/areas/areas.csv."]);
  if (!known.variables.has(fields.variable))
    faults.push([`There is no variable ${fields.variable}.`, "Add it to catalogue/context.yaml."]);
  if (!known.sources.has(fields.source))
    faults.push([`There is no source ${fields.source}.`, "Add it to figures/context-sources.csv."]);
  if (!/^-?\d+(\.\d+)?$/.test(fields.value))
    faults.push([`“${fields.value}” is no number.`, "Write digits with a point."]);
  if (!/^\d{4}$/.test(fields.year)) faults.push([`“${fields.year}” is no year.`, "Write four digits."]);
  if (!["official", "approximation", "estimate"].includes(fields.status))
    faults.push([`Unknown status “${fields.status}”.`, "Write official, approximation or estimate."]);
  return faults;
}

/** Map name → JSON text, from `catalogue/map/*.json`. */
export function readMaps(root: string): Map<string, string> {
  const folder = `${root}/catalogue/map`;
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();
  return new Map(names.map((name) => [name.replace(/\.json$/, ""), readFileSync(`${folder}/${name}`, "utf8")]));
}
