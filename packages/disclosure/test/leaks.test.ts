import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hiddenBehindRatio, publishedCell, unpublishedCell, type PublishedCell } from "../src/audit/known.ts";
import { auditUniverse, type PublishedUniverse, type UniverseReport } from "../src/audit/universe.ts";
import { protectUniverse } from "../src/protect-universe.ts";
import { rounded, rulesOf, type Rules } from "../src/rules.ts";
import type { Universe } from "../src/universe.ts";

const exact = rulesOf("plain");
const fives = rulesOf("cbs-visible", { threshold: 5 });
const strict = rulesOf("strict");
const known = (rules: Rules) => ({ ...rules, zerosShown: rules.zeros === "open" });

/** Written as an attacker reads it: a number is shown, "." is hidden, "-" is in no table. */
const audited = (marks: readonly (number | "." | "-")[], sums: readonly string[], rules: Rules, extra = {}) =>
  auditUniverse(
    {
      cells: marks.map((it) =>
        it === "-" ? unpublishedCell : publishedCell(it === "." ? undefined : it, known(rules)),
      ),
      equations: equations(sums),
      ...extra,
    },
    known(rules),
  );

/** "0=1+2": cell 0 is the sum of cells 1 and 2. */
const equations = (sums: readonly string[]): { parent: number; children: number[] }[] =>
  sums.map((it) => {
    const [parent, children] = it.split("=");
    return { parent: Number(parent), children: children!.split("+").map(Number) };
  });

const exposed = ({ exposures }: UniverseReport): string[] =>
  exposures.map(({ cell, low, high }) => (low === high ? `${cell}: ${low}` : `${cell}: ${low}–${high}`));

async function protectedReport(universe: Universe, rules: Rules) {
  const { states, failures } = protectUniverse(universe, rules);
  const inGroup = new Set((universe.groups ?? []).flatMap(({ children }) => children));
  const cells = universe.cells.map(({ count }, cell): PublishedCell => {
    if (states[cell] === "unpublished") return unpublishedCell;
    const it = publishedCell(states[cell] === "open" ? rounded(count, rules.roundingBase) : undefined, known(rules));
    return inGroup.has(cell) && it.kind === "hidden" ? { ...it, low: 0 } : it;
  });
  return { states, failures, report: await auditUniverse({ ...universe, cells }, known(rules)) };
}

