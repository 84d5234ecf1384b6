import type { AreaCode, PeriodCode } from "@impactmonitor/model/id";
import type { CountTable, Division } from "../derive/counts.ts";
import type { Place } from "./true-counts.ts";
import type { Building } from "./universe-of.ts";

/**
 * A total and its categories. Where each record has one category they add up to the total. Where it can have several, no sum holds, but
 * each category and the records outside it make up the total: that only matters where nearly all are in it.
 */
export function sumUpDivisions(building: Building): void {
  const { counts, geography, tables, periods } = building;
  for (const { table } of tables)
    for (const division of table.divisions)
      for (const period of periods)
        for (const area of geography(period).levelOf.keys())
          if (counts.complete(area, period)) sumUp(building, table, division, area, period);
}

function sumUp(building: Building, table: CountTable, division: Division, area: AreaCode, period: PeriodCode): void {
  const { builder, policy } = building;
  const place = (category: string): Place => ({ table: table.id, category, area, period });
  const of = (code: string): string => `${division.dimension}=${code}`;
  const parts = division.categories.flatMap((code) => builder.find(place(of(code))) ?? []);
  if (parts.length === 0) return;
  const whole = builder.cell(place(""), false);
  for (const sum of sumsIn(division)) {
    const found = sum.parts.flatMap((code) => builder.find(place(of(code))) ?? []);
    if (found.length === 0) continue;
    const parent = sum.whole === "" ? whole : builder.cell(place(of(sum.whole)), false);
    if (found.length < sum.parts.length) builder.sumWithRest(parent, found);
    else if (!builder.sum(parent, found))
      throw new Error(`${table.id} in ${area}, ${period}: the parts of ${of(sum.whole)} do not add up to it.`);
  }
  const sensitive = policy.sensitive.includes(division.dimension);
  if (division.response === "exclusive") {
    if (sensitive) builder.group({ parent: whole, children: parts });
    return;
  }
  for (const part of parts) boundByTotal(building, whole, part, sensitive);
}

/** Sums as the division names them; an exclusive one always adds up to its total. */
function sumsIn({ response, categories, sums }: Division): Division["sums"] {
  const total = sums.some((it) => it.whole === "");
  return response === "exclusive" && !total ? [...sums, { whole: "", parts: categories }] : sums;
}

/** part + the others = whole, where the others are so few that this limits what a hidden part can be. */
export function boundByTotal({ builder, rules }: Building, whole: number, part: number, sensitive = false): void {
  const others = builder.count(whole) - builder.count(part);
  if (others < 0 || whole === part) return;
  const telling = sensitive && builder.count(part) > 0 && others <= 1;
  // So many others are not taken for few, however the two counts that they lie between are rounded.
  if (!telling && others >= rules.threshold + rules.choices) return;
  const rest = builder.rest(others);
  builder.sum(whole, [part, rest]);
  if (telling) builder.group({ parent: whole, children: [part, rest], sensitive: [part] });
}
