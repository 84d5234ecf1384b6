import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { ContextSource, ContextValue } from "@impactmonitor/model/context";
import { editionsSchema, type PlannedEdition } from "./plan-editions.ts";
import type { Outcome } from "./problem.ts";
import type { Imported } from "./read-csv.ts";
import { readCatalogue } from "./read-catalogue.ts";
import { readContext, readMaps } from "./read-context.ts";
import { readFigures, type Figure } from "./read-figures.ts";
import { readYaml, type YamlFile } from "./read-yaml.ts";

/** Everything that an edition is made of, read and checked. */
export interface Inputs {
  readonly catalogue: Catalogue;
  readonly plan: YamlFile<PlannedEdition[]>;
  readonly figures: readonly Figure[];
  readonly context: { readonly values: readonly ContextValue[]; readonly sources: readonly ContextSource[] };
  readonly maps: ReadonlyMap<string, string>;
}

/**
 * @param root the folder that holds catalogue/ and figures/
 * @param imported folders with tables that an importer made; they join what stands in figures/
 */
export function readInputs(root: string, imported?: Imported): Outcome<Inputs> {
  const catalogue = readCatalogue(root);
  if (!catalogue.ok) return catalogue;
  const plan = readYaml(root, "figures/editions.yaml", editionsSchema);
  if (!plan.ok) return plan;
  const figures = readFigures(root, catalogue.value, imported);
  if (!figures.ok) return figures;
  const context = readContext(root, catalogue.value, imported);
  if (!context.ok) return context;
  return {
    ok: true,
    value: {
      catalogue: catalogue.value,
      plan: plan.value,
      figures: figures.value,
      context: context.value,
      maps: readMaps(root),
    },
  };
}
