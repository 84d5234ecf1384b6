import { rounded, type Rules } from "./rules.ts";
import type { Universe } from "./universe.ts";

/** What a cell can be at least and at most for an attacker who knows the rule. Both included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What a shown count gives away: itself, or the counts that are rounded to the same multiple and may be shown at all. */
export function shownInterval(count: number, rules: Rules): Interval {
  const { roundingBase, threshold } = rules;
  // A zero is shown as such; what an earlier edition showed although it is small counts as known exactly.
  if (count < threshold) return { low: count, high: count };
  const shown = rounded(count, roundingBase);
  return {
    low: Math.max(shown - Math.floor(roundingBase / 2), threshold),
    high: shown + Math.ceil(roundingBase / 2) - 1,
  };
}

/**
 * The least that a cell can be when it is hidden: 1 where all zeros are shown, 0 where a zero can be hidden too, as in a group that
 * is hidden because all its people fall in one part.
 */
export function leastWhenHidden({ cells, groups = [] }: Universe, rules: Rules): Uint8Array {
  const inGroup = new Set(groups.flatMap(({ children }) => children));
  return Uint8Array.from(cells, ({ count, fixed }, cell) =>
    fixed === "unpublished" || inGroup.has(cell) || rules.zeros === "hidden" || count === 0 ? 0 : 1,
  );
}
