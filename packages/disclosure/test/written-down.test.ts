import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { audit } from "../src/audit/audit.ts";
import { publishedCell, type KnownRule } from "../src/audit/known.ts";
import { sumsOf, type Parents } from "../src/audit/published.ts";
import { makeDimension } from "../src/dimension.ts";
import { protect } from "../src/protect.ts";
import { rounded, rulesOf } from "../src/rules.ts";
import { codesOf, makeTable, type Table } from "../src/table.ts";
import { unpick } from "./unpick.ts";

/** See made-up/README.md: counts of nobody, and how many hidden ones can be worked out from them. */
function madeUp(file: string): { readonly keys: readonly string[]; readonly kind: string; readonly count: number }[] {
  const text = readFileSync(new URL(`made-up/${file}.csv`, import.meta.url), "utf8");
  const [header, ...lines] = text.trim().split("\n");
  const kinds = header!.split(",").slice(2);
  return lines.flatMap((line) => {
    const [one = "", two = "", ...counts] = line.split(",");
    return counts.map((count, i) => ({ keys: [one, two], kind: kinds[i]!, count: Number(count) }));
  });
}

interface Counted {
  readonly table: Table;
  readonly parents: Parents;
}

function counted(rows: readonly { readonly codes: readonly string[]; readonly count: number }[], parents: Parents) {
  const dimensions = parents.map((it, d) =>
    makeDimension(`dimension ${d}`, new Set(rows.map((row) => row.codes[d]!)), it),
  );
  return { table: makeTable(dimensions, rows), parents };
}

const regions = madeUp("regions");
const years = Object.fromEntries(regions.map(({ keys }) => [keys[1]!, keys[1]!.slice(0, 4)]));
const ofRegions = (thin: (count: number) => number = (it) => it): Counted =>
  counted(
    regions.map(({ keys, kind, count }) => ({ codes: [...keys, kind], count: thin(count) })),
    [[], [years], []],
  );

function ofMunicipalities(thin: (count: number) => number = (it) => it): Counted {
  const rows = madeUp("municipalities");
  const regionOf = Object.fromEntries(rows.map(({ keys }) => [keys[0]!, keys[1]!]));
  return counted(
    rows.map(({ keys, kind, count }) => ({ codes: [keys[0]!, kind], count: thin(count) })),
    [[regionOf], []],
  );
}

/** Keeps about one in ten, the same ones every time. */
function oneInTen(): (count: number) => number {
  let state = 2024;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return (count) => {
    let kept = 0;
    for (let i = 0; i < count; i++) if (next() < 0.1) kept++;
    return kept;
  };
}

/** Small counts left out, the others rounded, and nothing done to protect what is left out. */
const primaryOnly = ({ table }: Counted, threshold: number, base: number) =>
  Array.from(table.counts, (count, cell) => ({
    codes: codesOf(table, cell).map((code, d) => table.dimensions[d]!.codes[code]!),
    value: count > 0 && count < threshold ? undefined : rounded(count, base),
  }));

const rule = (threshold: number, roundingBase: number, knows: boolean): KnownRule => ({
  threshold,
  roundingBase,
  zerosShown: knows,
  onlySmallHidden: knows,
  choices: 2,
});

const tables: Readonly<Record<string, () => Counted>> = {
  regions: () => ofRegions(),
  municipalities: () => ofMunicipalities(),
  "regions, one in ten": () => ofRegions(oneInTen()),
  "municipalities, one in ten": () => ofMunicipalities(oneInTen()),
};

describe("cells of which it was written down that they can be worked out", () => {
  test.each([
    ["regions", 5, 1, 22, 22, 22],
    ["regions", 10, 1, 123, 123, 123],
    ["regions", 10, 5, 123, 0, 2],
    ["municipalities", 5, 1, 913, 95, 178],
    ["municipalities", 5, 5, 913, 0, 5],
    ["municipalities", 10, 5, 1506, 0, 0],
  ])(
    "%s, below %i left out, rounded to %i: of %i, %i and knowing the rule %i",
    async (name, threshold, base, ...counts) => {
      const [hidden, unknowing, knowing] = counts;
      const given = tables[name]!();
      const rows = primaryOnly(given, threshold, base);
      for (const [knows, found] of [
        [false, unknowing],
        [true, knowing],
      ] as const) {
        const report = await audit(rows, given.parents, rule(threshold, base, knows));
        expect(report.hidden).toBe(hidden);
        expect(report.exposures).toHaveLength(found);
        expect(
          report.exposures.filter(({ row, low, high }) => low !== high || low !== given.table.counts[row]),
        ).toEqual([]);
      }
    },
  );

  test("two halves below ten of a year that is shown as 20, which is 18 at least, are nine and nine", async () => {
    const given = tables["regions"]!();
    const rows = primaryOnly(given, 10, 5);
    const { exposures } = await audit(rows, given.parents, rule(10, 5, true));
    expect(exposures.map(({ row, low }) => `${rows[row]!.codes.join(" ")}: ${low}`)).toEqual([
      "VR01 2022H1 C10: 9",
      "VR01 2022H2 C10: 9",
    ]);
  });

  test("four municipalities of a region that is below five are one each", async () => {
    const given = tables["municipalities"]!();
    const rows = primaryOnly(given, 5, 5);
    const { exposures } = await audit(rows, given.parents, rule(5, 5, true));
    expect(exposures.map(({ row, low }) => `${rows[row]!.codes.join(" ")}: ${low}`).sort()).toEqual([
      "GM0090 C10: 1",
      "GM0091 C10: 1",
      "GM0092 C10: 1",
      "GM0093 C10: 1",
      "VR08 C10: 4",
    ]);
  });
});

test.each(["regions", "municipalities"])("%s: nothing is left to find once it is protected", async (name) => {
  const given = tables[name]!();
  const rules = rulesOf("cbs-visible", { threshold: 5 });
  const { primary, secondary } = protect(given.table, rules);
  const hidden = new Set([...primary, ...secondary]);
  const rows = primaryOnly(given, rules.threshold, rules.roundingBase).map((it, cell) =>
    hidden.has(cell) ? { ...it, value: undefined } : it,
  );
  const { exposures } = await audit(rows, given.parents, { ...rules, zerosShown: true });
  expect(exposures).toEqual([]);
});

describe("rare counts, of which more is left out", () => {
  test.each([
    ["regions, one in ten", 5, 1],
    ["regions, one in ten", 5, 5],
    ["regions, one in ten", 10, 5],
    ["municipalities, one in ten", 5, 1],
    ["municipalities, one in ten", 5, 5],
  ])(
    "%s, below %i, rounded to %i: all that plain reckoning finds is found, and nothing that is not so",
    async (name, threshold, base) => {
      const given = tables[name]!();
      const rows = primaryOnly(given, threshold, base);
      const known = rule(threshold, base, true);
      const bounds = unpick(
        rows.map(({ value }) => {
          const { low, high } = publishedCell(value, known);
          return [low, high] as const;
        }),
        sumsOf(rows, given.parents),
      );
      const plainly = [...rows.keys()].filter(
        (it) => rows[it]!.value === undefined && bounds[it]![0] === bounds[it]![1],
      );
      expect(plainly.length).toBeGreaterThan(0);
      const { exposures } = await audit(rows, given.parents, known);
      const found = new Set(exposures.map(({ row }) => row));
      expect(plainly.filter((it) => !found.has(it))).toEqual([]);
      expect(exposures.filter(({ row, low, high }) => given.table.counts[row] !== low || low !== high)).toEqual([]);
    },
  );
});
