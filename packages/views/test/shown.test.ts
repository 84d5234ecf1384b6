import { describe, expect, test } from "vitest";
import { isValue } from "@impactmonitor/model/cell";
import { areaCode, indicatorId, periodCode } from "@impactmonitor/model/id";
import { parsePeriod } from "@impactmonitor/model/period";
import { figure } from "../../edition/test/sample-edition.ts";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import { find, rate, relative, share, shown, type Shown } from "../src/shown.ts";
import { nation, population, regionPopulations, regions, sampleBook, sampleIndicator } from "./sample-book.ts";

const count = (value: number, more: Parameters<typeof figure>[0] = {}) =>
  figure({ area: areaCode("VT01"), period: periodCode("2021"), cell: { value, marks: ["provisional"] }, ...more });
const valueOf = (it: Shown | undefined): number | undefined => (it && isValue(it.cell) ? it.cell.value : undefined);
const populations = [2020, 2021, 2022, 2023].flatMap((year) => regionPopulations(year, 500_000 + year));
const change = (id: string, date: string, from: string[], to: string[]) => {
  const text = { nl: "woorden", en: "words" };
  return { id, date, title: text, text, from, to };
};

describe("a rate", () => {
  test("is the count over the official population nearest to the middle of the period, and names it", () => {
    const book = sampleBook({ contextValues: populations });
    const it = rate(book, count(1000));
    expect(valueOf(it)).toBeCloseTo((1000 / 502_021) * 10_000, 9);
    expect(it).toMatchObject({
      measure: "per-10000",
      cell: { marks: ["provisional"] },
      rows: ["figures/veilig-thuis.csv:2"],
      derivation: { kind: "rate", count: 1000, population: 502_021, populationDay: "2021-01-01" },
    });
  });

  test("of the second half of a year takes the population of the 1 January after it", () => {
    const book = sampleBook({ contextValues: populations });
    const half = count(1000, { period: periodCode("2021H2") });
    expect(rate(book, half)?.derivation).toMatchObject({ populationDay: "2022-01-01" });
  });

  test.each([
    ["the value is a range", count(0, { cell: { range: { lower: 100, upper: 200 }, marks: [] } })],
    ["there is no value", count(0, { cell: { absent: "suppressed" } })],
    ["the figure is no count", count(55.6, { measure: "percent" })],
    ["the count is so small that its rounding would show", count(5)],
    ["the period is a month", count(1000, { period: periodCode("2021-03") })],
    ["the period is several years", count(1000, { period: periodCode("2018/2021") })],
    ["there is no population within a year of it", count(1000, { period: periodCode("2012") })],
    ["the area is unknown", count(1000, { area: areaCode("VT99") })],
    ["the indicator is unknown", count(1000, { indicator: indicatorId("nothing") })],
  ])("is not made when %s", (_, it) => {
    expect(rate(sampleBook({ contextValues: populations }), it)).toBeUndefined();
  });

  test("is not made when the indicator has no rate", () => {
    const book = sampleBook({ contextValues: populations, indicators: [sampleIndicator({ measures: ["count"] })] });
    expect(rate(book, count(1000))).toBeUndefined();
  });

  test("is not made from an estimated population, nor from one that few regions have", () => {
    const estimated = populations.map((it) => ({ ...it, status: "estimate" as const }));
    expect(rate(sampleBook({ contextValues: estimated }), count(1000))).toBeUndefined();
    const few = regions.slice(0, 3).map((it) => population(it.code, 2021, 500_000));
    expect(rate(sampleBook({ contextValues: few }), count(1000))).toBeUndefined();
    const empty = populations.map((it) => ({ ...it, value: 0 }));
    expect(rate(sampleBook({ contextValues: empty }), count(1000))).toBeUndefined();
  });

  test("is not made for a period in which the area changed: who lived there is unclear", () => {
    const changes = (date: string, from: string[], to: string[]) =>
      sampleBook({ contextValues: populations, areaChanges: [change("move", date, from, to)] });
    expect(rate(changes("2021-07-01", ["VT01"], ["VT02"]), count(1000))).toBeUndefined();
    expect(rate(changes("2021-07-01", ["VT02"], ["VT01"]), count(1000))).toBeUndefined();
    expect(rate(changes("2021-01-01", ["VT01"], ["VT02"]), count(1000))).toBeDefined();
    expect(rate(changes("2022-01-01", ["VT01"], ["VT02"]), count(1000))).toBeDefined();
    expect(rate(changes("2021-07-01", ["VT02"], ["VT03"]), count(1000)), "elsewhere").toBeDefined();
    expect(rate(changes("2021-07-01", ["VT01"], ["VT01"]), count(1000)), "a new name").toBeDefined();
  });

  test("of an area that has two territories on one day takes that of the period's time", () => {
    const twice = [
      ...populations.filter((it) => it.area !== "VT01"),
      population("VT01", 2023, 400_000, { classification: "2022" }),
      population("VT01", 2023, 600_000, { classification: "2023" }),
    ];
    const book = sampleBook({ contextValues: twice });
    expect(rate(book, count(1000, { period: periodCode("2022H2") }))?.derivation).toMatchObject({
      population: 400_000,
    });
    expect(rate(book, count(1000, { period: periodCode("2023H1") }))?.derivation).toMatchObject({
      population: 600_000,
    });
  });
});

