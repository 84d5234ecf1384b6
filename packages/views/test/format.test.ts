import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { absences } from "@impactmonitor/model/cell";
import { measures } from "@impactmonitor/model/indicator";
import { languages } from "@impactmonitor/model/text";
import { formatCell, formatDate, formatNumber, measureLabel, unitPhrase } from "../src/format.ts";
import { sampleIndicator } from "./sample-book.ts";

const indicator = sampleIndicator();
const value = (number: number) => ({ value: number, marks: [] });

describe("a number", () => {
  test.each([
    [1000, 0, "1.000", "1,000"],
    [60_880, 0, "60.880", "60,880"],
    [1_234_567.25, 2, "1.234.567,25", "1,234,567.25"],
    [55.6, 1, "55,6", "55.6"],
    [0, 0, "0", "0"],
    [-12.5, 1, "−12,5", "−12.5"],
    [-1000, 0, "−1.000", "−1,000"],
  ])("%d with %d decimals is written %s in Dutch and %s in English", (number, decimals, nl, en) => {
    expect(formatNumber(number, decimals, "nl")).toBe(nl);
    expect(formatNumber(number, decimals, "en")).toBe(en);
  });

  test("that rounds to nought has no minus sign", () => {
    expect(formatNumber(-0.04, 1, "nl")).toBe("0,0");
    expect(formatNumber(-0, 0, "en")).toBe("0");
  });

  test("read back gives the number again, rounded to the decimals shown, in both languages", () => {
    const number = fc.double({ min: -1e7, max: 1e7, noNaN: true });
    fc.assert(
      fc.property(number, fc.constantFrom(0, 1, 2), fc.constantFrom(...languages), (it, decimals, language) => {
        const written = formatNumber(it, decimals, language);
        const plain = language === "nl" ? written.replaceAll(".", "").replace(",", ".") : written.replaceAll(",", "");
        expect(Math.abs(Number(plain.replace("−", "-")) - it)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-6);
      }),
    );
  });
});

describe("a cell", () => {
  test("that is a share has a percent sign, and decimals only when it was published with them", () => {
    expect(formatCell(value(55.6), indicator, "percent", "nl")).toBe("55,6%");
    expect(formatCell(value(8), indicator, "percent", "nl")).toBe("8%");
    expect(formatCell(value(0), indicator, "percent", "en")).toBe("0%");
  });

  test("that is a rate keeps its decimal, so that a column of rates lines up", () => {
    expect(formatCell(value(23), indicator, "per-10000", "nl")).toBe("23,0");
    expect(formatCell(value(23.46), indicator, "per-10000", "en")).toBe("23.5");
  });

  test("that is a range shows its two bounds and no middle", () => {
    const range = { range: { lower: 90_000, upper: 127_000 }, marks: [] };
    expect(formatCell(range, indicator, "count", "nl")).toBe("90.000–127.000");
    expect(formatCell({ range: { lower: 5, upper: 6.5 }, marks: [] }, indicator, "percent", "en")).toBe("5–6.5%");
  });

  test("without a value shows a sign and never a number", () => {
    for (const absent of absences)
      for (const language of languages) expect(formatCell({ absent }, indicator, "count", language)).toMatch(/^\D+$/);
  });

  test("with the indicator's own decimals follows those", () => {
    const precise = sampleIndicator({ decimals: { percent: 2, mean: 0 } });
    expect(formatCell(value(5.678), precise, "percent", "nl")).toBe("5,68%");
    expect(formatCell(value(5.678), precise, "mean", "nl")).toBe("6");
  });
});

describe("a unit", () => {
  test.each(measures)("of %s has words for an axis in both languages", (measure) => {
    for (const language of languages) {
      expect(measureLabel(indicator, measure, language)).toMatch(/^\S.*\S$/);
      expect(unitPhrase(indicator, measure, language)).not.toMatch(/undefined|\s$|\{/);
    }
  });

  test("per 10,000 says of whom, with the thousands sign of the language", () => {
    expect(unitPhrase(indicator, "per-10000", "nl")).toBe(" meldingen per 10.000 inwoners");
    expect(unitPhrase(indicator, "per-10000", "en")).toBe(" reports per 10,000 inhabitants");
  });
});

describe("a date", () => {
  test.each([
    ["2026-11-22", "22 november 2026", "22 November 2026"],
    ["2024-02-29", "29 februari 2024", "29 February 2024"],
    ["2026-11", "november 2026", "November 2026"],
    ["2026", "2026", "2026"],
    ["", "", ""],
  ])("%s is written %s in Dutch and %s in English", (iso, nl, en) => {
    expect(formatDate(iso, "nl")).toBe(nl);
    expect(formatDate(iso, "en")).toBe(en);
  });
});
