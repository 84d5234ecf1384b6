import { describe, expect, test } from "vitest";
import { isAbsent, isValue } from "@impactmonitor/model/cell";
import { areaCode, periodCode } from "@impactmonitor/model/id";
import type { Observation } from "@impactmonitor/model/observation";
import { parsePeriod } from "@impactmonitor/model/period";
import { figure } from "../../edition/test/sample-edition.ts";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import { areasView } from "../src/areas-view.ts";
import { byName, existsOn } from "../src/book.ts";
import { nation, regionPopulations, regions, sampleBook, sampleIndicator } from "./sample-book.ts";

const share = (area: string, value: number, more: Partial<Observation> = {}): Observation =>
  figure({ area: areaCode(area), period: periodCode("2021"), measure: "percent", cell: { value, marks: [] }, ...more });
const href = (area: { readonly slug: string }): string => `/regio/${area.slug}`;
function view(figures: readonly Observation[], measure: "percent" | "count" = "percent", chosen = "VT02") {
  const indicator = sampleIndicator({ measures: measure === "count" ? ["count", "per-10000"] : ["percent"] });
  const book = sampleBook({
    indicators: [indicator],
    areas: [nation, ...regions],
    contextValues: [2021, 2022].flatMap((year) => regionPopulations(year, 500_000)),
    figures,
  });
  const of = { indicator, level: "vt-region" as const, period: "2021", measure, breakdown: {}, chosen };
  return areasView(book, of, "en", href);
}

describe("all areas of a level side by side", () => {
  test("are by name, never from high to low", () => {
    const it = view([share("VT03", 9), share("VT01", 50), share("VT10", 1)]);
    expect(it?.rows.map((row) => row.area.name)).toEqual(["Region 1", "Region 10", "Region 3"]);
    expect(it?.map?.areas.slice(0, 3).map((area) => area.label)).toEqual(["Region 1", "Region 10", "Region 3"]);
  });

  test("are all there: with a figure, with a reason, or named as without", () => {
    const it = view([share("VT01", 50), share("VT02", 0, { cell: { absent: "suppressed" } })]);
    expect(it?.rows).toHaveLength(2);
    expect(it?.without).toHaveLength(23);
    expect(it?.map?.areas).toHaveLength(25);
    expect(it?.map?.areas.find((area) => area.code === "VT02")).toMatchObject({ class: "suppressed", chosen: true });
    expect(it?.map?.areas.find((area) => area.code === "VT09")).toMatchObject({ class: "no-figure" });
    expect(it?.map?.title).toContain("1 of 25 regions");
  });

  test("are none when no area has a row, or the period is none", () => {
    expect(view([])).toBeUndefined();
    expect(view([share("NL01", 50)])).toBeUndefined();
  });

  test("compare counts per 10,000 inhabitants, and keep the reason of a hidden count", () => {
    const counts = [share("VT01", 1000, { measure: "count" }), share("VT02", 2000, { measure: "count" })];
    const it = view([...counts, share("VT03", 0, { measure: "count", cell: { absent: "suppressed" } })], "count");
    expect(it?.measure).toBe("per-10000");
    expect(it?.rows.map((row) => row.shown.cell)).toMatchObject([
      { value: 20 },
      { value: 40 },
      { absent: "suppressed" },
    ]);
    expect(it?.map?.areas.filter((area) => typeof area.class === "number").map((area) => area.text)).toEqual([
      "20.0",
      "40.0",
    ]);
  });

  test("have a strip only from four values on, and a map from two", () => {
    const figures = ["VT01", "VT02", "VT03", "VT04"].map((code) => share(code, 50));
    const drawn = figures.map((_, i) => view(figures.slice(0, i + 1)));
    expect(drawn.map((it) => it?.map !== undefined)).toEqual([false, true, true, true]);
    expect(drawn.map((it) => it?.strip !== undefined)).toEqual([false, false, false, true]);
  });

  test("have the chosen one and the country marked on the strip, with their marks in words", () => {
    const estimate = { cell: { value: 30, marks: ["estimate" as const] } };
    const figures = [share("VT01", 50), share("VT02", 20), share("VT03", 21), share("VT04", 22)];
    const strip = view([...figures, share("NL01", 30, estimate)])?.strip;
    expect(strip?.dots.filter((dot) => dot.chosen).map((dot) => dot.label)).toEqual(["Region 2"]);
    expect(strip?.compare).toMatchObject({ value: 30 });
    expect(strip?.alternative).toBe("The values run from 20% to 50%. Region 2: 20%. Netherlands: 30% (estimate).");
    expect(strip?.signs).toEqual(["≈ estimate"]);
  });
});

describe("every such view of the edition", () => {
  const book = builtBook();
  const all = book.catalogue.indicators.flatMap((indicator) => {
    const asked = new Map(
      book
        .observations(indicator.id)
        .map((it) => ({ ...it, level: book.area(it.area)?.level }))
        .filter((it) => it.level !== "nation" && it.level !== undefined)
        .map((it) => [`${it.level}|${it.period}|${it.measure}|${JSON.stringify(it.breakdown)}`, it]),
    );
    return [...asked.values()].flatMap(({ level, period, measure, breakdown }) => {
      const of = { indicator, level: level!, period, measure, breakdown, chosen: "VT02" };
      const found = areasView(book, of, "nl", href);
      return found ? [{ of, found }] : [];
    });
  });

  test("is drawn for many", () => {
    expect(all.length).toBeGreaterThan(50);
  });

  test("is sorted by name and has every area of that time once", () => {
    for (const { of, found } of all) {
      for (const list of [found.rows.map((it) => it.area), found.without]) {
        const names = list.map((it) => it.name);
        expect(names).toEqual([...list].sort(byName).map((it) => it.name));
      }
      const codes = [...found.rows.map((it) => it.area.code), ...found.without.map((it) => it.code)];
      expect(new Set(codes).size).toBe(codes.length);
      const { end } = parsePeriod(of.period)!;
      const expected = book.catalogue.areas.filter((it) => it.level === of.level && existsOn(it, end));
      expect(expected.filter((it) => !codes.includes(it.code)).map((it) => it.code)).toEqual([]);
    }
  });

  test("has on its map the classes of its legend, and a reason where there is no value", () => {
    for (const { found } of all.filter((it) => it.found.map)) {
      for (const area of found.map!.areas) {
        const row = found.rows.find((it) => it.area.code === area.code);
        const value = row && isValue(row.shown.cell);
        expect(typeof area.class === "number").toBe(value === true);
        expect(typeof area.class === "number" ? found.map!.legend[area.class] : area.text).toBeTruthy();
        expect(area.href).toMatch(/^\/regio\/[a-z0-9-]+$/);
      }
    }
  });

  test("shows no rate or share that was not published or derived by rule", () => {
    for (const { found } of all)
      for (const { shown } of found.rows.filter((it) => !isAbsent(it.shown.cell)))
        expect(shown.derivation !== undefined || shown.observation.measure === shown.measure).toBe(true);
  });

  test("has words in place of pictures", () => {
    for (const { found } of all)
      for (const chart of [found.map, found.strip].filter((it) => it !== undefined))
        expect([chart.title, chart.alternative, chart.unit].join(" ")).not.toMatch(/undefined|NaN|Infinity| {2}/);
  });
});
