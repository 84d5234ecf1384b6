import type { Catalogue } from "@impactmonitor/model/catalogue";
import { checkDeliveryFiles } from "./check-delivery-files.ts";
import { checkLanguage } from "./check-language/check-language.ts";
import { readProtocols } from "./deliveries/read-protocol.ts";
import { readDefinitions } from "./derive/read-definitions.ts";
import { checkExampleFigures } from "./check-example-figures.ts";
import { checkMappings } from "./import-cbs/check-mappings.ts";
import type { Outcome, Problem } from "./problem.ts";
import { readPolicies } from "./protect/read-policies.ts";
import { readCalendar } from "./read-calendar.ts";
import { readCatalogue } from "./read-catalogue.ts";
import { readFigures } from "./read-figures.ts";

/**
 * Reads everything under catalogue/ and figures/ that a person edits, each against the rest.
 * @returns the catalogue and the number of rows of figures, or every problem with file, line and mend
 */
export function checkCatalogue(root: string): Outcome<{ readonly catalogue: Catalogue; readonly rows: number }> {
  const problems: Problem[] = [];
  const found = <T>(outcome: Outcome<T>): T | undefined => {
    if (outcome.ok) return outcome.value;
    problems.push(...outcome.problems);
    return undefined;
  };
  found(readCalendar(root));
  problems.push(...checkLanguage(root));
  const catalogue = found(readCatalogue(root));
  // Whatever refers to the catalogue can be checked only when that holds.
  if (!catalogue) return { ok: false, problems };
  const figures = found(readFigures(root, catalogue));
  if (figures) problems.push(...checkExampleFigures(root, catalogue, figures));
  found(checkMappings(root));
  problems.push(...checkDeliveryFiles(root, catalogue));
  const protocols = readProtocols(root, catalogue.codelists);
  if (protocols.ok) found(readDefinitions(root, catalogue, protocols.value));
  found(readPolicies(root, catalogue));
  if (problems.length > 0 || !figures) return { ok: false, problems };
  return { ok: true, value: { catalogue, rows: figures.length } };
}
