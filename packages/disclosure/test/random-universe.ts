import * as fc from "fast-check";
import type { Universe, UniverseCell } from "../src/universe.ts";

/**
 * Small universes of a realistic shape: areas with their whole, one or two divisions of the same total, perhaps a second grouping of
 * the areas, and cells that were open or hidden before or are not published at all.
 */
export const universes = (counts: readonly number[]): fc.Arbitrary<Universe> =>
  fc
    .record({
      areas: fc.integer({ min: 2, max: 3 }),
      first: fc.integer({ min: 2, max: 3 }),
      second: fc.constantFrom(0, 0, 2),
      draws: fc.array(fc.constantFrom(...counts), { minLength: 9, maxLength: 9 }),
      split: fc.array(fc.nat(100), { minLength: 3, maxLength: 3 }),
      fixed: fc.array(
        fc.constantFrom(undefined, undefined, undefined, undefined, undefined, "open", "hidden", "unpublished"),
        {
          minLength: 24,
          maxLength: 24,
        },
      ),
      pair: fc.boolean(),
    })
    .map((it) => {
      const cells: UniverseCell[] = [];
      const equations: { parent: number; children: number[] }[] = [];
      const add = (count: number): number => cells.push({ count, ...fixedAt(it.fixed[cells.length]) }) - 1;
      const sum = (children: readonly number[]): number => {
        const parent = add(children.reduce((all, child) => all + cells[child]!.count, 0));
        equations.push({ parent, children: [...children] });
        return parent;
      };
      const rows = Array.from({ length: it.areas }, (_, a) => {
        const kinds = Array.from({ length: it.first }, (_, k) => add(it.draws[a * it.first + k]!));
        return { kinds, whole: sum(kinds) };
      });
      for (let k = 0; k < it.first; k++) sum(rows.map(({ kinds }) => kinds[k]!));
      const top = sum(rows.map(({ whole }) => whole));
      equations.push({
        parent: top,
        children: Array.from({ length: it.first }, (_, k) => equations[it.areas + k]!.parent),
      });
      if (it.second > 0)
        for (const [a, { whole }] of rows.entries()) {
          const part = Math.round((cells[whole]!.count * it.split[a]!) / 100);
          equations.push({ parent: whole, children: [add(part), add(cells[whole]!.count - part)] });
        }
      if (it.pair && it.areas === 3) {
        const [one, two, three] = rows.map(({ whole }) => whole);
        equations.push({ parent: top, children: [sum([one!, two!]), three!] });
      }
      return { cells, equations };
    });

const fixedAt = (fixed: UniverseCell["fixed"]): Pick<UniverseCell, "fixed"> => (fixed === undefined ? {} : { fixed });
