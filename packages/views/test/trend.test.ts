import { describe, expect, test } from "vitest";
import { isAbsent, isValue } from "@impactmonitor/model/cell";
import { areaCode, indicatorId, periodCode } from "@impactmonitor/model/id";
import type { Measure } from "@impactmonitor/model/indicator";
import { observationKey, type Observation } from "@impactmonitor/model/observation";
import { parsePeriod } from "@impactmonitor/model/period";
import { figure } from "../../edition/test/sample-edition.ts";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import { series, trend, type Trend } from "../src/trend.ts";
import { nation, regionPopulations, regions, sampleBook, sampleIndicator } from "./sample-book.ts";

const at = (period: string, value: number, more: Partial<Observation> = {}): Observation =>
  figure({
    period: periodCode(period),
    cell: { value, marks: [] },
    row: `figures/veilig-thuis.csv:${period}`,
    ...more,
  });
const reason = { nl: "Andere telling", en: "Another count" };
interface Asked {
  readonly area?: string;
  readonly measure?: Measure;
  readonly period?: string;
}
function line(figures: readonly Observation[], asked: Asked = {}, sample: Parameters<typeof sampleBook>[0] = {}) {
  const book = sampleBook({ ...sample, figures });
  const indicator = book.catalogue.indicators[0]!;
  const of = { indicator, area: "NL01", measure: "count" as const, breakdown: {}, period: "2021", ...asked };
  return trend(book, of, "en");
}
const periods = (it: Trend | undefined): string[] => (it?.rows ?? []).map((row) => row.period);
const starts = (it: Trend | undefined): boolean[] =>
  (it?.chart.series[0]?.points ?? []).map((point) => point.startsNew);

describe("a trend", () => {
  test("runs from the oldest period to the newest, whatever the order of the rows", () => {
    expect(periods(line([at("2021", 3), at("2019", 1), at("2020", 2)]))).toEqual(["2019", "2020", "2021"]);
  });

  test("never mixes half-years with years", () => {
    const figures = [at("2019", 10), at("2020", 12), at("2020H1", 5), at("2020H2", 7), at("2021H1", 6)];
    expect(periods(line(figures, { period: "2020" }))).toEqual(["2019", "2020"]);
    expect(periods(line(figures, { period: "2021H1" }))).toEqual(["2020H1", "2020H2", "2021H1"]);
  });

  test("takes the kind of period with most values when the one asked for stands alone", () => {
    const figures = [at("2021", 12), at("2020H1", 5), at("2020H2", 7)];
    expect(periods(line(figures, { period: "2021" }))).toEqual(["2020H1", "2020H2"]);
  });

  test("is none with fewer than two values: a gap is no value", () => {
    expect(line([at("2021", 1)])).toBeUndefined();
    expect(line([at("2021", 1), at("2020", 0, { cell: { absent: "suppressed" } })])).toBeUndefined();
    expect(line([])).toBeUndefined();
  });

  test("is none through spans of years, which overlap", () => {
    expect(line([at("2016/2020", 1), at("2017/2021", 2), at("2018/2022", 2)], { period: "2016/2020" })).toBeUndefined();
  });

  test("keeps nought apart from a missing value", () => {
    const it = line([at("2019", 0), at("2020", 0, { cell: { absent: "suppressed" } }), at("2021", 4)]);
    expect(it?.chart.series[0]?.points.map((point) => point.value)).toEqual([0, undefined, 4]);
  });

  test("is cut at a break of the indicator or its source, between the periods on either side", () => {
    const figures = [at("2018", 1), at("2019", 2), at("2020", 3), at("2021", 4)];
    const broken = { indicators: [sampleIndicator({ breaks: [{ at: "2020", reason }] })] };
    expect(starts(line(figures, {}, broken))).toEqual([false, false, true, false]);
    expect(line(figures, {}, broken)?.breaks).toEqual([{ at: "2020", reason: "Another count" }]);
    expect(starts(line(figures, {}, {}))).toEqual([false, false, false, false]);
  });

  test("is cut between the last period before a break and the first one after it, when there is a gap", () => {
    const broken = { indicators: [sampleIndicator({ breaks: [{ at: "2019H2", reason }] })] };
    const figures = [at("2018H1", 1), at("2018H2", 1), at("2021H1", 2), at("2021H2", 2)];
    expect(starts(line(figures, { period: "2021H1" }, broken))).toEqual([false, false, true, false]);
  });

  test("is not cut by a break before its first value or after its last", () => {
    const breaks = [
      { at: "2015", reason },
      { at: "2025", reason },
    ];
    const broken = { indicators: [sampleIndicator({ breaks })] };
    const it = line([at("2019", 1), at("2020", 2)], {}, broken);
    expect(it?.breaks).toEqual([]);
    expect(starts(it)).toEqual([false, false]);
  });

  test("is cut where the area's territory changed, and says what happened", () => {
    const text = { nl: "Gemeente erbij", en: "A municipality joined" };
    const areaChanges = [{ id: "join", date: "2023-01-01", title: text, text, from: ["VT02"], to: ["VT01"] }];
    const own = { area: areaCode("VT01") };
    const figures = [at("2022", 1, own), at("2023", 2, own)];
    const it = line(figures, { area: "VT01", period: "2023" }, { areaChanges });
    expect(starts(it)).toEqual([false, true]);
    expect(it?.breaks.map((one) => one.reason)).toEqual(["A municipality joined"]);
    const elsewhere = line(
      figures.map((one) => ({ ...one, area: areaCode("VT03") })),
      { area: "VT03", period: "2023" },
      { areaChanges },
    );
    expect(starts(elsewhere)).toEqual([false, false]);
  });

  test("marks what is provisional", () => {
    const it = line([at("2020", 1), at("2021", 2, { cell: { value: 2, marks: ["revised-provisional"] } })]);
    expect(it?.chart.series[0]?.points.map((point) => point.provisional)).toEqual([false, true]);
  });

  test("has the country beside a region only for shares and rates: its counts are of another size", () => {
    const areas = { areas: [nation, ...regions], indicators: [sampleIndicator({ measures: ["count", "percent"] })] };
    const both = (measure: Measure): Observation[] =>
      ["VT01", "NL01"].flatMap((area) =>
        ["2020", "2021"].map((period, i) => at(period, 10 + i, { area: areaCode(area), measure })),
      );
    const names = (measure: Measure) =>
      line(both(measure), { area: "VT01", measure }, areas)?.chart.series.map((it) => it.name);
    expect(names("percent")).toEqual(["Region 1", "Netherlands"]);
    expect(names("count")).toEqual(["Region 1"]);
  });

  test("of a rate joins published rates and those derived from a count, and prefers the published", () => {
    const own = { area: areaCode("VT01") };
    const book = sampleBook({
      contextValues: [2020, 2021, 2022].flatMap((year) => regionPopulations(year, 500_000)),
      figures: [
        at("2020", 1000, own),
        at("2021", 1000, own),
        at("2021", 21.5, { ...own, measure: "per-10000", row: "figures/veilig-thuis.csv:99" }),
      ],
    });
    const of = { indicator: book.catalogue.indicators[0]!, area: "VT01", measure: "per-10000" as const, breakdown: {} };
    expect(series(book, of).map((it) => [it.period, it.derivation?.kind, it.cell])).toEqual([
      ["2020", "rate", expect.objectContaining({ value: 20 })],
      ["2021", undefined, expect.objectContaining({ value: 21.5 })],
    ]);
  });
});

