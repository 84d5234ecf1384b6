import type { AreaCode } from "@impactmonitor/model/id";
import type { DerivedTable } from "@impactmonitor/model/protection";
import type { Place } from "./true-counts.ts";
import type { Building } from "./universe-of.ts";

/**
 * Whole areas and their parts. A whole that is not published itself still ties two ways of dividing it together: regions and provinces
 * add up to the same country.
 */
export function sumUpAreas({ builder, counts, geography, tables, periods }: Building): void {
  for (const { table, categories } of tables)
    for (const period of periods) {
      const { sums, levelOf, sameTerritory } = geography(period);
      for (const category of categories) {
        const at = { table: table.id, category, period };
        for (const { parent, children } of sums) {
          if (!counts.complete(parent, period)) continue;
          const parts = children.flatMap((area) => builder.find({ ...at, area }) ?? []);
          if (parts.length > 0) builder.sumWithRest(builder.cell({ ...at, area: parent }, false), parts, true);
        }
        for (const area of levelOf.keys())
          for (const other of sameTerritory(area)) {
            const [one, two] = [builder.find({ ...at, area }), builder.find({ ...at, area: other })];
            if (one === undefined || two === undefined || one === two) continue;
            const more = builder.count(one) - builder.count(two);
            // What is alike is two cells only where each kept a number of its own.
            if (more < 0 || (more === 0 && one > two)) continue;
            builder.sumWithRest(one, [two], true);
          }
      }
    }
}

/** How the municipalities and provinces of a table add up, over all areas and periods together: not of which one. */
export function municipalitiesOf(
  { counts, geography, periods }: Pick<Building, "counts" | "geography" | "periods">,
  table: string,
): DerivedTable["municipalities"] {
  let found: DerivedTable["municipalities"] = "exact";
  for (const period of periods)
    for (const { parent, children } of geography(period).sums) {
      if (![parent, ...children].every((area) => counts.complete(area, period))) continue;
      const count = (area: AreaCode): number => counts.count({ table, category: "", area, period } satisfies Place);
      const rest = count(parent) - children.reduce((sum, it) => sum + count(it), 0);
      if (rest < 0) return "other";
      if (rest > 0) found = "less";
    }
  return found;
}
