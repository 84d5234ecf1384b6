import type { Highs, Model } from "highs";
import type { Bounds } from "./bounds.ts";
import type { Component } from "./components.ts";

/** The least and the most that a cell can be, over all tables that fit what was published. */
export interface Extremes {
  readonly low: number;
  readonly high: number;
}

/** No count in this field comes near this; it stands for "without end" where a linear program needs a number. */
const withoutEnd = 1e7;
/** Solutions are exact to about 1e-7: what lies this near a whole number is that number. */
const slack = 1e-5;

/**
 * Finds for each asked cell of a component how far it can move, by linear programs (HiGHS). Each solution is a whole table that
 * fits, so it says something about every cell at once: cells that have been seen far enough apart need no program of their own.
 *
 * The tables may hold fractions, as relaxations do: true whole-number tables lie inside, so that a narrow range is a real leak.
 * @param fixed what cells outside the component are, in the sums that hold them
 * @param enough how many whole numbers must be seen possible for a cell to be done with
 */
export function extremesOf(
  highs: Highs,
  component: Component,
  bounds: Bounds,
  asked: ReadonlySet<number>,
  enough: number,
  fixed: ArrayLike<number> = bounds.low,
): Map<number, Extremes> {
  const columnOf = new Map(component.cells.map((cell, i) => [cell, i]));
  const model = highs.createModel(programOf(component, bounds, columnOf, fixed));
  try {
    model.options.set({ output_flag: false });
    return search(model, component, columnOf, asked, enough);
  } finally {
    model.dispose();
  }
}

/**
 * Some table that fits, as the values of the component's cells.
 * @returns undefined when there is none
 */
export function pointOf(
  highs: Highs,
  component: Component,
  bounds: Bounds,
  fixed: ArrayLike<number> = bounds.low,
): Float64Array | undefined {
  const columnOf = new Map(component.cells.map((cell, i) => [cell, i]));
  const model = highs.createModel(programOf(component, bounds, columnOf, fixed));
  try {
    // From the middle of all that is possible there is room to move in; a corner has none.
    model.options.set({ output_flag: false, solver: "ipm", run_crossover: "off" });
    model.run();
    return model.getModelStatus() === highs.constants.modelStatus.optimal
      ? Float64Array.from(model.getSolution().colValue)
      : undefined;
  } finally {
    model.dispose();
  }
}

function search(
  model: Model,
  { cells }: Component,
  columnOf: ReadonlyMap<number, number>,
  asked: ReadonlySet<number>,
  enough: number,
): Map<number, Extremes> {
  const least = new Float64Array(cells.length).fill(Infinity);
  const most = new Float64Array(cells.length).fill(-Infinity);
  const solve = (): void => {
    model.run();
    const { colValue } = model.getSolution();
    for (let i = 0; i < colValue.length; i++) {
      least[i] = Math.min(least[i]!, colValue[i]!);
      most[i] = Math.max(most[i]!, colValue[i]!);
    }
  };
  const open = (): number[] =>
    [...asked].map((cell) => columnOf.get(cell)!).filter((i) => choicesIn(least[i]!, most[i]!) < enough);
  const costs = new Float64Array(cells.length);
  const aim = (columns: readonly number[], sign: (i: number) => number): void => {
    costs.fill(0);
    for (const i of columns) costs[i] = sign(i);
    model.changeColsCost({ kind: "range", from: 0, to: cells.length - 1 }, costs);
    solve();
  };

  // Many cells at once, in a few different directions; as long as that settles a good part of them.
  let left = open();
  for (let round = 0; round < 12 && left.length > 2; round++) {
    const before = left.length;
    aim(left, () => 1);
    aim(left, () => -1);
    aim(left, (i) => (mixed(i, round) ? 1 : -1));
    aim(left, (i) => (mixed(i, round) ? -1 : 1));
    left = open();
    if (left.length > before * 0.8) break;
  }
  const done = new Map<number, Extremes>();
  for (const i of left) {
    if (choicesIn(least[i]!, most[i]!) >= enough) continue;
    aim([i], () => 1);
    aim([i], () => -1);
  }
  for (const cell of asked) {
    const i = columnOf.get(cell)!;
    done.set(cell, { low: least[i]!, high: most[i]! });
  }
  return done;
}

/** How many whole numbers lie between. */
export const choicesIn = (low: number, high: number): number =>
  high < low ? 0 : Math.floor(high + slack) - Math.ceil(low - slack) + 1;

/** A fixed scattering of cells over two halves, another one each round. */
const mixed = (i: number, round: number): boolean => Math.imul(i + 1, 0x9e3779b1 + round * 0x85ebca6b) >>> 31 === 1;

function programOf(
  { cells, sums }: Component,
  { low, high }: Bounds,
  columnOf: ReadonlyMap<number, number>,
  fixed: ArrayLike<number>,
) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const known: number[] = [];
  for (const sum of sums) {
    let right = 0;
    const term = (cell: number, factor: number): void => {
      const column = columnOf.get(cell);
      if (column === undefined) right -= factor * fixed[cell]!;
      else {
        indices.push(column);
        values.push(factor);
      }
    };
    term(sum.whole, -1);
    for (const part of sum.parts) term(part, 1);
    starts.push(indices.length);
    known.push(right);
  }
  return {
    numCols: cells.length,
    numRows: sums.length,
    colCost: new Float64Array(cells.length),
    colLower: Float64Array.from(cells, (cell) => low[cell]!),
    colUpper: Float64Array.from(cells, (cell) => Math.min(high[cell]!, withoutEnd)),
    rowLower: Float64Array.from(known),
    rowUpper: Float64Array.from(known),
    matrix: { format: "csr" as const, numRows: sums.length, numCols: cells.length, starts, indices, values },
  };
}
