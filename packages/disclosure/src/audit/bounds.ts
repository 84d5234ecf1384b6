import { linkedSums, type LinkedSums } from "./linked-sums.ts";
import type { Sum } from "./published.ts";

/** What a cell can be at least and at most, as far as an attacker knows. Both included; whole numbers. */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Thrown when no table at all fits what was published. */
export class Contradiction extends Error {
  override readonly name = "Contradiction";
  readonly sum: Sum;
  constructor(sum: Sum) {
    super("The published cells contradict one another");
    this.sum = sum;
  }
}

/**
 * Rounds after which narrowing ends though bounds still change. Sums that go round in a circle can push an unbounded count up by one or two
 * for ever, where no table fits. What was narrowed so far holds all the same; what it leaves open is for tables and programs to settle.
 */
const mostRounds = 100;

/**
 * Narrows bounds as far as single sums allow: a whole lies between the sums of its parts' bounds, and a part is the whole less
 * the others. Repeated until nothing changes, or for `mostRounds`. This finds most of what can be found, at little cost.
 * @param from the sums to begin with, where the others were looked at before
 * @throws {Contradiction} when a sum cannot hold
 */
export function narrow(
  { low, high }: Bounds,
  sums: readonly Sum[],
  linked: LinkedSums = linkedSums(low.length, sums),
  from: Iterable<number> = sums.keys(),
): void {
  const { sumStart, sumOf } = linked;
  const waiting = new Uint8Array(sums.length);
  let queue = [...from];
  for (const i of queue) waiting[i] = 1;
  const changed = (cell: number, next: number[]): void => {
    for (let k = sumStart[cell]!; k < sumStart[cell + 1]!; k++) {
      const i = sumOf[k]!;
      if (waiting[i] === 1) continue;
      waiting[i] = 1;
      next.push(i);
    }
  };
  for (let round = 0; queue.length > 0 && round < mostRounds; round++) {
    const next: number[] = [];
    for (const i of queue) {
      waiting[i] = 0;
      const sum = sums[i]!;
      let least = 0;
      let most = 0;
      for (const part of sum.parts) {
        least += low[part]!;
        most += high[part]!;
      }
      if (least > high[sum.whole]! || most < low[sum.whole]!) throw new Contradiction(sum);
      if (least > low[sum.whole]!) {
        low[sum.whole] = least;
        changed(sum.whole, next);
      }
      if (most < high[sum.whole]!) {
        high[sum.whole] = most;
        changed(sum.whole, next);
      }
      const wholeLow = low[sum.whole]!;
      const wholeHigh = high[sum.whole]!;
      for (const part of sum.parts) {
        // ∞ − ∞: with an unbounded other part, nothing is known from above.
        const othersLeast = least - low[part]!;
        const othersMost = high[part] === Infinity ? infiniteOthers(sum, part, high) : most - high[part]!;
        const up = wholeHigh - othersLeast;
        const down = wholeLow - othersMost;
        if (up < high[part]!) {
          if (up < low[part]!) throw new Contradiction(sum);
          most = othersMost + up;
          high[part] = up;
          changed(part, next);
        }
        if (down > low[part]!) {
          if (down > high[part]!) throw new Contradiction(sum);
          least = othersLeast + down;
          low[part] = down;
          changed(part, next);
        }
      }
    }
    queue = next;
  }
}

function infiniteOthers(sum: Sum, part: number, high: Float64Array): number {
  let most = 0;
  for (const other of sum.parts) if (other !== part) most += high[other]!;
  return most;
}
