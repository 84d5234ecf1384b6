import type { Bounds } from "./bounds.ts";
import type { LinkedSums } from "./linked-sums.ts";

/** Where nothing limits a cell from above, it is given this much room. */
const room = 30;
/** So often every sum is looked at, at most. */
const mostRounds = 150;
/** A sum that misses less than this holds, for what comes after is rounded. */
const nearly = 0.02;

/**
 * Values, not whole, with which all sums hold or nearly do, away from the bounds wherever these leave room: from there cells can still move
 * both ways. Each sum in turn divides what it misses over its cells, in proportion to the room that each has left (projections onto one sum
 * after another).
 */
export function insideOf({ low, high }: Bounds, linked: LinkedSums): Float64Array {
  const { termStart, termCell, termFactor } = linked;
  const at = Float64Array.from(low, (least, cell) => (least + Math.min(high[cell]!, least + room)) / 2);
  for (let round = 0, worst = Infinity; round < mostRounds && worst > nearly; round++) {
    worst = 0;
    for (let s = 0; s < linked.sums; s++) {
      const [from, to] = [termStart[s]!, termStart[s + 1]!];
      let excess = 0;
      for (let t = from; t < to; t++) excess += termFactor[t]! * at[termCell[t]!]!;
      const miss = Math.abs(excess);
      if (miss < nearly / 4) continue;
      worst = Math.max(worst, miss);
      const roomOf = (t: number): number => {
        const cell = termCell[t]!;
        const down = termFactor[t]! > 0 === excess > 0;
        // Without an end there is always as much room again.
        return down
          ? at[cell]! - low[cell]!
          : high[cell] === Infinity
            ? room + at[cell]! - low[cell]!
            : high[cell]! - at[cell]!;
      };
      let all = 0;
      for (let t = from; t < to; t++) all += roomOf(t);
      if (all <= 0) continue;
      const share = Math.min(1, miss / all);
      const sign = excess > 0 ? -1 : 1;
      for (let t = from; t < to; t++) at[termCell[t]!]! += sign * termFactor[t]! * share * roomOf(t);
    }
  }
  return at;
}
