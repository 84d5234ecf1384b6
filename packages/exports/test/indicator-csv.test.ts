import * as fc from "fast-check";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { areaNoteSchema } from "@impactmonitor/model/area-note";
import { isValue } from "@impactmonitor/model/cell";
import { periodCode } from "@impactmonitor/model/id";
import { languages } from "@impactmonitor/model/text";
import { breakdownKey } from "@impactmonitor/model/observation";
import { figure } from "../../edition/test/sample-edition.ts";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import { sampleArea, sampleBook, sampleIndicator } from "../../views/test/sample-book.ts";
import { compareWithNation } from "../../views/src/comparison/compare-with-nation.ts";
import { judgementLabel } from "../../views/src/comparison/judgement-words.ts";
import { pastsOf } from "../../views/src/past.ts";
import { shown } from "../../views/src/shown.ts";
import { indicatorCsv } from "../src/indicator-csv.ts";
import { csvField } from "../src/sheets/csv.ts";

const read = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe("a field", () => {
  test.each([
    ["plain", "plain"],
    ["with, comma", `"with, comma"`],
    [`with "quotes"`, `"with ""quotes"""`],
    ["two\nlines", `"two\nlines"`],
    ["", ""],
    ["één ‘woord’ – €", "één ‘woord’ – €"],
  ])("%j is written %j", (text, written) => {
    expect(csvField(text)).toBe(written);
  });

  test.each([
    "=1+1",
    "+31 800 2000",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "-1+1",
    "-x",
    "--",
    "-",
    '=HYPERLINK("http://x","y")',
  ])("%j is no formula to a spreadsheet", (text) => {
    const [[cell = ""] = []] = parse(csvField(text)) as string[][];
    expect(cell).toBe(`'${text}`);
  });

  test.each(["-5", "-12.5", "0", "1105", "55.6"])("%s stays a number", (text) => {
    expect(csvField(text)).toBe(text);
  });

  test("of any text never begins as a formula, and is read back as it was", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const [row] = parse(`x,${csvField(text)}\r\n`) as string[][];
        const cell = row?.[1] ?? "";
        expect(cell === text || cell === `'${text}`).toBe(true);
        expect(/^[=+@\t\r]/.test(cell)).toBe(false);
      }),
    );
  });
});

