import type { PublishedCell } from "@impactmonitor/disclosure/audit/known";
import type { Level } from "@impactmonitor/model/area";
import { thresholdAt, type Policy } from "@impactmonitor/model/policy";
import type { Range } from "./cells-of-editions.ts";
import type { Told } from "./facts.ts";

/** What several editions together tell of one count. */
export interface KnownCell {
  readonly told: readonly Told[];
  readonly kept: boolean;
  /** What an edition showed of it before, when that was another number. */
  readonly before?: number;
  readonly stayedHidden: boolean;
  readonly level: Level | undefined;
  /** In a sensitive division a zero can be hidden as well. */
  readonly sensitive: boolean;
  /** It is about nobody, and nothing about it is a secret; this is what it can be. */
  readonly harmless?: Range;
  /** Whether what sources published themselves is used. */
  readonly withSources: boolean;
}

/**
 * What an attacker who knows the policy knows of a count before any sum is used.
 * A number that two editions show can be as far from the count as a revision may go unseen; another one only as far as it is rounded. Where
 * the number changed, the count is a whole rounding step from the one before: nearer by, that would have been kept.
 */
export function knownCell(
  { told, kept, before, stayedHidden, level, sensitive, harmless, withSources }: KnownCell,
  policy: Policy,
): PublishedCell {
  const base = policy.roundingBase;
  const threshold = level === undefined ? policy.threshold : thresholdAt(policy, level);
  if (harmless) return { low: harmless.least, high: harmless.most, kind: "shown" };
  const shown = told.flatMap((it) => it.shown ?? []);
  const hidden = told.some((it) => it.hidden);
  const value = shown[0];
  const kind = hidden ? "hidden" : value === undefined ? "unpublished" : "shown";
  let [low, high] = [0, Infinity];
  if (value !== undefined && kept && value > 0) [low, high] = [Math.max(threshold, value - base + 1), value + base - 1];
  else if (value !== undefined) {
    const half = (base - 1) / 2;
    high = value + half;
    // Small counts would have been hidden: a zero that is shown is a zero, and nothing that is shown is below the threshold.
    if (value === 0 && high < threshold && !hidden) high = 0;
    low = Math.max(0, value - half);
    if (value > 0 && high >= threshold) low = Math.max(low, threshold);
    if (before !== undefined && before > 0 && value > before) low = Math.max(low, before + base);
    if (before !== undefined && value > 0 && value < before) high = Math.min(high, before - base);
  } else if (hidden) low = policy.zeros === "open" && !sensitive && !stayedHidden ? 1 : 0;
  const source = withSources ? told.find((it) => it.bySource !== undefined)?.bySource : undefined;
  // A source that contradicts what is shown here is about something else.
  if (source === undefined || source.low > high || source.high < low) return { low, high, kind };
  return { low: Math.max(low, source.low), high: Math.min(high, source.high), kind: "shown" };
}
