import type { Level } from "@impactmonitor/model/area";
import { parsePeriod } from "@impactmonitor/model/period";
import { shownAt, type Policy } from "@impactmonitor/model/policy";
import type { CountRef, Derived, Formula } from "../derive/counts.ts";

/** The counts that figures are made of: those that are published themselves, and those in a percentage or a rate. */
export interface PublishedCells {
  /** table → its categories that some figure uses. */
  readonly categories: ReadonlyMap<string, ReadonlySet<string>>;
  readonly has: (ref: CountRef, level: Level, period: string) => boolean;
}

export const refKey = ({ table, category }: CountRef): string => (category === "" ? table : `${table}:${category}`);

const refsOf = ({ numerator, denominator }: Formula): readonly CountRef[] =>
  denominator === undefined ? [numerator] : [numerator, denominator];

/** Whether a policy lets a figure out at a level, for a period of that kind. */
export function mayPublish(policy: Policy, formula: Formula, level: Level, periodKind: string): boolean {
  if (!formula.levels.includes(level) || !formula.periodKinds.includes(periodKind)) return false;
  return refsOf(formula).every(({ table, category }) => {
    const { totals, breakdowns } = shownAt(policy, table, level);
    const show = category === "" ? totals : breakdowns;
    return show === "all" || (show === "years" && periodKind === "year");
  });
}

const levels: readonly Level[] = ["nation", "landsdeel", "province", "vt-region", "corop", "municipality"];

export function publishedCells({ formulas }: Pick<Derived, "formulas">, policy: Policy): PublishedCells {
  const categories = new Map<string, Set<string>>();
  const published = new Set<string>();
  for (const formula of formulas)
    for (const level of levels)
      for (const kind of formula.periodKinds) {
        if (!mayPublish(policy, formula, level, kind)) continue;
        for (const ref of refsOf(formula)) {
          published.add(`${refKey(ref)}|${level}|${kind}`);
          const known = categories.get(ref.table);
          if (known === undefined) categories.set(ref.table, new Set([ref.category]));
          else known.add(ref.category);
        }
      }
  return {
    categories,
    has: (ref, level, period) => published.has(`${refKey(ref)}|${level}|${parsePeriod(period)?.kind}`),
  };
}
