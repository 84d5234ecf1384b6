import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePeriod } from "@impactmonitor/model/period";
import { ageOn, periodLabel, periodMiddle, periodPhrase } from "../src/period-words.ts";

describe("a period in a sentence", () => {
  test.each([
    ["2023", "In 2023", "In 2023"],
    ["2021H1", "In de eerste helft van 2021", "In the first half of 2021"],
    ["2021H2", "In de tweede helft van 2021", "In the second half of 2021"],
    ["2021Q3", "In het 3e kwartaal van 2021", "In the 3rd quarter of 2021"],
    ["2021-03", "In maart 2021", "In March 2021"],
    ["2023-12-31", "Op 31 december 2023", "On 31 December 2023"],
    ["2016/2020", "In de jaren 2016 tot en met 2020", "In the years 2016 to 2020"],
  ])("%s reads “%s” and “%s”", (code, nl, en) => {
    expect(periodPhrase(code, "nl")).toBe(nl);
    expect(periodPhrase(code, "en")).toBe(en);
  });

  test("of several quarters names the first, the last and the year", () => {
    expect(periodPhrase("2025Q1-Q3", "nl")).toMatch(/2025.*1e.*3e kwartaal/);
    expect(periodPhrase("2025Q1-Q3", "en")).toMatch(/2025.*1st.*3rd quarter/);
  });

  test("that is none of ours comes back as it was written", () => {
    expect(periodPhrase("2021HJ01", "nl")).toBe("2021HJ01");
    expect(periodLabel("once", "en")).toBe("once");
  });
});

describe("a period in a table", () => {
  test.each([
    ["2023", "2023", "2023"],
    ["2021H1", "2021, 1e helft", "2021, 1st half"],
    ["2021Q4", "2021, 4e kwartaal", "2021, 4th quarter"],
    ["2016/2020", "2016 t/m 2020", "2016 to 2020"],
  ])("%s reads “%s” and “%s”", (code, nl, en) => {
    expect(periodLabel(code, "nl")).toBe(nl);
    expect(periodLabel(code, "en")).toBe(en);
  });
});

describe("the age of a figure", () => {
  test.each([
    ["2021H1", "2024-04-10", "2 jaar en 10 maanden", "2 years and 10 months"],
    ["2024", "2025-12-01", "1 jaar", "1 year"],
    ["2024", "2026-01-15", "1 jaar en 1 maand", "1 year and 1 month"],
    ["2025", "2026-01-02", "1 maand", "1 month"],
    ["2025", "2025-12-31", "0 maanden", "0 months"],
    ["2026", "2026-11-22", "0 maanden", "0 months"],
  ])("%s on %s is %s, or %s", (code, day, nl, en) => {
    expect(ageOn(code, day, "nl")).toBe(nl);
    expect(ageOn(code, day, "en")).toBe(en);
  });

  test("of no period is not told", () => {
    expect(ageOn("once", "2026-11-22", "nl")).toBe("");
  });
});

describe("the place of a period on a time axis", () => {
  test("is its middle", () => {
    expect(periodMiddle(parsePeriod("2023")!)).toBeCloseTo(2023.5, 2);
    expect(periodMiddle(parsePeriod("2021H1")!)).toBeCloseTo(2021.25, 2);
    expect(periodMiddle(parsePeriod("2021H2")!)).toBeCloseTo(2021.75, 2);
    expect(periodMiddle(parsePeriod("2016/2020")!)).toBeCloseTo(2018.5, 2);
  });

  test("lies within it, and later halves lie later", () => {
    const year = fc.integer({ min: 1990, max: 2050 });
    fc.assert(
      fc.property(year, (it) => {
        const [first, second] = [`${it}H1`, `${it}H2`].map((code) => periodMiddle(parsePeriod(code)!));
        expect(it < first! && first! < it + 0.5 && it + 0.49 < second! && second! < it + 1).toBe(true);
      }),
    );
  });
});
