import { describe, expect, test } from "vitest";
import { isAbsent } from "@impactmonitor/model/cell";
import { parsePeriod } from "@impactmonitor/model/period";
import { languages } from "@impactmonitor/model/text";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { indicatorView } from "../../src/indicator-view.ts";
import type { ReportContent, ReportHistory } from "../../src/report/report-content.ts";
import { reportOf, type ReportAsked } from "../../src/report/report-of.ts";
import { reportYears } from "../../src/report/report-years.ts";
import { paragraph } from "../../src/sentences/paragraph.ts";
import { partsText, type Part } from "../../src/statement.ts";

const book = builtBook();
const nation = book.area("NL01")!;
const nothing = { added: [], revised: [], withdrawn: [], indicatorsAdded: [], indicatorsRemoved: [] };
const history: ReportHistory = { editions: [{ id: book.id, date: book.date }], changes: nothing };
const newest = Number(book.date.slice(0, 4));
const of = (year: number, language: "nl" | "en", more: Partial<ReportAsked> = {}): ReportContent =>
  reportOf({ book, language, year, history, ...more })!;
const figuresIn = (parts: readonly Part[]) => parts.flatMap((it) => (typeof it === "string" ? [] : [it]));
const textOf = (report: ReportContent): string =>
  JSON.stringify(report, (key, it) => (key === "figure" ? undefined : it));

describe.each(languages)("the report in %s", (language) => {
  test("of the newest year says of each figure what its page says, in the same words", () => {
    const results = of(newest, language).themes.flatMap((it) => it.results);
    expect(results.length).toBeGreaterThan(40);
    for (const it of results) {
      const indicator = book.indicators.get(it.indicator)!;
      const view = indicatorView(book, indicator, nation, {}, language, () => "");
      const said = paragraph(book, view.lead!.shown, language).sentences.map((one) => partsText(one.parts));
      expect(partsText(it.statement)).toBe(said[0]);
      expect(partsText(it.statement)).toContain(
        view.lead!.parts.map((one) => (typeof one === "string" ? one : one.text)).join(""),
      );
      expect(it.source).toBe(view.lead!.sourceLine);
      for (const sentence of said.slice(1))
        expect([...it.sentences.map(partsText), ...it.guards, ...it.doesNotSay].join(" ")).toContain(sentence);
    }
  });

  test("of every year holds only figures of this edition, of the country, up to that year", () => {
    for (const { year } of reportYears(book)) {
      for (const { results } of of(year, language).themes)
        for (const it of results)
          for (const { figure, text } of figuresIn([it.statement, ...it.sentences].flat())) {
            const rows = book.observationsOf(figure.indicator.id, "NL01");
            const row = rows.find((one) => one === figure.observation || one.row === figure.observation.row);
            expect(row, `${year} ${it.indicator}: ${text}`).toBeDefined();
            expect(parsePeriod(figure.period)!.end <= `${year}-12-31`).toBe(true);
            expect(figure.derivation ? row!.cell : figure.cell).toEqual(row!.cell);
          }
    }
  });

  test("names every subject: with a figure, or why there is none", () => {
    for (const year of [newest, 2020]) {
      const report = of(year, language);
      for (const { id, results, without } of report.themes) {
        const names = new Set([...results.map((it) => it.title), ...without.flatMap((it) => it.term.split("; "))]);
        for (const it of book.catalogue.indicators.filter((one) => one.theme === id))
          expect(names).toContain(it.shortTitle[language]);
        for (const it of without) expect(partsText(it.parts).length).toBeGreaterThan(10);
      }
    }
  });

  test("counts rightly how many figures are about the year itself", () => {
    const { year } = reportYears(book).find((it) => it.subjects > 3)!;
    const results = of(year, language).themes.flatMap((it) => it.results);
    const own = results.filter((it) => it.own).length;
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(results.length);
    expect(
      partsText(of(year, language).introduction.blocks.flatMap((it) => (it.kind === "text" ? it.parts : []))),
    ).toContain(String(own));
  });

  test("draws no conclusion, gives no cause and no order", () => {
    const causes =
      language === "nl"
        ? /\b(doordat|dankzij|te danken aan|ranglijst|het beste|het slechtste)\b/i
        : /\b(thanks to|due to|best|worst|ranking)\b/i;
    const { themes, introduction, conclusion, missing } = of(newest, language);
    const own = themes.flatMap((it) => [
      it.newest,
      ...it.results.flatMap((one) => [partsText(one.statement), ...one.sentences.map(partsText)]),
    ]);
    for (const it of own) expect(it).not.toMatch(causes);
    expect(JSON.stringify([introduction.blocks, conclusion.blocks, missing.blocks[0]])).not.toMatch(causes);
  });

  test("is about nothing where nothing is known", () => {
    expect(reportOf({ book, language, year: 1900, history })).toBeUndefined();
    expect(reportOf({ book, language, year: newest + 1, history })).toBeUndefined();
  });
});

