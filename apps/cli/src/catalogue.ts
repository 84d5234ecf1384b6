import { mkdirSync, writeFileSync } from "node:fs";
import { checkCatalogue } from "@impactmonitor/pipeline/check-catalogue";
import { catalogueSchemas } from "@impactmonitor/pipeline/json-schema";
import { sayProblem } from "@impactmonitor/pipeline/problem";
import { root } from "./root.ts";

/** Checks catalogue and figures; prints one line per problem. */
export function catalogueCheck(): number {
  const checked = checkCatalogue(root);
  if (checked.ok) {
    const { indicators, sources, codelists, areas } = checked.value.catalogue;
    console.log(
      `catalogue: ${indicators.length} indicators, ${sources.length} sources, ${codelists.length} code lists, ` +
        `${areas.length} areas; figures: ${checked.value.rows} rows. No problems.`,
    );
    return 0;
  }
  for (const problem of checked.problems) console.error(sayProblem(problem));
  console.error(`\n${checked.problems.length} problem(s). What refers to the catalogue is checked once that has none.`);
  return 1;
}

/** Writes catalogue/schema/*.json. */
export function catalogueSchema(): number {
  mkdirSync(`${root}/catalogue/schema`, { recursive: true });
  for (const [name, text] of catalogueSchemas()) writeFileSync(`${root}/catalogue/schema/${name}`, text);
  return 0;
}
