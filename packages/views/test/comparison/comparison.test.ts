import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isValue } from "@impactmonitor/model/cell";
import { areaCode, indicatorId, periodCode } from "@impactmonitor/model/id";
import type { Observation } from "@impactmonitor/model/observation";
import { sourceSchema } from "@impactmonitor/model/source";
import { figure } from "../../../edition/test/sample-edition.ts";
import { compareAreas } from "../../src/comparison/compare-areas.ts";
import { compareMoments, comparablePeriods, yearEarlier } from "../../src/comparison/compare-moments.ts";
import { compareWithNation } from "../../src/comparison/compare-with-nation.ts";
import { leastSure, type Weighed } from "../../src/comparison/judgement.ts";
import { measured } from "../../src/comparison/measured.ts";
import { trendOfSeries } from "../../src/comparison/trend-of-series.ts";
import { find } from "../../src/shown.ts";
import {
  nation,
  population,
  regionPopulations,
  regions,
  sampleArea,
  sampleBook,
  sampleIndicator,
} from "../sample-book.ts";

const words = { nl: "woorden", en: "words" };
const veiligThuis = sourceSchema.parse({
  id: "veilig-thuis",
  number: 5,
  title: words,
  shortTitle: words,
  kind: "registration",
  owner: words,
  about: words,
  method: words,
  population: words,
  limits: [words],
  vouchedBy: words,
  checkedByCbs: true,
  licence: words,
  links: [{ title: words, url: "https://example.org" }],
  frequency: words,
  levels: ["nation"],
  countsRoundedTo: 5,
});

const row = (area: string, value: number, more: Partial<Observation> = {}): Observation =>
  figure({
    area: areaCode(area),
    period: periodCode("2021"),
    measure: "count",
    cell: { value, marks: [] },
    row: `figures/veilig-thuis.csv:${area}${more.period ?? ""}${more.measure ?? ""}`,
    ...more,
  });
const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
const contextValues = [
  ...years.flatMap((year) => regionPopulations(year, 700_000)),
  ...years.map((year) => population("NL01", year, 17_500_000)),
];
interface Given {
  readonly figures: readonly Observation[];
  readonly more?: Parameters<typeof sampleBook>[0];
}
const open = ({ figures, more }: Given) => sampleBook({ sources: [veiligThuis], contextValues, figures, ...more });
function shownOf(
  book: ReturnType<typeof open>,
  area: string,
  measure: "count" | "percent" | "per-10000" = "count",
  period = "2021",
) {
  const it = find(book, { indicator: book.catalogue.indicators[0]!.id, area, period, measure, breakdown: {} });
  if (!it) throw new Error(`no figure for ${area}`);
  return it;
}

/** Regions that ordinarily differ much: between 1 100 and 3 000 reports of as many people. */
const spread = regions.map((it, i) => row(it.code, 1100 + ((i * 7) % 25) * 80 - ((((i * 7) % 25) * 80) % 5)));
const total = (figures: readonly Observation[]): number =>
  figures.reduce((sum, it) => sum + (isValue(it.cell) ? it.cell.value : 0), 0);
const withNation = (figures: readonly Observation[]): readonly Observation[] => [
  ...figures,
  row("NL01", total(figures)),
];

describe("a region beside the country", () => {
  test("is judged by how far regions ordinarily differ, when enough regions have the figure", () => {
    const book = open({ figures: withNation(spread) });
    const kinds = regions.map((it) => compareWithNation(book, shownOf(book, it.code))?.judgement);
    expect(new Set(kinds.map((it) => it?.by))).toEqual(new Set(["band"]));
    // By chance alone nearly all of them would be unusual: thousands of reports each.
    expect(kinds.filter((it) => it?.verdict !== "no-clear-difference").length).toBeLessThanOrEqual(2);
  });

  test("that is far out of line is found", () => {
    const figures = withNation(spread.map((it) => (it.area === "VT02" ? row("VT02", 9_000) : it)));
    const book = open({ figures });
    expect(compareWithNation(book, shownOf(book, "VT02"))?.judgement).toMatchObject({
      by: "band",
      verdict: "higher",
      certainty: "clear",
      areas: 25,
    });
  });

  test("is compared with the rest of the country where only a few regions have the figure, and never with a total that holds it", () => {
    // The region is most of its country: beside the whole it looks ordinary, beside the rest it doesn't.
    const book = open({
      figures: [row("VT02", 900), row("NL01", 1_300)],
      more: {
        contextValues: [
          ...regionPopulations(2021, 700_000),
          ...regionPopulations(2022, 700_000),
          population("NL01", 2021, 1_100_000),
          population("NL01", 2022, 1_100_000),
        ],
      },
    });
    const it = compareWithNation(book, shownOf(book, "VT02"));
    expect(it?.judgement).toMatchObject({ by: "rest", verdict: "higher", certainty: "clear" });
    expect(it?.own.measure).toBe("per-10000");
    expect(it?.between?.lower).toBeLessThan(900 / 70);
    expect(it?.between?.upper).toBeGreaterThan(900 / 70);
  });

  test("is refused when it is larger than its country", () => {
    const book = open({ figures: [row("VT02", 900), row("NL01", 800)] });
    expect(compareWithNation(book, shownOf(book, "VT02"))?.judgement).toMatchObject({ verdict: "not-comparable" });
  });

  test("has no judgement of a small number, of a count without inhabitants, or of the country itself", () => {
    const few = open({ figures: [row("VT02", 25), row("NL01", 60_000)] });
    expect(compareWithNation(few, shownOf(few, "VT02"))?.judgement).toMatchObject({ by: "rest" });
    const none = open({ figures: [row("VT02", 15), row("NL01", 60_000)] });
    expect(compareWithNation(none, shownOf(none, "VT02"))).toBeUndefined();
    expect(compareWithNation(few, shownOf(few, "NL01"))).toBeUndefined();
  });
});

