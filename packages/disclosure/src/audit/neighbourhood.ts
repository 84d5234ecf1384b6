import type { Component } from "./components.ts";
import type { Sum } from "./published.ts";

/** Which sums each cell is in. */
export type SumsOf = readonly (readonly number[])[];

export function sumsOfCells(cells: number, sums: readonly Sum[]): SumsOf {
  const sumsOf: number[][] = Array.from({ length: cells }, () => []);
  for (const [i, { whole, parts }] of sums.entries()) {
    sumsOf[whole]!.push(i);
    for (const part of parts) sumsOf[part]!.push(i);
  }
  return sumsOf;
}

/**
 * The cells nearest to some cells, going from sum to sum, as a component of their own. Most cells get their room from cells nearby, so
 * that a small program tells what one over all cells would.
 * @param isFree whether a cell can move at all
 * @param most how many cells at most
 */
export function neighbourhood(
  from: readonly number[],
  sums: readonly Sum[],
  sumsOf: SumsOf,
  isFree: (cell: number) => boolean,
  most: number,
): Component {
  const cells = new Set(from);
  const touched = new Set<number>();
  for (const cell of cells)
    for (const i of sumsOf[cell]!) {
      touched.add(i);
      const { whole, parts } = sums[i]!;
      for (const near of [whole, ...parts]) if (cells.size < most && isFree(near)) cells.add(near);
    }
  return { cells: [...cells], sums: Array.from(touched, (i) => sums[i]!) };
}

/** The same cells with only those sums that hold no other free cell: what follows from these follows from all. */
export function closedSums({ cells, sums }: Component, isFree: (cell: number) => boolean): Component {
  const inside = new Set(cells);
  return {
    cells,
    sums: sums.filter(({ whole, parts }) => [whole, ...parts].every((it) => inside.has(it) || !isFree(it))),
  };
}
