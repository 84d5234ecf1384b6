import { describe, expect, test } from "vitest";
import { isValue } from "@impactmonitor/model/cell";
import type { Codelist } from "@impactmonitor/model/codelist";
import { areaCode, indicatorId, periodCode } from "@impactmonitor/model/id";
import type { Measure } from "@impactmonitor/model/indicator";
import { figure } from "../../edition/test/sample-edition.ts";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import { breakdown } from "../src/breakdown.ts";
import { sampleBook, sampleIndicator } from "./sample-book.ts";

const label = (id: string) => ({ nl: `${id} (nl)`, en: id });
const list: Codelist = {
  id: "reporter-type",
  title: { nl: "Melder", en: "Reporter" },
  codes: [
    { id: "professional", title: label("professional") },
    { id: "police", title: label("police"), parent: "professional" },
    { id: "doctor", title: label("doctor"), parent: "professional" },
    { id: "citizen", title: label("citizen") },
  ],
};
const indicator = sampleIndicator({
  measures: ["count", "percent"],
  breakdowns: [{ dimension: "reporter-type", response: "exclusive" }],
});
const row = (code: string, value: number, area = "VT01", measure: Measure = "percent") =>
  figure({
    area: areaCode(area),
    period: periodCode("2021"),
    measure,
    breakdown: { "reporter-type": code },
    cell: { value, marks: [] },
  });
function view(figures: ReturnType<typeof row>[], area = "VT01") {
  const book = sampleBook({ indicators: [indicator], codelists: [list], figures });
  const of = { indicator: book.catalogue.indicators[0]!, area, period: "2021", dimension: "reporter-type" };
  return breakdown(book, of, "en");
}

describe("a breakdown", () => {
  test("says by what it divides, unless its subject says so already; names keep their capital", () => {
    const titleWith = (shortTitle: string, dimension: string): string | undefined => {
      const subject = sampleIndicator({ ...indicator, shortTitle: { nl: shortTitle, en: shortTitle } });
      const title = { nl: dimension, en: dimension };
      const figures = [row("police", 60), row("citizen", 40)];
      const book = sampleBook({ indicators: [subject], codelists: [{ ...list, title }], figures });
      const of = { indicator: subject, area: "VT01", period: "2021", dimension: "reporter-type" };
      return breakdown(book, of, "en")?.chart.title;
    };
    expect(titleWith("Victims by sex", "Sex")).toBe("Victims by sex, Region 1, 2021");
    expect(titleWith("Homicide", "Sex")).toBe("Homicide: sex, Region 1, 2021");
    expect(titleWith("Reports", "Veilig Thuis involved before")).toBe(
      "Reports: Veilig Thuis involved before, Region 1, 2021",
    );
  });

  test("follows the order of the code list, never that of the values or the rows", () => {
    const it = view([row("citizen", 30), row("doctor", 5), row("police", 60), row("professional", 70)]);
    expect(it?.rows.map((one) => one.code)).toEqual(["professional", "police", "doctor", "citizen"]);
    expect(it?.chart.bars.map((bar) => bar.value)).toEqual([70, 60, 5, 30]);
  });

  test("sets a part under its whole", () => {
    const it = view([row("professional", 70), row("police", 60), row("citizen", 30)]);
    expect(it?.chart.bars.map((bar) => bar.depth)).toEqual([0, 1, 0]);
  });

  test("leaves out categories without a row, and needs two", () => {
    expect(view([row("police", 60), row("citizen", 30)])?.rows.map((one) => one.code)).toEqual(["police", "citizen"]);
    expect(view([row("police", 60)])).toBeUndefined();
  });

  test("has the country beside it for shares, not for counts", () => {
    const codes = ["police", "citizen"];
    const both = (measure: Measure) =>
      codes.flatMap((it) => [row(it, 40, "VT01", measure), row(it, 50, "NL01", measure)]);
    expect(view(both("percent"))?.chart).toMatchObject({
      compareName: "Netherlands",
      bars: [{ compare: { value: 50 } }, {}],
    });
    expect(view(both("count"))?.chart.compareName).toBeUndefined();
    expect(view(both("percent"), "NL01")?.chart.compareName, "the country beside itself").toBeUndefined();
  });

  test("shows the reason of a hidden category, not a bar of nought", () => {
    const hidden = { ...row("citizen", 0), cell: { absent: "suppressed" as const } };
    const it = view([row("police", 60), row("doctor", 5), hidden]);
    expect(it?.chart.bars.at(-1)).toMatchObject({ text: "×" });
    expect(it?.chart.bars.at(-1)?.value).toBeUndefined();
  });

  test("that the indicator does not have is none", () => {
    const book = sampleBook({ indicators: [indicator], codelists: [list], figures: [row("police", 60)] });
    const of = { indicator: book.catalogue.indicators[0]!, area: "VT01", period: "2021" };
    expect(breakdown(book, { ...of, dimension: "sex" }, "nl")).toBeUndefined();
    expect(breakdown(book, { ...of, period: "2019", dimension: "reporter-type" }, "nl")).toBeUndefined();
  });
});

describe("every breakdown of the edition", () => {
  const book = builtBook();
  const all = book.catalogue.indicators.flatMap((it) =>
    [...new Set(book.observations(it.id).map((one) => `${one.area}|${one.period}`))].flatMap((key) =>
      it.breakdowns.flatMap(({ dimension }) => {
        const [area = "", period = ""] = key.split("|");
        return breakdown(book, { indicator: it, area, period, dimension }, "nl") ?? [];
      }),
    ),
  );

  test("is drawn for many", () => {
    expect(all.length).toBeGreaterThan(50);
  });

  test("follows its code list, each category once", () => {
    for (const it of all) {
      const order = book.codelists.get(it.dimension)?.codes.map((code) => code.id) ?? [];
      const places = it.rows.map((one) => order.indexOf(one.code));
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      expect(places[0]).toBeGreaterThanOrEqual(0);
    }
  });

  test("has one measure throughout, or a reason", () => {
    for (const it of all)
      for (const { main } of it.rows) expect(main.measure === it.measure || "absent" in main.cell).toBe(true);
  });

  test("draws exactly the values of its table", () => {
    for (const it of all)
      expect(it.chart.bars.map((bar) => bar.value)).toEqual(
        it.rows.map(({ main }) => (isValue(main.cell) ? main.cell.value : undefined)),
      );
  });

  test("compares like with like: the same indicator, period, measure and category of the country", () => {
    for (const it of all)
      for (const { main, compare } of it.rows.filter((one) => one.compare))
        expect(compare).toMatchObject({
          area: "NL01",
          period: main.period,
          measure: main.measure,
          breakdown: main.breakdown,
        });
    expect(all.some((it) => it.rows.some((one) => one.compare))).toBe(true);
  });

  test("of the worked example has Drenthe beside the Netherlands: citizens 56.2 and 44.8 percent of advice", () => {
    const it = breakdown(
      book,
      {
        indicator: book.indicators.get(indicatorId("advice-seeker-type"))!,
        area: "VT02",
        period: "2021H1",
        dimension: "reporter-type",
      },
      "nl",
    );
    const citizen = it?.rows.find((one) => one.code === "citizen");
    expect(citizen).toMatchObject({ main: { cell: { value: 56.2 } }, compare: { cell: { value: 44.8 } } });
  });
});
