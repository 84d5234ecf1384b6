import { describe, expect, test } from "vitest";
import { languages } from "@impactmonitor/model/text";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import { indicatorView } from "../src/indicator-view.ts";

const book = builtBook();
const href = (): string => "/";
const view = (
  id: string,
  area: string,
  choice: Parameters<typeof indicatorView>[3] = {},
  language: "nl" | "en" = "nl",
) => indicatorView(book, book.indicators.get(id)!, book.area(area)!, choice, language, href);

describe("the page of every indicator, for the country and for Drenthe, in both languages", () => {
  const all = book.catalogue.indicators.flatMap((it) =>
    ["NL01", "VT02"].flatMap((area) =>
      languages.map((language) => ({ it, area, view: view(it.id, area, {}, language) })),
    ),
  );

  test("begins with a figure exactly when the area has one", () => {
    for (const { it, area, view: page } of all)
      expect(page.lead !== undefined).toBe(book.observationsOf(it.id, area).length > 0);
  });

  test("says that the area has none when only other areas have, and never shows another area's figure as its own", () => {
    for (const { it, area, view: page } of all) {
      const elsewhere = book.observations(it.id).length > 0 && book.observationsOf(it.id, area).length === 0;
      expect(page.missed.includes("area")).toBe(elsewhere);
      expect(page.lead?.shown.area ?? area).toBe(area);
    }
  });

  test("has a source line, an age and earlier publications with its figure", () => {
    for (const { view: page } of all.filter((one) => one.view.lead)) {
      expect(page.lead?.sourceLine).toContain(book.id);
      expect(page.lead?.age).toMatch(/^\d+ (jaar|maand|year|month)/);
      expect(page.lead?.vintages).toEqual(page.lead?.shown.observation.vintages);
    }
  });

  test("offers only periods, breakdowns, measures and areas that have a figure", () => {
    for (const { it, area, view: page } of all) {
      const own = book.observationsOf(it.id, area);
      expect(new Set(page.options.periods)).toEqual(new Set(own.map((one) => one.period)));
      expect(page.options.measures.every((measure) => own.some((one) => one.measure === measure))).toBe(true);
      for (const one of page.options.areas) expect(book.observationsOf(it.id, one.code).length).toBeGreaterThan(0);
    }
  });
});

describe("a choice", () => {
  test("of a period is shown when it exists, and its absence is said when it doesn't", () => {
    const [newest, older] = view("reports-received", "NL01").options.periods;
    expect(view("reports-received", "NL01", { period: older }).lead?.shown.period).toBe(older);
    expect(view("reports-received", "NL01", { period: older }).missed).toEqual([]);
    const missed = view("reports-received", "NL01", { period: "1999" });
    expect(missed.missed).toContain("period");
    expect(missed.lead?.shown.period).not.toBe("1999");
    expect(newest).not.toBe(older);
  });

  test("of a breakdown is shown, or its absence said", () => {
    const police = view("reporter-type", "VT02", { breakdown: { "reporter-type": "police" }, period: "2021H1" });
    expect(police.lead?.shown.cell).toMatchObject({ value: 54.6 });
    expect(police.missed).toEqual([]);
    expect(view("reporter-type", "VT02", { breakdown: { "reporter-type": "nobody" } }).missed).toContain("breakdown");
  });
});

describe("the worked example", () => {
  test("of Zaanstreek-Waterland reads 55.6 percent beside 42.8 for the Netherlands", () => {
    const { lead } = view("unsafe-reports-share", "VT22", { period: "2021H1" });
    expect(lead?.shown.cell).toMatchObject({ value: 55.6 });
    expect(lead?.nation?.cell).toMatchObject({ value: 42.8 });
    expect(lead?.text).toContain("55,6%");
  });
});
