import { existsSync, readdirSync } from "node:fs";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Outcome, Problem } from "../problem.ts";
import { readYaml, type YamlFile } from "../read-yaml.ts";
import { contractSchema, type Contract } from "./contract.ts";

const folder = "catalogue/contracts";

/** Sources that have a contract, in alphabetical order. */
export const contractedSources = (root: string): string[] =>
  existsSync(`${root}/${folder}`)
    ? readdirSync(`${root}/${folder}`)
        .filter((name) => name.endsWith(".yaml"))
        .map((name) => name.replace(/\.yaml$/, ""))
        .sort()
    : [];

/** The contract of a source, checked against the catalogue. */
export function readContract(root: string, source: string, catalogue: Catalogue): Outcome<Contract> {
  const known = contractedSources(root);
  // The source comes from a command line: it is no part of a path before it is known.
  if (!known.includes(source)) {
    const what = `There is no contract for the source “${source}”.`;
    return { ok: false, problems: [{ file: folder, line: 1, what, mend: `Choose from: ${known.join(", ")}.` }] };
  }
  const read = readYaml(root, `${folder}/${source}.yaml`, contractSchema);
  if (!read.ok) return read;
  const problems = faultsOf(read.value, source, catalogue);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: read.value.value };
}

function faultsOf({ file, value, lineOf }: YamlFile<Contract>, name: string, catalogue: Catalogue): Problem[] {
  const problems: Problem[] = [];
  const wrong = (path: readonly PropertyKey[], what: string, mend: string): void => {
    problems.push({ file, line: lineOf(path), what, mend });
  };
  if (value.source !== name) wrong(["source"], `This is the contract of ${value.source}.`, `Write ${name}.`);
  const source = catalogue.sources.find((it) => it.id === value.source);
  if (!source) wrong(["source"], `There is no source ${value.source}.`, "Mend the id.");
  for (const level of value.levels)
    if (source && !source.levels.includes(level))
      wrong(["levels"], `${value.source} has no figures for level ${level}.`, "Mend the contract, or the source.");
  const own = new Set<string>(catalogue.indicators.filter((it) => it.source === value.source).map((it) => it.id));
  for (const id of value.changes)
    if (!own.has(id)) wrong(["changes"], `${id} is no indicator of ${value.source}.`, "Mend the id.");
  const codes = (list: string): Set<string> =>
    new Set(catalogue.codelists.find((it) => it.id === list)?.codes.map((it) => it.id));
  for (const [cohort, { period, waves }] of Object.entries(value.cohorts)) {
    if (!codes("cohort").has(cohort)) wrong(["cohorts", cohort], `There is no cohort ${cohort}.`, "Mend the code.");
    if (!parsePeriod(period)) wrong(["cohorts", cohort], `“${period}” is no period.`, "Write 2016/2020.");
    for (const wave of waves)
      if (!codes("wave").has(wave)) wrong(["cohorts", cohort, "waves"], `There is no wave ${wave}.`, "Mend the code.");
  }
  return problems;
}
