import { codesOf, type Table } from "./table.ts";
import type { Universe } from "./universe.ts";

/** A table with all its margins as a universe: the same cells, and every sum over every dimension. */
export function universeOf(table: Table): Universe {
  const equations = table.dimensions.flatMap((dimension, d) => {
    const stride = table.strides[d]!;
    return [...table.counts.keys()].flatMap((cell) => {
      const code = codesOf(table, cell)[d]!;
      return dimension.equations
        .filter(({ parent }) => parent === code)
        .map(({ children }) => ({ parent: cell, children: children.map((child) => cell + (child - code) * stride) }));
    });
  });
  return { cells: Array.from(table.counts, (count) => ({ count })), equations };
}
