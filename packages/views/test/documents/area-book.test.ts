import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import type { Area } from "@impactmonitor/model/area";
import { languages, type Language } from "@impactmonitor/model/text";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { areaView } from "../../src/area-view.ts";
import { judgementSentence } from "../../src/comparison/judgement-words.ts";
import { areaBook } from "../../src/documents/area-book.ts";
import type { Asked } from "../../src/documents/asked.ts";
import type { BookContent } from "../../src/documents/book-content.ts";
import { formatCell } from "../../src/format.ts";
import { find } from "../../src/shown.ts";
import { partsText } from "../../src/statement.ts";
import { isWithin } from "../../src/within.ts";
import { walkContent, type Written } from "./walk-content.ts";

const book = builtBook();
const asked = (language: Language, more: Partial<Asked> = {}): Asked => ({
  book,
  language,
  beside: [],
  within: {},
  tables: true,
  ...more,
});
const areas: readonly Area[] = [
  ...(["vt-region", "province"] as const).flatMap((level) => book.areasAt(level, book.date)),
  ...["GM0106", "GM0014", "NL01"].flatMap((code) => book.area(code) ?? []),
];
/** A place in a sentence that nobody filled in. */
const unfilled = /\{\w*\}|undefined|NaN|\[object/;
const named = (code: string): Area => book.area(code)!;
/** Another region of which there is much. */
const full = book
  .areasAt("vt-region", book.date)
  .filter((it) => it.code !== "VT02")
  .toSorted((a, b) => book.indicatorsOf(b.code).length - book.indicatorsOf(a.code).length)[0]!;
const textOf = (content: BookContent): string => walkContent(content).texts.join("\n");

/** Whether what stands there is what the edition says, written as everywhere. */
function isTrue({ text, figure }: Written, language: Language): boolean {
  const { indicator, area, period, measure, breakdown, cell } = figure;
  const known = find(book, { indicator: indicator.id, area, period, measure, breakdown });
  const number = formatCell(cell, indicator, measure, language);
  // In a sentence a range is "90.000 tot 127.000", in a table "90.000–127.000".
  const said = [number, number.replace("–", language === "nl" ? " tot " : " to ")];
  return (
    isDeepStrictEqual(known?.cell, cell) &&
    said.some((it) => text === it || text.startsWith(`${it}\u202f`) || text.startsWith(`${it} `))
  );
}

describe.each(languages)("the book of every region, province and the country, in %s", (language) => {
  test("every figure is the one of the edition, with the words of its page, and each subject is there or said to be missing", () => {
    for (const area of areas) {
      const content = areaBook(asked(language), area);
      const view = areaView(book, area, language);
      const { figures, texts, tables } = walkContent(content);
      expect(figures.filter((it) => !isTrue(it, language))).toEqual([]);
      expect(texts.join("\n")).not.toMatch(unfilled);
      expect(tables.flatMap((it) => it.rows.filter((row) => row.cells.length !== it.head.length))).toEqual([]);
      const parts = new Map(content.chapters.flatMap((it) => it.figures).map((it) => [it.indicator, it]));
      const rows = view.themes.flatMap((it) => it.rows);
      expect([...parts.keys()].sort()).toEqual(rows.map((it) => it.indicator.id).sort());
      for (const row of rows) {
        const part = parts.get(row.indicator.id)!;
        const stated = "absent" in row.shown.cell ? part.statement : row.statement;
        expect(partsText(part.statement)).toBe(partsText(stated));
        const said = part.sentences.map(partsText).join(" ");
        expect(said).toContain(row.comparison ? judgementSentence(row.comparison, language) : "");
      }
      const lacking = view.themes.flatMap((it) => it.missing);
      const terms = (content.missing?.blocks ?? []).flatMap((it) => (it.kind === "terms" ? it.terms : []));
      expect(terms.map((it) => it.term)).toEqual(lacking.map((it) => it.indicator.shortTitle[language]));
      lacking.forEach((it, i) => expect(partsText(terms[i]!.parts)).toContain(it.why[language]));
    }
  });

  test("with other areas beside it, that is so for these too", () => {
    const content = areaBook(asked(language, { beside: [full, named("GM0014")] }), named("VT02"));
    const { figures, texts, tables } = walkContent(content);
    expect(new Set(figures.map((it) => it.figure.area))).toEqual(new Set(["VT02", full.code, "GM0014", "NL01"]));
    expect(figures.filter((it) => !isTrue(it, language))).toEqual([]);
    expect(texts.join("\n")).not.toMatch(unfilled);
    expect(tables.flatMap((it) => it.rows.filter((row) => row.cells.length !== it.head.length))).toEqual([]);
  });
});

describe("what a reader chooses", () => {
  const drenthe = named("VT02");

  const themeId = areaView(book, drenthe, "nl").themes.find((it) => it.rows.length > 0)!.theme.id;

  test("only the themes asked for are in it", () => {
    const content = areaBook(asked("nl", { themes: [themeId] }), drenthe);
    expect(content.chapters.map((it) => it.id)).toEqual([themeId, "about"]);
    expect(textOf(content)).toContain("Gekozen thema’s:");
  });

  test("tables and series keep to the periods asked for; the newest figure stays the newest", () => {
    const within = { from: "2021", until: "2022" };
    const content = areaBook(asked("nl", { within }), drenthe);
    const { pictures } = walkContent(content);
    const rows = pictures.flatMap((it) => (it.table ? it.table.rows.flatMap((row) => row.cells) : []));
    const periods = rows.flatMap((it) => it.figure?.period ?? []);
    for (const it of periods) expect(isWithin(it, within)).toBe(true);
    const all = areaBook(asked("nl"), drenthe);
    const statements = (it: BookContent): string[] =>
      it.chapters.flatMap((chapter) => chapter.figures.map((figure) => partsText(figure.statement)));
    expect(statements(content)).toEqual(statements(all));
    expect(textOf(content)).toContain("Tabellen en reeksen van 2021 tot en met 2022.");
  });

  test("without tables a picture says all its values in words", () => {
    const whole = walkContent(areaBook(asked("nl"), drenthe));
    const bare = walkContent(areaBook(asked("nl", { tables: false }), drenthe));
    expect(bare.pictures.length).toBe(whole.pictures.length);
    expect(whole.pictures.some((it) => it.table)).toBe(true);
    bare.pictures.forEach((it, i) => {
      expect(it.table).toBeUndefined();
      expect(it.alternative).not.toContain("staan in de tabel");
      const values = (whole.pictures[i]!.table?.rows ?? []).flatMap((row) =>
        row.cells.flatMap(({ figure }) =>
          figure && !("absent" in figure.cell) ? [formatCell(figure.cell, figure.indicator, figure.measure, "nl")] : [],
        ),
      );
      expect(values.filter((value) => !it.alternative.includes(value))).toEqual([]);
    });
  });

  test("areas set beside it stand in a table of each figure, by name behind the own area", () => {
    const beside = [named("VT10"), named("VT01")];
    const content = areaBook(asked("nl", { beside }), drenthe);
    const tables = content.chapters.flatMap((it) => it.figures.flatMap((figure) => figure.compared ?? []));
    expect(tables.length).toBeGreaterThan(3);
    for (const it of tables) {
      const names = it.rows.map((row) => row.cells[0]!.text).filter((name) => name !== "Nederland");
      expect(names).toEqual(["Drenthe", ...beside.map((area) => area.name).toSorted((a, b) => (a < b ? -1 : 1))]);
      expect(it.rows.findIndex((row) => row.own)).toBe(it.rows.length - 3);
    }
  });
});

test("practice figures and a withdrawn edition say so in the guide, and sources are called imitated", () => {
  const practice = { ...book, kind: "practice" as const };
  const withdrawn = { nl: "Er zat een fout in.", en: "There was a fault." };
  const text = textOf(areaBook({ ...asked("nl"), book: practice, withdrawn }, named("VT02")));
  expect(text).toContain("verzonnen om mee te oefenen");
  expect(text).toContain("De bronnen die zijn nagebootst");
  expect(text).toContain("Er zat een fout in.");
  expect(textOf(areaBook(asked("nl"), named("VT02")))).not.toMatch(/verzonnen|nagebootst|ingetrokken/i);
});
