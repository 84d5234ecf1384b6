import { mkdirSync, writeFileSync } from "node:fs";
import { readProtocols } from "@impactmonitor/pipeline/deliveries/read-protocol";
import { readDefinitions } from "@impactmonitor/pipeline/derive/read-definitions";
import { catalogueSchemas } from "@impactmonitor/pipeline/json-schema";
import { checkMappings } from "@impactmonitor/pipeline/import-cbs/check-mappings";
import { sayProblem } from "@impactmonitor/pipeline/problem";
import { readCatalogue } from "@impactmonitor/pipeline/read-catalogue";
import { readFigures } from "@impactmonitor/pipeline/read-figures";
import { root } from "./root.ts";

/** Checks catalogue and figures; prints one line per problem. */
export function catalogueCheck(): number {
  const catalogue = readCatalogue(root);
  const problems = catalogue.ok ? [] : [...catalogue.problems];
  const figures = catalogue.ok ? readFigures(root, catalogue.value) : undefined;
  if (figures && !figures.ok) problems.push(...figures.problems);
  const mappings = catalogue.ok ? checkMappings(root) : undefined;
  if (mappings && !mappings.ok) problems.push(...mappings.problems);
  const protocols = catalogue.ok ? readProtocols(root, catalogue.value.codelists) : undefined;
  if (protocols && !protocols.ok) problems.push(...protocols.problems);
  const definitions =
    catalogue.ok && protocols?.ok ? readDefinitions(root, catalogue.value, protocols.value) : undefined;
  if (definitions && !definitions.ok) problems.push(...definitions.problems);
  if (catalogue.ok && figures?.ok && problems.length === 0) {
    const { indicators, sources, codelists, areas } = catalogue.value;
    console.log(
      `catalogue: ${indicators.length} indicators, ${sources.length} sources, ${codelists.length} code lists, ` +
        `${areas.length} areas; figures: ${figures.value.length} rows. No problems.`,
    );
    return 0;
  }
  for (const problem of problems) console.error(sayProblem(problem));
  console.error(
    `\n${problems.length} problem(s).${catalogue.ok ? "" : " Figures are checked once the catalogue has none."}`,
  );
  return 1;
}

/** Writes catalogue/schema/*.json. */
export function catalogueSchema(): number {
  mkdirSync(`${root}/catalogue/schema`, { recursive: true });
  for (const [name, text] of catalogueSchemas()) writeFileSync(`${root}/catalogue/schema/${name}`, text);
  return 0;
}
