import { twoSidedZ } from "./distribution/normal.ts";
import { requireCount, requireLevel } from "./refuse.ts";
import type { LevelOption, Outcome } from "./result.ts";

/** The same people asked twice. */
export interface Pairs {
  readonly total: number;
  /** Those who had it the first time and not the second. */
  readonly lost: number;
  /** Those who had it the second time and not the first. */
  readonly gained: number;
}

export interface PairedOptions extends LevelOption {
  /** `bonett-price` (default) also holds for small groups and for nobody who changed; `wald-paired` is the textbook's. */
  readonly method?: "bonett-price" | "wald-paired";
}

/**
 * Change in a share among the same people, second moment minus first, from −1 to 1. Those who didn't change count only in the total.
 * Nobody in the group: too little. Without a group that had no help, a change doesn't tell what caused it.
 *
 * Bonett & Price (2012), Journal of Educational and Behavioral Statistics 37, 479–488: one is added to `lost` and `gained` each, for the
 * limits only. Wald: the same without.
 *
 * @example
 * pairedChange({ total: 120, lost: 5, gained: 15 }, { method: "wald-paired" }) // → { estimate: 0.083333, lower: 0.011828, upper: 0.154839 }
 * @example
 * pairedChange({ total: 48, lost: 4, gained: 26 }) // → { estimate: 0.458333, lower: 0.254807, upper: 0.625193, method: "bonett-price" }
 */
export function pairedChange({ total, lost, gained }: Pairs, options: PairedOptions = {}): Outcome {
  requirePairs({ total, lost, gained });
  const level = requireLevel("level", options.level ?? 0.95);
  const method = options.method ?? "bonett-price";
  if (total === 0) return { tooLittle: "no-denominator" };
  const estimate = (gained - lost) / total;
  const added = method === "bonett-price" ? 1 : 0;
  const n = total + 2 * added;
  const middle = (gained - lost) / n;
  const reach = twoSidedZ(level) * Math.sqrt(((gained + lost + 2 * added) / n - middle * middle) / n);
  const lower = Math.max(-1, Math.min(estimate, middle - reach));
  return { estimate, lower, upper: Math.min(1, Math.max(estimate, middle + reach)), level, method };
}

/** Refuses more changes than people. */
export function requirePairs({ total, lost, gained }: Pairs): void {
  requireCount("total", total);
  requireCount("lost", lost);
  requireCount("gained", gained);
  if (lost + gained > total) throw new RangeError(`${lost} lost and ${gained} gained are more than ${total}`);
}
