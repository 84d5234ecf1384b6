import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { audit } from "../src/audit/audit.ts";
import { makeDimension, type Hierarchy } from "../src/dimension.ts";
import { protect } from "../src/protect.ts";
import { rounded, rulesOf, type Rules } from "../src/rules.ts";
import { codesOf, makeTable, type Table } from "../src/table.ts";
import { possibleValues } from "./brute-force.ts";

const rules = rulesOf("plain", { threshold: 3 });
const known = { threshold: 3, zerosShown: true, roundingBase: 1, choices: 2 };

interface Case {
  readonly leaves: readonly (readonly string[])[];
  readonly hierarchies: readonly (readonly Hierarchy[])[];
  readonly counts: readonly number[];
}

const shapes: readonly Omit<Case, "counts">[] = [
  {
    leaves: [
      ["a", "b", "c"],
      ["x", "y", "z"],
    ],
    hierarchies: [[], []],
  },
  {
    leaves: [
      ["a", "b", "c", "d"],
      ["x", "y"],
    ],
    hierarchies: [[{ a: "N", b: "N", c: "S", d: "S" }], []],
  },
  {
    leaves: [
      ["a", "b", "c", "d"],
      ["x", "y"],
    ],
    hierarchies: [
      [
        { a: "N", b: "N", c: "S", d: "S" },
        { a: "E", b: "W", c: "W", d: "E" },
      ],
      [],
    ],
  },
  {
    leaves: [
      ["a", "b"],
      ["x", "y"],
      ["1", "2"],
    ],
    hierarchies: [[], [], []],
  },
];

const cases: fc.Arbitrary<Case> = fc.constantFrom(...shapes).chain((shape) => {
  const cells = shape.leaves.reduce((product, it) => product * it.length, 1);
  return fc
    .array(fc.constantFrom(0, 0, 1, 1, 2, 3, 4, 5), { minLength: cells, maxLength: cells })
    .map((counts) => ({ ...shape, counts }));
});

function tableOf({ leaves, hierarchies, counts }: Case): Table {
  const dimensions = leaves.map((codes, d) => makeDimension(`d${d}`, codes, hierarchies[d]!));
  const inner = leaves.reduce<string[][]>(
    (lists, codes) => lists.flatMap((it) => codes.map((code) => [...it, code])),
    [[]],
  );
  return makeTable(
    dimensions,
    inner.map((codes, i) => ({ codes, count: counts[i]! })),
  );
}

const namesOf = (table: Table, cell: number): string[] =>
  codesOf(table, cell).map((code, d) => table.dimensions[d]!.codes[code]!);

function publish(table: Table) {
  const { primary, secondary } = protect(table, rules);
  const hidden = new Set([...primary, ...secondary]);
  const rows = Array.from(table.counts, (count, cell) => ({
    codes: namesOf(table, cell),
    value: hidden.has(cell) ? undefined : count,
  }));
  return { rows, primary, secondary };
}

