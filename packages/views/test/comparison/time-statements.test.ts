import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isValue } from "@impactmonitor/model/cell";
import { periodCode } from "@impactmonitor/model/id";
import type { Measure } from "@impactmonitor/model/indicator";
import type { Observation } from "@impactmonitor/model/observation";
import { figure } from "../../../edition/test/sample-edition.ts";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { compareMoments } from "../../src/comparison/compare-moments.ts";
import { judgementSentence } from "../../src/comparison/judgement-words.ts";
import { momentGroups, timeStatements, type Moments } from "../../src/comparison/time-statements.ts";
import { find } from "../../src/shown.ts";
import { lead } from "../../src/lead.ts";
import { partsText } from "../../src/statement.ts";
import { sampleBook, sampleIndicator } from "../sample-book.ts";

const at = (period: string, value: number, more: Partial<Observation> = {}): Observation =>
  figure({ period: periodCode(period), cell: { value, marks: [] }, ...more });
const reason = { nl: "Andere telling", en: "Another count" };
interface Asked extends Moments {
  readonly period: string;
  readonly breaks?: readonly { readonly at: string; readonly reason: typeof reason }[];
  readonly language?: "nl" | "en";
  readonly measure?: Measure;
}
function ask(figures: readonly Observation[], { period, breaks = [], language = "nl", measure, ...moments }: Asked) {
  const indicators = [sampleIndicator({ breaks, measures: ["count", "percent", "per-10000"] })];
  const book = sampleBook({ figures, indicators });
  const key = { indicator: "reports-received", area: "NL01", period, measure: measure ?? "count", breakdown: {} };
  const it = find(book, key)!;
  return { statements: timeStatements(book, it, moments, language), groups: momentGroups(book, it, language) };
}
const halves = ["2019H1", "2019H2", "2020H1", "2020H2", "2021H1", "2021H2"].map((it, i) => at(it, 1000 + 100 * i));

describe("a figure through time", () => {
  test("is put beside the same half of the year before, numbers first", () => {
    const [first] = ask(halves, { period: "2021H1" }).statements;
    expect(first?.kind).toBe("year-earlier");
    expect(first?.text).toMatch(
      /^1\.400 meldingen \(2021, 1e helft\)\. Eerder was het 1\.200 \(2020, 1e helft\); het verschil is \+200( \(\+16,7%\))?\. Daarna /,
    );
    const [english] = ask(halves, { period: "2021H1", language: "en" }).statements;
    expect(english?.text).toMatch(
      /^1,400 reports \(2021, 1st half\)\. Earlier it was 1,200 \(2020, 1st half\); the difference is \+200/,
    );
  });

  test("and beside the first that compares: of the same half, since the last break, which is said when there is older", () => {
    const free = ask(halves, { period: "2021H1" }).statements[1];
    expect([free?.kind, free?.comparison?.other.period]).toEqual(["first", "2019H1"]);
    expect(free?.text).not.toContain("ouder");
    const long = [at("2017H1", 1), at("2018H1", 1), ...halves];
    const broken = ask(long, { period: "2021H1", breaks: [{ at: "2019H1", reason }] }).statements[1];
    expect(broken?.comparison?.other.period).toBe("2019H1");
    expect(broken?.text).toMatch(/Er zijn oudere cijfers, maar die zijn hiermee niet te vergelijken\.$/);
  });

  test("says the same thing once when the first that compares is the year before", () => {
    expect(ask(halves, { period: "2020H2" }).statements.map((it) => it.kind)).toEqual(["year-earlier"]);
  });

  test("is refused in words across a break, without a difference", () => {
    const { statements } = ask([at("2018H1", 1000), at("2019H1", 2000)], {
      period: "2019H1",
      breaks: [{ at: "2019H1", reason }],
    });
    expect(statements.map((it) => it.text)).toEqual([
      "2018, 1e helft en 2019, 1e helft: deze cijfers zijn niet te vergelijken: er zit een breuk tussen, want er is anders geteld of het gebied is veranderd.",
    ]);
    expect(
      ask([at("2017", 1000), at("2019", 2000)], { period: "2019", breaks: [{ at: "2018", reason }] }).statements,
    ).toEqual([expect.objectContaining({ heading: "Vergeleken met het vorige cijfer" })]);
  });

  test.each([
    ["one half with the other", { from: "2019H1", to: "2020H2" }, /niet te vergelijken: de eerste en de tweede helft/],
    ["a moment with itself", { from: "2020H1", to: "2020H1" }, /twee keer hetzelfde moment/],
    ["a moment without a figure", { from: "2010H1", to: "2020H1" }, /^Er is geen cijfer voor 2010, 1e helft\.$/],
  ])("chosen by a visitor refuses %s", (_, chosen, words) => {
    const last = ask(halves, { period: "2021H1", ...chosen }).statements.at(-1);
    expect([last?.kind, last?.text]).toEqual(["chosen", expect.stringMatching(words)]);
    expect(last?.text).not.toContain("verschil is");
  });

  test("chosen by a visitor goes from the earlier moment to the later, in whatever order they were chosen", () => {
    const one = ask(halves, { period: "2021H1", from: "2019H2", to: "2020H2" }).statements.at(-1);
    const other = ask(halves, { period: "2021H1", from: "2020H2", to: "2019H2" }).statements.at(-1);
    expect(one?.text).toMatch(/^1\.300 meldingen \(2020, 2e helft\)\. Eerder was het 1\.100 \(2019, 2e helft\)/);
    expect(other?.text).toBe(one?.text);
  });

  test("of percentages differs in percentage points, and says that a figure is provisional", () => {
    const percent = (period: string, value: number) =>
      at(period, value, { measure: "percent", cell: { value, n: 5000, marks: ["provisional"] } });
    const [it] = ask([percent("2020", 20.5), percent("2021", 18.2)], { period: "2021", measure: "percent" }).statements;
    expect(it?.text).toMatch(
      /^18,2% \(2021\)\. Eerder was het 20,5% \(2020\); het verschil is −2,3 procentpunt\. .*voorlopig/,
    );
  });

  test("of an estimate is never judged as if it were counted", () => {
    const estimate = (period: string, value: number) => at(period, value, { cell: { value, marks: ["estimate"] } });
    const [it] = ask([estimate("2020", 820_000), estimate("2021", 850_000)], { period: "2021" }).statements;
    expect(it?.comparison?.judgement.by).toBe("bare");
    expect(it?.text).toMatch(/valt niet te zeggen/);
    expect(it?.text).not.toMatch(/ {2}/);
  });

  test("is nothing for a figure that stands alone", () => {
    expect(ask([at("2021", 5)], { period: "2021" })).toEqual({ statements: [], groups: [] });
  });
});

