import { boundByTotal } from "./sums-of-divisions.ts";
import type { Place } from "./true-counts.ts";
import type { Building } from "./universe-of.ts";

/**
 * Tables that count a part of what another counts: acutely unsafe reports among all reports. The part and what is outside it make up
 * the whole, in total and in each category that both tables have.
 */
export function sumUpTables(building: Building): void {
  const { builder, counts, geography, tables, periods } = building;
  for (const { table, categories } of tables)
    for (const ref of table.within)
      for (const period of periods)
        for (const area of geography(period).levelOf.keys()) {
          if (!counts.complete(area, period)) continue;
          for (const category of categories) {
            // What is acutely unsafe and comes from the police, is among all that comes from the police.
            const place: Place = { table: table.id, category, area, period };
            const part = builder.find(place);
            const whole = builder.find({
              ...place,
              table: ref.table,
              category: category === "" ? ref.category : category,
            });
            if (part !== undefined && whole !== undefined) boundByTotal(building, whole, part);
          }
        }
}
