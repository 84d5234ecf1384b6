import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Area } from "@impactmonitor/model/area";
import { isValue } from "@impactmonitor/model/cell";
import { areaCode, indicatorId, periodCode } from "@impactmonitor/model/id";
import type { Observation } from "@impactmonitor/model/observation";
import { figure } from "../../../edition/test/sample-edition.ts";
import type { CompareForm } from "../../src/comparison/compare-choice.ts";
import { compareView, type CompareView } from "../../src/comparison/compare-view.ts";
import {
  alarmSentence,
  compareTitle,
  groupNotes,
  heatClass,
  judgedBy,
  heatSigns,
  outliersOf,
} from "../../src/comparison/compare-words.ts";
import { compareWithNation } from "../../src/comparison/compare-with-nation.ts";
import { distribution } from "../../src/comparison/distribution.ts";
import { multiples } from "../../src/comparison/multiples.ts";
import {
  nation,
  population,
  regionPopulations,
  regions,
  sampleArea,
  sampleBook,
  sampleIndicator,
} from "../sample-book.ts";

const years = [2019, 2020, 2021, 2022, 2023];
const contextValues = [
  ...years.flatMap((year) => regionPopulations(year, 700_000)),
  ...years.map((year) => population("NL01", year, 17_500_000)),
];
const row = (area: string, period: string, value: number, more: Partial<Observation> = {}): Observation =>
  figure({
    area: areaCode(area),
    period: periodCode(period),
    measure: "count",
    cell: { value, marks: [] },
    row: `figures/veilig-thuis.csv:${area}${period}`,
    ...more,
  });
const total = (figures: readonly Observation[]): number =>
  figures.reduce((sum, it) => sum + (isValue(it.cell) ? it.cell.value : 0), 0);

/** Reports of all regions in a year, and of the country; region 1 as told, the others between 1000 and 1480. */
function year(period: string, first: number): Observation[] {
  const all = regions.map((it, i) => row(it.code, period, i === 0 ? first : 1000 + ((i * 7) % 25) * 20));
  return [...all, row("NL01", period, total(all))];
}
const indicators = [sampleIndicator(), sampleIndicator({ id: "advice-started" })];
const [a, b, c, d] = regions as [Area, Area, Area, Area, ...Area[]];
const figures = [
  ...year("2020", 4000),
  ...year("2021", 1240),
  // A newer year that only one of them has.
  row("VT02", "2022", 1300),
  ...year("2021", 1240).map((it) => ({ ...it, indicator: indicatorId("advice-started") })),
];
const book = sampleBook({ figures, contextValues, indicators });
const compare = (areas: readonly Area[], form: CompareForm = "rate", of = book, ids = of.catalogue.indicators) =>
  compareView(of, { areas, indicators: ids.map((indicator) => ({ indicator })), form });
const judgements = (view: CompareView, code: string) =>
  view.columns.map((it) => {
    const cell = it.cells.find((one) => one.area.code === code);
    return { period: it.period, measure: it.measure, national: cell?.national, shown: cell?.shown };
  });

describe("areas side by side", () => {
  test("in whatever order they were chosen, each is judged alike, and all are there", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...regions], { minLength: 2, maxLength: 8 }), (areas) => {
        const view = compare(areas);
        const other = compare(areas.toReversed());
        expect(view.areas.map((it) => it.code).toSorted()).toEqual(areas.map((it) => it.code).toSorted());
        for (const { code } of areas) expect(judgements(view, code)).toEqual(judgements(other, code));
        expect(view.alarms).toEqual(other.alarms);
      }),
      { numRuns: 20 },
    );
  });
  test("stand by name, never by value, with the one that was chosen first in front", () => {
    expect(compare([d, c, a, b]).areas).toEqual([d, a, b, c]);
  });
  test("are judged as on any other page, against the country and against the first", () => {
    const view = compare([b, a, c]);
    const [column] = view.columns;
    for (const cell of column!.cells) expect(cell.national).toEqual(compareWithNation(book, cell.shown!));
    expect(column!.cells[0]!.beside).toBeUndefined();
    expect(column!.cells[1]!.beside?.other.area).toBe(b.code);
  });
  test("share one period: the newest that at least half of them have", () => {
    expect(compare([a, b, c, d]).columns.map((it) => it.period)).toEqual(["2021", "2021"]);
  });
  test("in a period that none of them has, the newest stands there and says so", () => {
    const view = compareView(book, {
      areas: [a, b],
      indicators: [{ indicator: indicators[0]! }],
      form: "rate",
      period: "2011",
    });
    expect(view.columns[0]).toMatchObject({ period: "2021", missed: ["period"] });
  });
});