describe("a percentage", () => {
  const shares = sampleIndicator({ id: "police-share", measures: ["percent"], percentOf: "reports-received" });
  const more = { indicators: [shares, sampleIndicator()] };
  const percent = (area: string, value: number): Observation =>
    row(area, value, { measure: "percent", indicator: indicatorId("police-share") });

  test("without the number behind it gets a difference, and no word on chance", () => {
    const book = open({ figures: [percent("VT02", 55.6), percent("NL01", 42.8)], more });
    const it = compareWithNation(book, shownOf(book, "VT02", "percent"));
    expect(it?.judgement).toMatchObject({
      by: "bare",
      verdict: "higher",
      difference: { difference: 12.8, chance: "cannot-be-judged" },
    });
    expect(it?.between).toBeUndefined();
  });

  test("rests on as many as its rounding leaves open", () => {
    const book = open({ figures: [percent("VT02", 55), row("VT02", 2000)], more });
    expect(measured(book, shownOf(book, "VT02", "percent"))).toEqual({
      kind: "share",
      per: 100,
      readings: [1100, 1090, 1110].map((count) => ({ count, size: 2000 })),
    });
  });

  test("of which only the number of the country is known is compared without a word on chance", () => {
    const book = open({ figures: [percent("VT02", 55.6), percent("NL01", 42.8), row("NL01", 60_000)], more });
    expect(compareWithNation(book, shownOf(book, "VT02", "percent"))?.judgement).toMatchObject({ by: "bare" });
  });

  test("is judged where the numbers are known", () => {
    const book = open({
      figures: [percent("VT02", 55.6), percent("NL01", 42.8), row("VT02", 2000), row("NL01", 60_000)],
      more,
    });
    expect(compareWithNation(book, shownOf(book, "VT02", "percent"))?.judgement).toMatchObject({
      by: "rest",
      verdict: "higher",
      certainty: "clear",
    });
  });
});

describe("two areas", () => {
  test("are measured by how far areas ordinarily differ, and either way round the same", () => {
    const book = open({ figures: withNation(spread) });
    fc.assert(
      fc.property(fc.constantFrom(...regions), fc.constantFrom(...regions), (a, b) => {
        fc.pre(a !== b);
        const there = compareAreas(book, shownOf(book, a.code), b.code)?.judgement;
        const back = compareAreas(book, shownOf(book, b.code), a.code)?.judgement;
        const opposite = { higher: "lower", lower: "higher" } as const;
        const verdict = there?.verdict;
        expect(there).toMatchObject({ by: "pair", ordinaryDifferences: true });
        expect(back?.verdict).toBe(verdict === "higher" || verdict === "lower" ? opposite[verdict] : verdict);
      }),
    );
  });

  test("of which one lies in the other are not compared", () => {
    const province = sampleArea("PV22", "province", "Drenthe");
    const book = open({
      figures: [row("VT02", 900), row("PV22", 1900)],
      more: {
        areas: [nation, ...regions, province],
        memberships: [
          { year: 2021, municipality: areaCode("GM0106"), region: areaCode("VT02"), province: areaCode("PV22") },
        ],
        contextValues: [...contextValues, population("PV22", 2021, 1_400_000), population("PV22", 2022, 1_400_000)],
      },
    });
    expect(compareAreas(book, shownOf(book, "VT02"), "PV22")?.judgement).toMatchObject({
      verdict: "not-comparable",
      reasons: ["different-population"],
    });
    expect(compareAreas(book, shownOf(book, "VT02"), "NL01")).toBeUndefined();
  });
});

