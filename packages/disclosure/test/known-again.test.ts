import { describe, expect, test } from "vitest";
import { knownAgain, shownInterval } from "../src/knowledge.ts";
import { protectUniverse } from "../src/protect-universe.ts";
import { rounded, rulesOf } from "../src/rules.ts";

const rules = rulesOf("strict");
const { threshold, roundingBase: base } = rules;

/** What is shown of a count after a number was shown before: undefined where it is hidden. */
function shownAfter(before: number, count: number): number | undefined {
  if (count > 0 && count < threshold) return undefined;
  return Math.abs(count - before) < base ? before : rounded(count, base);
}

const counts = Array.from({ length: 30 }, (_, i) => i + threshold);

/** All counts that a reader of both numbers must reckon with. */
const consistent = (before: number, shown: number): number[] =>
  [...Array(60).keys()].filter((it) => shownAfter(before, it) === shown);

describe("a number that an earlier edition showed", () => {
  test("and that is shown again or changed tells what follows from trying every count", () => {
    for (const first of counts)
      for (const count of counts) {
        const before = rounded(first, base);
        const possible = consistent(before, shownAfter(before, count)!);
        const { low, high } = knownAgain(count, before, rules);
        expect(low).toBeLessThanOrEqual(count);
        expect(high).toBeGreaterThanOrEqual(count);
        expect(low).toBeGreaterThanOrEqual(Math.min(...possible));
        expect(high).toBeLessThanOrEqual(Math.max(...possible));
        // Who takes it that nothing moved is right as long as the count is as near as rounding brings it.
        const unmoved = shownAfter(before, count) === before && rounded(count, base) === before;
        const all = { low: Math.min(...possible), high: Math.max(...possible) };
        expect({ low, high }).toEqual(unmoved ? shownInterval(count, rules) : all);
      }
  });

  test("a kept number that no longer is the nearest one gives less away than its own rounding", () => {
    expect(knownAgain(34, 30, rules)).toEqual({ low: 26, high: 34 });
    expect(shownInterval(34, rules)).toEqual({ low: 33, high: 37 });
  });

  test("a changed number gives more away, and so more is hidden", () => {
    // The whole is 38 to 42. Of a part that is 33 to 37, 1 to 9 are left; 35 after 30 is 35 to 37, which leaves 1 to 7.
    const failures = (known: { known?: ReturnType<typeof knownAgain> }) => {
      const cells = [
        { count: 40, fixed: "open" as const },
        { count: 36, fixed: "open" as const, ...known },
        { count: 4 },
      ];
      return protectUniverse({ cells, equations: [{ parent: 0, children: [1, 2] }] }, rules).failures;
    };
    expect(failures({})).toEqual([]);
    expect(failures({ known: knownAgain(36, 30, rules) })).toEqual([{ cell: 2, values: 7, needed: 9 }]);
  });

  test("what is said to be known must hold the count", () => {
    expect(() =>
      protectUniverse({ cells: [{ count: 20, known: { low: 21, high: 25 } }], equations: [] }, rules),
    ).toThrow("Cell 0 is not what is said to be known of it");
  });
});