describe("planted leaks that the auditor finds", () => {
  test("a year and one of its halves, when only the other half is hidden", async () => {
    expect(exposed(await audited([20, 17, "."], ["0=1+2"], exact))).toEqual(["2: 3"]);
  });

  test("a rounded year of two hidden halves that can be nothing but one each", async () => {
    // The year is hidden as well, so it is 1 to … , and the years add up to a total that leaves it two.
    expect(exposed(await audited([12, 10, ".", ".", "."], ["0=1+2", "2=3+4"], exact))).toEqual([
      "2: 2",
      "3: 1",
      "4: 1",
    ]);
  });

  test("a hidden count beside rounded ones: the openly stated rule leaves it little", async () => {
    // 5 stands for 5 to 7, as anything smaller would be hidden: of the year at most 2 are left for the other half.
    const report = await audited([5, 5, "."], ["0=1+2"], rulesOf("strict", { threshold: 5 }));
    expect(exposed(report)).toEqual(["2: 1–2"]);
  });

  test("two ones in a hidden row, when the total of the row is known", async () => {
    expect(exposed(await audited([2, ".", "."], ["0=1+2"], exact))).toEqual(["1: 1", "2: 1"]);
  });

  test("a row of zeros: all of the hidden total is in the one part that is left", async () => {
    const group = { groups: [{ parent: 0, children: [1, 2, 3] }] };
    const report = await audited([".", ".", 0, 0], ["0=1+2+3"], strict, group);
    expect(report.tellingParts).toEqual([{ group: 0, child: 1 }]);
  });

  test("a sensitive part that holds all, or all but one, of a shown group", async () => {
    const group = { groups: [{ parent: 0, children: [1, 2] }] };
    expect((await audited([40, 40, 0], ["0=1+2"], exact, group)).tellingParts).toEqual([{ group: 0, child: 1 }]);
    expect((await audited([41, 40, "."], ["0=1+2"], exact, group)).tellingParts).toEqual([{ group: 0, child: 1 }]);
    expect((await audited([45, 40, 5], ["0=1+2"], exact, group)).tellingParts).toEqual([]);
  });

  test("others of whom there can be two, however many there must be, say nothing about anyone", async () => {
    // All are 10 to 12 and so is the part: one or two are left for the others, and it is not known which.
    const group = { groups: [{ parent: 0, children: [1, 2], sensitive: [1] }] };
    const { tellingParts, undecided } = await audited([10, 10, "."], ["0=1+2"], rulesOf("cbs-visible"), group);
    expect({ tellingParts, undecided }).toEqual({ tellingParts: [], undecided: [] });
  });

  test("a part that may be empty says nothing about anyone, until two sums together tell that it is not", async () => {
    const cell = (low: number, high: number): PublishedCell => ({ low, high, kind: "hidden" });
    const cells = [cell(0, 1), cell(0, 9), cell(2, 6), cell(3, 7), cell(1, 9)];
    const groups = [{ parent: 0, children: [1], sensitive: [1] }];
    const look = async (sums: readonly string[]) => {
      const found = await auditUniverse({ cells, equations: equations(sums), groups }, known(exact));
      return { telling: found.tellingParts.length, undecided: found.undecided.length };
    };
    expect(await look(["3=1+2"])).toEqual({ telling: 0, undecided: 0 });
    expect(await look(["3=1+2", "3=2+4"])).toEqual({ telling: 1, undecided: 0 });
  });

  test("two hidden per row and column, and yet known: only the sums together tell (rank test)", async () => {
    // Rows 0 = 1+2, 3 = 4+5; the two columns share the total 6 = 1+4+5, which leaves cell 1 alone.
    const report = await audited([30, ".", ".", 20, ".", ".", 24], ["0=1+2", "3=4+5", "6=1+4+5"], exact);
    expect(exposed(report)).toEqual(["1: 4"]);
  });

  test("a revision: the old figure and the new one differ by the late deliveries", async () => {
    // old 1 = stayed 0; new 2 = stayed 0 + late 3.
    expect(exposed(await audited(["-", 120, 123, "-"], ["1=0", "2=0+3"], exact))).toEqual(["3: 3"]);
  });

  test("geography: a region, and the municipalities of a province that is the region but for one", async () => {
    expect(exposed(await audited([50, 47, "."], ["0=1+2"], exact))).toEqual(["2: 3"]);
  });

  test("a percentage with one decimal of a known denominator is the count over again", async () => {
    const all = publishedCell(200, known(exact));
    const cells = [all, hiddenBehindRatio(1.5, 1, all)];
    const report = await auditUniverse({ cells, equations: [] }, known(exact));
    expect(exposed(report)).toEqual(["1: 3"]);
  });
});

describe("what the protecting side makes of the same", () => {
  const cell = (count: number, own: Partial<Universe["cells"][number]> = {}) => ({ count, ...own });
  const cases: [string, Universe, Rules][] = [
    ["a year and its halves", { cells: [cell(20), cell(17), cell(3)], equations: equations(["0=1+2"]) }, exact],
    ["two ones in a row", { cells: [cell(2), cell(1), cell(1)], equations: equations(["0=1+2"]) }, exact],
    ["rounded halves", { cells: [cell(17), cell(11), cell(6)], equations: equations(["0=1+2"]) }, strict],
    [
      "two tables that are each safe alone, and share a total",
      {
        cells: [cell(3), cell(20), cell(23), cell(4), cell(16), cell(20), cell(43), cell(7), cell(36)],
        equations: equations(["2=0+1", "5=3+4", "6=2+5", "7=0+3", "8=1+4", "6=7+8"]),
      },
      exact,
    ],
    [
      "geography twice: province and region over the same municipalities",
      {
        cells: [cell(2), cell(30), cell(40), cell(9), cell(32), cell(49), cell(42), cell(39), cell(81)],
        equations: equations(["4=0+1", "5=2+3", "8=4+5", "6=0+2", "7=1+3", "8=6+7"]),
      },
      exact,
    ],
    [
      "a revision by three late deliveries",
      {
        cells: [
          cell(120, { fixed: "unpublished" }),
          cell(120, { fixed: "open" }),
          cell(123),
          cell(3, { fixed: "unpublished" }),
          cell(500),
          cell(377),
        ],
        equations: equations(["1=0", "2=0+3", "4=2+5"]),
      },
      exact,
    ],
    [
      "all of a group in one part",
      {
        cells: [cell(40), cell(40), cell(0), cell(60), cell(30), cell(30), cell(100), cell(70), cell(30)],
        equations: equations(["0=1+2", "3=4+5", "6=0+3", "7=1+4", "8=2+5", "6=7+8"]),
        groups: [{ parent: 0, children: [1, 2] }],
      },
      exact,
    ],
  ];

  test.each(cases)("%s", async (_, universe, rules) => {
    const { states, failures, report } = await protectedReport(universe, rules);
    expect(failures).toEqual([]);
    expect(exposed(report)).toEqual([]);
    expect(report.tellingParts).toEqual([]);
    expect(states.filter((it) => it === "primary" || it === "secondary").length).toBeGreaterThan(0);
  });

  test("few casus behind many reports are hidden like a small count", () => {
    const universe = {
      cells: [cell(40, { units: 3 }), cell(60, { units: 50 }), cell(100)],
      equations: equations(["0=1"]),
    };
    const own = { ...universe, equations: equations(["2=0+1"]) };
    expect(protectUniverse(own, exact).states[0]).toBe("primary");
  });

  test("a structural zero is shown where other zeros are hidden", () => {
    const universe = {
      cells: [cell(0, { structural: true }), cell(0), cell(30), cell(30)],
      equations: equations(["3=0+1+2"]),
    };
    expect(protectUniverse(universe, { ...exact, zeros: "hidden" }).states.slice(0, 2)).toEqual(["open", "primary"]);
  });

  test("what an earlier edition gives away is reported, not passed over", () => {
    const universe = {
      cells: [cell(20, { fixed: "open" }), cell(17, { fixed: "open" }), cell(3)],
      equations: equations(["0=1+2"]),
    };
    expect(protectUniverse(universe, exact).failures).toEqual([{ cell: 2, values: 1, needed: 2 }]);
  });

  test("a sum that does not hold is refused", () => {
    expect(() => protectUniverse({ cells: [cell(5), cell(3)], equations: equations(["0=1"]) }, exact)).toThrow(
      "Sum 0 does not hold",
    );
  });
});