describe("protecting a table", () => {
  test("hides every small count, shows every zero, and never hides without need", () => {
    const table = tableOf({ ...shapes[0]!, counts: [9, 9, 9, 9, 9, 9, 9, 9, 9] });
    expect(protect(table, rules)).toEqual({ primary: [], secondary: [] });
  });

  test("one small count takes three others with it", () => {
    const table = tableOf({ ...shapes[0]!, counts: [1, 9, 8, 7, 6, 9, 9, 9, 9] });
    const { primary, secondary } = protect(table, rules);
    expect(primary.map((cell) => namesOf(table, cell).join())).toEqual(["a,x"]);
    expect(secondary).toHaveLength(3);
  });

  test("no hidden small count can be worked out: tried with every table that fits", () => {
    fc.assert(
      fc.property(cases, (it) => {
        const table = tableOf(it);
        const { rows, primary } = publish(table);
        const published = new Map(rows.map((row) => [row.codes.join("|"), row.value]));
        const values = possibleValues(it.leaves, it.hierarchies, published, 1, 8);
        fc.pre(values !== undefined);
        for (const cell of primary) {
          const name = namesOf(table, cell).join("|");
          expect(values!.get(name)!.size, name).toBeGreaterThan(1);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("leaves the auditor nothing to find", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (it) => {
        const { rows } = publish(tableOf(it));
        expect((await audit(rows, it.hierarchies, known)).exposures).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("other rules", () => {
  const variants: [string, Partial<Rules>][] = [
    ["zeros hidden as well", { zeros: "hidden" }],
    ["rounded to fives", { roundingBase: 5, threshold: 5 }],
    ["four values left at least", { choices: 4, threshold: 5 }],
    ["no small counts", { threshold: 1 }],
  ];
  test.each(variants)("%s: the auditor finds nothing", async (_, own) => {
    const variant = rulesOf("plain", { threshold: 3, ...own });
    const { threshold, zeros, roundingBase, choices } = variant;
    await fc.assert(
      fc.asyncProperty(cases, async (it) => {
        const table = tableOf(it);
        const { primary, secondary } = protect(table, variant);
        const hidden = new Set([...primary, ...secondary]);
        const rows = Array.from(table.counts, (count, cell) => ({
          codes: namesOf(table, cell),
          value: hidden.has(cell) ? undefined : rounded(count, roundingBase),
        }));
        const rule = { threshold, zerosShown: zeros === "open", roundingBase, choices };
        expect((await audit(rows, it.hierarchies, rule)).exposures).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("auditing a table", () => {
  test("finds exactly the counts that trying every table finds", async () => {
    await fc.assert(
      fc.asyncProperty(
        cases,
        fc.array(fc.constantFrom(true, false, false, false), { minLength: 16, maxLength: 16 }),
        async (it, extra) => {
          const table = tableOf(it);
          // Hide the small counts and, at random, some others: mostly badly protected.
          const rows = Array.from(table.counts, (count, cell) => ({
            codes: namesOf(table, cell),
            value: count > 0 && (count < 3 || (extra[cell % 16] && count < 6)) ? undefined : count,
          }));
          const published = new Map(rows.map((row) => [row.codes.join("|"), row.value]));
          const values = possibleValues(it.leaves, it.hierarchies, published, 1, 8);
          fc.pre(values !== undefined);
          const exact = rows.flatMap((row, i) => {
            if (row.value !== undefined) return [];
            const [first, ...others] = values!.get(row.codes.join("|"))!;
            return others.length === 0 && first! < 3 ? [i] : [];
          });
          const report = await audit(rows, it.hierarchies, known);
          const found = report.exposures.map(({ row }) => row);
          // Tables of two dimensions with one hierarchy are networks: there the linear programs are exact. In others they also
          // allow fractions, and may leave a range where whole numbers would not; never the other way.
          const network = it.leaves.length === 2 && it.hierarchies.every((one) => one.length < 2);
          expect(found.filter((row) => !exact.includes(row))).toEqual([]);
          expect(network ? found : []).toEqual(network ? exact : []);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("finds a count that a single sum gives away, and one that only several sums together do", async () => {
    const row = (codes: string, value?: number) => ({ codes: codes.split(","), value });
    const single = await audit([row("Total", 10), row("a"), row("b", 8)], [[]], known);
    expect(single.exposures).toEqual([{ row: 1, low: 2, high: 2 }]);
    // a,x + a,y = 2 while neither is zero: both are 1.
    const rows = [row("Total,Total", 12), row("Total,x", 6), row("Total,y", 6), row("a,Total", 2), row("b,Total", 10)];
    const both = await audit([...rows, row("a,x"), row("a,y"), row("b,x"), row("b,y")], [[], []], known);
    expect(both.exposures.map((it) => [it.row, it.low, it.high])).toEqual([
      [5, 1, 1],
      [6, 1, 1],
    ]);
  });

  test("says so when the published cells contradict one another", async () => {
    const rows = [
      { codes: ["Total"], value: 3 },
      { codes: ["a"], value: 5 },
      { codes: ["b"], value: undefined },
    ];
    await expect(audit(rows, [[]], known)).rejects.toThrow("contradict");
  });
});
