import { describe, expect, test } from "vitest";
import { absences, isAbsent, isValue } from "@impactmonitor/model/cell";
import { breakdownKey, type Observation } from "@impactmonitor/model/observation";
import { languages, type Language } from "@impactmonitor/model/text";
import { absenceLabel } from "@impactmonitor/views/absence-words";
import { areaView } from "@impactmonitor/views/area-view";
import { compareWithNation } from "@impactmonitor/views/comparison/compare-with-nation";
import { compareView } from "@impactmonitor/views/comparison/compare-view";
import { judgementLabel, judgementSentence } from "@impactmonitor/views/comparison/judgement-words";
import { marksInWords } from "@impactmonitor/views/mark-words";
import { shown } from "@impactmonitor/views/shown";
import { partsText } from "@impactmonitor/views/statement";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { makeDocument } from "../../src/documents/make-document.ts";
import type { Subject } from "../../src/documents/order.ts";
import { areaColumnsSaid } from "./said-columns.ts";
import { readBack, rowsOf, type ReadRow } from "./read-back.ts";
import { orderOf, paperOf } from "./sample-paper.ts";

const book = builtBook();
const paper = paperOf(book);
const made = async (subject: Subject, language: Language) =>
  readBack(await makeDocument(paper, orderOf(subject, "xlsx", language)));
/** The workbook of the whole edition. */
const whole = { nl: await made({ kind: "edition" }, "nl"), en: await made({ kind: "edition" }, "en") };

const number = (value: number | undefined): number | null => value ?? null;
const words = (text: string | undefined): string | null => (text === undefined || text === "" ? null : text);

/** What the row of a figure must say, taken from the views. */
function expected(it: Observation, language: Language) {
  const { cell } = it;
  const figure = shown(book, it);
  const comparison = compareWithNation(book, figure);
  const [value, lower, upper] = isAbsent(cell)
    ? []
    : isValue(cell)
      ? [cell.value, cell.lower, cell.upper]
      : [undefined, cell.range.lower, cell.range.upper];
  return {
    codes: [it.indicator, it.area, it.period, it.measure, words(breakdownKey(it.breakdown))],
    numbers: [number(value), number(lower), number(upper)],
    reason: isAbsent(cell) ? [cell.absent, absenceLabel(cell.absent)[language]] : [null, null],
    marks: words(marksInWords(cell, language)),
    country: number(comparison && isValue(comparison.other.cell) ? comparison.other.cell.value : undefined),
    judgement: [
      words(comparison && judgementLabel(comparison.judgement, language)),
      words(comparison && judgementSentence(comparison, language)),
    ],
    source: [words(it.reading.title), words(it.reading.url)],
  };
}

function found(row: ReadRow, language: Language) {
  const at = areaColumnsSaid(row, language);
  return {
    codes: ["indicator", "area", "period", "measure", "breakdown"].map(at),
    numbers: ["value", "lower", "upper"].map(at),
    reason: ["absent", "status"].map(at),
    marks: at("marks_name"),
    country: at("country_value"),
    judgement: ["beside_country_name", "beside_country_words"].map(at),
    source: ["source_title", "source_url"].map(at),
  };
}

const sheet = { nl: "Cijfers", en: "Figures" } as const;
const regions = book.areasAt("vt-region", book.date);
const others = ["NL01", "PV22", "PV25", "GM0014", "GM0106"].flatMap((code) => book.area(code) ?? []);

