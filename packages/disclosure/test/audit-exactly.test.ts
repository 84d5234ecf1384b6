import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishedCell, unpublishedCell, type PublishedCell } from "../src/audit/known.ts";
import { auditUniverse } from "../src/audit/universe.ts";
import { rounded, rulesOf, type Rules } from "../src/rules.ts";
import type { Universe } from "../src/universe.ts";
import { possibleInUniverse } from "./brute-universe.ts";
import { universes } from "./random-universe.ts";

const known = (rules: Rules) => ({ ...rules, zerosShown: rules.zeros === "open" });

/** Small counts left out, a few others too, and nothing looked at. */
const published = ({ cells }: Universe, rules: Rules): PublishedCell[] =>
  cells.map(({ count, fixed }) => {
    if (fixed === "unpublished") return unpublishedCell;
    const hidden = fixed === "hidden" || (count > 0 && count < rules.threshold);
    const it = publishedCell(hidden ? undefined : rounded(count, rules.roundingBase), known(rules));
    return hidden && count === 0 ? { ...it, low: 0 } : it;
  });

describe("the auditor against trying every table", () => {
  const variants: [string, Rules][] = [
    ["exact figures", rulesOf("plain", { threshold: 3 })],
    ["exact figures, three values left", rulesOf("plain", { threshold: 4, choices: 3 })],
    ["rounded to threes, three values left", rulesOf("plain", { threshold: 3, roundingBase: 3, choices: 3 })],
  ];

  test.each(variants)("%s: finds just what can be narrowed too far, no more and no less", async (_, rules) => {
    let judged = 0;
    await fc.assert(
      fc.asyncProperty(universes([0, 0, 1, 1, 2, 3, 4, 6]), async (universe) => {
        const cells = published(universe, rules);
        const most = Math.max(...universe.cells.map(({ count }) => count)) + 5;
        const possible = possibleInUniverse(cells, universe.equations, most);
        fc.pre(possible !== undefined);
        judged++;
        const narrow = [...cells.keys()].filter((cell) => {
          const [least, last] = [Math.min(...possible![cell]!), Math.max(...possible![cell]!)];
          if (cells[cell]!.kind === "shown" || least >= rules.threshold) return false;
          if (cells[cell]!.kind === "unpublished" && least === 0) return false;
          // A zero is shown under these rules, and no secret where it isn't.
          if (last === 0) return false;
          return last - least + 1 < rules.choices;
        });
        const report = await auditUniverse({ cells, equations: universe.equations }, known(rules));
        expect(report.undecided).toEqual([]);
        expect(report.exposures.map(({ cell }) => cell).sort((a, b) => a - b)).toEqual(narrow);
        const outside = report.exposures.filter(({ cell, low, high }) =>
          [...possible![cell]!].some((it) => it < low || it > high),
        );
        expect(outside).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(judged).toBeGreaterThan(10);
  });

  test("finds just the parts that hold all, or all but one, of a group in every table that fits", async () => {
    const rules = rulesOf("plain", { threshold: 3 });
    let telling = 0;
    await fc.assert(
      fc.asyncProperty(universes([0, 0, 0, 0, 1, 1, 2, 3]), async (universe) => {
        const groups = universe.equations;
        const inGroup = new Set(groups.flatMap(({ children }) => children));
        const cells = published(universe, rules).map((it, cell) =>
          it.kind === "hidden" && inGroup.has(cell) ? { ...it, low: 0 } : it,
        );
        const parts = groups.flatMap(({ parent, children }, group) =>
          children.map((child) => ({ group, parent, child })),
        );
        const most = Math.max(...universe.cells.map(({ count }) => count)) + 5;
        const possible = possibleInUniverse(
          [...cells, ...parts.map(() => unpublishedCell)],
          [
            ...universe.equations,
            ...parts.map(({ parent, child }, i) => ({ parent, children: [child, cells.length + i] })),
          ],
          most,
        );
        fc.pre(possible !== undefined);
        const expected = parts.filter(
          ({ child }, i) => Math.max(...possible![cells.length + i]!) <= 1 && Math.min(...possible![child]!) >= 1,
        );
        telling += expected.length;
        const report = await auditUniverse({ cells, equations: universe.equations, groups }, known(rules));
        expect(report.undecided).toEqual([]);
        expect(report.tellingParts).toEqual(expected.map(({ group, child }) => ({ group, child })));
      }),
      { numRuns: 60 },
    );
    expect(telling).toBeGreaterThan(10);
  });

  test("a count that only whole numbers give away: twice something, between three and five", async () => {
    const cells: PublishedCell[] = [{ low: 3, high: 5, kind: "hidden" }, unpublishedCell, unpublishedCell];
    const equations = [
      { parent: 0, children: [1, 2] },
      { parent: 1, children: [2] },
    ];
    const { exposures } = await auditUniverse({ cells, equations }, { threshold: 10, choices: 2, zerosShown: false });
    expect(exposures.find((it) => it.cell === 0)).toMatchObject({ low: 4, high: 4 });
  });
});