describe("two moments", () => {
  const at = (period: string, value: number, more: Partial<Observation> = {}): Observation =>
    row("VT02", value, { period: periodCode(period), ...more });

  test("are judged with the change in per cent, of the same half of the year only", () => {
    const book = open({ figures: [at("2021H1", 1000), at("2021H2", 1400), at("2022H1", 1500)] });
    const it = shownOf(book, "VT02", "count", "2022H1");
    expect(yearEarlier(it)).toBe("2021H1");
    const change = compareMoments(book, it, "2021H1");
    expect(change).toMatchObject({ with: "earlier", judgement: { by: "pair", verdict: "higher", certainty: "clear" } });
    expect(change?.change).toBeCloseTo(50, 5);
    expect(compareMoments(book, it, "2021H2")?.judgement).toMatchObject({
      verdict: "not-comparable",
      reasons: ["different-season"],
    });
    expect(comparablePeriods(book, it)).toEqual(["2021H1"]);
  });

  test("on either side of a break are refused, and so are provisional figures marked", () => {
    const indicator = sampleIndicator({ breaks: [{ at: "2022H1", reason: words }] });
    const book = open({
      figures: [at("2021H1", 1000), at("2022H1", 1500, { cell: { value: 1500, marks: ["provisional"] } })],
      more: { indicators: [indicator] },
    });
    const it = compareMoments(book, shownOf(book, "VT02", "count", "2022H1"), "2021H1");
    expect(it?.judgement).toMatchObject({ verdict: "not-comparable", reasons: ["across-a-break"] });
    expect(it?.caveats).toContain("provisional");
    expect(it?.change).toBeUndefined();
  });

  test("on either side of a figure that its source marks as the first of a new series are refused", () => {
    const marked = at("2022H1", 1500, { cell: { value: 1500, marks: ["break"] } });
    const book = open({ figures: [at("2021H1", 1000), marked, at("2023H1", 1600)] });
    const it = shownOf(book, "VT02", "count", "2023H1");
    expect(compareMoments(book, it, "2021H1")?.judgement).toMatchObject({ reasons: ["across-a-break"] });
    expect(comparablePeriods(book, it)).toEqual(["2022H1"]);
  });

  test("tell no per cent of a small number", () => {
    const book = open({ figures: [at("2021", 15), at("2022", 60)] });
    const it = compareMoments(book, shownOf(book, "VT02", "count", "2022"), "2021");
    expect(it?.change).toBeUndefined();
    expect(it?.own.measure).toBe("count");
  });
});

describe("a series", () => {
  const half = (i: number): string => `${2019 + Math.floor(i / 2)}H${(i % 2) + 1}`;
  const counts = [210, 195, 220, 200, 230, 215, 240, 215, 250, 230, 255, 240];
  const line = counts.map((count, i) => row("VT02", count * 10, { period: periodCode(half(i)) }));

  test("is followed as a rate over all comparable half-years", () => {
    const book = open({ figures: line });
    const trend = trendOfSeries(book, { ...shownOf(book, "VT02", "count", "2024H2"), area: "VT02" });
    expect(trend).toMatchObject({
      of: "rate",
      kind: "half-year",
      first: "2019H1",
      last: "2024H2",
      verdict: { verdict: "rising" },
    });
  });

  test("begins anew after a break", () => {
    const book = open({
      figures: line,
      more: { indicators: [sampleIndicator({ breaks: [{ at: "2022H1", reason: words }] })] },
    });
    const trend = trendOfSeries(book, { ...shownOf(book, "VT02", "count", "2024H2"), area: "VT02" });
    expect(trend).toMatchObject({ first: "2022H1", verdict: { verdict: "too-few-points" } });
  });
});

test("the least sure of several verdicts is kept, and contradicting ones are none", () => {
  const weighed = fc.constantFrom<Weighed>(
    { verdict: "higher", certainty: "clear" },
    { verdict: "higher", certainty: "tentative" },
    { verdict: "lower", certainty: "clear" },
    { verdict: "lower", certainty: "tentative" },
    { verdict: "no-clear-difference", certainty: "none" },
  );
  fc.assert(
    fc.property(fc.array(weighed, { minLength: 1 }), (all) => {
      const kept = leastSure(all);
      const agree = new Set(all.map((it) => it.verdict)).size === 1;
      const none: Weighed = { verdict: "no-clear-difference", certainty: "none" };
      expect(agree ? all : [none]).toContainEqual(kept);
      expect(kept.certainty === "clear").toBe(agree && all.every((it) => it.certainty === "clear"));
    }),
  );
});
