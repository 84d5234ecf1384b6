import type { Sum } from "./published.ts";

/**
 * Sums laid out flat, and which sums each cell is in: these are walked over millions of times. A part has factor 1 and the whole −1, so that
 * a sum holds when factors times values add up to nothing.
 */
export interface LinkedSums {
  readonly cells: number;
  readonly sums: number;
  /** Terms of sum s: from termStart[s] up to termStart[s + 1]. */
  readonly termStart: Int32Array;
  readonly termCell: Int32Array;
  readonly termFactor: Int8Array;
  /** Sums of cell c: from sumStart[c] up to sumStart[c + 1]. */
  readonly sumStart: Int32Array;
  readonly sumOf: Int32Array;
  readonly sumFactor: Int8Array;
}

export function linkedSums(cells: number, sums: readonly Sum[]): LinkedSums {
  const termStart = new Int32Array(sums.length + 1);
  const sumStart = new Int32Array(cells + 1);
  for (const [s, { whole, parts }] of sums.entries()) {
    termStart[s + 1] = termStart[s]! + parts.length + 1;
    for (const cell of [...parts, whole]) sumStart[cell + 1]! += 1;
  }
  for (let cell = 0; cell < cells; cell++) sumStart[cell + 1]! += sumStart[cell]!;
  const terms = termStart[sums.length]!;
  const [termCell, termFactor] = [new Int32Array(terms), new Int8Array(terms).fill(1)];
  const [sumOf, sumFactor] = [new Int32Array(terms), new Int8Array(terms)];
  const next = sumStart.slice();
  for (const [s, { whole, parts }] of sums.entries()) {
    termCell.set(parts, termStart[s]!);
    termCell[termStart[s + 1]! - 1] = whole;
    termFactor[termStart[s + 1]! - 1] = -1;
    for (let t = termStart[s]!; t < termStart[s + 1]!; t++) {
      const place = next[termCell[t]!]!++;
      sumOf[place] = s;
      sumFactor[place] = termFactor[t]!;
    }
  }
  return { cells, sums: sums.length, termStart, termCell, termFactor, sumStart, sumOf, sumFactor };
}
