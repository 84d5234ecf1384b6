import { spotKey, type Facts, type Spot, type Told } from "./facts.ts";
import { sameSpot, type Given } from "./knowledge.ts";

/**
 * Counts that were left out twice, or only seen through percentages, and are not the same number for sure: where a figure changed between two
 * editions, other counts of the same records in that year may have changed along. To take them for the same leads an attacker astray.
 * @returns the keys of their spots
 */
export function visiblyRevised(given: Given): Set<string> {
  const apart = new Set<string>();
  const same = sameSpot(given);
  for (const [i, now] of given.facts.slice(1).entries()) {
    const before = given.facts[i]!;
    const revised = revisedYears(before, now);
    for (const [key, { spot, shown }] of now.told) {
      const was = before.told.get(key);
      if (was !== undefined && was.shown === undefined && shown === undefined && revised.has(recordsInYear(spot)))
        apart.add(spotKey(same(i + 1, spot)));
    }
  }
  return apart;
}

/** `melding[safety=acute]` counts some of the records of `melding`. */
export const recordsInYear = ({ table, period }: Spot): string => `${table.split("[")[0]} ${period.slice(0, 4)}`;

const revisedYears = (before: Facts, now: Facts): Set<string> =>
  new Set(
    [...now.told].flatMap(([key, told]) => (isRevised(before.told.get(key), told) ? recordsInYear(told.spot) : [])),
  );

/** Another number, or none any more where there was a zero. */
const isRevised = (was: Told | undefined, now: Told): boolean =>
  was?.shown !== undefined && (now.shown === undefined ? now.hidden && was.shown === 0 : now.shown !== was.shown);
