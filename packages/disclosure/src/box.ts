import type { Dimension } from "./dimension.ts";
import { codesOf, marginsOf, type Table } from "./table.ts";
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
 * There always is one, since at worst all totals above the cell change with it.
 */
export function cheapestBox(
  table: Table,
  cell: number,
  isHidden: (cell: number) => boolean,
  least: number,
  choices: number,
): Box {
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
  if (best !== undefined) return best;
  const change = wholeColumn(table, cell);
  return { change, toHide: [...change.keys()].filter((it) => !isHidden(it)) };
}

type Swap = readonly (readonly [code: number, sign: 1 | -1])[];

/** A total can be changed through any of the lowest codes below it; the first few of them will do. */
const mostWays = 4;

/** Ways to move something from a code to another one below the same parent, with all that counts along; or to nowhere. */
function swapsOf(dimension: Dimension, code: number): readonly Swap[] {
  const own = leavesUnder(dimension, code).slice(0, mostWays);
  const beside = new Set(
    dimension.equations
      .filter(({ children }) => children.includes(code))
      .flatMap(({ children }) => children)
      .filter((it) => it !== code)
      .flatMap((it) => leavesUnder(dimension, it).slice(0, mostWays)),
  );
  const swaps: Swap[] = [];
  for (const given of own) {
    for (const taken of beside) swaps.push(difference(dimension.ancestors[given]!, dimension.ancestors[taken]!));
    // The last resort: nothing is taken elsewhere, everything above moves along.
    swaps.push(dimension.ancestors[given]!.map((it) => [it, 1] as const));
  }
  return swaps.filter((swap) => swap.some(([it]) => it === code));
}

/** The lowest codes that count towards a code, as positions among the leaves. */
const leavesUnder = ({ ancestors }: Dimension, code: number): number[] =>
  [...ancestors.keys()].filter((leaf) => ancestors[leaf]!.includes(code));

function difference(given: readonly number[], taken: readonly number[]): Swap {
  return [
    ...given.filter((it) => !taken.includes(it)).map((it) => [it, 1] as const),
    ...taken.filter((it) => !given.includes(it)).map((it) => [it, -1] as const),
  ];
}

/** One more in an innermost cell below this one: it hides totals up to the highest, but it always exists. */
function wholeColumn(table: Table, cell: number): Change {
  // Only a hidden zero has no counted cell below it; then any will do.
  const inner = table.inner.find((it) => marginsOf(table, it).includes(cell)) ?? lowestBelow(table, cell);
  return new Map(marginsOf(table, inner).map((it) => [it, 1]));
}

const lowestBelow = (table: Table, cell: number): number =>
  codesOf(table, cell).reduce((sum, code, d) => {
    const dimension = table.dimensions[d]!;
    return sum + dimension.leaves[leavesUnder(dimension, code)[0]!]! * table.strides[d]!;
  }, 0);
