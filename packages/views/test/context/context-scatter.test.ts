import { describe, expect, test } from "vitest";
import { languages } from "@impactmonitor/model/text";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { contextOverview } from "../../src/context/context-lines.ts";
import { contextSection } from "../../src/context/context-section.ts";
import { leftOutLines, whatIsShown, whatItDoesNotShow } from "../../src/context/context-words.ts";
import { indicatorView } from "../../src/indicator-view.ts";
import { nation, regions, sampleBook } from "../sample-book.ts";
import { fact, sampleVariables } from "./sample-context.ts";

const book = builtBook();
const repeated = book.indicators.get("reports-previous-involvement")!;
const section = (area: string, asked: string | undefined, language: "nl" | "en" = "nl") => {
  const view = indicatorView(book, repeated, book.area(area)!, {}, language, () => "");
  return contextSection(book, view, asked, language);
};

describe("the setting of an indicator", () => {
  test("begins without a fact: it is the visitor who chooses what to set beside a figure", () => {
    const it = section("PV22", undefined);
    expect(it?.offer.map((one) => one.id)).toContain("population-65plus");
    expect(it?.chosen).toBeUndefined();
    expect(it?.missed).toBeUndefined();
  });

  test("is of the level of the area, or of the first level that has enough areas", () => {
    expect(section("PV22", undefined)?.figure.level).toBe("province");
    expect(section("GM0034", undefined)?.figure.level).toBe("municipality");
    expect(section("NL01", undefined)?.figure.level).toBe("province");
  });

  test("says when what was asked for can't stand beside it", () => {
    const it = section("PV22", "lonely-18plus");
    expect(it?.chosen).toBeUndefined();
    expect(it?.missed?.id).toBe("lonely-18plus");
  });

  test("is not there for an indicator without ten areas", () => {
    const national = book.indicators.get("dv-victims")!;
    const view = indicatorView(book, national, book.area("NL01")!, {}, "nl", () => "");
    expect(contextSection(book, view, "population-65plus", "nl")).toBeUndefined();
  });
});

describe("the picture of a figure beside a fact", () => {
  const { chart, beside } = section("PV22", "population-65plus")!.chosen!;

  test("has a dot for each pair, the own area marked, the country apart, in the words and numbers of the tables", () => {
    expect(chart.dots).toHaveLength(beside.pairs.length);
    expect(chart.dots.filter((it) => it.chosen).map((it) => it.label)).toEqual(["Drenthe"]);
    expect(chart.compare?.label).toBe("Nederland");
    const drenthe = chart.dots.find((it) => it.chosen)!;
    expect(drenthe.y).toMatchObject({ text: "25,2%", marked: { words: "voorlopig" } });
    expect(drenthe.x.text).toBe("24,9%");
    expect(chart.y).toMatchObject({ unit: "procent", percent: true });
    expect(chart.x).toEqual({ title: "Ouderen van 65 jaar en ouder", unit: "procent van de inwoners", percent: true });
    expect(chart.signs).toEqual(["* voorlopig"]);
  });

  test("is told in words without saying how the two go together", () => {
    expect(chart.title).toContain("naast ouderen van 65 jaar en ouder, 2023, 12 van de 12 provincies");
    expect(chart.alternative).toBe(
      "Omhoog loopt het cijfer van 18,8% tot 37,5%. Naar rechts loopt het gegeven van 15,6% tot 25,4%. Drenthe: 25,2% (voorlopig); 24,9%. Nederland: 28,5% (voorlopig); 20,5%. Alle waarden staan in de tabel.",
    );
  });

  test("says how many areas it has and of what year each value is", () => {
    expect(whatIsShown(beside, "nl")).toBe(
      "Elke stip is een provincie. 12 van de 12 provincies staan erin. Het cijfer gaat over 2023, het gegeven ernaast over 2024 (een jaar later).",
    );
    expect(whatIsShown(beside, "en")).toBe(
      "Each dot is a province. 12 of the 12 provinces are in it. The figure is about 2023, the fact beside it about 2024 (a year later).",
    );
  });

  test("names the areas that are left out by reason, and only counts them when there are hundreds", () => {
    const municipalities = section("GM0034", "home-value")!.chosen!.beside;
    expect(leftOutLines(municipalities, "nl")).toEqual(["322 gemeenten: geen cijfer in deze editie"]);
    const few = { ...beside, leftOut: [{ area: beside.pairs[0]!.area, why: "suppressed" as const }] };
    expect(leftOutLines(few, "en")).toEqual(["Drenthe: suppressed"]);
  });

  test("says that it shows no cause, nothing about households, and that areas differ in size", () => {
    for (const [word, language] of [
      ["oorzaak", "nl"],
      ["huishoudens", "nl"],
      ["grootte", "nl"],
      ["cause", "en"],
      ["households", "en"],
      ["size", "en"],
    ] as const)
      expect(whatItDoesNotShow.map((it) => it[language]).join(" ")).toContain(word);
  });

  test("never speaks of a relation, a cause or a judgement, in any indicator, level or language", () => {
    const claims =
      /\b(doordat|dankzij|omdat|waardoor|leidt tot|samenhang|correlatie|verband|because|due to|leads to|correlat|relation|beter|slechter|better|worse)\b/i;
    for (const language of languages)
      for (const area of ["PV22", "GM0034"])
        for (const { id } of section(area, undefined)!.offer) {
          const chosen = section(area, id, language)!.chosen!;
          const said = [chosen.chart.title, chosen.chart.alternative, whatIsShown(chosen.beside, language)].join(" ");
          expect(said).not.toMatch(claims);
          expect(said).not.toMatch(/undefined|NaN|\{|\}/);
        }
  });
});

