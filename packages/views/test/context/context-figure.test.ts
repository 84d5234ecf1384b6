import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "@impactmonitor/model/text";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import type { Book } from "../../src/book.ts";
import {
  comparable,
  comparables,
  contextFigures,
  contextTables,
  contextUnit,
  formatContext,
  published,
  sameTerritory,
} from "../../src/context/context-figure.ts";
import { sampleBook } from "../sample-book.ts";
import { fact, sampleVariables } from "./sample-context.ts";

const [inhabitants, children] = sampleVariables;
const share = comparable(children!)!;
const move = {
  id: "move",
  date: "2022-01-01",
  title: { nl: "x", en: "x" },
  text: { nl: "x", en: "x" },
  from: ["VT01"],
  to: ["VT02"],
};
const open = (values: ReturnType<typeof fact>[], more = {}): Book =>
  sampleBook({
    contextVariables: sampleVariables,
    contextValues: values,
    contextSources: [{ id: "cbs-1", title: "CBS, Een tabel", table: "1NED", url: "https://www.cbs.nl/1" }],
    ...more,
  });

describe("a total", () => {
  test("becomes a share of another total of the same year, and can be redone from the two", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e7 }), fc.integer({ min: 0, max: 1e7 }), (whole, part) => {
        const book = open([fact("inhabitants", "VT01", 2021, whole), fact("children", "VT01", 2021, part)]);
        const [it] = contextFigures(book, share, "VT01");
        expect(it?.value).toBeCloseTo((part / whole) * 100, 9);
        expect(it?.values.map((value) => value.value)).toEqual([part, whole]);
      }),
      { numRuns: 50 },
    );
  });

  test("does not, without the other total of that year, or when that is nought", () => {
    const part = fact("children", "VT01", 2021, 20);
    for (const whole of [
      [],
      [fact("inhabitants", "VT01", 2020, 100)],
      [fact("inhabitants", "VT01", 2021, 0)],
      [fact("inhabitants", "VT02", 2021, 100)],
      [fact("inhabitants", "VT01", 2021, 100, { status: "estimate" })],
    ])
      expect(contextFigures(open([part, ...whole]), share, "VT01")).toEqual([]);
  });

  test("is never divided by one of another territory", () => {
    const values = [
      fact("children", "VT01", 2021, 20, { classification: "2023" }),
      fact("inhabitants", "VT01", 2021, 100, { classification: "2021" }),
    ];
    const areaChanges = [move] as never;
    expect(contextFigures(open(values, { areaChanges }), share, "VT01")).toEqual([]);
    expect(contextFigures(open(values), share, "VT01")).toHaveLength(1);
    const fitting = fact("inhabitants", "VT01", 2021, 80, { classification: "2023" });
    expect(contextFigures(open([...values, fitting], { areaChanges }), share, "VT01")).toMatchObject([{ value: 25 }]);
  });

  test("is official only when both are", () => {
    const status = (part: "official" | "approximation", whole: "official" | "approximation") =>
      contextFigures(
        open([
          fact("children", "VT01", 2021, 20, { status: part }),
          fact("inhabitants", "VT01", 2021, 100, { status: whole }),
        ]),
        share,
        "VT01",
      )[0]?.status;
    expect(status("official", "official")).toBe("official");
    expect(status("official", "approximation")).toBe("approximation");
    expect(status("approximation", "official")).toBe("approximation");
  });
});

describe("the facts about an area", () => {
  test("are newest first, of one year the newest boundaries first, and hold no estimate", () => {
    const book = open([
      fact("inhabitants", "VT01", 2020, 1),
      fact("inhabitants", "VT01", 2022, 2, { classification: "2022" }),
      fact("inhabitants", "VT01", 2022, 3, { classification: "2023" }),
      fact("inhabitants", "VT01", 2024, 4, { status: "estimate" }),
    ]);
    expect(contextFigures(book, published(inhabitants!), "VT01").map((it) => it.value)).toEqual([3, 2, 1]);
  });

  test("lead to the tables that they were read from, each once", () => {
    const book = open([fact("inhabitants", "VT01", 2021, 100), fact("children", "VT01", 2021, 20)]);
    const tables = contextTables(book, contextFigures(book, share, "VT01"));
    expect(tables.map((it) => it.url)).toEqual(["https://www.cbs.nl/1"]);
  });

  test("are of the same territory on two days unless it changed in between", () => {
    const book = open([], { areaChanges: [move] as never });
    expect(sameTerritory(book, "VT01", "2021-12-31", "2022-01-01")).toBe(false);
    expect(sameTerritory(book, "VT01", "2022-01-01", "2024-01-01")).toBe(true);
    expect(sameTerritory(book, "VT01", "2020-01-01", "2021-12-31")).toBe(true);
    expect(sameTerritory(book, "VT03", "2021-12-31", "2022-01-01")).toBe(true);
  });

  test("are written with their decimals, and with a sign where they are percentages", () => {
    expect(formatContext(share, 24.96, "nl")).toBe("25,0%");
    expect(contextUnit(share, "nl")).toBe("van de inwoners");
    expect(contextUnit(share, "en")).toBe("of the inhabitants");
    expect(formatContext(published(inhabitants!), 504_129, "nl")).toBe("504.129");
    expect(contextUnit(published(inhabitants!), "nl")).toBe("inwoners");
  });
});

describe("the facts of the catalogue", () => {
  const book = builtBook();
  test("that can stand beside a figure have a title and unit in both languages, and a percentage says so in both", () => {
    expect(comparables(book).length).toBeGreaterThan(15);
    for (const it of comparables(book)) {
      for (const language of languages) {
        expect(it.title[language]).not.toBe("");
        expect(it.unit[language]).not.toBe("");
      }
      expect(/^procent\b/.test(it.unit.nl)).toBe(it.percent);
    }
  });

  test("are no numbers of people, homes or crimes, and no class", () => {
    const ids = comparables(book)
      .filter((it) => !it.divided)
      .map((it) => it.id);
    for (const id of ["population-total", "households-total", "land-area", "urbanity-class", "youth-care-persons"])
      expect(ids).not.toContain(id);
    for (const it of comparables(book).filter((one) => !one.divided))
      expect(it.unit.en, it.id).toMatch(/^per cent|persons per|thousand euros|score|per km²/);
  });
});