describe("what editors wrote", () => {
  const insert = (year: number, place: string) => ({
    id: `${year}-${place}`,
    year,
    place,
    body: {
      nl: [{ kind: "text" as const, spans: [{ text: `Woorden bij ${place}.` }] }],
      en: [{ kind: "text" as const, spans: [{ text: `Words at ${place}.` }] }],
    },
  });
  const places = ["introduction", "starting-points", "theme-size", "sources", "news", "missing", "conclusion"];
  const written = { ...book, catalogue: { ...book.catalogue, reportInserts: places.map((it) => insert(2021, it)) } };

  test("stands in its own place, in the language of the report, and in no other year", () => {
    for (const language of languages) {
      const text = textOf(reportOf({ book: written, language, year: 2021, history })!);
      for (const it of places)
        expect(text.split(language === "nl" ? `Woorden bij ${it}.` : `Words at ${it}.`)).toHaveLength(2);
      expect(text).not.toContain(language === "nl" ? "Words at" : "Woorden bij");
      expect(textOf(reportOf({ book: written, language, year: 2022, history })!)).not.toMatch(/Woorden bij|Words at/);
    }
  });

  test("is the only conclusion: without it the report says that there is none, a draft that there is room", () => {
    const conclusion = (year: number, more: Partial<ReportAsked> = {}) =>
      JSON.stringify(reportOf({ book: written, language: "nl", year, history, ...more })!.conclusion);
    expect(conclusion(2021)).toContain("Woorden bij conclusion.");
    expect(conclusion(2021)).not.toContain("geen conclusie");
    expect(conclusion(2022)).toContain("geen conclusie geschreven");
    expect(conclusion(2022, { draft: true })).toContain("Hier is plaats voor de conclusie van de redactie.");
    expect(conclusion(2022)).not.toContain("Hier is plaats");
  });
});

test("a figure about a later year is told to be later, not to be missing", () => {
  const first = reportYears(book).at(-1)!.year;
  const text = textOf(of(first, "nl"));
  expect(text).toContain(`Er is een landelijk cijfer, maar over een tijd na ${first}.`);
});

test("what is new: the editions of the year with their notices, and what this one changed", () => {
  const [observation] = book.observations("reports-received");
  const long: ReportHistory = {
    editions: [
      { id: "2025-01", date: "2025-01-10" },
      { id: "2026-02", date: "2026-02-10", withdrawn: { nl: "Een rekenfout", en: "A sum gone wrong" } },
      { id: book.id, date: book.date, corrects: "2026-02", notice: { nl: "Hersteld", en: "Mended" } },
    ],
    changes: {
      ...nothing,
      since: "2026-02",
      added: [observation!],
      revised: [{ from: observation!, to: observation! }],
    },
  };
  const text = JSON.stringify(of(2026, "nl", { history: long }).news);
  expect(text).toContain("Editie 2026-02, 10 februari 2026. Ingetrokken: Een rekenfout.");
  expect(text).toContain("Herstelt een fout in editie 2026-02. Hersteld.");
  expect(text).toContain("1 nieuwe cijfers, 1 aangepast en 0 vervallen.");
  expect(text).toContain("fout hersteld");
  expect(text).not.toContain("2025-01");
  expect(JSON.stringify(of(2026, "nl").news)).toContain("Dit is de eerste editie.");
});

test("each source answers for its figures, and says which of them are here; in short without how they come about", () => {
  const { sources } = of(newest, "nl");
  const heads = sources.blocks.flatMap((it) => (it.kind === "heading" ? it.text : []));
  expect(heads).toEqual(book.catalogue.sources.map((it) => it.title.nl));
  const terms = sources.blocks.flatMap((it) => (it.kind === "terms" ? [it.terms.map((one) => one.term)] : []));
  for (const it of terms)
    expect(it).toEqual(
      expect.arrayContaining([
        "Wie",
        "Wie staat in voor het cijfer",
        "In dit rapport",
        "Hoe de cijfers tot stand komen",
      ]),
    );
  expect(JSON.stringify(of(newest, "nl", { brief: true }).sources)).not.toContain("Hoe de cijfers tot stand komen");
});

test("withdrawn editions and practice figures say so at once", () => {
  const gone = of(newest, "nl", { withdrawn: { nl: "Een fout", en: "A mistake" } });
  expect(JSON.stringify(gone.introduction.blocks[0])).toContain("Een fout.");
  const practised = reportOf({ book: { ...book, kind: "practice" }, language: "nl", year: newest, history })!;
  expect(JSON.stringify(practised.introduction.blocks[0])).toContain("verzonnen");
});

test("years: that of the edition, those written about, and each with a figure; newest first, none after the edition", () => {
  const years = reportYears(book);
  expect(years[0]).toMatchObject({ year: newest, written: true });
  expect(years.map((it) => it.year)).toEqual(years.map((it) => it.year).toSorted((a, b) => b - a));
  const own = book.catalogue.indicators
    .flatMap((it) => book.observationsOf(it.id, "NL01"))
    .filter((it) => !isAbsent(it.cell));
  for (const it of own) expect(years.map((one) => one.year)).toContain(Number(parsePeriod(it.period)!.end.slice(0, 4)));
});
