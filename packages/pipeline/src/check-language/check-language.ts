import type { Problem } from "../problem.ts";
import { readYaml } from "../read-yaml.ts";
import { checkDutch } from "./check-dutch.ts";
import { dutchTexts } from "./dutch-texts.ts";
import { plainDutchSchema } from "./plain-dutch.ts";

/** Checks that the Dutch texts under `root` are plain, by the rules in `catalogue/plain-dutch.yaml`. */
export function checkLanguage(root: string): Problem[] {
  const rules = readYaml(root, "catalogue/plain-dutch.yaml", plainDutchSchema);
  return rules.ok ? checkDutch(dutchTexts(root), rules.value.value) : rules.problems;
}
