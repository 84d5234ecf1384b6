import { describe, expect, test } from "vitest";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import { nearby } from "../src/nearby.ts";

const book = builtBook();
const area = (code: string) => book.area(code)!;
const around = (code: string, wider: readonly string[]) => nearby(book, area(code), wider.map(area), "nl").around;

describe("around a region without figures", () => {
  const found = around("VT12", ["PV27", "NL01"]);

  test("are the province's and the country's figures, the smallest area first, each as its own", () => {
    expect(found.map((it) => it.area.code)).toEqual(["PV27", "NL01"]);
    for (const it of found) for (const row of it.rows) expect(row.shown.area).toBe(it.area.code);
  });

  test("on subjects that its source has for regions, each once", () => {
    const told = found.flatMap((it) => it.rows.map((row) => row.indicator));
    expect(told.length).toBeGreaterThan(3);
    expect(new Set(told).size).toBe(told.length);
    for (const it of told) expect(it.levels).toContain("vt-region");
  });

  test("no count of a single category, which says nothing about another area; totals first", () => {
    for (const { rows } of found) {
      const categories = rows.filter((it) => it.category !== undefined);
      expect(new Set([...categories.map((it) => it.shown.measure), "percent"])).toEqual(new Set(["percent"]));
      const totals = rows.map((it) => it.category === undefined);
      expect(totals).toEqual(totals.toSorted((a, b) => Number(b) - Number(a)));
    }
  });
});

test("what the area has itself is not told of another", () => {
  const own = new Set(book.indicatorsOf("VT02").map((it) => it.id));
  for (const it of around("VT02", ["NL01"])) for (const row of it.rows) expect(own.has(row.indicator.id)).toBe(false);
});

test("subjects that CBS has by region and this edition lacks are named with their tables", () => {
  const { atSource } = nearby(book, area("VT12"), [], "nl");
  expect(atSource.map((it) => it.id)).toContain("reports-received");
  for (const it of atSource) expect(it.tables.length).toBeGreaterThan(0);
});
