import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "@impactmonitor/model/cell";
import type { Observation, Vintage } from "@impactmonitor/model/observation";
import { figure } from "../../edition/test/sample-edition.ts";
import type { Book } from "../src/book.ts";
import { pastOf, pastParts, pastsOf } from "../src/past.ts";
import { shown } from "../src/shown.ts";
import { partsText } from "../src/statement.ts";
import { nation, sampleBook, sampleIndicator } from "./sample-book.ts";

const reading = (published: string, more = {}) => ({
  title: `Report of ${published}`,
  url: "https://example.org",
  published,
  primary: true,
  ...more,
});
const vintage = (cell: Cell, published: string, more = {}): Vintage => ({
  cell,
  reading: reading(published, more),
  row: "figures/veilig-thuis.csv:9",
});
const value = (it: number, ...marks: ("provisional" | "rounded")[]): Cell => ({ value: it, marks });
const now = (cell: Cell, vintages: readonly Vintage[] = [], published = "2022-12"): Observation =>
  figure({ cell, vintages, reading: reading(published) });

const edition = (id: string, ...figures: readonly Observation[]): Book => ({
  ...sampleBook({ areas: [nation], indicators: [sampleIndicator()], figures }),
  id,
});
const alone = { books: [], corrects: () => false };
const said = (it: Observation, editions: Parameters<typeof pastOf>[0] = alone, language: "nl" | "en" = "nl"): string =>
  partsText(pastParts(pastOf(editions, it), shown(edition("x", it), it), language));

describe("the past of a figure", () => {
  test("says as what it was first published, where and when", () => {
    const it = now(value(65_075), [vintage(value(64_960, "provisional"), "2019-11-04")]);
    expect(said(it)).toBe(
      "Dit cijfer is eerst gepubliceerd als 64.960 (voorlopig), in ‘Report of 2019-11-04’ (4 november 2019).",
    );
    expect(said(it, alone, "en")).toBe(
      "This figure was first published as 64,960 (provisional), in ‘Report of 2019-11-04’ (4 November 2019).",
    );
  });

  test("does not say that somebody who passed it on was the first to publish it", () => {
    const it = now(value(143), [vintage(value(142), "2023-08", { primary: false })], "2024-08");
    expect(said(it)).toContain("eerst bekend geworden als 142");
  });

  test("takes the oldest of several publications", () => {
    const vintages = [vintage(value(3), "2021"), vintage(value(2), "2020"), vintage(value(1), "")];
    expect(pastOf(alone, now(value(4), vintages)).first?.reading.published).toBe("2020");
  });

  test.each([
    ["the same value was published", vintage(value(65_075, "provisional"), "2019-11")],
    ["it isn't known when the other was published", vintage(value(64_960), "")],
    ["the other was published later", vintage(value(64_960), "2023-01")],
    ["it isn't known which came first", vintage(value(64_960), "2022")],
    ["the other is the same in round numbers", vintage(value(65_000, "rounded"), "2022-10")],
    ["the other was no value", vintage({ absent: "not-yet" }, "2019-11")],
  ])("is nothing when %s", (_, other) => {
    expect(said(now(value(65_075), [other]))).toBe("");
  });

  test("says in which edition it changed, from what to what, and why as far as is known", () => {
    const [first, second] = [now(value(10, "provisional")), now(value(12))];
    const editions = { books: [edition("2026-05", first), edition("2026-11", second)], corrects: () => false };
    expect(said(second, editions)).toBe(
      "In editie 2026-11 van deze monitor ging het van 10 naar 12: voorlopig cijfer vervangen door een later cijfer.",
    );
    const mended = { ...editions, corrects: (id: string) => id === "2026-11" };
    const same = { ...mended, books: [edition("2026-05", now(value(10))), edition("2026-11", now(value(12)))] };
    expect(said(now(value(12)), same, "en")).toContain("went from 10 to 12: mistake mended");
  });

  test("never tells what is hidden, by way of what it was before or after", () => {
    const hidden = now({ absent: "suppressed" });
    const books = [edition("a", now(value(3))), edition("b", hidden), edition("c", now(value(14)))];
    expect(said(hidden, { books: books.slice(0, 2), corrects: () => false })).toBe("");
    expect(said(hidden, { ...alone, books: [edition("a", now(value(3), [vintage(value(2), "2019")]))] })).toBe("");
    expect(said(now(value(14)), { books, corrects: () => false })).toBe("");
  });

  test("has a change for each edition that gave another value, and none else; the same for a file as for a page", () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 3 }), (list, last) => {
        const cells = [...list, last];
        const books = cells.map((it, i) => edition(`e${i}`, ...(it === undefined ? [] : [now(value(it))])));
        const editions = { books, corrects: () => false };
        const { changes } = pastOf(editions, now(value(last)));
        const present = cells.flatMap((it, i) => (it === undefined ? [] : [{ it, id: `e${i}` }]));
        const expected = present.flatMap(({ it, id }, i) => (i > 0 && present[i - 1]!.it !== it ? [id] : []));
        expect(changes.map((it) => it.edition)).toEqual(expected);
        expect(pastsOf(editions, "reports-received")(now(value(last)))).toEqual({ changes });
      }),
      { numRuns: 40 },
    );
  });
});
