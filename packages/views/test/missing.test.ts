import { describe, expect, test } from "vitest";
import { languages } from "@impactmonitor/model/text";
import { areaCode, indicatorId, periodCode } from "@impactmonitor/model/id";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import { figure } from "../../edition/test/sample-edition.ts";
import { why } from "../src/missing.ts";
import { nation, sampleArea, sampleBook, sampleIndicator } from "./sample-book.ts";

const book = builtBook();
const areasOf = (level: "vt-region" | "province" | "nation" | "municipality") =>
  [...new Set(book.catalogue.areas.filter((it) => it.level === level).map((it) => it.code))].map((it) =>
    book.area(it)!,
  );
const missing = (level: Parameters<typeof areasOf>[0]) =>
  areasOf(level).flatMap((area) =>
    book.catalogue.indicators
      .filter((it) => book.observationsOf(it.id, area.code).length === 0)
      .map((indicator) => ({ area, indicator, ...why(book, indicator, area) })),
  );

describe("for every indicator that has no figure", () => {
  test.each(["vt-region", "province", "nation", "municipality"] as const)(
    "at level %s there is a reason in both languages, in sentences",
    (level) => {
      const all = missing(level);
      expect(all.length).toBeGreaterThan(0);
      const sentences = /^[\p{Lu}‘“\d].*[.)]$/su;
      const wrong = all.filter((it) => !languages.every((language) => sentences.test(it.why[language])));
      expect(wrong.map((it) => `${it.indicator.id} ${it.area.code}: ${it.why.nl} / ${it.why.en}`)).toEqual([]);
    },
  );

  test("the reasons are not one text for all: what was never measured is told apart from what is not in this edition", () => {
    expect(new Set(missing("vt-region").map((it) => it.why.nl)).size).toBeGreaterThan(10);
  });

  test("the country serves instead only where the country has a figure", () => {
    const national = (id: string): boolean => book.observationsOf(id, "NL01").length > 0;
    const unmeasured = new Set(["advised", "to-be-determined"]);
    const [served, left] = [
      missing("vt-region").filter((it) => it.instead),
      missing("vt-region").filter((it) => !it.instead),
    ];
    expect(new Set(served.map((it) => it.instead?.code))).toEqual(new Set(["NL01"]));
    expect(served.filter((it) => !national(it.indicator.id))).toEqual([]);
    const forgotten = left.filter((it) => national(it.indicator.id) && !unmeasured.has(it.indicator.status));
    expect(forgotten.map((it) => it.indicator.id)).toEqual([]);
    expect(missing("nation").some((it) => it.instead)).toBe(false);
  });
});

describe("the reason", () => {
  const reason = (indicator: string, area: string) =>
    why(book, book.indicators.get(indicatorId(indicator))!, book.area(areaCode(area))!);

  test("of an indicator that nobody measures is that of its catalogue file", () => {
    expect(reason("professionals-trained", "VT02").why).toEqual(
      book.indicators.get("professionals-trained")?.statusReason,
    );
  });

  test("at a level that the source does not have names the levels that it has", () => {
    const { why: text, instead } = reason("dv-victims", "VT02");
    expect(text.nl).toContain("niet per regio");
    expect(text.nl).toContain("Nederland");
    expect(text.en).toContain("regions");
    expect(instead?.code).toBe("NL01");
  });

  test("of an outcome tells a region of the second cohort from one of the third and from one of neither", () => {
    const { cohorts } = book.catalogue;
    const [second, third] = (["second", "third"] as const).map(
      (it) => cohorts.find((one) => one.cohort === it)?.region,
    );
    const neither = areasOf("vt-region").find((it) => !cohorts.some((one) => one.region === it.code))?.code;
    const texts = [second, third, neither]
      .filter((it) => it !== undefined)
      .map((it) => reason("incidents-in-family", it).why.nl);
    expect(texts.length).toBeGreaterThanOrEqual(2);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test("of a figure that CBS has in a table names the table", () => {
    const found = missing("vt-region").filter((it) => it.indicator.tables.length > 0 && it.why.nl.includes("StatLine"));
    expect(found.length).toBeGreaterThan(0);
    for (const it of found) expect(it.indicator.tables.some((table) => it.why.nl.includes(table))).toBe(true);
  });
});

describe("an area that came to be by a merger", () => {
  const text = { nl: "Twee regio’s worden één", en: "Two regions become one" };
  const gone = { validTo: "2022-12-31" };
  const merged = sampleArea("VT27", "vt-region", "Oost", { validFrom: "2023-01-01" });
  const merger = { id: "oost-2023", date: "2023-01-01", title: text, text, from: ["VT16", "VT26"], to: ["VT27"] };
  const reports = (area: string, period: string, value: number) =>
    figure({ area: areaCode(area), period: periodCode(period), cell: { value, marks: [] } });
  const after = sampleBook({
    areas: [
      nation,
      sampleArea("VT16", "vt-region", "Noord", gone),
      sampleArea("VT26", "vt-region", "Zuid", gone),
      merged,
    ],
    areaChanges: [merger],
    figures: [
      reports("VT16", "2021", 900),
      reports("VT16", "2022", 1000),
      reports("VT26", "2021", 500),
      reports("NL01", "2022", 60_000),
    ],
  });
  const found = why(after, sampleIndicator(), merged);

  test("names its predecessors that have a figure, each with its own last period", () => {
    expect(found.former.map((it) => [it.area.name, it.until, it.whole])).toEqual([
      ["Noord", "2022", true],
      ["Zuid", "2021", true],
    ]);
  });

  test("gets no figure from them: nothing is added up", () => {
    expect(after.observationsOf("reports-received", "VT27")).toEqual([]);
    expect(JSON.stringify(found)).not.toMatch(/1400|1500|1900/);
    expect(found.instead?.code).toBe("NL01");
  });

  test("names no predecessor without a figure, and no area names its successor's figures", () => {
    const empty = sampleBook({ areas: after.catalogue.areas, areaChanges: [merger] });
    expect(why(empty, sampleIndicator(), merged).former).toEqual([]);
    expect(why(after, sampleIndicator(), after.area("VT16")!).former).toEqual([]);
  });

  test("says in which cohort the study followed each of its predecessors", () => {
    const outcome = book.indicators.get(indicatorId("incidents-in-family"))!;
    const reason = why(book, outcome, book.area("VT27")!).why;
    expect(reason.nl).toContain("Brabant Noordoost (tweede cohort), Zuidoost-Brabant (derde cohort)");
    expect(reason.en).toContain("Brabant Noordoost (second cohort), Zuidoost-Brabant (third cohort)");
  });
});
