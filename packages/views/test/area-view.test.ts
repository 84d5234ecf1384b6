import { describe, expect, test } from "vitest";
import { isAbsent } from "@impactmonitor/model/cell";
import { areaCode } from "@impactmonitor/model/id";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import { areaView } from "../src/area-view.ts";
import { partsText } from "../src/statement.ts";

const book = builtBook();
const codes = [...new Set(book.catalogue.areas.filter((it) => it.level !== "municipality").map((it) => it.code))];
const views = codes.map((code) => areaView(book, book.area(code)!, "nl"));

describe("the page of every nation, part of the country, province, region and COROP area", () => {
  test("has every indicator once: with a figure, or as missing with the reason", () => {
    for (const it of views) {
      const listed = it.themes.flatMap((theme) => [...theme.rows, ...theme.missing].map((row) => row.indicator.id));
      expect(listed.sort()).toEqual(book.catalogue.indicators.map((indicator) => indicator.id).sort());
      for (const missing of it.themes.flatMap((theme) => theme.missing)) expect(missing.why.nl).not.toBe("");
    }
  });

  test("has the national figure beside each reason where the country has one, named as the country's", () => {
    for (const it of views)
      for (const { indicator, national } of it.themes.flatMap((theme) => theme.missing)) {
        const known = book.observationsOf(indicator.id, "NL01").some((row) => !isAbsent(row.cell));
        expect(national !== undefined).toBe(known && it.area.level !== "nation");
        expect(national?.shown.area ?? "NL01").toBe("NL01");
        expect(national ? partsText(national.statement) : "in Nederland").toContain("Nederland");
      }
  });

  test("has the outcomes after a report of the whole country for each region that took part in the studies", () => {
    const regions = views.filter((it) => it.area.level === "vt-region" && it.cohort !== undefined);
    expect(regions.length).toBeGreaterThanOrEqual(13);
    for (const it of regions) {
      const outcome = it.themes.find((group) => group.theme.id === "outcome")!;
      expect([...outcome.rows, ...outcome.missing.filter((row) => row.national)].length).toBeGreaterThan(0);
    }
  });

  test("has the nine themes in their order", () => {
    for (const it of views)
      expect(it.themes.map((group) => group.theme.id)).toEqual(book.catalogue.themes.map((theme) => theme.id));
  });

  test("shows figures of this area only, and compares shares and rates with the country's of the same period", () => {
    for (const it of views)
      for (const { shown, nation, relative } of it.themes.flatMap((theme) => theme.rows)) {
        expect(shown.area).toBe(it.area.code);
        const like = relative ?? shown;
        if (!nation) continue;
        expect([nation.area, nation.period, nation.measure]).toEqual(["NL01", like.period, like.measure]);
        expect(["count", "persons"]).not.toContain(nation.measure);
        expect(isAbsent(nation.cell)).toBe(false);
      }
  });

  test("says each figure in a sentence", () => {
    for (const it of views)
      for (const theme of it.themes) {
        const texts = theme.rows.map((row) => partsText(row.statement));
        for (const text of texts) expect(text).toMatch(/^[\p{Lu}\d].*[^.]\.$/u);
      }
  });

  test("counts what it shows", () => {
    for (const it of views) {
      const rows = it.themes.flatMap((theme) => theme.rows);
      expect(it.counts.indicators).toBe(rows.length);
      expect(it.counts.figures).toBeGreaterThanOrEqual(rows.length);
    }
  });

  test("gives population and context as published or summed, never as estimated", () => {
    for (const it of views) {
      const lines = it.context.groups.flatMap((group) => group.lines);
      for (const { figure } of lines) for (const value of figure.values) expect(value.status).not.toBe("estimate");
      const variables = lines.map((line) => line.variable.id);
      expect(new Set(variables).size).toBe(variables.length);
    }
    const regions = views.filter((it) => it.area.level === "vt-region" && it.area.validTo === undefined);
    expect(regions).toHaveLength(25);
    for (const it of regions)
      expect(it.context.groups[0]?.lines.map((line) => line.variable.id)).toContain("population-total");
  });
});

describe("the page of Drenthe", () => {
  const it = areaView(book, book.area("VT02")!, "en");

  test("names its municipalities, its province of the same shape, and the figures of the worked example", () => {
    expect(it.municipalities.length).toBe(12);
    expect(it.kin.map((area) => area.code)).toContain(areaCode("PV22"));
    const ids = it.themes.flatMap((theme) => theme.rows).map((row) => row.indicator.id);
    for (const id of ["advice-started", "reports-received", "reporter-type", "unsafe-reports-share"])
      expect(ids).toContain(id);
  });
});
