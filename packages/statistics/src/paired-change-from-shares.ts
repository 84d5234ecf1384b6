import { pairedChange, type PairedOptions } from "./paired-change.ts";
import { requirePart } from "./refuse.ts";
import { isEstimate, type Estimate, type TooLittle } from "./result.ts";

/** Between these two lies the interval, wherever those who changed are. */
export interface PairedBounds {
  /** If as few as possible changed: nobody both ways. */
  readonly narrowest: Estimate;
  /** If as many as possible changed. */
  readonly widest: Estimate;
}

/**
 * Change among the same people when only the two totals are known: so many of `total` the first time, so many the second, and not who
 * changed. The estimate is certain; its interval lies between two bounds. A verdict may be given only when the widest one carries it.
 * Nobody in the group: too little.
 *
 * @example
 * pairedChangeFromShares({ total: 120, before: 60, after: 70 }) // → { narrowest: { estimate: 0.083333, lower: 0.028250 }, widest: { estimate: 0.083333, lower: -0.087428 } }
 */
export function pairedChangeFromShares(
  { total, before, after }: { readonly total: number; readonly before: number; readonly after: number },
  options: PairedOptions = {},
): PairedBounds | TooLittle {
  requirePart(before, total);
  requirePart(after, total);
  const fewestLost = Math.max(0, before - after);
  const mostLost = Math.min(before, total - after);
  const withLost = (lost: number) => pairedChange({ total, lost, gained: after - before + lost }, options);
  const [narrowest, widest] = [withLost(fewestLost), withLost(mostLost)];
  if (!isEstimate(narrowest)) return narrowest;
  if (!isEstimate(widest)) return widest;
  return { narrowest, widest };
}
