import { TableProblem, type Dimension } from "./dimension.ts";

/**
 * A table of counts with all its margins. A cell is a number: the position of its codes, the last dimension running fastest.
 * `counts` holds every cell's count, sums included.
 */
export interface Table {
  readonly dimensions: readonly Dimension[];
  /** How far apart two neighbouring codes of a dimension are. */
  readonly strides: readonly number[];
  readonly counts: Float64Array;
  /** The innermost cells (lowest codes in every dimension) with a count above zero. */
  readonly inner: Int32Array;
}

/** One row of counts: a code per dimension, in their order, and how many. */
export interface CountRow {
  readonly codes: readonly string[];
  readonly count: number;
}

/** Larger tables are refused: cells are numbered in 32 bits, and the work would not fit in memory long before that. */
const mostCells = 50_000_000;

/**
 * Adds rows up into a table with all margins. Rows with the same codes are added; a combination without a row is zero.
 * @throws {TableProblem} for a count that is no whole number of at least 0, or a table that is too large
 */
export function makeTable(dimensions: readonly Dimension[], rows: Iterable<CountRow>): Table {
  const strides = stridesOf(dimensions);
  const size = dimensions.reduce((product, it) => product * it.codes.length, 1);
  if (size > mostCells)
    throw new TableProblem(
      `The table has ${size} cells with its margins, more than ${mostCells}; split it or leave out a dimension.`,
    );
  const counts = new Float64Array(size);
  const positions = dimensions.map((it) => new Map(it.leaves.map((leaf, i) => [it.codes[leaf]!, i])));
  const touched = new Set<number>();
  let row = 0;
  for (const { codes, count } of rows) {
    row++;
    if (!Number.isSafeInteger(count) || count < 0)
      throw new TableProblem(`Row ${row}: a count must be a whole number of at least 0, this is “${count}”.`);
    const lists = dimensions.map((it, d) => it.ancestors[leafAt(positions[d]!, codes[d], it.name, row)]!);
    const cells = crossed(lists, strides);
    for (const cell of cells) counts[cell]! += count;
    if (count > 0) touched.add(cells[0]!);
  }
  return { dimensions, strides, counts, inner: Int32Array.from(touched).sort() };
}

function leafAt(positions: ReadonlyMap<string, number>, code: string | undefined, name: string, row: number): number {
  const at = code === undefined ? undefined : positions.get(code);
  if (at === undefined)
    throw new TableProblem(`Row ${row}: “${code ?? ""}” is not one of the lowest codes of ${name}.`);
  return at;
}

export function stridesOf(dimensions: readonly Dimension[]): readonly number[] {
  const strides: number[] = [];
  let stride = 1;
  for (const it of dimensions.toReversed()) {
    strides.unshift(stride);
    stride *= it.codes.length;
  }
  return strides;
}

/** All cells whose codes are taken from these lists, one list per dimension; the first of every list comes first. */
export function crossed(lists: readonly (readonly number[])[], strides: readonly number[]): number[] {
  let cells = [0];
  for (const [d, list] of lists.entries()) {
    const stride = strides[d]!;
    cells = cells.flatMap((cell) => list.map((code) => cell + code * stride));
  }
  return cells;
}

/** The codes of a cell, as indexes. */
export function codesOf(table: Pick<Table, "dimensions" | "strides">, cell: number): readonly number[] {
  return table.strides.map((stride, d) => Math.floor(cell / stride) % table.dimensions[d]!.codes.length);
}

/** An innermost cell and every margin that it counts towards. */
export function marginsOf(table: Table, inner: number): number[] {
  const lists = codesOf(table, inner).map((code, d) => {
    const dimension = table.dimensions[d]!;
    return dimension.ancestors[dimension.leaves.indexOf(code)]!;
  });
  return crossed(lists, table.strides);
}