describe("auditing any universe", () => {
  const tables = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 9, maxLength: 9 });
  const masks = fc.array(fc.boolean(), { minLength: 16, maxLength: 16 });
  const sums = ["9=0+1+2", "10=3+4+5", "11=6+7+8", "12=0+3+6", "13=1+4+7", "14=2+5+8", "15=9+10+11", "15=12+13+14"];
  const countsOf = (inner: readonly number[]): number[] => {
    const counts = [...inner];
    for (const { parent, children } of equations(sums))
      counts[parent] = children.reduce((sum, it) => sum + counts[it]!, 0);
    return counts;
  };
  const published = (counts: readonly number[], hidden: readonly boolean[], rules: Rules): PublishedUniverse => ({
    cells: counts.map((count, i) =>
      publishedCell(
        count > 0 && (count < rules.threshold || hidden[i]) ? undefined : rounded(count, rules.roundingBase),
        known(rules),
      ),
    ),
    equations: equations(sums),
  });
  const leaks = async (universe: PublishedUniverse, rules: Rules) =>
    (await auditUniverse(universe, { ...known(rules), choices: 3 })).exposures;

  test.each([exact, fives])("the true count is always among the possible ones", async (rules) => {
    await fc.assert(
      fc.asyncProperty(tables, masks, async (inner, hidden) => {
        const counts = countsOf(inner);
        const found = await leaks(published(counts, hidden, rules), rules);
        expect(found.filter(({ cell, low, high }) => counts[cell]! < low || counts[cell]! > high)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("hiding one more never narrows", async () => {
    await fc.assert(
      fc.asyncProperty(tables, masks, fc.nat(15), async (inner, hidden, more) => {
        const counts = countsOf(inner);
        const before = await leaks(published(counts, hidden, exact), exact);
        const after = await leaks(published(counts, hidden.with(more, true), exact), exact);
        const known = new Set([...before.map(({ cell }) => cell), more]);
        expect(after.filter(({ cell }) => !known.has(cell))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("the order of cells does not matter", async () => {
    await fc.assert(
      fc.asyncProperty(
        tables,
        masks,
        fc.shuffledSubarray([...Array(16).keys()], { minLength: 16 }),
        async (inner, hidden, order) => {
          const universe = published(countsOf(inner), hidden, exact);
          const placeOf = new Map(order.map((cell, place) => [cell, place]));
          const turned = {
            cells: order.map((cell) => universe.cells[cell]!),
            equations: universe.equations.map(({ parent, children }) => ({
              parent: placeOf.get(parent)!,
              children: children.map((it) => placeOf.get(it)!),
            })),
          };
          const before = (await leaks(universe, exact)).map(({ cell }) => cell);
          const after = (await leaks(turned, exact)).map(({ cell }) => order[cell]!);
          expect(after.sort((a, b) => a - b)).toEqual(before.sort((a, b) => a - b));
        },
      ),
      { numRuns: 40 },
    );
  });
});
