import { describe, expect, test } from "vitest";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { contextColumns } from "../../src/context/context-columns.ts";
import { nation, regions, sampleBook } from "../sample-book.ts";
import { fact, sampleVariables } from "./sample-context.ts";

const three = regions.slice(0, 3);
const source = { id: "cbs-1", title: "CBS, Een tabel", table: "1NED", url: "https://www.cbs.nl/1" };
const open = (values: ReturnType<typeof fact>[], more = {}) =>
  sampleBook({
    areas: [nation, ...regions],
    contextVariables: sampleVariables,
    contextValues: values,
    contextSources: [source],
    ...more,
  });
const density = (area: string, year: number, value: number) => fact("density", area, year, value);

describe("facts in columns", () => {
  test("are in the order of the areas and variables that were asked for, with year, standing and table", () => {
    const values = three.flatMap((it, i) => [
      density(it.code, 2024, 10 - i),
      fact("inhabitants", it.code, 2024, 200),
      fact("children", it.code, 2024, 40, { status: "approximation" }),
    ]);
    const book = open([...values, density("NL01", 2024, 5)]);
    const areas = [three[2]!, three[0]!, three[1]!];
    const columns = contextColumns(book, areas, ["density", "children"]);
    expect(columns.map((it) => it.measure.id)).toEqual(["density", "children"]);
    expect(columns[0]!.cells.map((it) => it.area.code)).toEqual(["VT03", "VT01", "VT02"]);
    expect(columns[0]!.cells.map((it) => it.figure?.value)).toEqual([8, 10, 9]);
    expect(columns[0]).toMatchObject({ year: 2024, nation: { value: 5 }, tables: [source] });
    expect(columns[1]!.cells[0]!.figure).toMatchObject({ value: 20, status: "approximation" });
    expect(columns[1]!.nation).toBeUndefined();
  });

  test("are never totals or classes, and unknown or empty variables have no column", () => {
    const book = open(
      three.flatMap((it) => [fact("inhabitants", it.code, 2024, 1), fact("urban-class", it.code, 2024, 2)]),
    );
    expect(contextColumns(book, three, ["inhabitants", "urban-class", "density", "no-such"])).toEqual([]);
  });

  test("are of one year: the newest that most areas have", () => {
    const book = open([...three.map((it) => density(it.code, 2020, 1)), density("VT01", 2024, 9)]);
    const [column] = contextColumns(book, three, ["density"]);
    expect(column?.year).toBe(2020);
    expect(column?.cells.map((it) => it.figure?.year)).toEqual([2020, 2020, 2020]);
  });

  test("beside a period are of the year nearest to it, and never of another territory", () => {
    const values = three.flatMap((it) => [density(it.code, 2020, 1), density(it.code, 2024, 2)]);
    const areaChanges = [
      { id: "move", date: "2022-06-01", title: source, text: source, from: ["VT01"], to: ["VT09"] },
    ] as never;
    const near = (period: string) => contextColumns(open(values, { areaChanges }), three, ["density"], period)[0];
    expect(near("2021H1")?.year).toBe(2020);
    expect(near("2023")?.year).toBe(2024);
    expect(near("2023")?.cells.every((it) => it.figure)).toBe(true);
    // Of VT01 the value of 2020 is about another territory than its figure of 2023 would be.
    const only = open(
      three.map((it) => density(it.code, 2020, 1)),
      { areaChanges },
    );
    const [column] = contextColumns(only, three, ["density"], "2023");
    expect(column?.cells.map((it) => it.figure !== undefined)).toEqual([false, true, true]);
  });

  test("of all regions and all variables of the edition name a table for every value", () => {
    const book = builtBook();
    const areas = book.areasAt("vt-region", "2024-01-01");
    const ids = book.catalogue.contextVariables.map((it) => it.id);
    const columns = contextColumns(book, areas, ids);
    expect(columns.length).toBeGreaterThan(5);
    for (const { cells, tables, year } of columns) {
      expect(cells.map((it) => it.area)).toEqual(areas);
      for (const { figure } of cells)
        for (const value of figure?.values ?? []) {
          expect(value.year).toBe(year);
          expect(tables.map((it) => it.id)).toContain(value.source);
        }
      for (const it of tables) expect(it.url).toMatch(/^https:\/\//);
    }
  });
});