describe("as numbers, rates and an index", () => {
  test("per inhabitant unless asked otherwise; numbers come with the word that they don't compare", () => {
    expect(compare([a, b]).columns[0]!.measure).toBe("per-10000");
    const counts = compare([a, b], "count");
    expect(counts.columns[0]!.measure).toBe("count");
    expect(groupNotes(counts, "nl").join(" ")).toContain("niet te vergelijken");
    expect(groupNotes(compare([a, b]), "nl")).toEqual([]);
    expect(distribution(book, counts.columns[0]!, "vt-region", (it) => it.name, "nl")).toBeUndefined();
  });
  test("an index has the country as 100", () => {
    const [column] = compare([a, b], "index").columns;
    const { nation, cells } = column!;
    const of = (it: typeof nation): number => (it && isValue(it.cell) ? it.cell.value : Number.NaN);
    expect(cells[0]!.index).toBeCloseTo((of(cells[0]!.shown) / of(nation)) * 100, 9);
  });
  test("a bare percentage has no index, as it isn't known on how many it rests", () => {
    const percent = (area: string, value: number) => row(area, "2021", value, { measure: "percent" });
    const of = sampleBook({
      indicators: [sampleIndicator({ measures: ["percent"] })],
      figures: [percent("VT01", 40), percent("VT02", 60), percent("NL01", 50)],
    });
    expect(compare([a, b], "index", of).columns[0]!.cells.map((it) => it.index)).toEqual([undefined, undefined]);
  });
  test("in a series the own first period is 100; across a break nothing is measured alike", () => {
    const broken = sampleBook({
      contextValues,
      indicators: [sampleIndicator({ breaks: [{ at: "2023", reason: { nl: "anders", en: "otherwise" } }] })],
      figures: [...year("2021", 1000), ...year("2022", 1500), ...year("2023", 3000)],
    });
    const [column] = compare([a, b], "index", broken).columns;
    const [panel] = multiples(broken, column!, "index", (it) => it.name, "nl")!.panels;
    expect(panel!.points.map((it) => Math.round(it.value))).toEqual([100, 150]);
    const plain = multiples(broken, column!, "rate", (it) => it.name, "nl")!;
    expect(plain.panels[0]!.points.map((it) => it.startsNew)).toEqual([true, false, true]);
    // One scale for all: every value of every area lies on it.
    for (const { points } of plain.panels)
      for (const { value } of points) {
        expect(value).toBeLessThanOrEqual(plain.high);
        expect(value).toBeGreaterThanOrEqual(plain.low);
      }
  });
});

describe("what there is not", () => {
  test("is said in words: none of this period, too small to divide, hidden, not measured at all", () => {
    const of = sampleBook({
      contextValues,
      indicators: [...indicators, sampleIndicator({ id: "never", levels: ["nation"] })],
      figures: [
        ...year("2021", 1240).filter((it) => !["VT02", "VT03", "VT04"].includes(it.area)),
        row("VT02", "2020", 1100),
        row("VT03", "2021", 10),
        row("VT04", "2021", 0, { cell: { absent: "suppressed" } }),
      ],
    });
    const view = compare([a, b, c, d, regions[4]!, regions[5]!], "rate", of);
    const said = view.columns[0]!.cells.map((it) => it.without?.nl);
    expect(said.slice(0, 4)).toEqual([
      undefined,
      "Geen cijfer van deze periode, wel van 2020.",
      expect.stringContaining("te klein om te delen"),
      "Dit cijfer is niet getoond, zodat niemand te herkennen is.",
    ]);
    expect(view.empty.map((it) => it.indicator.id)).toEqual(["advice-started", "never"]);
    expect(view.empty[1]!.why.nl).toContain("niet per regio");
  });
  test("areas of different levels are said to be so, and are named with their level", () => {
    const town = sampleArea("GM0001", "municipality", "Dorp");
    const of = sampleBook({ areas: [nation, ...regions, town], figures, contextValues, indicators });
    const view = compare([a, town], "rate", of);
    expect(view.levels).toEqual(["vt-region", "municipality"]);
    expect(groupNotes(view, "nl").join(" ")).toContain("regio’s en gemeenten naast elkaar");
    expect(compareTitle(view, "nl")).toBe("Region 1 vergeleken met gemeente Dorp");
  });
});