describe("facts about one area", () => {
  const values = [
    fact("inhabitants", "VT01", 2024, 500),
    fact("children", "VT01", 2020, 90),
    fact("inhabitants", "VT01", 2020, 450),
    fact("children", "NL01", 2020, 30),
    fact("inhabitants", "NL01", 2020, 100),
    fact("density", "NL01", 2024, 530),
  ];
  const it = contextOverview(
    sampleBook({ areas: [nation, ...regions], contextVariables: sampleVariables, contextValues: values }),
    regions[0]!,
  );

  test("are by group, a total as a share with the country's of the same year, and the total itself beside it", () => {
    expect(it.groups.map((group) => group.group)).toEqual(["population"]);
    const [inhabitants, children] = it.groups[0]!.lines;
    expect(inhabitants).toMatchObject({ figure: { value: 500, year: 2024 } });
    expect(inhabitants?.nation).toBeUndefined();
    expect(children).toMatchObject({ figure: { value: 20, year: 2020 }, nation: { value: 30, year: 2020 } });
    expect(children?.total?.figure).toMatchObject({ value: 90, year: 2020 });
  });

  test("that are lacking are named, with the country's where that says something", () => {
    expect(it.lacking.map((one) => one.variable.id)).toEqual(["density", "urban-class"]);
    expect(it.lacking[0]?.nation?.figure.value).toBe(530);
    expect(it.lacking[1]?.nation).toBeUndefined();
  });

  test("of every area of the edition: each variable once, with or without a value, and a table for each value", () => {
    const all = book.catalogue.contextVariables.map((one) => one.id).sort();
    for (const area of [...book.areasAt("vt-region", "2024-01-01"), ...book.areasAt("province", "2024-01-01")]) {
      const { groups, lacking } = contextOverview(book, area);
      const lines = groups.flatMap((group) => group.lines);
      expect([...lines, ...lacking].map((one) => one.variable.id).sort()).toEqual(all);
      for (const { figure, nation: country } of lines) {
        for (const value of figure.values) expect(book.contextSource(value.source)?.url).toMatch(/^https:/);
        expect(country?.year ?? figure.year).toBe(figure.year);
      }
    }
  });
});
