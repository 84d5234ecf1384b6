import { existsSync, readdirSync } from "node:fs";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import { defaultPolicy, policySchema, type Policy } from "@impactmonitor/model/policy";
import type { Outcome, Problem } from "../problem.ts";
import { readYaml, type YamlFile } from "../read-yaml.ts";

const folder = "catalogue/policies";

/**
 * Reads and checks `catalogue/policies/*.yaml`.
 * @returns all policies, or all problems with file, line and mend
 */
export function readPolicies(root: string, catalogue: Pick<Catalogue, "codelists">): Outcome<readonly Policy[]> {
  const problems: Problem[] = [];
  const names = existsSync(`${root}/${folder}`)
    ? readdirSync(`${root}/${folder}`).filter((name) => name.endsWith(".yaml"))
    : [];
  const policies = names.sort().flatMap((name) => {
    const read = readYaml(root, `${folder}/${name}`, policySchema);
    if (!read.ok) {
      problems.push(...read.problems);
      return [];
    }
    problems.push(...policyProblems(read.value, name, catalogue));
    return [read.value.value];
  });
  if (!names.includes(`${defaultPolicy}.yaml`))
    problems.push({
      file: `${folder}/${defaultPolicy}.yaml`,
      line: 1,
      what: "The file does not exist.",
      mend: "Write it: it holds for every edition that has no policy of its own.",
    });
  return problems.length === 0 ? { ok: true, value: policies } : { ok: false, problems };
}

/** The policy of an edition: its own, or else the one for all. */
export const policyFor = (policies: readonly Policy[], edition: string): Policy | undefined =>
  policies.find((it) => it.id === edition) ?? policies.find((it) => it.id === defaultPolicy);

function policyProblems(
  { file, value, lineOf }: YamlFile<Policy>,
  name: string,
  { codelists }: Pick<Catalogue, "codelists">,
): Problem[] {
  const problems: Problem[] = [];
  const report = (path: readonly PropertyKey[], what: string, mend: string): void => {
    problems.push({ file, line: lineOf(path), what, mend });
  };
  const codes = new Map(codelists.map((it) => [it.id, new Set(it.codes.map((code) => code.id))]));
  const mustHave = (dimension: string, code: string | undefined, path: readonly PropertyKey[]): void => {
    if (!codes.has(dimension)) report(path, `There is no code list ${dimension}.`, "Mend the dimension.");
    else if (code !== undefined && !codes.get(dimension)?.has(code))
      report(path, `Code list ${dimension} has no code ${code}.`, "Mend the code.");
  };
  if (`${value.id}.yaml` !== name) report(["id"], `The id is ${value.id}.`, `Name the file ${value.id}.yaml.`);
  value.sensitive.forEach((it, i) => mustHave(it, undefined, ["sensitive", i]));
  value.structuralZeros.forEach((it, i) => {
    const [dimension = "", code] = it.category.split("=");
    mustHave(dimension, code, ["structuralZeros", i, "category"]);
  });
  const steps = value.percentages.decimals;
  if (steps[0]?.from !== 0 || steps.some((it, i) => i > 0 && it.from <= steps[i - 1]!.from))
    report(
      ["percentages", "decimals"],
      "The steps do not rise from 0.",
      "Begin with from: 0 and let each step be higher.",
    );
  return problems;
}
