import { atMost, binomial } from "./distribution/discrete.ts";
import { twoSidedP } from "./distribution/normal.ts";
import { requirePairs, type Pairs } from "./paired-change.ts";

/**
 * Chance of changes at least this one-sided among the same people, if gaining and losing were as likely. McNemar (1947), Psychometrika 12:
 * `exact` (binomial), `chi-square` or `corrected` (with continuity). 1 where nobody changed. For a verdict use the interval of
 * `pairedChange`; this is for tables that must name a test.
 *
 * @example
 * mcnemar({ total: 120, lost: 5, gained: 15 }) // → 0.041389465
 * @example
 * mcnemar({ total: 120, lost: 5, gained: 15 }, "corrected") // → 0.044171345
 */
export function mcnemar(pairs: Pairs, method: "exact" | "chi-square" | "corrected" = "exact"): number {
  requirePairs(pairs);
  const changed = pairs.lost + pairs.gained;
  if (changed === 0) return 1;
  if (method === "exact") return Math.min(1, 2 * atMost(binomial(changed, 0.5), Math.min(pairs.lost, pairs.gained)));
  const apart = Math.abs(pairs.gained - pairs.lost) - (method === "corrected" ? 1 : 0);
  return twoSidedP(Math.max(0, apart) / Math.sqrt(changed));
}
