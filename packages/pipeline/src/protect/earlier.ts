import { isAbsent, isValue } from "@impactmonitor/model/cell";
import type { Observation } from "@impactmonitor/model/observation";
import { percentDecimals, type Policy } from "@impactmonitor/model/policy";
import { countsInRow } from "./figure-row.ts";
import { halfUp } from "./ratio.ts";
import { placeKey, type Place } from "./true-counts.ts";

/** What was shown of a count, as its rounded number; or that it was hidden. */
export type Before = number | "hidden";

/** What earlier editions said of the counts that we derive. */
export interface Earlier {
  readonly places: () => readonly Place[];
  /** @returns what was said by key; what was hidden in any edition stays so, otherwise the newest edition counts */
  readonly by: (key: (place: Place) => string) => ReadonlyMap<string, Before>;
}

export const nothingEarlier: Earlier = { places: () => [], by: () => new Map() };

/**
 * Whether what was shown still stands. A count that was revised by less than the rounding base keeps the number that was published: the
 * difference between two editions would otherwise be a table of late reports, often one or two. One that became small is hidden.
 */
export const isKept = (
  count: number,
  before: Before | undefined,
  { base, threshold }: { readonly base: number; readonly threshold: number },
): before is number =>
  typeof before === "number" && (before === 0 ? count === 0 : count >= threshold && Math.abs(count - before) < base);

/** @param editions the derived figures of earlier editions, the oldest first */
export function earlierOf(editions: readonly (readonly Observation[])[], policy: Policy): Earlier {
  const said = new Map<string, { readonly place: Place; readonly before: Before }>();
  for (const observations of editions)
    for (const it of [...countsShown(observations), ...countsBehindPercentages(observations, policy)]) {
      const key = placeKey(it.place);
      if (said.get(key)?.before !== "hidden") said.set(key, it);
    }
  return {
    places: () => [...said.values()].map((it) => it.place),
    by: (key) => {
      const found = new Map<string, Before>();
      for (const { place, before } of said.values()) {
        const at = key(place);
        if (found.get(at) !== "hidden") found.set(at, before);
      }
      return found;
    },
  };
}

type Said = { readonly place: Place; readonly before: Before };

function countsShown(observations: readonly Observation[]): Said[] {
  return observations.flatMap(({ row, measure, cell, area, period }): Said[] => {
    const ref = measure === "count" || measure === "persons" ? countsInRow(row)?.numerator : undefined;
    if (ref === undefined) return [];
    const place = { ...ref, area, period };
    if (isValue(cell)) return [{ place, before: cell.value }];
    return isAbsent(cell) && cell.absent === "suppressed" ? [{ place, before: "hidden" }] : [];
  });
}

/** Some counts are shown as a percentage only. Of so many, that is as good as the rounded count itself. */
function countsBehindPercentages(observations: readonly Observation[], policy: Policy): Said[] {
  const shown = new Map(countsShown(observations).map(({ place, before }) => [placeKey(place), before]));
  return observations.flatMap(({ row, measure, cell, area, period }): Said[] => {
    const refs = measure === "percent" ? countsInRow(row) : undefined;
    if (refs?.denominator === undefined) return [];
    const place = { ...refs.numerator, area, period };
    const of = shown.get(placeKey({ ...refs.denominator, area, period }));
    if (shown.has(placeKey(place)) || of === undefined || of === "hidden") return [];
    // Below the least denominator every percentage is left out, whatever the count.
    if (isAbsent(cell))
      return cell.absent === "suppressed" && of >= policy.percentages.minDenominator
        ? [{ place, before: "hidden" }]
        : [];
    if (!isValue(cell) || of === 0) return [];
    const base = policy.roundingBase;
    const count = halfUp((cell.value * of) / 100 / base, 0) * base;
    return halfUp((count / of) * 100, percentDecimals(policy, of)) === cell.value ? [{ place, before: count }] : [];
  });
}
