import type { PublishedCell } from "../src/audit/known.ts";

/** More steps than this are not tried: then the case says nothing. */
const mostSteps = 100_000;

/**
 * Which values each cell can have, by trying every whole-number table that fits. For small universes only; written without anything
 * of the library, so that it can judge both sides of it. Cells without an upper bound are tried up to `most`.
 * @returns undefined when there are too many tables to try
 */
export function possibleInUniverse(
  cells: readonly PublishedCell[],
  equations: readonly { readonly parent: number; readonly children: readonly number[] }[],
  most: number,
): readonly ReadonlySet<number>[] | undefined {
  const found = cells.map(() => new Set<number>());
  const values: (number | undefined)[] = cells.map(() => undefined);
  const equationsOf = cells.map((_, cell) =>
    equations.filter(({ parent, children }) => parent === cell || children.includes(cell)),
  );
  const fits = (cell: number): boolean =>
    equationsOf[cell]!.every(({ parent, children }) => {
      let low = 0;
      let high = 0;
      for (const child of children) {
        low += values[child] ?? cells[child]!.low;
        high += values[child] ?? Math.min(cells[child]!.high, most);
      }
      const whole = values[parent];
      return high >= (whole ?? cells[parent]!.low) && low <= (whole ?? Math.min(cells[parent]!.high, most));
    });
  let steps = 0;
  const visit = (cell: number): void => {
    if (++steps > mostSteps) return;
    if (cell === cells.length) {
      for (const [i, value] of values.entries()) found[i]!.add(value!);
      return;
    }
    const { low, high } = cells[cell]!;
    for (let value = low; value <= Math.min(high, most); value++) {
      values[cell] = value;
      if (fits(cell)) visit(cell + 1);
    }
    values[cell] = undefined;
  };
  visit(0);
  return steps > mostSteps ? undefined : found;
}
