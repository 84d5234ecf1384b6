import { existsSync, readdirSync } from "node:fs";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { Protocol } from "../deliveries/protocol.ts";
import type { Outcome, Problem } from "../problem.ts";
import { readYaml, type YamlFile } from "../read-yaml.ts";
import { checkCounting, checkDefinition } from "./check-definitions.ts";
import { countingSchema, definitionSchema, type Counting, type Definition } from "./definition.ts";

/** How figures follow from records of one protocol. */
export interface Definitions {
  readonly counting: Counting;
  /** By indicator. */
  readonly definitions: readonly Definition[];
}

/**
 * Reads `catalogue/counting/<protocol>.yaml` and `catalogue/definitions/*.yaml`, and checks them against protocol and catalogue: whatever
 * they name exists, and whatever the catalogue promises of these indicators is derived, or said not to be, with the reason.
 */
export function readDefinitions(
  root: string,
  catalogue: Catalogue,
  protocols: ReadonlyMap<string, Protocol>,
  protocol = "vt-2.0",
): Outcome<Definitions> {
  const counting = readYaml(root, `catalogue/counting/${protocol}.yaml`, countingSchema);
  if (!counting.ok) return counting;
  const its = protocols.get(counting.value.value.protocol);
  if (!its || counting.value.value.protocol !== protocol) {
    const what = `There is no protocol ${counting.value.value.protocol} under this name.`;
    return {
      ok: false,
      problems: [{ file: counting.value.file, line: 1, what, mend: "Mend its id, or the name of the file." }],
    };
  }
  const rules = { counting: counting.value.value, protocol: its, catalogue };
  const problems: Problem[] = checkCounting(counting.value, rules);
  const files: YamlFile<Definition>[] = [];
  const folder = "catalogue/definitions";
  const names = existsSync(`${root}/${folder}`) ? readdirSync(`${root}/${folder}`).sort() : [];
  for (const name of names.filter((it) => it.endsWith(".yaml"))) {
    const read = readYaml(root, `${folder}/${name}`, definitionSchema);
    if (!read.ok) problems.push(...read.problems);
    else files.push(read.value);
  }
  for (const file of files) problems.push(...checkDefinition(file, rules));
  const defined = new Set([...files.map((it) => it.value.indicator), ...names.map((it) => it.replace(/\.yaml$/, ""))]);
  for (const it of catalogue.indicators)
    if (it.source === rules.counting.source && !defined.has(it.id))
      problems.push({
        file: `catalogue/indicators/${it.id}.yaml`,
        line: 1,
        what: `How ${it.id} follows from records is not defined.`,
        mend: `Write ${folder}/${it.id}.yaml.`,
      });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { counting: rules.counting, definitions: files.map((it) => it.value) } };
}
