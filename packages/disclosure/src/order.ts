import { codesOf, type Table } from "./table.ts";

/** The orders in which cells are considered for publication; which one hides least differs from table to table. */
export type OrderName = "large first" | "away from lonely cells first";

/**
 * Puts candidates in order. Large counts are the ones most wanted. A cell that shares a sum with a single protected one is the best
 * company for it: keeping such cells till last lets one hidden cell serve more than one other.
 */
export function inOrder(
  table: Table,
  candidates: readonly number[],
  primary: Iterable<number>,
  order: OrderName,
): Int32Array {
  const { counts } = table;
  const larger = (a: number, b: number): number => counts[b]! - counts[a]! || a - b;
  if (order === "large first") return Int32Array.from(candidates.toSorted(larger));
  const wholes = table.dimensions.map(({ codes, equations }) =>
    codes.map((_, code) =>
      equations.flatMap(({ parent, children }, e) =>
        parent === code || children.includes(code) ? [[e, parent] as const] : [],
      ),
    ),
  );
  const keysOf = (cell: number): number[] =>
    codesOf(table, cell).flatMap((code, d) =>
      wholes[d]![code]!.map(([e, parent]) => ((cell + (parent - code) * table.strides[d]!) * 64 + d) * 4096 + e),
    );
  const inSum = new Map<number, number>();
  for (const cell of primary) for (const key of keysOf(cell)) inSum.set(key, (inSum.get(key) ?? 0) + 1);
  const lonely = new Float64Array(counts.length);
  for (const cell of candidates) lonely[cell] = keysOf(cell).filter((key) => inSum.get(key) === 1).length;
  return Int32Array.from(candidates.toSorted((a, b) => lonely[a]! - lonely[b]! || larger(a, b)));
}
