import type { Sum } from "./system.ts";

/**
 * All ways in which a table can change while its sums hold, as combinations of these vectors (cell → factor), as long as the `ties`
 * stay zero. A cell without children moves freely and takes along what it adds up to. A cell that is the sum of two different sets
 * (a second hierarchy, a second division) follows the first; that the second gives the same is a tie: a number of its own, after all
 * cells, that is zero in every true table. Ties that always hold are left out.
 */
export interface Generators {
  readonly vectors: readonly ReadonlyMap<number, number>[];
  /** Numbers of the ties, those lowest in the hierarchy first. */
  readonly ties: readonly number[];
  /** How many numbers are in use: cells and ties. */
  readonly size: number;
}

/** @param cells how many there are: sums name them by position */
export function generatorsOf(cells: number, sums: readonly Sum[]): Generators {
  const { defining, height } = definitions(cells, sums);
  const extra = sums.flatMap((sum, e) => (defining[sum.parent] === e ? [] : [sum]));
  const wholesOf = new Map<number, number[]>();
  for (const e of defining) if (e >= 0) for (const child of sums[e]!.children) append(wholesOf, child, sums[e]!.parent);
  const tiesOf = new Map<number, [number, number][]>();
  for (const [i, { parent, children }] of extra.entries()) {
    append(tiesOf, parent, [cells + i, -1]);
    for (const child of children) append(tiesOf, child, [cells + i, 1]);
  }
  const vectors: ReadonlyMap<number, number>[] = [];
  const inUse = new Set<number>();
  for (let leaf = 0; leaf < cells; leaf++) {
    if (defining[leaf]! >= 0) continue;
    const vector = upwards(leaf, wholesOf, height);
    const ties = new Map<number, number>();
    for (const [cell, factor] of vector)
      for (const [tie, by] of tiesOf.get(cell) ?? []) ties.set(tie, (ties.get(tie) ?? 0) + factor * by);
    for (const [tie, by] of ties) {
      if (by === 0) continue;
      vector.set(tie, by);
      inUse.add(tie);
    }
    vectors.push(vector);
  }
  const heightOf = (tie: number): number => height[extra[tie - cells]!.parent]!;
  const ties = [...inUse].sort((a, b) => heightOf(a) - heightOf(b) || a - b);
  return { vectors, ties, size: cells + extra.length };
}

/** Per cell the equation that it follows, −1 for a free one, and how many sums deep it is. */
function definitions(cells: number, sums: readonly Sum[]) {
  const defining = new Int32Array(cells).fill(-1);
  for (const [e, { parent }] of sums.entries()) if (defining[parent]! < 0) defining[parent] = e;
  const height = new Int32Array(cells).fill(-1);
  const inWork = new Uint8Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    const path = [cell];
    while (path.length > 0) {
      const at = path.at(-1)!;
      const e = defining[at]!;
      const children = e < 0 || height[at]! >= 0 ? [] : sums[e]!.children;
      inWork[at] = 1;
      const waiting = children.filter((it) => height[it]! < 0);
      if (waiting.some((it) => inWork[it] === 1)) {
        // A loop of sums: this one becomes a tie, and the cell is free.
        defining[at] = -1;
        continue;
      }
      if (waiting.length > 0) {
        path.push(...waiting.slice(0, 1));
        continue;
      }
      if (height[at]! < 0) height[at] = children.reduce((most, it) => Math.max(most, height[it]! + 1), 0);
      inWork[at] = 0;
      path.pop();
    }
  }
  return { defining, height };
}

/** What a cell adds up to, with how often it counts there. */
function upwards(leaf: number, wholesOf: ReadonlyMap<number, readonly number[]>, height: Int32Array) {
  const reached = new Set([leaf]);
  for (const cell of reached) for (const whole of wholesOf.get(cell) ?? []) reached.add(whole);
  const vector = new Map([[leaf, 1]]);
  for (const cell of [...reached].sort((a, b) => height[a]! - height[b]!))
    for (const whole of wholesOf.get(cell) ?? []) vector.set(whole, (vector.get(whole) ?? 0) + vector.get(cell)!);
  return vector;
}

function append<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
