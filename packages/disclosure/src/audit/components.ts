import type { Bounds } from "./bounds.ts";
import type { Sum } from "./published.ts";

/** Cells that are still open to question, and the sums that tie them together. Other components say nothing about them. */
export interface Component {
  readonly cells: readonly number[];
  readonly sums: readonly Sum[];
}

/** Splits the cells whose bounds leave a choice into groups that share sums. */
export function componentsOf({ low, high }: Bounds, sums: readonly Sum[]): Component[] {
  const leader = Int32Array.from(low, (_, i) => i);
  const find = (cell: number): number => {
    let at = cell;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at]!]!;
      at = leader[at]!;
    }
    return at;
  };
  const free = (cell: number): boolean => low[cell] !== high[cell];
  const telling: [Sum, number][] = [];
  for (const sum of sums) {
    const inside = [sum.whole, ...sum.parts].filter(free);
    const first = inside[0];
    if (first === undefined) continue;
    telling.push([sum, first]);
    for (const cell of inside) leader[find(cell)] = find(first);
  }
  const cells = Map.groupBy([...low.keys()].filter(free), find);
  const sumsIn = Map.groupBy(telling, ([, first]) => find(first));
  return [...cells].map(([root, inside]) => ({ cells: inside, sums: (sumsIn.get(root) ?? []).map(([sum]) => sum) }));
}
