import { describe, expect, test } from "vitest";
import { areaCode } from "@impactmonitor/model/id";
import { figure } from "../../edition/test/sample-edition.ts";
import { allObservations, builtBook } from "../../pipeline/test/built-edition.ts";
import { byName } from "../src/book.ts";
import { sampleArea, sampleBook } from "./sample-book.ts";

const book = builtBook();

describe("areas", () => {
  test("are sorted as people look them up: 's-Gravenhage under the g, accents beside their letter", () => {
    const names = ["Zwolle", "'s-Gravenhage", "Groningen", "Gouda", "Súdwest-Fryslân", "Sudoost", "'t Gooi"];
    expect(
      names
        .map((name) => ({ name }))
        .sort(byName)
        .map((it) => it.name),
    ).toEqual(["'t Gooi", "Gouda", "'s-Gravenhage", "Groningen", "Sudoost", "Súdwest-Fryslân", "Zwolle"]);
  });

  test("are found in the form they had on a day, and in their latest form without one", () => {
    expect(book.area("VT15", "2022-06-30")?.name).not.toBe(book.area("VT15", "2023-06-30")?.name);
    expect(book.area("VT15")).toEqual(book.area("VT15", "2025-01-01"));
    expect(book.area("VT16")?.validTo).toBe("2022-12-31");
    expect(book.area("VT16", "2024-01-01")).toBeUndefined();
    expect(book.area("VT99")).toBeUndefined();
  });

  test("are found by the last part of their address, within their level", () => {
    expect(book.areaBySlug("vt-region", "zaanstreek-waterland")?.code).toBe("VT22");
    expect(book.areaBySlug("province", "drenthe")?.code).toBe("PV22");
    expect(book.areaBySlug("vt-region", "drenthe")?.code).toBe("VT02");
    expect(book.areaBySlug("municipality", "zaanstreek-waterland")).toBeUndefined();
    expect(book.areaBySlug("vt-region", "__proto__")).toBeUndefined();
  });

  test("are 26 regions on the last day of 2022 and 25 on the day after, sorted by name", () => {
    expect(book.areasAt("vt-region", "2022-12-31")).toHaveLength(26);
    const now = book.areasAt("vt-region", "2023-01-01");
    expect(now).toHaveLength(25);
    expect(now).toEqual([...now].sort(byName));
    expect(book.areasAt("province", "2024-01-01")).toHaveLength(12);
  });

  test("of a region are its municipalities on 1 January of that year, each in one region", () => {
    for (const year of [2019, 2022, 2023, 2026]) {
      const all = book.areasAt("vt-region", `${year}-01-01`).flatMap((it) => book.municipalitiesOf(it.code, year));
      expect(new Set(all.map((it) => it.code)).size, String(year)).toBe(all.length);
      expect(all.length, String(year)).toBe(book.areasAt("municipality", `${year}-01-01`).length);
    }
  });
});

describe("figures", () => {
  test("are found by indicator and area, all of them, and none that is not in the edition", () => {
    const own = allObservations();
    const found = book.catalogue.indicators.flatMap((it) => book.observations(it.id));
    expect(found.filter((it) => it.publishedFor === undefined)).toHaveLength(own.length);
    expect(own.filter((it) => !book.observationsOf(it.indicator, it.area).some((one) => one.row === it.row))).toEqual(
      [],
    );
    expect(book.observationsOf("reports-received", "VT99")).toEqual([]);
    expect(book.observationsOf("nothing", "NL01")).toEqual([]);
  });

  test("of an area with the same territory are shown there too, and say for which area they were published", () => {
    const pair = (figures: Parameters<typeof figure>[0][]) =>
      sampleBook({
        areas: [sampleArea("VT02", "vt-region", "Drenthe"), sampleArea("PV22", "province", "Drenthe")],
        equalTerritories: [["VT02", "PV22"]],
        figures: figures.map(figure),
      });
    const region = { area: areaCode("VT02"), cell: { value: 1905, marks: [] } };
    const own = { area: areaCode("PV22"), cell: { value: 1900, marks: [] } };
    expect(pair([region]).observationsOf("reports-received", "PV22")).toMatchObject([
      { area: "PV22", publishedFor: "VT02", cell: { value: 1905 } },
    ]);
    expect(pair([region, own]).observationsOf("reports-received", "PV22"), "its own goes before").toMatchObject([
      { cell: { value: 1900 } },
    ]);
  });

  test("shown for another area are those of an area with the same territory, and the published one stands beside it", () => {
    const equal = new Set(book.catalogue.equalTerritories.flatMap(([a, b]) => [`${a}|${b}`, `${b}|${a}`]));
    const borrowed = book.catalogue.indicators
      .flatMap((it) => book.observations(it.id))
      .filter((it) => it.publishedFor !== undefined);
    expect(borrowed.length).toBeGreaterThan(0);
    for (const it of borrowed) {
      expect(equal.has(`${it.area}|${it.publishedFor}`)).toBe(true);
      const original = book.observationsOf(it.indicator, it.publishedFor ?? "").find((one) => one.row === it.row);
      expect(original?.cell).toEqual(it.cell);
    }
  });
});
