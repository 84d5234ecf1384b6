import type { Interval } from "./interval.ts";
import { rounded, type Rules } from "./rules.ts";
import type { Universe } from "./universe.ts";

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

/**
 * What a number that an earlier edition showed tells together with the one that is shown now, to a reader who knows when a number is kept: as
 * long as the count is less than a rounding step from it, and not so small that it is hidden. A kept number can be of a count that moved a little. Whoever takes it that nothing
 * moved is right where nothing did, so that the closer bounds hold as long as the count is within them. A number that changed tells that
 * the count is a whole step away.
 * @param before the number that was shown
 */
export function knownAgain(count: number, before: number, rules: Rules): Interval {
  const { roundingBase, threshold } = rules;
  if (before === 0) return shownInterval(count, rules);
  const kept = Math.abs(count - before) < roundingBase;
  if (kept) {
    const half = (roundingBase - 1) / 2;
    const still = { low: Math.max(before - half, threshold), high: before + half };
    if (still.low <= count && count <= still.high) return still;
    return { low: Math.max(before - roundingBase + 1, threshold), high: before + roundingBase - 1 };
  }
  const { low, high } = shownInterval(count, rules);
  return count > before
    ? { low: Math.max(low, before + roundingBase), high }
    : { low, high: Math.min(high, before - roundingBase) };
}
