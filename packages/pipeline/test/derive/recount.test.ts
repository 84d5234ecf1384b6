import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Derived } from "../../src/derive/counts.ts";
import { Bench, onlyRegions } from "./counting-rules.ts";
import { randomDeliveries } from "./random-delivery.ts";
import { recount, type Delivered } from "./recount.ts";

const areas = onlyRegions("VT15", "VT16", "VT26", "VT27");
const periods = ["2021H2", "2022H1", "2022H2", "2023H1", "2023H2"];
const regions = (period: string): string[] => (period < "2023" ? ["VT15", "VT16", "VT26"] : ["VT15", "VT27"]);
/** Of these regions; merged into another in 2022; of another region; gone since 2021. */
const towns = [
  "GM0855",
  "GM0824",
  "GM0796",
  "GM0828",
  "GM0772",
  "GM0794",
  "GM1982",
  "GM0756",
  "GM1991",
  "GM0363",
  "GM0788",
];

const listed = (derived: Derived): Map<string, string> =>
  new Map(
    derived.tables.flatMap(({ id, counts }) =>
      counts.map((it) => [`${id}|${it.category}|${it.area}|${it.period}`, `${it.count} of ${it.cases} cases`]),
    ),
  );

async function compare(delivered: readonly Delivered[], reference?: string): Promise<number> {
  await using bench = new Bench();
  const records = Object.fromEntries(delivered.map((it) => [`${it.region} ${it.period}`, it.records]));
  const derived = await bench.derived(records, { catalogue: areas, ...(reference ? { reference } : {}) });
  const again = recount(delivered, areas, reference);
  const expected = new Map([...again.counts].map(([key, it]) => [key, `${it.count} of ${it.cases} cases`]));
  // Advice has no case, and the cases of a table of cases are what it counts.
  const sorted = (them: Map<string, string>) => Object.fromEntries([...them].sort(([a], [b]) => (a < b ? -1 : 1)));
  expect(sorted(listed(derived))).toEqual(sorted(expected));
  expect(derived.incomplete.map((it) => `${it.area} ${it.period}`)).toEqual([...again.incomplete].sort());
  expect(brokenSums(derived)).toEqual([]);
  return expected.size;
}

/** What a table says of its cells must hold of the counts: whoever protects them builds on it. */
function brokenSums({ tables }: Derived): string[] {
  const counts = new Map(
    tables.flatMap(({ id, counts }) => counts.map((it) => [`${id}|${it.category}|${it.area} ${it.period}`, it.count])),
  );
  const broken: string[] = [];
  for (const { id, counts: its, divisions, within } of tables)
    for (const at of new Set(its.map((it) => `${it.area} ${it.period}`))) {
      const count = (category: string, table = id): number => counts.get(`${table}|${category}|${at}`) ?? 0;
      for (const { dimension, sums } of divisions)
        for (const { whole, parts } of sums) {
          const sum = parts.reduce((all, it) => all + count(`${dimension}=${it}`), 0);
          if (sum !== count(whole && `${dimension}=${whole}`)) broken.push(`${id} ${dimension}=${whole} ${at}`);
        }
      for (const it of within) {
        const other = count(it.category, it.table);
        if (it.same ? other !== count("") : other < count("")) broken.push(`${id} in ${it.table} ${at}`);
      }
    }
  return broken;
}

test(
  "every count, of every area and period, is what a second computation in loops over records gives",
  { timeout: 120_000 },
  async () => {
    let cells = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.constantFrom(undefined, "2022-03-10", "2023-09-09"), async (seed, reference) => {
        cells += await compare(randomDeliveries(seed, { regions, periods, towns }), reference);
      }),
      { numRuns: 4, endOnFailure: true },
    );
    // Comparing nothing with nothing would prove nothing.
    expect(cells).toBeGreaterThan(4_000);
  },
);
