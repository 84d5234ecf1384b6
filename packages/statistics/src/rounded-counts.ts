import { requireCount } from "./refuse.ts";
import type { Outcome } from "./result.ts";

/** A count as published: exact, or rounded to the nearest multiple of something. */
export interface PublishedCount {
  readonly count: number;
  /** The base it was rounded to; 1 or absent: exact. */
  readonly roundedTo?: number;
}

/**
 * The counts that a published one can stand for: a multiple of 5 is two off at most. A base that is even can be off by half of itself
 * either way, since sources differ in what they do with the middle. Never below zero.
 *
 * @example
 * possibleCounts({ count: 25, roundedTo: 5 }) // → [23, 27]
 * @example
 * possibleCounts({ count: 0, roundedTo: 5 }) // → [0, 2]
 */
export function possibleCounts({ count, roundedTo = 1 }: PublishedCount): readonly [number, number] {
  requireCount("count", count);
  if (requireCount("roundedTo", roundedTo) === 0) throw new RangeError("roundedTo must be 1 or more");
  if (count % roundedTo !== 0) throw new RangeError(`${count} is not a multiple of ${roundedTo}`);
  const off = Math.floor(roundedTo / 2);
  return [Math.max(0, count - off), count + off];
}

/**
 * Widens an interval by what rounding hid: the interval is made for every combination of the smallest and largest counts that the
 * published ones can stand for, and the widest limits are kept. The estimate stays that of the published counts. Too little for any of
 * the combinations: too little. `interval` must rise or fall steadily with each count, as all intervals of this library do.
 *
 * @example
 * overRounding([{ count: 65, roundedTo: 5 }], ([x]) => poissonInterval(x)) // → { estimate: 65, lower: 48.408443, upper: 85.088924 }
 */
export function overRounding(
  published: readonly PublishedCount[],
  interval: (counts: readonly number[]) => Outcome,
): Outcome {
  let widest = interval(published.map(({ count }) => count));
  const corners = published.reduce<readonly (readonly number[])[]>(
    (combinations, it) => combinations.flatMap((counts) => [...new Set(possibleCounts(it))].map((x) => [...counts, x])),
    [[]],
  );
  for (const corner of corners) {
    const here = interval(corner);
    if ("tooLittle" in widest) return widest;
    if ("tooLittle" in here) return here;
    widest = { ...widest, lower: Math.min(widest.lower, here.lower), upper: Math.max(widest.upper, here.upper) };
  }
  return widest;
}
