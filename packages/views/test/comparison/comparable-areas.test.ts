import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Area } from "@impactmonitor/model/area";
import type { ContextValue } from "@impactmonitor/model/context";
import { traitWeights } from "@impactmonitor/model/trait";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { nation, regions, sampleArea, sampleBook } from "../sample-book.ts";
import { areaTraits } from "../../src/comparison/area-traits.ts";
import { comparableAreas, most, fewest, type ComparableAreas } from "../../src/comparison/comparable-areas.ts";
import { contextValue, sampleTrait, sampleVariable } from "./sample-traits.ts";

const traits = [
  sampleTrait("size", { how: "log", variable: "people" }),
  sampleTrait("young", { how: "ratio", of: "children", to: "people", times: 100 }),
  sampleTrait("income", { how: "direct", variable: "income" }),
];
const variables = ["people", "children", "income"];
const [own = nation] = regions;

/** A book of 25 regions; `values` gives people, children and income of each, an absent one undefined. */
function bookOf(values: readonly (readonly (number | undefined)[])[], more: readonly ContextValue[] = []) {
  const contextValues = regions.flatMap((area, i) =>
    variables.flatMap((variable, j) => {
      const value = values[i]?.[j];
      return value === undefined ? [] : [contextValue(area.code, variable, value)];
    }),
  );
  return sampleBook({
    traits,
    contextVariables: variables.map(sampleVariable),
    contextValues: [...contextValues, ...more],
  });
}
const rows = fc.array(
  fc.tuple(
    fc.integer({ min: 1_000, max: 2_000_000 }),
    fc.integer({ min: 1, max: 900 }),
    fc.integer({ min: 20, max: 60 }),
  ),
  { minLength: 25, maxLength: 25 },
);
const codes = (it: ComparableAreas): string[] => it.near.map((near) => near.area.code);
const usual = bookOf(regions.map((_, i) => [10_000 * (i + 1), 1_500 * (i + 1) + 40 * i * (i % 3), 30 + (i % 7)]));

