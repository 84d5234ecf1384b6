import type { Dimension } from "./dimension.ts";
import { codesOf, type Table } from "./table.ts";

/**
 * Groups of hidden ones within one sum. Whoever can compute what such a group adds up to, and knows that a hidden count is at least
 * one, knows every count in it. So the group's sum is protected as if it were a cell.
 */
export function groupsOfSingles(table: Table, hidden: Iterable<number>, least: number): readonly (readonly number[])[] {
  const equationsOf = table.dimensions.map(equationsByChild);
  const groups = new Map<string, number[]>();
  for (const cell of hidden) {
    if (table.counts[cell] !== least) continue;
    for (const [d, code] of codesOf(table, cell).entries())
      for (const e of equationsOf[d]!.get(code) ?? []) {
        const whole = cell + (table.dimensions[d]!.equations[e]!.parent - code) * table.strides[d]!;
        const key = `${d} ${e} ${whole}`;
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [cell]);
        else group.push(cell);
      }
  }
  return [...groups.values()].filter((it) => it.length > 1);
}

function equationsByChild({ equations }: Dimension): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const [e, { children }] of equations.entries())
    for (const child of children) {
      const list = found.get(child);
      if (list === undefined) found.set(child, [e]);
      else list.push(e);
    }
  return found;
}
