import { describe, expect, test } from "vitest";
import { isAbsent, isRange, isValue, type Cell } from "@impactmonitor/model/cell";
import { exampleKinds } from "@impactmonitor/model/page-place";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { compareWithNation } from "../../src/comparison/compare-with-nation.ts";
import { judgementSentence } from "../../src/comparison/judgement-words.ts";
import { example } from "../../src/guide/example.ts";
import { exampleWords } from "../../src/guide/example-words.ts";
import { guideNumber, withLevel } from "../../src/guide/guide-number.ts";
import { isSmall, rate } from "../../src/shown.ts";
import { sampleBook } from "../sample-book.ts";

const book = builtBook();
const first = (kind: (typeof exampleKinds)[number]) => example(book, kind)?.figures[0];
const marks = (cell: Cell | undefined): readonly string[] => (cell && !isAbsent(cell) ? cell.marks : []);

describe("examples for reading figures", () => {
  test("are figures of the edition, as it has them", () => {
    for (const kind of exampleKinds)
      for (const it of example(book, kind)?.figures ?? []) {
        const row = book.observationsOf(it.indicator.id, it.area).find((one) => one.row === it.rows[0]);
        expect(row, kind).toBe(it.observation);
        expect(it.derivation ? it.observation.cell : it.cell, kind).toEqual(it.observation.cell);
      }
  });

  test("show what they are an example of", () => {
    expect(marks(first("provisional")?.cell).some((it) => it.includes("provisional"))).toBe(true);
    expect(first("revised")?.observation.vintages.length).toBeGreaterThan(0);
    expect(first("dot")?.cell).toEqual({ absent: "unspecified" });
    expect(first("zero")?.cell).toMatchObject({ value: 0 });
    expect(marks(first("break")?.cell)).toContain("break");
    expect(isRange(first("range")!.cell)).toBe(true);
    const small = first("small")!;
    expect(isValue(small.cell) && small.cell.value > 0 && isSmall(small.cell.value)).toBe(true);
  });

  test("of rounding are a year and its two halves that do not add up to it", () => {
    const [year, ...halves] = example(book, "rounded-parts")!.figures;
    const value = (cell: Cell): number => (isValue(cell) ? cell.value : Number.NaN);
    expect(halves.map((it) => it.period)).toEqual([`${year.period}H1`, `${year.period}H2`]);
    const apart = Math.abs(halves.reduce((sum, it) => sum + value(it.cell), 0) - value(year.cell));
    expect(apart).toBeGreaterThan(0);
    expect(apart).toBeLessThanOrEqual(10);
  });

  test("per inhabitant and beside the country say what their own pages say", () => {
    const [count, perHead] = example(book, "per-inhabitant")!.figures;
    expect(perHead).toEqual(rate(book, count.observation));
    const beside = example(book, "not-clear")!;
    const same = compareWithNation(book, beside.figures[0])!;
    expect(beside.comparison?.judgement).toEqual(same.judgement);
    for (const language of ["nl", "en"] as const)
      expect(exampleWords("not-clear", beside, language)).toBe(judgementSentence(same, language));
  });

  test("are totals of the country before anything else, so that nobody chose them for what they say", () => {
    const provisional = first("provisional")!;
    const totals = book.catalogue.indicators.filter((indicator) =>
      book
        .observationsOf(indicator.id, "NL01")
        .some(
          (it) => Object.keys(it.breakdown).length === 0 && marks(it.cell).some((mark) => mark.includes("provisional")),
        ),
    );
    expect(provisional.area).toBe("NL01");
    expect(provisional.indicator.id).toBe(totals[0]?.id);
  });

  test("are none in an edition without figures", () => {
    const empty = sampleBook();
    for (const kind of exampleKinds) expect(example(empty, kind), kind).toBeUndefined();
  });
});

test("numbers of the guide count what the edition holds", () => {
  const { indicators } = book.catalogue;
  expect(guideNumber(book, "subjects")).toBe(indicators.length);
  expect(guideNumber(book, "filled")).toBe(indicators.filter((it) => book.observations(it.id).length > 0).length);
  expect(guideNumber(book, "missing")).toBe(indicators.filter((it) => !it.source || it.status === "advised").length);
  expect(guideNumber(book, "regions")).toBe(25);
  expect(guideNumber(book, "regional")).toBe(withLevel(book, "vt-region").length);
  expect(guideNumber(book, "municipal")).toBeGreaterThan(0);
  expect(guideNumber(book, "figures")).toBeGreaterThan(1000);
});
