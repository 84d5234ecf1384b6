import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishedCell, unpublishedCell, type PublishedCell } from "../src/audit/known.ts";
import { auditUniverse } from "../src/audit/universe.ts";
import { protectUniverse, type CellState } from "../src/protect-universe.ts";
import { rounded, rulesOf, type Rules } from "../src/rules.ts";
import type { Universe } from "../src/universe.ts";
import { possibleInUniverse } from "./brute-universe.ts";
import { universes } from "./random-universe.ts";

function asPublished(universe: Universe, states: readonly CellState[], rules: Rules): PublishedCell[] {
  const known = { ...rules, zerosShown: rules.zeros === "open" };
  const inGroup = new Set((universe.groups ?? []).flatMap(({ children }) => children));
  return universe.cells.map(({ count }, cell) => {
    if (states[cell] === "unpublished") return unpublishedCell;
    // What was shown before although it is small is known.
    if (states[cell] === "open" && count < rules.threshold) return { low: count, high: count, kind: "shown" };
    const it = publishedCell(states[cell] === "open" ? rounded(count, rules.roundingBase) : undefined, known);
    return it.kind === "hidden" && (inGroup.has(cell) || count === 0) ? { ...it, low: 0 } : it;
  });
}

const variants: [string, Rules][] = [
  ["exact figures", rulesOf("plain", { threshold: 3 })],
  ["exact figures, four values left", rulesOf("plain", { threshold: 4, choices: 4 })],
  ["zeros hidden as well", rulesOf("plain", { threshold: 3, zeros: "hidden" })],
  ["rounded to fives", rulesOf("plain", { threshold: 5, roundingBase: 5 })],
  ["rounded to fives, all small values left", rulesOf("strict", { threshold: 5 })],
];

describe.each(variants)("a random universe: %s", (_, rules) => {
  const small = universes([0, 0, 1, 1, 2, 3, 4, 6, 9]);

  test("no hidden small count can be worked out, tried with every table that fits", () => {
    let judged = 0;
    fc.assert(
      fc.property(small, (universe) => {
        const { states, failures } = protectUniverse(universe, rules);
        const failed = new Set(failures.map(({ cell }) => cell));
        const published = asPublished(universe, states, rules);
        const most = Math.max(...universe.cells.map(({ count }) => count));
        const values = possibleInUniverse(published, universe.equations, most + 7);
        fc.pre(values !== undefined);
        judged++;
        const known = [...states.keys()].filter(
          (cell) => states[cell] === "primary" && !failed.has(cell) && values![cell]!.size < rules.choices,
        );
        expect(known).toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect(judged).toBeGreaterThan(10);
  });

  test("leaves the auditor nothing to find but what is reported as impossible", async () => {
    await fc.assert(
      fc.asyncProperty(small, async (universe) => {
        const { states, failures } = protectUniverse(universe, rules);
        const failed = new Set(failures.map(({ cell }) => cell));
        const report = await auditUniverse(
          { cells: asPublished(universe, states, rules), equations: universe.equations },
          { ...rules, zerosShown: rules.zeros === "open" },
        );
        expect(report.exposures.filter(({ cell }) => !failed.has(cell))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test("every small count can be protected as long as nothing around it is known already", () => {
    fc.assert(
      fc.property(small, ({ cells, equations }) => {
        const free = { cells: cells.map(({ count }) => ({ count })), equations };
        expect(protectUniverse(free, rules).failures).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("what is open or hidden already stays so", () => {
    const staysSo = fc.property(small, (universe) => {
      const { states } = protectUniverse(universe, rules);
      const changed = universe.cells.filter(({ fixed }, cell) => {
        const state = states[cell];
        return fixed === "hidden" ? state === "open" : fixed !== undefined && state !== fixed;
      });
      return changed.length === 0;
    });
    expect(() => fc.assert(staysSo, { numRuns: 60 })).not.toThrow();
  });
});
