import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isAbsent, isRange, isValue } from "@impactmonitor/model/cell";
import { breakdownKey, parseBreakdown } from "@impactmonitor/model/observation";
import { allObservations, builtBook, builtEdition, root } from "./built-edition.ts";

/**
 * Figures that the two worked examples of the monitor's handbook print (steps 4 and 5), all of the first half of 2021:
 * number of the example, indicator, area, measure, breakdown, value.
 */
const workedExamples = [
  ["ZW-05", "unsafe-reports-share", "VT22", "percent", "", 55.6],
  ["ZW-06", "violence-duration-reports", "VT22", "percent", "violence-duration=up-to-1-week", 61],
  ["ZW-07", "violence-duration-reports", "VT22", "percent", "violence-duration=over-5-years", 1.4],
  ["ZW-08", "ots-started", "VT22", "per-10000", "", 2.2],
  ["ZW-09", "acute-cases-transferred-om", "VT22", "count", "", 0],
  ["ZW-10", "cases-transferred-rvdk", "VT22", "percent", "", 0.7],
  ["ZW-11", "unsafe-reports-share", "NL01", "percent", "", 42.8],
  ["DR-06", "advice-started", "VT02", "per-10000", "", 31.5],
  ["DR-07", "reports-received", "VT02", "per-10000", "", 23.5],
  ["DR-08", "advice-seeker-type", "VT02", "percent", "reporter-type=citizen", 56.2],
  ["DR-09", "advice-seeker-type", "VT02", "percent", "reporter-type=other-professional", 11.4],
  ["DR-10", "reporter-type", "VT02", "percent", "reporter-type=police", 54.6],
  ["DR-11", "reporter-type", "VT02", "percent", "reporter-type=citizen", 11.1],
  ["DR-15", "unsafe-reports-share", "VT02", "percent", "", 23.9],
  ["DR-20", "advice-seeker-type", "NL01", "percent", "reporter-type=citizen", 44.8],
  ["DR-23", "reporter-type", "NL01", "percent", "reporter-type=police", 64.2],
] as const;

const book = builtBook();
const all = allObservations();

describe("the worked examples", () => {
  test.each(workedExamples)("%s: %s of %s as %s, %s, is %d", (_, indicator, area, measure, breakdown, value) => {
    const found = book
      .observationsOf(indicator, area)
      .filter((it) => it.period === "2021H1" && it.measure === measure && breakdownKey(it.breakdown) === breakdown);
    expect(found.map((it) => it.cell)).toMatchObject([{ value }]);
  });

  test("are about regions that bear these names", () => {
    expect(book.area("VT22")?.name).toBe("Zaanstreek-Waterland");
    expect(book.area("VT02")?.name).toBe("Drenthe");
  });
});

describe("every figure", () => {
  test("names its source with a title and an address on the web", () => {
    for (const it of all)
      for (const { reading, row } of [it, ...it.vintages]) {
        expect(reading.title, row).not.toBe("");
        expect(new URL(reading.url).protocol, row).toMatch(/^https?:$/);
      }
  });

  test("names a row that is there, in the file of its indicator's source, with its indicator and area on it", () => {
    const lines = new Map(
      readdirSync(`${root}/figures`).map((name) => [
        `figures/${name}`,
        readFileSync(`${root}/figures/${name}`, "utf8").split("\n"),
      ]),
    );
    for (const it of all) {
      const [file = "", line] = it.row.split(":");
      expect(file).toBe(`figures/${book.indicators.get(it.indicator)?.source}.csv`);
      const [indicator, area, period, measure, breakdown, value] =
        lines.get(file)?.[Number(line) - 1]?.split(",") ?? [];
      expect([indicator, area, period, measure, breakdown], it.row).toEqual([
        it.indicator,
        it.area,
        it.period,
        it.measure,
        breakdownKey(it.breakdown),
      ]);
      expect(value === "" ? undefined : Number(value), it.row).toBe(isValue(it.cell) ? it.cell.value : undefined);
    }
  });

  test("of prevalence is about the whole country: no survey is large enough for a region", () => {
    const surveys = new Set(["prevalence-monitor", "prevalence-programme"]);
    const regional = all.filter(
      (it) => surveys.has(book.indicators.get(it.indicator)?.source ?? "") && it.area.startsWith("VT"),
    );
    expect(regional).toEqual([]);
  });

  test("that was published as a range stays a range: 90,000 to 127,000 maltreated children", () => {
    const counts = book
      .observationsOf("child-maltreatment-prevalence", "NL01")
      .filter((it) => it.measure === "persons" || it.measure === "count");
    expect(counts.map((it) => it.cell)).toContainEqual(
      expect.objectContaining({ range: { lower: 90_000, upper: 127_000 } }),
    );
    const middle = all.filter((it) => isValue(it.cell) && it.cell.value === (90_000 + 127_000) / 2);
    expect(middle).toEqual([]);
  });

  test("that is a share lies between 0 and 100, unless it is a change", () => {
    const odd = all.filter(
      (it) =>
        it.measure === "percent" &&
        isValue(it.cell) &&
        (it.cell.value < 0 || it.cell.value > 100) &&
        !it.indicator.includes("change"),
    );
    expect(odd.map((it) => it.row)).toEqual([]);
  });

  test("that counts people or cases is a whole number, nought or more", () => {
    const counted = all.filter((it) => it.measure === "count" || it.measure === "persons");
    const numbers = counted.flatMap((it) =>
      isValue(it.cell) ? [it.cell.value] : isRange(it.cell) ? Object.values(it.cell.range) : [],
    );
    expect(numbers.filter((it) => !Number.isInteger(it) || it < 0)).toEqual([]);
  });

  test("lies in an area that existed during its period", () => {
    const forms = Map.groupBy(builtEdition().catalogue.areas, (it) => it.code);
    const homeless = all.filter((it) => {
      const [year = ""] = /^\d{4}/.exec(it.period) ?? [];
      return !forms
        .get(it.area)
        ?.some((form) => form.validFrom <= `${year}-12-31` && (form.validTo ?? "9999") >= `${year}-01-01`);
    });
    expect(homeless.map((it) => it.row)).toEqual([]);
  });

  test("that has none says why with a reason, and carries no number", () => {
    for (const it of all.filter((one) => isAbsent(one.cell))) expect(Object.keys(it.cell)).toEqual(["absent"]);
  });
});

describe("the files of figures", () => {
  const names = readdirSync(`${root}/figures`).filter((it) => it.endsWith(".csv") && !/context|population/.test(it));

  test("are one for each source", () => {
    expect(names.map((it) => it.replace(/\.csv$/, "")).sort()).toEqual(
      builtEdition()
        .catalogue.sources.map((it) => it.id)
        .sort(),
    );
  });

  test.each(names)("%s is UTF-8 with plain line ends and keys in their fixed writing", (name) => {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(`${root}/figures/${name}`));
    expect(text.includes("\r")).toBe(false);
    expect(text.endsWith("\n")).toBe(true);
    for (const line of text.trimEnd().split("\n").slice(1)) {
      const key = line.split(",")[4] ?? "";
      expect(breakdownKey(parseBreakdown(key) ?? {}), line).toBe(key);
    }
  });
});
