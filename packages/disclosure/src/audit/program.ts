import type { Highs, Model } from "highs";
import type { Bounds } from "./bounds.ts";
import type { Component } from "./components.ts";

/** No count in this field comes near this; it stands for "without end" where a program needs a number. */
const withoutEnd = 1e7;
/** Solutions are exact to about 1e-7: what lies this near a whole number is that number. */
const slack = 1e-5;
/** A programme in whole numbers is given up after so many branches: what it did not settle stays unsettled. */
const mostBranches = 500;

/** How many whole numbers lie between. */
export const choicesIn = (low: number, high: number): number =>
  high < low ? 0 : Math.floor(high + slack) - Math.ceil(low - slack) + 1;

export interface ProgramOptions {
  /** What cells outside the component are, in the sums that hold them. */
  readonly fixed: ArrayLike<number>;
  /** Only tables of whole numbers; otherwise fractions are allowed, and what these can't be, whole numbers can't either. */
  readonly whole: boolean;
}

/** The outcome of looking for the least or the most that a cell can be. */
export interface Aimed {
  /** The least or the most; a bound on it when fractions are allowed. Undefined when it was not settled. */
  readonly extreme?: number;
  /** A table that fits, as the values of the component's cells; undefined when none was found. */
  readonly table?: Float64Array;
}

/** All tables that fit the sums of a component, as a linear program (HiGHS) that is asked again and again with another aim. */
export class Program {
  readonly #model: Model;
  readonly #highs: Highs;
  readonly #columnOf: ReadonlyMap<number, number>;
  readonly #whole: boolean;
  #aimed: number | undefined;

  constructor(highs: Highs, component: Component, bounds: Bounds, { fixed, whole }: ProgramOptions) {
    this.#highs = highs;
    this.#whole = whole;
    this.#columnOf = new Map(component.cells.map((cell, i) => [cell, i]));
    const { integer } = highs.constants.variableType;
    this.#model = highs.createModel({
      ...modelOf(component, bounds, this.#columnOf, fixed),
      ...(whole ? { integrality: new Int32Array(component.cells.length).fill(integer) } : {}),
    });
    this.#model.options.set({ output_flag: false, ...(whole ? { mip_max_nodes: mostBranches } : {}) });
  }

  /** @returns a table that fits; `none` when there is none for sure; undefined when it was not settled */
  any(): Float64Array | "none" | undefined {
    this.#model.run();
    if (this.#model.getModelStatus() === this.#highs.constants.modelStatus.infeasible) return "none";
    return this.#table();
  }

  least(cell: number): Aimed {
    return this.#aim(cell, 1);
  }

  most(cell: number): Aimed {
    return this.#aim(cell, -1);
  }

  dispose(): void {
    this.#model.dispose();
  }

  #aim(cell: number, cost: 1 | -1): Aimed {
    const column = this.#columnOf.get(cell)!;
    if (this.#aimed !== undefined) this.#cost(this.#aimed, 0);
    this.#cost(column, cost);
    this.#aimed = column;
    this.#model.run();
    const table = this.#table();
    if (table === undefined) return {};
    const settled = this.#model.getModelStatus() === this.#highs.constants.modelStatus.optimal;
    return { table, ...(settled ? { extreme: table[column]! } : {}) };
  }

  #cost(column: number, cost: number): void {
    this.#model.changeColsCost({ kind: "range", from: column, to: column }, Float64Array.of(cost));
  }

  #table(): Float64Array | undefined {
    const { modelStatus } = this.#highs.constants;
    const status = this.#model.getModelStatus();
    if (status !== modelStatus.optimal && !this.#whole) return undefined;
    const { colValue } = this.#model.getSolution();
    return colValue.length === this.#columnOf.size ? Float64Array.from(colValue) : undefined;
  }
}

function modelOf(
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
