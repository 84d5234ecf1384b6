import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { ContextValue } from "@impactmonitor/model/context";
import { areaCode } from "@impactmonitor/model/id";
import type { Outcome, Problem } from "./problem.ts";
import { readCsv } from "./read-csv.ts";

export interface Context {
  readonly values: ContextValue[];
  readonly sources: { id: string; title: string; table: string; url: string }[];
}

/** Reads population and context variables; each value names its public table. Half-year estimates are not shown as figures. */
export function readContext(root: string, catalogue: Catalogue): Outcome<Context> {
  const problems: Problem[] = [];
  const sources = readCsv(root, "figures/context-sources.csv", ["id", "title", "table", "url"] as const);
  const columns = ["area", "classification", "year", "variable", "value", "status", "source"] as const;
  const rows = readCsv(root, "figures/context.csv", columns);
  if (!sources.ok) return sources;
  if (!rows.ok) return rows;
  const known = {
    source: new Set(sources.rows.map((it) => it.fields.id)),
    variable: new Set(catalogue.contextVariables.map((it) => it.id)),
    area: new Set<string>(catalogue.areas.map((it) => it.code)),
  };
  const values = rows.rows.map(({ line, fields }): ContextValue => {
    const wrong = (what: string, mend: string) => problems.push({ file: "figures/context.csv", line, what, mend });
    if (!known.area.has(fields.area))
      wrong(`There is no area ${fields.area}.`, "Use a code of catalogue/areas/areas.csv.");
    if (!known.variable.has(fields.variable))
      wrong(`There is no variable ${fields.variable}.`, "Add it to catalogue/context.yaml.");
    if (!known.source.has(fields.source))
      wrong(`There is no source ${fields.source}.`, "Add it to figures/context-sources.csv.");
    if (!/^-?\d+(\.\d+)?$/.test(fields.value)) wrong(`“${fields.value}” is no number.`, "Write digits with a point.");
    if (!/^\d{4}$/.test(fields.year)) wrong(`“${fields.year}” is no year.`, "Write four digits.");
    if (!["official", "approximation", "estimate"].includes(fields.status))
      wrong(`Unknown status “${fields.status}”.`, "Write official, approximation or estimate.");
    return {
      area: areaCode(fields.area),
      classification: fields.classification,
      year: Number(fields.year),
      variable: fields.variable,
      value: Number(fields.value),
      status: fields.status as ContextValue["status"],
      source: fields.source,
    };
  });
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { values, sources: sources.rows.map((it) => it.fields) } };
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