describe("moments to choose from", () => {
  test("are grouped by what compares", () => {
    const list = [...halves, at("2018", 9), at("2019", 9), at("2022H1", 5, { cell: { absent: "suppressed" } })];
    expect(ask(list, { period: "2021H1" }).groups).toEqual([
      { label: "Tweede helft van het jaar", periods: ["2019H2", "2020H2", "2021H2"] },
      { label: "Eerste helft van het jaar", periods: ["2019H1", "2020H1", "2021H1"] },
      { label: "Hele jaren", periods: ["2018", "2019"] },
    ]);
  });

  test("name their years where a break makes two groups of one kind", () => {
    const years = ["2015", "2016", "2018", "2019"].map((it) => at(it, 10));
    const { groups } = ask(years, { period: "2019", breaks: [{ at: "2018", reason }] });
    expect(groups.map((it) => it.label)).toEqual(["Hele jaren, 2018–2019", "Hele jaren, 2015–2016"]);
  });

  test("of one group are never refused, whatever the series and its breaks; of two groups always", () => {
    const periods = ["2018H1", "2018H2", "2019H1", "2019H2", "2020H1", "2020H2", "2021H1", "2019", "2020", "2021"];
    fc.assert(
      fc.property(fc.subarray(periods, { minLength: 3 }), fc.constantFrom(...periods), (some, broken) => {
        const { groups } = ask(
          some.map((it) => at(it, 500)),
          { period: some[0]!, breaks: [{ at: broken, reason }] },
        );
        const all = groups.flatMap(({ periods: list }, group) => list.map((period) => ({ period, group })));
        for (const a of all)
          for (const b of all) {
            if (a.period === b.period) continue;
            const chosen = { period: some[0]!, from: a.period, to: b.period, breaks: [{ at: broken, reason }] };
            const it = ask(
              some.map((period) => at(period, 500)),
              chosen,
            ).statements.at(-1);
            expect(it?.comparison?.judgement.verdict === "not-comparable").toBe(a.group !== b.group);
          }
      }),
      { numRuns: 15 },
    );
  });
});

describe("every statement of the edition", () => {
  const book = builtBook();
  const all = book.catalogue.indicators.flatMap((indicator) =>
    ["NL01", "VT02", "VT15", "PV26"].flatMap((area) => {
      const it = lead(book, indicator, area);
      return it ? [it] : [];
    }),
  );

  test("says of a comparison exactly what its judgement says, and never why", () => {
    let seen = 0;
    for (const it of all)
      for (const language of ["nl", "en"] as const)
        for (const statement of timeStatements(book, it, {}, language)) {
          seen++;
          const { comparison, text } = statement;
          expect(text).toBe(partsText(statement.parts));
          expect(text).not.toMatch(/undefined|NaN| {2}|because|doordat|dankzij|omdat|beter|slechter/);
          expect(text).toMatch(/^\S.*\.$/);
          if (!comparison) continue;
          expect(comparison).toEqual(compareMoments(book, it, comparison.other.period));
          const sentence = judgementSentence(comparison, language);
          expect(text.toLowerCase()).toContain(sentence.toLowerCase());
        }
    expect(seen).toBeGreaterThan(60);
  });

  test("has the numbers as they are published or derived", () => {
    for (const it of all)
      for (const { parts, comparison } of timeStatements(book, it, {}, "nl")) {
        const shownCells = parts.flatMap((part) => (typeof part === "string" ? [] : [part.figure]));
        const compared = comparison && comparison.judgement.verdict !== "not-comparable";
        expect(shownCells).toEqual(compared ? [comparison.own, comparison.other] : []);
        for (const { cell } of shownCells) expect(isValue(cell)).toBe(true);
      }
  });
});
