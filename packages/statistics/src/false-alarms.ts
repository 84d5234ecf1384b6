import { requireCount, requireLevel } from "./refuse.ts";

/**
 * How many of so many comparisons lie outside by chance, where nothing differs: to be shown beside the number found.
 *
 * @example
 * falseAlarms(780, 0.95) // → 39
 * @example
 * falseAlarms(780, 0.998) // → 1.56
 */
export const falseAlarms = (comparisons: number, level: number): number =>
  requireCount("comparisons", comparisons) * (1 - requireLevel("level", level));
