/** What an attacker may be taken to know of how the figures were made. */
export interface KnownRule {
  /** Counts from 1 up to this, this one not included, were hidden. */
  readonly threshold: number;
  readonly zerosShown: boolean;
  readonly roundingBase: number;
  /** So many possible values must be left for a hidden count that can be small. */
  readonly choices: number;
  /**
   * Nothing but small counts was hidden, as where no count is hidden to protect another: then a hidden count is surely below the threshold.
   * Left out: a hidden count can be any.
   */
  readonly onlySmallHidden?: boolean;
}

/** A published place: what it can be at least and at most before any sum is used. Both included; whole numbers. */
export interface PublishedCell {
  readonly low: number;
  readonly high: number;
  /** `unpublished`: no table shows it, so that nothing is known of it, also not that there is anything. */
  readonly kind: "shown" | "hidden" | "unpublished";
}

/**
 * An open cell is what it says, give or take its rounding; a hidden one follows from the rule.
 * @param value as published; undefined where the cell is hidden
 */
export function publishedCell(value: number | undefined, rule: Omit<KnownRule, "choices">): PublishedCell {
  if (value === undefined) {
    const high = rule.onlySmallHidden ? rule.threshold - 1 : Infinity;
    return { low: rule.zerosShown ? 1 : 0, high, kind: "hidden" };
  }
  const high = value + Math.ceil(rule.roundingBase / 2) - 1;
  // Small counts would have been hidden: a zero that is shown is a zero.
  if (value === 0 && high < rule.threshold) return { low: 0, high: 0, kind: "shown" };
  const low = Math.max(value - Math.floor(rule.roundingBase / 2), 0);
  return { low: high >= rule.threshold ? Math.max(low, rule.threshold) : low, high, kind: "shown" };
}

/** A cell that no table shows. */
export const unpublishedCell: PublishedCell = { low: 0, high: Infinity, kind: "unpublished" };

/**
 * A hidden count of which a percentage is shown, when what it is a percentage of is known: often the count over again.
 * @param percent as shown, with so many decimals
 */
export function hiddenBehindRatio(percent: number, decimals: 0 | 1, denominator: PublishedCell): PublishedCell {
  const half = decimals === 1 ? 0.05 : 0.5;
  return {
    low: Math.max(0, Math.ceil(((percent - half) / 100) * denominator.low)),
    high: Math.floor(((percent + half) / 100) * denominator.high),
    kind: "hidden",
  };
}
