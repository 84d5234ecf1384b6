import type { Policy } from "@impactmonitor/model/policy";
import type { Protection } from "@impactmonitor/model/protection";
import type { Derived } from "../derive/counts.ts";
import type { ProtectedCounts } from "./protect-derived.ts";

/** What an edition says of how its figures were derived and protected: definitions and rules, and no count. */
export function protectionOf(
  { tables }: Pick<Derived, "tables">,
  counts: Pick<ProtectedCounts, "municipalities">,
  policy: Policy,
): Protection {
  return {
    policy,
    tables: tables.map(({ id, adds, divisions, within }) => ({
      id,
      adds,
      municipalities: counts.municipalities(id),
      divisions: divisions.map(({ dimension, categories, response, sums }) => ({
        dimension,
        categories,
        response,
        sums,
      })),
      within: within.map(({ table, category, same }) => ({ table, category, same })),
    })),
  };
}