describe("areas that are like an area", () => {
  test("are those nearest in the traits, and the area itself is never among them", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 24 }), (values, at) => {
        const area = regions[at]!;
        const view = comparableAreas(bookOf(values), area);
        expect(codes(view)).not.toContain(area.code);
        expect(view.near.map((it) => it.distance)).toEqual(
          view.near.map((it) => it.distance).toSorted((a, b) => a - b),
        );
        expect(view.among).toBe(24);
      }),
      { numRuns: 40 },
    );
  });

  test("don't depend on the order in which areas, traits, weights or exclusions are named", () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (values, stream) => {
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((it) => ({ it, key: stream.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ it }) => it);
        const straight = bookOf(values);
        const mixed = sampleBook({
          traits: shuffle(traits),
          contextVariables: shuffle(straight.catalogue.contextVariables),
          areas: shuffle(straight.catalogue.areas),
          contextValues: shuffle(straight.contextValues),
        });
        const without = [regions[3]!.code, regions[9]!.code];
        const told = (it: ComparableAreas) => it.near.map((near) => [near.area.code, near.distance.toFixed(9)]);
        expect(
          told(comparableAreas(mixed, own, { weights: { income: 0, size: 2 }, without: without.toReversed() })),
        ).toEqual(told(comparableAreas(straight, own, { weights: { size: 2, income: 0 }, without })));
      }),
      { numRuns: 30 },
    );
  });

  test("are as near as the other way round, when all traits are known of both", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 24 }), (values, at) => {
        const book = bookOf(values);
        const all = (from: Area, to: Area) => {
          // Of 25 areas at most ten are given: leave out the others, which changes no distance.
          const without = regions.filter((it) => it.code !== to.code).map((it) => it.code as string);
          return comparableAreas(book, from, { without }).near[0];
        };
        const other = regions[at]!;
        const [there, back] = [all(own, other), all(other, own)];
        expect(there?.distance).toBeCloseTo(back?.distance ?? -1, 9);
        for (const [i, it] of (there?.differences ?? []).entries())
          expect(it.apart).toBeCloseTo(-(back?.differences[i]?.apart ?? 99), 9);
      }),
      { numRuns: 30 },
    );
  });

  test("never hold an area that was left out, and there are as many as asked while there are", () => {
    fc.assert(
      fc.property(
        fc.subarray(regions.map((it) => it.code as string)),
        fc.integer({ min: fewest, max: most }),
        (without, count) => {
          const view = comparableAreas(usual, own, { without, count });
          for (const code of codes(view)) expect(without).not.toContain(code);
          const left = regions.filter((it) => it.code !== own.code && !without.includes(it.code)).length;
          expect(view.near).toHaveLength(Math.min(count, left));
          expect(view.reason).toBe(left === 0 ? "none-left" : undefined);
          expect(view.without.map((it) => it.code as string)).toEqual(
            expect.arrayContaining(without.filter((it) => it !== own.code)),
          );
        },
      ),
    );
  });

  test("a trait of weight 0 is left out: whatever its values, the same areas at the same distance", () => {
    fc.assert(
      fc.property(
        rows,
        fc.array(fc.integer({ min: 20, max: 60 }), { minLength: 25, maxLength: 25 }),
        (values, incomes) => {
          const other = values.map(([people, children], i) => [people, children, incomes[i]]);
          const choice = { weights: { income: 0 } } as const;
          const told = (it: ComparableAreas) => it.near.map((near) => [near.area.code, near.distance.toFixed(9)]);
          expect(told(comparableAreas(bookOf(other), own, choice))).toEqual(
            told(comparableAreas(bookOf(values), own, choice)),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  test("a difference in a trait that was left out is still told, as one that does not count", () => {
    const [near] = comparableAreas(usual, own, { weights: { income: 0 } }).near;
    expect(near?.differences.map((it) => [it.trait.id, it.counts])).toEqual([
      ["size", true],
      ["young", true],
      ["income", false],
    ]);
    const counted = comparableAreas(usual, own, {
      without: regions.filter((it) => it.code !== near?.area.code).map((it) => it.code),
    });
    expect(near?.differences[2]?.apart).toBeCloseTo(counted.near[0]?.differences[2]?.apart ?? 99, 9);
  });

  test("a heavier trait draws nearer who is alike in it", () => {
    for (const weight of traitWeights) {
      const view = comparableAreas(usual, own, { weights: { income: weight } });
      expect(view.traits.map((it) => [it.column.trait.id, it.weight, it.chosen])).toContainEqual([
        "income",
        weight,
        weight !== 1,
      ]);
    }
    const incomeApart = (weight: 0 | 2): number =>
      comparableAreas(usual, own, { weights: { income: weight } })
        .near.flatMap((it) => it.differences.filter((one) => one.trait.id === "income"))
        .reduce((sum, it) => sum + Math.abs(it.apart), 0);
    expect(incomeApart(2)).toBeLessThan(incomeApart(0));
  });

  test("what one of the two lacks is said, and makes them neither nearer nor farther", () => {
    const values = regions.map((_, i) => [10_000 * (i + 1), 1_500 * (i + 1), i === 1 ? undefined : 30 + i]);
    const view = comparableAreas(bookOf(values), own);
    const near = view.near.find((it) => it.area.code === regions[1]?.code);
    expect(near?.missing.map((it) => it.id)).toEqual(["income"]);
    expect(near?.differences.map((it) => it.trait.id)).toEqual(["size", "young"]);
    const here = comparableAreas(bookOf(values), regions[1]!);
    expect(here.unknownHere.map((it) => it.id)).toEqual(["income"]);
  });
});

describe("why no area is offered", () => {
  test.each([
    ["level", () => comparableAreas(usual, nation)],
    ["no-traits", () => comparableAreas(sampleBook(), own)],
    ["nothing-counts", () => comparableAreas(usual, own, { weights: { size: 0, young: 0, income: 0 } })],
    ["ended", () => comparableAreas(usual, sampleArea("VT98", "vt-region", "Gone", { validTo: "2020-12-31" }))],
    ["unknown", () => comparableAreas(bookOf(regions.map((_, i) => (i === 0 ? [] : [1000 * i, 100 * i, i]))), own)],
  ] as const)("%s", (reason, make) => {
    expect(make()).toMatchObject({ reason, near: [] });
  });
});

describe("a trait", () => {
  test("is of the latest year that nearly all areas have, never of a newer one that few have", () => {
    const newer = regions.slice(0, 20).map((it) => contextValue(it.code, "income", 99, { year: 2025 }));
    const older = regions.map((it) => contextValue(it.code, "income", 11, { year: 2023 }));
    const book = bookOf(
      regions.map((_, i) => [1000, 100, 30 + i]),
      [...newer, ...older],
    );
    const income = areaTraits(book, "vt-region").columns.find((it) => it.trait.id === "income");
    expect(income?.year).toBe(2024);
    expect(income?.values.get(own.code)).toBe(30);
  });

  test("never takes an estimate, and never two numbers of different years for one ratio", () => {
    const estimated = regions.map((it) => contextValue(it.code, "income", 40, { status: "estimate" }));
    const children = regions.map((it) => contextValue(it.code, "children", 100, { year: 2023 }));
    const people = regions.map((it) => contextValue(it.code, "people", 1000));
    const book = sampleBook({
      traits,
      contextVariables: variables.map(sampleVariable),
      contextValues: [...estimated, ...children, ...people],
    });
    const { columns, absent } = areaTraits(book, "vt-region");
    expect(columns.map((it) => it.trait.id)).toEqual(["size"]);
    expect(absent.map((it) => it.id)).toEqual(["young", "income"]);
  });

  test("of a territory that has changed since is not known", () => {
    const change = {
      id: "split",
      date: "2025-01-01",
      title: { nl: "splitsing", en: "split" },
      text: { nl: "splitsing", en: "split" },
      from: [own.code as string],
      to: [regions[1]!.code as string],
    };
    const book = sampleBook({
      traits,
      contextVariables: variables.map(sampleVariable),
      contextValues: regions.map((it, i) => contextValue(it.code, "income", i)),
      areaChanges: [change],
    });
    const income = areaTraits(book, "vt-region").columns.find((it) => it.trait.id === "income");
    expect(income?.values.has(own.code)).toBe(false);
    expect(income?.values.size).toBe(23);
  });
});

describe("in the edition of the committed figures", () => {
  const book = builtBook();

  test("every region, province and municipality of today has comparable areas, and says in which traits", () => {
    for (const level of ["vt-region", "province"] as const)
      for (const area of book.areasAt(level, book.date)) {
        const view = comparableAreas(book, area);
        expect(view.reason, area.name).toBeUndefined();
        expect(view.near, area.name).toHaveLength(5);
        for (const it of view.near) expect(it.differences.length + it.missing.length).toBe(view.traits.length);
      }
    expect(areaTraits(book, "municipality").columns).toHaveLength(book.catalogue.traits.length);
    expect(comparableAreas(book, book.areaBySlug("vt-region", "brabant-noordoost")!).reason).toBe("ended");
  });

  test("a value on the page is that of its rows of 2024", () => {
    const { columns } = areaTraits(book, "vt-region");
    const of = (id: string) => columns.find((it) => it.trait.id === id)?.values.get("VT02");
    expect(of("inhabitants")).toBe(504_129);
    expect(of("households")).toBeCloseTo(504_129 / 226_598, 9);
    expect(of("urbanity")).toBe(832);
    // Midden-Brabant is that of 2023, with the municipalities that it gained.
    expect(columns.every((it) => it.year === 2024 && it.values.size === 25)).toBe(true);
  });

  test("no trait is made from an indicator, nor from health, safety or youth care", () => {
    for (const { variables: made } of areaTraits(book, "vt-region").columns)
      for (const it of made) {
        expect(book.indicators.has(it.id)).toBe(false);
        expect(["population", "households", "prosperity", "space"]).toContain(it.group);
      }
  });

  test("traits of provinces that are not published are said to be absent", () => {
    const view = comparableAreas(book, book.areaBySlug("province", "drenthe")!);
    expect(view.absent.map((it) => it.id)).toEqual(["urbanity", "income"]);
  });
});
