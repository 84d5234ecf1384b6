import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePeriods, parsePeriod, periodKinds, type Period, type PeriodKind } from "../src/period.ts";

const pad = (n: number): string => String(n).padStart(2, "0");
const year = fc.integer({ min: 1990, max: 2050 });
const quarter = fc.integer({ min: 1, max: 4 });
const month = fc.integer({ min: 1, max: 12 });

/** A code of each kind, written by hand from its parts. */
const codes: Readonly<Record<PeriodKind, fc.Arbitrary<string>>> = {
  year: year.map(String),
  "half-year": fc.tuple(year, fc.constantFrom(1, 2)).map(([y, h]) => `${y}H${h}`),
  quarter: fc.tuple(year, quarter).map(([y, q]) => `${y}Q${q}`),
  month: fc.tuple(year, month).map(([y, m]) => `${y}-${pad(m)}`),
  date: fc
    .date({ min: new Date("1990-01-01"), max: new Date("2050-12-31"), noInvalidDate: true })
    .map((it) => it.toISOString().slice(0, 10)),
  years: fc.tuple(year, fc.integer({ min: 1, max: 9 })).map(([y, more]) => `${y}/${y + more}`),
  quarters: fc
    .tuple(year, quarter, quarter)
    .filter(([, from, to]) => from < to)
    .map(([y, from, to]) => `${y}Q${from}-Q${to}`),
};
const anyCode = fc.oneof(...Object.values(codes));
const period = (code: string): Period => {
  const parsed = parsePeriod(code);
  if (!parsed) throw new Error(`${code} is no period`);
  return parsed;
};
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

describe("a period code", () => {
  test.each(periodKinds)("of kind %s is read as that kind and keeps its code", (kind) => {
    fc.assert(
      fc.property(codes[kind], (code) => {
        expect(parsePeriod(code)).toMatchObject({ code, kind });
      }),
    );
  });

  test("has a first and a last day that exist, the first not after the last", () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const { start, end } = period(code);
        for (const day of [start, end]) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
        expect(start <= end).toBe(true);
      }),
    );
  });

  test.each([
    ["2024", "2024-01-01", "2024-12-31"],
    ["2021H1", "2021-01-01", "2021-06-30"],
    ["2021H2", "2021-07-01", "2021-12-31"],
    ["2021Q1", "2021-01-01", "2021-03-31"],
    ["2021Q3", "2021-07-01", "2021-09-30"],
    ["2025Q1-Q3", "2025-01-01", "2025-09-30"],
    ["2023-02", "2023-02-01", "2023-02-28"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2000-02", "2000-02-01", "2000-02-29"],
    ["2024-02-29", "2024-02-29", "2024-02-29"],
    ["2016/2020", "2016-01-01", "2020-12-31"],
  ])("%s runs from %s to %s", (code, start, end) => {
    expect(parsePeriod(code)).toMatchObject({ start, end });
  });

  test("halves, quarters and months fill their year without a gap or an overlap", () => {
    fc.assert(
      fc.property(year, (y) => {
        const ways = [
          [1, 2].map((it) => `${y}H${it}`),
          [1, 2, 3, 4].map((it) => `${y}Q${it}`),
          Array.from({ length: 12 }, (_, i) => `${y}-${pad(i + 1)}`),
        ];
        for (const parts of ways.map((it) => it.map(period))) {
          expect(parts[0]?.start).toBe(`${y}-01-01`);
          expect(parts.at(-1)?.end).toBe(`${y}-12-31`);
          parts.slice(1).forEach((it, i) => expect(it.start).toBe(dayAfter(parts[i]!.end)));
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("nonsense", () => {
  test.each([
    "",
    " 2021",
    "2021 ",
    "21",
    "20211",
    "0021",
    "2021H",
    "2021H0",
    "2021H3",
    "2021h1",
    "2021HJ01",
    "2021Q0",
    "2021Q5",
    "2021Q3-Q1",
    "2021Q2-Q2",
    "2021Q3-2022Q1",
    "2021-00",
    "2021-13",
    "2021-1",
    "2021-02-29",
    "2100-02-29",
    "2023-04-31",
    "2023-00-10",
    "2023-12-31T00:00",
    "2020/2016",
    "2020/2020",
    "2016-2020",
    "2016/20",
    "2021\n",
    "first half of 2021",
  ])("“%s” is no period", (code) => {
    expect(parsePeriod(code)).toBeUndefined();
  });

  test("of any kind is refused or comes back under its own code, and never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9HQ/-]{1,12}$/)), (text) => {
        expect(parsePeriod(text)?.code ?? text).toBe(text);
      }),
    );
  });
});

describe("periods in order", () => {
  const sign = (a: string, b: string): number => Math.sign(comparePeriods(period(a), period(b)));

  test("put the later end last, and of two that end together the shorter first", () => {
    const sorted = ["2022H1", "2016/2021", "2021H1", "2021", "2021H2", "2021Q4", "2021-12-31"].sort(sign);
    expect(sorted).toEqual(["2021H1", "2021-12-31", "2021Q4", "2021H2", "2021", "2016/2021", "2022H1"]);
  });

  test("are a total order: no two codes are equal, what is before is before from the other side too", () => {
    fc.assert(
      fc.property(anyCode, anyCode, (a, b) => {
        expect(sign(a, b)).toBe(a === b ? 0 : -sign(b, a) || Number.NaN);
      }),
      { numRuns: 500, examples: [["2021", "2021Q1-Q4"]] },
    );
  });

  test("come out the same from every order in which they went in", () => {
    const several = fc.uniqueArray(anyCode, { minLength: 2, maxLength: 12 });
    const shuffled = several.chain((it) =>
      fc.tuple(fc.constant(it), fc.shuffledSubarray(it, { minLength: it.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(one.toSorted(sign)).toEqual(other.toSorted(sign));
      }),
      {
        examples: [
          [
            [
              ["2021", "2021Q1-Q4"],
              ["2021Q1-Q4", "2021"],
            ],
          ],
        ],
      },
    );
  });
});
