import { parsePeriod } from "@impactmonitor/model/period";
import { periodCode } from "@impactmonitor/model/id";
import type { Place } from "./true-counts.ts";
import type { Building } from "./universe-of.ts";

/**
 * Years and their halves. Records add up. Cases do not: one with reports in both halves counts once in the year. Then three kinds of
 * cases make up the three counts: only in the first half, only in the second, and in both.
 */
export function sumUpYears(building: Building): void {
  const { builder, geography, tables, periods } = building;
  const years = periods.filter((it) => parsePeriod(it)?.kind === "year");
  for (const { table, categories } of tables)
    for (const period of years)
      for (const area of geography(period).levelOf.keys())
        for (const category of categories) {
          const year: Place = { table: table.id, category, area, period };
          const halves = ([1, 2] as const).map((n): Place => ({ ...year, period: periodCode(`${period}H${n}`) }));
          const places = [year, ...halves];
          if (!places.every((it) => isCounted(building, it))) continue;
          if (places.filter((it) => builder.find(it) !== undefined).length < 2) continue;
          const [whole, first, second] = places.map((it) => builder.cell(it, false));
          if (table.adds) builder.sumWithRest(whole!, [first!, second!]);
          else tieCases(building, whole!, first!, second!);
        }
}

const isCounted = ({ counts, geography, periods }: Building, { area, period }: Place): boolean =>
  periods.includes(period) && geography(period).levelOf.has(area) && counts.complete(area, period);

function tieCases({ builder, rules }: Building, year: number, first: number, second: number): void {
  const [all, one, two] = [builder.count(year), builder.count(first), builder.count(second)];
  const both = one + two - all;
  if (both < 0 || all < one || all < two) return;
  // Where each of them is large, this leaves room enough for any of them.
  if (Math.min(both, all - one, all - two) >= rules.threshold + rules.roundingBase) return;
  const [onlyFirst, onlySecond, inBoth] = [builder.rest(all - two), builder.rest(all - one), builder.rest(both)];
  builder.sum(first, [onlyFirst, inBoth]);
  builder.sum(second, [onlySecond, inBoth]);
  builder.sum(year, [onlyFirst, onlySecond, inBoth]);
}
