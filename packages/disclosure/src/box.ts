import type { Dimension } from "./dimension.ts";
import { codesOf, type Table } from "./table.ts";
import { timesPossible, type Change } from "./witness.ts";

/**
 * The simplest change that no published sum notices: in every dimension, what is added to one code is taken from another below
 * the same parent. In two dimensions that is four cells on the corners of a rectangle. A cell for which elimination left no
 * provable change gets such a box of its own: the one for which the fewest further cells must be hidden.
 */
export interface Box {
  readonly change: Change;
  /** Cells in it that were still open. */
  readonly toHide: readonly number[];
}

/** So many boxes are compared at most for one cell. */
const mostBoxes = 20_000;

/**
 * Finds the cheapest box through a cell, in which the cell can take `choices` values.
 * @param isHidden whether a cell is hidden already
 * @returns undefined when there is none, for instance because everything beside the cell is zero
 */
export function cheapestBox(
  table: Table,
  cell: number,
  isHidden: (cell: number) => boolean,
  least: number,
  choices: number,
): Box | undefined {
  const { counts, strides } = table;
  const swaps = codesOf(table, cell).map((code, d) => swapsOf(table.dimensions[d]!, code));
  let best: Box | undefined;
  let bestCost = Infinity;
  let tried = 0;
  const visit = (d: number, change: Map<number, number>): void => {
    if (tried > mostBoxes) return;
    if (d === swaps.length) {
      tried++;
      const toHide = [...change.keys()].filter((it) => !isHidden(it));
      const cost = toHide.reduce((sum, it) => sum + 1 + counts[it]! * 1e-9, 0);
      if (cost >= bestCost) return;
      if ([...change.keys()].some((it) => counts[it]! < least)) return; // A zero that is shown cannot change.
      const up = timesPossible(counts, change, least, 1, choices - 1);
      const down = timesPossible(counts, change, least, -1, choices - 1);
      if (up + down + 1 < choices) return;
      best = { change, toHide };
      bestCost = cost;
      return;
    }
    for (const swap of swaps[d]!) {
      const wider = new Map<number, number>();
      for (const [at, by] of change) for (const [code, sign] of swap) wider.set(at + code * strides[d]!, by * sign);
      visit(d + 1, wider);
    }
  };
  visit(0, new Map([[0, 1]]));
  return best;
}

type Swap = readonly (readonly [code: number, sign: 1 | -1])[];

/** Ways to move something from a code to another one below the same parent, with all that is in between. */
function swapsOf(dimension: Dimension, code: number): readonly Swap[] {
  const chainsDown = (from: number): number[][] => {
    const below = dimension.equations.filter((it) => it.parent === from);
    if (below.length === 0) return [[from]];
    // A total can be changed through any of the codes below it; the first few of them will do.
    return below[0]!.children.slice(0, 4).flatMap((child) => chainsDown(child).map((chain) => [from, ...chain]));
  };
  const own = chainsDown(code).filter((chain) => onlyParents(dimension, chain));
  const swaps: Swap[] = [];
  for (const { children } of dimension.equations) {
    if (!children.includes(code)) continue;
    for (const other of children) {
      if (other === code) continue;
      for (const taken of chainsDown(other)) {
        if (!onlyParents(dimension, taken)) continue;
        for (const given of own)
          swaps.push([...given.map((it) => [it, 1] as const), ...taken.map((it) => [it, -1] as const)]);
      }
    }
  }
  // The last resort: nothing is taken elsewhere, everything above moves along. It hides totals, but it always exists.
  const above = codesAbove(dimension, code);
  for (const given of own) swaps.push([...given, ...above].map((it) => [it, 1] as const));
  return swaps.filter((swap) => balanced(dimension, swap));
}

function codesAbove(dimension: Dimension, code: number): number[] {
  const found = new Set<number>();
  const climb = (from: number): void => {
    for (const { parent, children } of dimension.equations)
      if (children.includes(from) && !found.has(parent)) {
        found.add(parent);
        climb(parent);
      }
  };
  climb(code);
  return [...found];
}

const onlyParents = (dimension: Dimension, chain: readonly number[]): boolean =>
  dimension.leaves.includes(chain[chain.length - 1]!);

/** With several hierarchies a swap below one parent may still show in another one: then it is none. */
function balanced(dimension: Dimension, swap: Swap): boolean {
  const by = new Map<number, number>();
  for (const [code, sign] of swap) by.set(code, (by.get(code) ?? 0) + sign);
  return dimension.equations.every(
    ({ parent, children }) => (by.get(parent) ?? 0) === children.reduce((sum, it) => sum + (by.get(it) ?? 0), 0),
  );
}