describe("the file of an indicator", () => {
  const hostile = `=cmd|'/C calc'!A0`;
  const book = sampleBook({
    indicators: [sampleIndicator({ title: { nl: hostile, en: `A "title", and more` } })],
    areas: [sampleArea("NL01", "nation", "Nederland")],
    figures: [
      figure({ cell: { value: -5.5, lower: -7, upper: -4, marks: ["provisional", "rounded"] } }),
      figure({ measure: "percent", cell: { range: { lower: 5, upper: 9 }, marks: [] } }),
      figure({ measure: "persons", cell: { absent: "suppressed" } }),
    ],
  });
  const indicator = book.catalogue.indicators[0]!;

  test("ends every line with carriage return and line feed, the last one too", () => {
    const text = indicatorCsv(book, indicator, "nl");
    expect(text.endsWith("\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text.split("\r\n")).toHaveLength(5);
  });

  test("says what a figure was first published as and which edition changed it, and nothing where nothing changed", () => {
    const reading = { title: "Year report", url: "https://example.org", published: "2022-12", primary: true };
    const first = { ...reading, title: "Half-year report", published: "2021-10" };
    const now = figure({
      cell: { value: 110, marks: [] },
      reading,
      vintages: [{ cell: { value: 100, marks: ["provisional"] }, reading: first, row: "figures/veilig-thuis.csv:3" }],
    });
    const before = figure({ cell: { value: 105, marks: [] }, reading });
    const still = figure({ measure: "percent", cell: { value: 5, marks: [] } });
    const area = { areas: [sampleArea("NL01", "nation", "Nederland")] };
    const old = { ...sampleBook({ ...area, figures: [before, still] }), id: "2026-05" };
    const newest = sampleBook({ ...area, figures: [now, still] });
    const past = pastsOf({ books: [old, newest], corrects: () => true }, "reports-received");
    const [changed, same] = read(indicatorCsv(newest, newest.catalogue.indicators[0]!, "en", past));
    expect(changed).toMatchObject({
      value: "110",
      first_value: "100",
      first_published: "2021-10",
      first_source_title: "Half-year report",
      changed_in_edition: newest.id,
      changed_from: "105",
      changed_why: expect.stringContaining("mistake mended"),
    });
    expect(same).toMatchObject({ first_value: "", first_published: "", changed_in_edition: "", changed_from: "" });
  });

  test("has values for machines: a point, no thousands sign, empty where there is none, and the reason in words", () => {
    const [value, range, absent] = read(indicatorCsv(book, indicator, "en"));
    expect(value).toMatchObject({
      value: "-5.5",
      lower: "-7",
      upper: "-4",
      status: "",
      marks: "provisional rounded",
      marks_name: "provisional, rounded",
    });
    expect(range).toMatchObject({ value: "", lower: "5", upper: "9", status: "" });
    expect(absent).toMatchObject({ value: "", lower: "", upper: "", status: "suppressed", marks: "", marks_name: "" });
  });

  test("holds no formula, whatever a title holds", () => {
    const [row] = read(indicatorCsv(book, indicator, "nl"));
    expect(row?.indicator_title).toBe(`'${hostile}`);
    expect(read(indicatorCsv(book, indicator, "en"))[0]?.indicator_title).toBe(`A "title", and more`);
  });

  test("names source, address and edition on every row", () => {
    for (const row of read(indicatorCsv(book, indicator, "nl")))
      expect(row).toMatchObject({
        source_title: "A table",
        source_url: "https://example.org/table",
        edition: "2026-11",
      });
  });

  test("has the notes on working practice that belong to a row, with their source, and none on others", () => {
    const note = areaNoteSchema.parse({
      id: "all-recorded",
      areas: ["NL01"],
      from: "2021-01-01",
      until: "2021-03-31",
      text: { nl: "Alles wordt vastgelegd.", en: "Everything is recorded." },
      source: { title: "A report", url: "https://example.org/report" },
      author: { nl: "de redactie", en: "the editors" },
      written: "2026-11-22",
    });
    const noted = sampleBook({
      notes: [note],
      areas: [sampleArea("NL01", "nation", "Nederland")],
      figures: [figure(), figure({ period: periodCode("2022H1") })],
    });
    const [first, second] = read(indicatorCsv(noted, noted.catalogue.indicators[0]!, "nl"));
    expect(first?.working_practice).toBe("Alles wordt vastgelegd. (Bron: A report, https://example.org/report)");
    expect(second?.working_practice).toBe("");
  });

  test("without figures is its header alone", () => {
    const empty = sampleBook({ indicators: [sampleIndicator()] });
    expect(indicatorCsv(empty, empty.catalogue.indicators[0]!, "nl").split("\r\n")).toHaveLength(2);
  });
});

describe("the file of every indicator of the edition, in both languages,", () => {
  const book = builtBook();

  test("read back gives exactly the published figures: each once, no other", () => {
    for (const indicator of book.catalogue.indicators)
      for (const language of languages) {
        const published = book.observations(indicator.id).filter((it) => it.publishedFor === undefined);
        const rows = read(indicatorCsv(book, indicator, language));
        expect(
          rows.map((row) => [row.area, row.period, row.measure, row.breakdown, row.value, row.source_url]),
        ).toEqual(
          published.map((it) => [
            it.area,
            it.period,
            it.measure,
            breakdownKey(it.breakdown),
            isValue(it.cell) ? String(it.cell.value) : "",
            it.reading.url,
          ]),
        );
      }
  });

  test("has names beside all codes, in its language", () => {
    for (const indicator of book.catalogue.indicators)
      for (const language of languages)
        for (const row of read(indicatorCsv(book, indicator, language))) {
          expect(row.indicator_title).toBe(indicator.title[language]);
          for (const name of ["area_name", "period_name", "measure_name"])
            expect(row[name]).not.toMatch(/^$|undefined/);
          expect((row.breakdown_name === "") === (row.breakdown === "")).toBe(true);
        }
  });

  test("says of a figure beside the country what the page says of it", () => {
    const said = new Set<string>();
    for (const indicator of book.catalogue.indicators)
      for (const row of read(indicatorCsv(book, indicator, "nl"))) {
        const it = book
          .observations(indicator.id)
          .find(
            (one) =>
              one.area === row.area &&
              one.period === row.period &&
              one.measure === row.measure &&
              breakdownKey(one.breakdown) === row.breakdown,
          );
        const judgement = it && compareWithNation(book, shown(book, it))?.judgement;
        expect(row.beside_country_name).toBe(judgement ? judgementLabel(judgement, "nl") : "");
        expect(row.beside_country === "").toBe(judgement === undefined);
        said.add((row.beside_country ?? "").split(" ")[0] ?? "");
      }
    expect([...said]).toEqual(expect.arrayContaining(["", "higher", "lower"]));
  });
});
