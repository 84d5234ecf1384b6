/** Whole = parts, as positions. */
export interface PlainSum {
  readonly whole: number;
  readonly parts: readonly number[];
}

/**
 * What sums tell of cells, one sum at a time and until nothing changes, in the plainest way: written without anything of the library, so
 * that it can judge both sides of it. It may miss what only several sums together tell, and finds nothing that is not so.
 */
export function unpick(cells: readonly (readonly [low: number, high: number])[], sums: readonly PlainSum[]) {
  const low = cells.map(([it]) => it);
  const high = cells.map(([, it]) => it);
  for (let changed = true; changed;) {
    changed = false;
    const narrow = (cell: number, least: number, most: number): void => {
      if (least <= low[cell]! && most >= high[cell]!) return;
      low[cell] = Math.max(low[cell]!, least);
      high[cell] = Math.min(high[cell]!, most);
      changed = true;
    };
    const add = (bound: readonly number[], parts: readonly number[]): number =>
      parts.reduce((sum, it) => sum + bound[it]!, 0);
    for (const { whole, parts } of sums) {
      narrow(whole, add(low, parts), add(high, parts));
      for (const part of parts) {
        const others = parts.filter((it) => it !== part);
        narrow(part, low[whole]! - add(high, others), high[whole]! - add(low, others));
      }
    }
  }
  return cells.map((_, cell) => [low[cell]!, high[cell]!] as const);
}
