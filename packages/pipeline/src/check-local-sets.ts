import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { Problem } from "./problem.ts";
import type { YamlFile } from "./read-yaml.ts";

/** A set of a region names an area that exists, its own sources, and each indicator once. */
export function checkLocalSets(file: YamlFile<Catalogue["localSets"]>, catalogue: Catalogue): Problem[] {
  const problems: Problem[] = [];
  const areas = new Set(catalogue.areas.map((it) => it.code as string));
  file.value.forEach((set, i) => {
    const report = (path: readonly PropertyKey[], what: string, mend: string): void =>
      void problems.push({ file: file.file, line: file.lineOf([i, ...path]), what, mend });
    // Without any area their file is the problem.
    if (areas.size > 0 && !areas.has(set.region))
      report(["region"], `There is no area ${set.region}.`, "Write an area code.");
    const sources = new Set(set.sources.map((it) => it.number));
    const seen = new Set<string>();
    set.themes.forEach(({ indicators }, j) =>
      indicators.forEach(({ id, source }, k) => {
        const at = ["themes", j, "indicators", k];
        if (!sources.has(source))
          report([...at, "source"], `The set has no source ${source}.`, "Write a number of its sources.");
        if (seen.has(id)) report([...at, "id"], `${id} is there twice.`, "Remove one.");
        seen.add(id);
      }),
    );
  });
  return problems;
}
