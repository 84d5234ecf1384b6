/** A way in which the table can change without changing anything that is published: cell → change. */
export type Change = ReadonlyMap<number, number>;

/**
 * What a hidden count is known to be able to be, besides what it is. A change that can be made once in either direction, with all
 * hidden counts staying possible, proves that an attacker cannot tell the two tables apart.
 */
export interface Reach {
  /** How many smaller and larger values a cell was proved to be able to have. */
  readonly down: Float64Array;
  readonly up: Float64Array;
}

export const noReach = (cells: number): Reach => ({ down: new Float64Array(cells), up: new Float64Array(cells) });

/** How many values are proved possible. */
export const choicesOf = ({ down, up }: Reach, cell: number): number => down[cell]! + up[cell]! + 1;

/**
 * How often a change can be made before a hidden count falls below what an attacker knows to be its least.
 * @returns at most `most`
 */
export function timesPossible(counts: Float64Array, change: Change, least: number, sign: 1 | -1, most: number): number {
  let times = most;
  for (const [cell, by] of change) {
    if (by * sign >= 0 || cell >= counts.length) continue;
    times = Math.min(times, Math.floor((counts[cell]! - least) / Math.abs(by)));
    if (times <= 0) return 0;
  }
  return times;
}

/** Takes what a change proves, in both directions, for all cells in it. */
export function learn(reach: Reach, counts: Float64Array, change: Change, least: number, most: number): void {
  for (const sign of [1, -1] as const) {
    const times = timesPossible(counts, change, least, sign, most);
    if (times === 0) continue;
    for (const [cell, by] of change) {
      if (cell >= counts.length) continue;
      // A change by two at a time leaves out every other value: what counts is how often it can be made.
      const side = by * sign > 0 ? reach.up : reach.down;
      side[cell] = Math.max(side[cell]!, times);
    }
  }
}

/** The changes that elimination leaves, and what each of them proves on its own. */
export class Proofs {
  readonly reach: Reach;
  readonly #counts: Float64Array;
  readonly #least: number;
  readonly #choices: number;
  readonly #holding = new Map<number, Change[]>();

  constructor(counts: Float64Array, changes: readonly Change[], least: number, choices: number) {
    this.reach = noReach(counts.length);
    this.#counts = counts;
    this.#least = least;
    this.#choices = choices;
    for (const change of changes) {
      this.learn(change);
      for (const cell of change.keys()) {
        const list = this.#holding.get(cell);
        if (list === undefined) this.#holding.set(cell, [change]);
        else list.push(change);
      }
    }
  }

  learn(change: Change): void {
    learn(this.reach, this.#counts, change, this.#least, this.#choices - 1);
  }

  proved(cell: number): boolean {
    return choicesOf(this.reach, cell) >= this.#choices;
  }

  /** Tries changes two at a time; what is missed costs an extra hidden cell, never safety. */
  provedByTwo(cell: number): boolean {
    let tried = 0;
    for (const one of this.#holding.get(cell) ?? [])
      for (const shared of one.keys())
        for (const other of this.#holding.get(shared)!) {
          if (other === one) continue;
          for (const sign of [1, -1]) {
            const both = together(one, other, sign);
            tried += both.size;
            if (both.has(cell)) this.learn(both);
          }
          if (this.proved(cell)) return true;
          if (tried > mostEntries) return false;
        }
    return false;
  }
}

/** So many entries of changes are looked at for one cell: all pairs in a small table, the first few in a large one. */
const mostEntries = 20_000;

function together(one: Change, other: Change, sign: number): Change {
  const sum = new Map(one);
  for (const [cell, by] of other) {
    const value = (sum.get(cell) ?? 0) + sign * by;
    if (value === 0) sum.delete(cell);
    else sum.set(cell, value);
  }
  return sum;
}