describe("every trend of the edition", () => {
  const book = builtBook();
  const asked = new Map<string, Observation>();
  for (const { id } of book.catalogue.indicators)
    for (const it of book.observations(id)) asked.set(observationKey({ ...it, period: periodCode("2000") }), it);
  const all = [...asked.values()].flatMap((it) => {
    const indicator = book.indicators.get(it.indicator)!;
    const { area, measure, breakdown, period } = it;
    const found = trend(book, { indicator, area, measure, breakdown, period }, "nl");
    return found ? [{ it, found }] : [];
  });

  test("is drawn for many", () => {
    expect(all.length).toBeGreaterThan(30);
  });

  test("has one kind of period, in order, each once, and at least two values", () => {
    for (const { found } of all) {
      const parsed = found.rows.map((row) => parsePeriod(row.period)!);
      expect(new Set(parsed.map((period) => period.kind))).toEqual(new Set([found.kind]));
      const ends = parsed.map((period) => period.end);
      expect(ends).toEqual([...new Set(ends)].sort());
      expect(found.rows.filter((row) => !isAbsent(row.main.cell)).length).toBeGreaterThanOrEqual(2);
    }
  });

  test("draws exactly the values of its table", () => {
    for (const { found } of all) {
      const table = found.rows.map(({ main }) => (isValue(main.cell) ? main.cell.value : undefined));
      expect(found.chart.series[0]?.points.map((point) => point.value)).toEqual(table);
    }
  });

  test("is cut exactly where a break lies between two periods", () => {
    for (const { found } of all) {
      const days = found.breaks.map((it) => parsePeriod(it.at)!.start);
      found.chart.series[0]?.points.forEach((point, i, points) => {
        const [before, here] = [found.rows[i - 1], found.rows[i]].map((row) => parsePeriod(row?.period ?? "")?.start);
        const crossed = i > 0 && days.some((day) => before! < day && day <= here!);
        expect(points[i]?.startsNew).toBe(crossed);
      });
    }
  });

  test("lies on a time axis that goes forward, and has words in place of pictures", () => {
    for (const { found } of all) {
      const times = found.chart.series[0]?.points.map((point) => point.at) ?? [];
      expect(times).toEqual([...times].sort((a, b) => a - b));
      for (const words of [found.chart.title, found.chart.alternative, found.chart.unit])
        expect(words).not.toMatch(/undefined|NaN| {2}|^$/);
    }
  });

  test("of the worked example keeps 2018 of the prosecution apart from later years", () => {
    const inflow = all.find(({ it }) => it.indicator === indicatorId("om-inflow"));
    expect(inflow?.found.chart.series[0]?.points.map((point) => point.startsNew)).toEqual([
      false,
      true,
      ...Array.from({ length: (inflow?.found.rows.length ?? 2) - 2 }, () => false),
    ]);
  });
});
