import { cheapestBox } from "./box.ts";
import { eliminate } from "./eliminate.ts";
import { inOrder, type OrderName } from "./order.ts";
import { protectUniverse } from "./protect-universe.ts";
import type { Rules } from "./rules.ts";
import { groupsOfSingles } from "./singles.ts";
import { marginsOf, type Table } from "./table.ts";
import { universeOf } from "./table-universe.ts";
import { Proofs } from "./witness.ts";

/** Why a cell is hidden, or that it is not. For the steward only: published marks must not tell primary from secondary. */
export type State = "open" | "primary" | "secondary";

export interface Protection {
  readonly primary: readonly number[];
  readonly secondary: readonly number[];
}

/**
 * Hides what the rules hide, and whatever else is needed so that no hidden small count can be worked out from the rest.
 * @param orders tried one after the other, the one that hides the fewest cells is kept; chosen by the table when left out
 */
export function protect(table: Table, rules: Rules, orders?: readonly OrderName[]): Protection {
  if (rules.roundingBase > 1 && orders === undefined) {
    // Rounding leaves room around every open cell. Where that does not suffice, the table is protected as if it were not rounded.
    const { states, failures } = protectUniverse(universeOf(table), rules);
    const withState = (state: State): number[] => [...states.keys()].filter((cell) => states[cell] === state);
    if (failures.length === 0) return { primary: withState("primary"), secondary: withState("secondary") };
  }
  const { counts } = table;
  const primary: number[] = [];
  const candidates: number[] = [];
  for (let cell = 0; cell < counts.length; cell++) {
    const count = counts[cell]!;
    if (count === 0 && rules.zeros === "open") continue;
    if (count < rules.threshold) primary.push(cell);
    else candidates.push(cell);
  }
  if (primary.length === 0) return { primary, secondary: [] };
  const least = rules.zeros === "open" ? 1 : 0;
  const groups = groupsOfSingles(table, primary, least);
  const { vectors, size, groupCells } = vectorsOf(table, groups);
  const protectedCells = Int32Array.from([...primary, ...groupCells]);

  let best: Protection | undefined;
  for (const order of orders ?? ordersFor(table, primary)) {
    const elimination = eliminate({
      vectors,
      candidates: inOrder(table, candidates, primary, order),
      protectedCells,
      size,
    });
    const proofs = new Proofs(counts, elimination.changes, least, rules.choices);
    const hidden = new Set([...primary, ...elimination.hidden]);
    const secondary = [...elimination.hidden];
    for (const cell of primary) {
      if (proofs.proved(cell)) continue;
      const box = cheapestBox(table, cell, (it) => hidden.has(it), least, rules.choices);
      if (box.toHide.length > 0 && proofs.provedByTwo(cell)) continue;
      for (const it of box.toHide) {
        hidden.add(it);
        secondary.push(it);
      }
      proofs.learn(box.change);
    }
    if (best === undefined || secondary.length < best.secondary.length) best = { primary, secondary };
  }
  return best!;
}

/**
 * In a large table one order is enough: each takes its time, and what they differ by is little. Company for hidden cells is worth
 * looking for only where these are many; among a few lonely ones the largest counts come first.
 */
function ordersFor({ counts }: Table, primary: readonly number[]): readonly OrderName[] {
  const many = primary.length > counts.length / 100;
  return many && counts.length <= 20_000 ? ["large first", "away from lonely cells first"] : ["large first"];
}

/** Per innermost cell what moves along with it: its margins, and the groups that those belong to, numbered after all cells. */
function vectorsOf(table: Table, groups: readonly (readonly number[])[]) {
  const first = table.counts.length;
  const groupsOf = new Map<number, number[]>();
  for (const [i, group] of groups.entries())
    for (const cell of group) {
      const list = groupsOf.get(cell);
      if (list === undefined) groupsOf.set(cell, [first + i]);
      else list.push(first + i);
    }
  const vectors = Array.from(table.inner, (inner) => {
    const margins = marginsOf(table, inner);
    return groupsOf.size === 0 ? margins : [...margins, ...margins.flatMap((cell) => groupsOf.get(cell) ?? [])];
  });
  return { vectors, size: first + groups.length, groupCells: groups.map((_, i) => first + i) };
}
