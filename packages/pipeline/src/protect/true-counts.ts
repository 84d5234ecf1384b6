import type { AreaCode, PeriodCode } from "@impactmonitor/model/id";
import type { Count, CountRef, CountTable, Derived } from "../derive/counts.ts";

/** One count: of a category of a table (empty for the total), in an area and a period. */
export interface Place extends CountRef {
  readonly area: AreaCode;
  readonly period: PeriodCode;
}

export const placeKey = ({ table, category, area, period }: Place): string => `${table}|${category}|${area}|${period}`;

/** The counts as derived, to be looked up; they never leave the pipeline. */
export interface TrueCounts {
  readonly tables: ReadonlyMap<string, CountTable>;
  readonly count: (place: Place) => number;
  /** Distinct cases behind it, where the records have cases. */
  readonly cases: (place: Place) => number | undefined;
  /** Whether every delivery that counts towards the area in that period is there. */
  readonly complete: (area: AreaCode, period: PeriodCode) => boolean;
}

export function trueCounts(derived: Derived): TrueCounts {
  const counts = new Map<string, Count>();
  for (const { id, counts: own } of derived.tables)
    for (const it of own) counts.set(placeKey({ table: id, ...it }), it);
  const incomplete = new Set(derived.incomplete.map(({ area, period }) => `${area}|${period}`));
  return {
    tables: new Map(derived.tables.map((it) => [it.id, it])),
    count: (place) => counts.get(placeKey(place))?.count ?? 0,
    cases: (place) => counts.get(placeKey(place))?.cases,
    complete: (area, period) => !incomplete.has(`${area}|${period}`),
  };
}
