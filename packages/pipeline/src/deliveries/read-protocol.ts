import { existsSync, readdirSync } from "node:fs";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { Outcome, Problem } from "../problem.ts";
import { readYaml, type YamlFile } from "../read-yaml.ts";
import { protocolSchema, type Protocol } from "./protocol.ts";

/** The protocols of `catalogue/protocols/`, by id, each checked on its own and against the catalogue's code lists. */
export function readProtocols(root: string, codelists: Catalogue["codelists"]): Outcome<ReadonlyMap<string, Protocol>> {
  const folder = "catalogue/protocols";
  const problems: Problem[] = [];
  const protocols = new Map<string, Protocol>();
  const names = existsSync(`${root}/${folder}`) ? readdirSync(`${root}/${folder}`).sort() : [];
  for (const name of names.filter((it) => it.endsWith(".yaml"))) {
    const read = readYaml(root, `${folder}/${name}`, protocolSchema);
    if (!read.ok) problems.push(...read.problems);
    else {
      problems.push(...faultsOf(read.value, name, codelists));
      protocols.set(read.value.value.id, read.value.value);
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: protocols };
}

function faultsOf(
  { file, value: protocol, lineOf }: YamlFile<Protocol>,
  name: string,
  codelists: Catalogue["codelists"],
): Problem[] {
  const problems: Problem[] = [];
  const wrong = (path: readonly PropertyKey[], what: string, mend: string): void => {
    problems.push({ file, line: lineOf(path), what, mend });
  };
  if (name !== `${protocol.id}.yaml`)
    wrong(["id"], `The file is called ${name} and the protocol ${protocol.id}.`, "Give both one name.");
  const categories = new Map(codelists.map((it) => [it.id as string, new Set<string>(it.codes.map((one) => one.id))]));
  for (const [type, record] of Object.entries(protocol.records)) {
    for (const [field, it] of Object.entries(record.fields)) {
      const at = ["records", type, "fields", field];
      if (it.type === "code" && !Object.hasOwn(protocol.lists, it.list))
        wrong(at, `There is no list ${it.list}.`, "Add it under lists, or mend the name.");
      if (it.type === "reference")
        for (const to of it.to)
          if (!Object.hasOwn(protocol.records, to))
            wrong(at, `There are no records ${to}.`, "Name a type of record of this protocol.");
    }
    for (const [i, rule] of record.rules.entries())
      for (const field of [rule.field, ...Object.keys({ ...rule.requiredIf, ...rule.onlyIf })])
        if (!Object.hasOwn(record.fields, field))
          wrong(["records", type, "rules", i], `${type} has no field ${field}.`, "Mend the name of the field.");
  }
  for (const [list, { maps, codes }] of Object.entries(protocol.lists)) {
    for (const dimension of maps)
      if (!categories.has(dimension))
        wrong(["lists", list], `The catalogue has no code list ${dimension}.`, "Mend the id, or add the code list.");
    for (const [code, { is }] of Object.entries(codes))
      for (const category of is)
        if (!maps.some((it) => categories.get(it)?.has(category)))
          wrong(
            ["lists", list, "codes", code],
            `${category} is no category of ${maps.join(", ") || "any code list"}.`,
            "Mend the id of the category.",
          );
  }
  for (const [dimension, lines] of Object.entries(protocol.recodes))
    for (const [i, { is }] of lines.entries())
      if (!categories.get(dimension)?.has(is))
        wrong(["recodes", dimension, i], `${is} is no category of ${dimension}.`, "Mend the id of the category.");
  return problems;
}