describe("chance", () => {
  test("the number that lies outside by chance stands beside the number found", () => {
    const view = compare(regions);
    const found = view.columns.flatMap((it) =>
      it.cells.filter((cell) => heatSigns[heatClass(cell.national?.judgement)] !== ""),
    ).length;
    expect(view.alarms).toMatchObject({ comparisons: 50, outside: found });
    expect(view.alarms!.expected).toBeCloseTo(2.5, 9);
    expect(alarmSentence(view.alarms!, { nl: "met Nederland", en: "with the Netherlands" }, "nl")).toContain(
      `50 vergelijkingen met Nederland`,
    );
    expect(alarmSentence(view.alarms!, { nl: "", en: "" }, "nl")).toContain("ongeveer 3 buiten");
  });
  test("a table says by what it is judged: the band where there is one, chance alone where there are too few areas", () => {
    expect(judgedBy(compare(regions), "nl")).toMatch(/^Elk cijfer is beoordeeld naast de gewone verschillen/);
    const few = sampleBook({
      contextValues,
      indicators,
      figures: [row("VT01", "2021", 900), row("VT02", "2021", 700), row("NL01", "2021", 20_000)],
    });
    expect(judgedBy(compare([a, b], "rate", few), "nl")).toMatch(/alleen toeval is gewogen/);
  });
  test("one comparison is told in the singular", () => {
    const one = { comparisons: 1, outside: 0, expected: 0.05, clear: 0, expectedClear: 0.002 };
    const text = { nl: "met Drenthe", en: "with Drenthe" };
    expect(alarmSentence(one, text, "nl")).toMatch(/^Dit is 1 vergelijking met Drenthe\./);
    expect(alarmSentence(one, text, "en")).toMatch(/^This is 1 comparison with Drenthe\./);
  });
  test("an area that lay outside the period before comes with regression to the mean; the others don't", () => {
    const [column] = compare([a, b, c], "rate", book, [indicators[0]!]).columns;
    expect(column!.cells.map((it) => it.outlierIn)).toEqual(["2020", undefined, undefined]);
    expect(outliersOf(column!, (it) => it.name, "nl")).toBe("2020: Region 1");
    const without = compare([b, c], "rate", book, [indicators[0]!]).columns[0]!;
    expect(outliersOf(without, (it) => it.name, "nl")).toBeUndefined();
  });
  test("not across a break, before which something else was counted", () => {
    const of = sampleBook({
      contextValues,
      indicators: [sampleIndicator({ breaks: [{ at: "2021", reason: { nl: "anders", en: "otherwise" } }] })],
      figures: [...year("2020", 4000), ...year("2021", 1240)],
    });
    expect(compare([a, b], "rate", of, [of.catalogue.indicators[0]!]).columns[0]!.cells[0]!.outlierIn).toBeUndefined();
  });
  test("the strip shows every region of the level once, and the band of ordinary differences", () => {
    const [column] = compare([a, b, c]).columns;
    const strip = distribution(book, column!, "vt-region", (it) => it.name, "nl")!;
    expect(strip.chosen).toHaveLength(3);
    expect(strip.others).toHaveLength(22);
    const judged = column!.cells[0]!.national!.judgement;
    expect(strip.ordinary).toMatchObject(judged.by === "band" ? judged.ordinary : {});
    expect(judged.by).toBe("band");
  });
});