describe("a share", () => {
  const whole = sampleIndicator();
  const part = sampleIndicator({
    id: "reporter-type",
    measures: ["count", "percent"],
    shareOf: "reports-received",
    breakdowns: [{ dimension: "reporter-type", response: "exclusive" }],
  });
  const total = count(200);
  const police = count(50, {
    indicator: indicatorId("reporter-type"),
    breakdown: { "reporter-type": "police" },
    row: "figures/veilig-thuis.csv:9",
  });
  const book = (figures = [total, police]) => sampleBook({ indicators: [whole, part], figures });

  test("is the category's count over the total that the catalogue names, and names both rows", () => {
    expect(share(book(), police)).toMatchObject({
      measure: "percent",
      cell: { value: 25 },
      rows: ["figures/veilig-thuis.csv:9", "figures/veilig-thuis.csv:2"],
      derivation: { kind: "share", part: 50, whole: 200 },
    });
  });

  test("is not made without the total of the same area and period, of a small total, or of more than the total", () => {
    expect(share(book([police]), police)).toBeUndefined();
    expect(share(book([count(200, { period: periodCode("2020") }), police]), police)).toBeUndefined();
    expect(share(book([count(200, { area: areaCode("VT02") }), police]), police)).toBeUndefined();
    expect(share(book([count(60), police]), police)).toBeUndefined();
    expect(share(book(), count(500, { ...police, cell: { value: 500, marks: [] } }))).toBeUndefined();
    expect(share(book(), total)).toBeUndefined();
  });
});

describe("what is asked for", () => {
  const published = count(23.5, { measure: "per-10000", row: "figures/veilig-thuis.csv:7" });
  const book = sampleBook({ contextValues: populations, figures: [count(1000), published] });
  const key = { indicator: "reports-received", area: "VT01", period: "2021", breakdown: {} } as const;

  test("is the published figure where there is one, never a derived one in its place", () => {
    expect(find(book, { ...key, measure: "per-10000" })).toMatchObject({ rows: ["figures/veilig-thuis.csv:7"] });
    expect(find(book, { ...key, measure: "per-10000" })?.derivation).toBeUndefined();
  });

  test("is derived from the count where no rate was published", () => {
    const counts = sampleBook({ contextValues: populations, figures: [count(1000)] });
    expect(find(counts, { ...key, measure: "per-10000" })?.derivation).toMatchObject({ kind: "rate" });
    expect(find(counts, { ...key, measure: "percent" })).toBeUndefined();
    expect(find(counts, { ...key, measure: "per-10000", period: "2020" })).toBeUndefined();
  });
});

describe("of every figure of the edition", () => {
  const book = builtBook();
  const all = book.catalogue.indicators.flatMap((it) => book.observations(it.id));
  const rates = all.flatMap((it) => rate(book, it) ?? []);
  const shares = all.flatMap((it) => share(book, it) ?? []);

  test("a rate can be done again from its row and a population that is in the edition, official and of that day", () => {
    expect(rates.length).toBeGreaterThan(50);
    for (const it of rates) {
      if (it.derivation?.kind !== "rate") throw new Error("no rate");
      const { count: counted, population: people, populationDay } = it.derivation;
      expect(it.observation.cell).toMatchObject({ value: counted });
      expect(valueOf(it)).toBe((counted / people) * 10_000);
      const named = book
        .contextOf(it.area)
        .filter((value) => value.variable === "population-total" && `${value.year}-01-01` === populationDay);
      expect(named.map((value) => value.value)).toContain(people);
      expect(named.find((value) => value.value === people)?.status).not.toBe("estimate");
      const { start, end } = parsePeriod(it.period)!;
      const away = Math.min(...[start, end].map((day) => Math.abs(Date.parse(day) - Date.parse(populationDay))));
      expect(away).toBeLessThan(367 * 86_400_000);
    }
  });

  test("a share can be done again from the two rows that it names", () => {
    expect(shares.length).toBeGreaterThan(20);
    for (const it of shares) {
      if (it.derivation?.kind !== "share") throw new Error("no share");
      const { part, whole, wholeIndicator } = it.derivation;
      expect(valueOf(it)).toBe((part / whole) * 100);
      const total = book.observations(wholeIndicator.id).find((row) => row.row === it.rows[1]);
      expect(total).toMatchObject({ period: it.period, cell: { value: whole }, breakdown: {} });
      expect(part).toBeLessThanOrEqual(whole);
    }
  });

  test("nothing is derived from a published rate or share, a range or a missing value", () => {
    const odd = all.filter((it) => (it.measure !== "count" || !isValue(it.cell)) && relative(book, it));
    expect(odd.map((it) => it.row)).toEqual([]);
  });

  test("the region and the country are divided by populations of the same day", () => {
    for (const it of rates.filter((one) => one.area !== "NL01")) {
      const national = rates.find(
        (one) => one.area === "NL01" && one.indicator === it.indicator && one.period === it.period,
      );
      const days = [it, national ?? it].map((one) => one.derivation?.kind === "rate" && one.derivation.populationDay);
      expect(days[0]).toBe(days[1]);
    }
  });

  test("what is shown is the row itself", () => {
    for (const it of all) expect(shown(book, it)).toMatchObject({ cell: it.cell, rows: [it.row], reading: it.reading });
    expect(nation.code).toBe("NL01");
  });
});
