import type { Catalogue } from "@impactmonitor/model/catalogue";
import { exampleSchema } from "@impactmonitor/model/example";
import { breakdownKey, parseBreakdown, type Observation } from "@impactmonitor/model/observation";
import type { Problem } from "./problem.ts";
import { readYaml } from "./read-yaml.ts";

/**
 * Each figure of a worked example must be a row of figures/: what nobody can look up is the report's statement.
 * A row of an area with the same territory will do, as pages show that one too.
 */
export function checkExampleFigures(
  root: string,
  catalogue: Catalogue,
  figures: readonly Pick<Observation, "indicator" | "area" | "period" | "breakdown">[],
): Problem[] {
  const there = new Set(figures.map((it) => rowOf(it.indicator, it.area, it.period, breakdownKey(it.breakdown))));
  return catalogue.examples.flatMap(({ id }): Problem[] => {
    const read = readYaml(root, `catalogue/examples/${id}.yaml`, exampleSchema);
    if (!read.ok) return [...read.problems];
    const { file, value, lineOf } = read.value;
    return value.steps.flatMap(({ parts }, i) =>
      parts.flatMap((part, j): Problem[] => {
        if (part.kind !== "figure") return [];
        const area = part.of === "nation" ? "NL01" : value.area;
        const key = breakdownKey(parseBreakdown(part.category ?? "") ?? {});
        const rowFor = (code: string): string => rowOf(part.indicator, code, part.period ?? value.period, key);
        if ([area, ...sameTerritory(catalogue, area)].some((it) => there.has(rowFor(it)))) return [];
        const line = lineOf(["steps", i, "parts", j, "indicator"]);
        const what = `figures/ has no row ${rowFor(area)}.`;
        return [{ file, line, what, mend: "Add the row with its source, or tell it as what the report states." }];
      }),
    );
  });
}

const sameTerritory = ({ equalTerritories }: Catalogue, area: string): readonly string[] =>
  equalTerritories.flatMap(([one, other]) => (one === area ? [other] : other === area ? [one] : []));

const rowOf = (...parts: readonly string[]): string => parts.filter((it) => it !== "").join(" ");