describe.each(languages)("every number of a workbook is that of the views (%s):", (language) => {
  test("of all regions, the country, provinces and municipalities: figures, overview and what is missing", async () => {
    expect(regions).toHaveLength(25);
    let figures = 0;
    for (const area of [...regions, ...others]) {
      if (book.indicatorsOf(area.code).length === 0) continue;
      const sheets = await made({ kind: "area", area: area.code }, language);
      const published = book.indicatorsOf(area.code).flatMap((it) => book.observationsOf(it.id, area.code));
      expect(rowsOf(sheets, sheet[language]).map((row) => found(row, language))).toEqual(
        published.map((it) => expected(it, language)),
      );
      figures += published.length;
      const view = areaView(book, area, language);
      const rows = view.themes.flatMap((it) => it.rows);
      expect(
        rowsOf(sheets, language === "nl" ? "Overzicht" : "Overview").map((row) => [
          row[language === "nl" ? "In een zin" : "In a sentence"],
          row[language === "nl" ? "Waarde" : "Value"],
          row[language === "nl" ? "Waarde om te vergelijken" : "Value to compare"],
          row[language === "nl" ? "Nederland" : "Netherlands"],
        ]),
      ).toEqual(
        rows.map((it) => [
          partsText(it.statement),
          number(isValue(it.shown.cell) ? it.shown.cell.value : undefined),
          number(it.relative && isValue(it.relative.cell) ? it.relative.cell.value : undefined),
          number(it.nation && isValue(it.nation.cell) ? it.nation.cell.value : undefined),
        ]),
      );
      expect(
        rowsOf(sheets, language === "nl" ? "Wat ontbreekt" : "What is missing").map(
          (row) => row[language === "nl" ? "Waarom er geen cijfer is" : "Why there is no figure"],
        ),
      ).toEqual(view.themes.flatMap((it) => it.missing.map((one) => one.why[language])));
    }
    expect(figures).toBeGreaterThan(900);
  });

  test("of the whole edition, each figure once", () => {
    const rows = rowsOf(whole[language], sheet[language]);
    const published = book.catalogue.indicators.flatMap((it) =>
      book.observations(it.id).filter((one) => one.publishedFor === undefined),
    );
    expect(rows.map((row) => found(row, language))).toEqual(published.map((it) => expected(it, language)));
  });

  test("of a comparison", async () => {
    const areas = regions.slice(0, 4);
    const indicators = [...book.catalogue.indicators].filter((it) => book.observations(it.id).length > 100).slice(0, 4);
    const choice = { areas, indicators: indicators.map((indicator) => ({ indicator })), form: "rate" as const };
    const view = compareView(book, choice);
    const subject: Subject = {
      kind: "comparison",
      areas: areas.map((it) => it.code),
      indicators: indicators.map((it) => ({ indicator: it.id })),
      form: "rate",
    };
    const rows = rowsOf(await made(subject, language), language === "nl" ? "Vergelijking" : "Comparison");
    const value = (cell: Observation["cell"] | undefined): number | null =>
      number(cell && isValue(cell) ? cell.value : undefined);
    expect(rows.map((row) => row[language === "nl" ? "Waarde" : "Value"])).toEqual(
      view.columns.flatMap((column) => [
        ...(column.nation ? [value(column.nation.cell)] : []),
        ...column.cells.map((it) => value(it.shown?.cell)),
      ]),
    );
    const empty = rows.filter((row) => row[language === "nl" ? "Waarde" : "Value"] === null);
    for (const row of empty) {
      const said = [
        row[language === "nl" ? "Ondergrens" : "Lower bound"],
        row[language === "nl" ? "Waarom geen waarde" : "Why no value"],
      ];
      expect(said.some((it) => it !== null)).toBe(true);
    }
  });
});

test("a figure without a value always has its bounds or its kind of reason beside it", () => {
  const rows = rowsOf(whole.nl, "Cijfers");
  const without = rows.filter((row) => row.Waarde === null);
  expect(without.length).toBeGreaterThan(0);
  for (const row of without) {
    if (row.Ondergrens !== null && row.Bovengrens !== null) continue;
    expect(absences as readonly unknown[]).toContain(row["Waarom geen waarde (code)"]);
    expect(row["Waarom geen waarde"]).toBeTypeOf("string");
    expect(row["Uitleg bij geen waarde"]).toBeTypeOf("string");
  }
});

test("the workbook of an indicator has its figures in all areas and no other", async () => {
  for (const id of ["reports-received", "dv-victims", "reporter-type"]) {
    const published = book.observations(id).filter((it) => it.publishedFor === undefined);
    const rows = rowsOf(await made({ kind: "indicator", indicator: id }, "nl"), "Cijfers");
    expect(published.length).toBeGreaterThan(0);
    expect(rows.map((row) => found(row, "nl"))).toEqual(published.map((it) => expected(it, "nl")));
  }
});
