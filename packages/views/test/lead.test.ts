import { describe, expect, test } from "vitest";
import { periodCode } from "@impactmonitor/model/id";
import type { Observation } from "@impactmonitor/model/observation";
import { figure } from "../../edition/test/sample-edition.ts";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import { lead, type Choice } from "../src/lead.ts";
import { sampleBook, sampleIndicator } from "./sample-book.ts";

const at = (period: string, value: number, more: Partial<Observation> = {}): Observation =>
  figure({ period: periodCode(period), cell: { value, marks: [] }, ...more });
const hidden = { cell: { absent: "suppressed" as const } };
const sex = (code: string) => ({ breakdown: { sex: code } });
function leads(figures: readonly Observation[], choice?: Choice, indicator = sampleIndicator()) {
  const book = sampleBook({ figures, indicators: [indicator] });
  const it = lead(book, book.catalogue.indicators[0]!, "NL01", choice);
  return it && [it.period, it.measure, it.breakdown, "value" in it.cell ? it.cell.value : "none"];
}

describe("the figure with which a page begins", () => {
  test("is of the latest period", () => {
    expect(leads([at("2020", 1), at("2022", 3), at("2021", 2)])).toEqual(["2022", "count", {}, 3]);
  });

  test("is of the newest year rather than of a span of years that ends with it", () => {
    expect(leads([at("2018/2022", 9), at("2022", 3)])?.[0]).toBe("2022");
  });

  test("is the total rather than a category, and the largest category where there is no total", () => {
    expect(leads([at("2022", 5, sex("women")), at("2022", 8)])?.[2]).toEqual({});
    expect(leads([at("2022", 5, sex("women")), at("2022", 8, sex("men"))])?.[2]).toEqual({ sex: "men" });
  });

  test("is the category that the catalogue puts first, if it does", () => {
    const indicator = sampleIndicator({ lead: "sex=women", breakdowns: [{ dimension: "sex", response: "exclusive" }] });
    expect(leads([at("2022", 5, sex("women")), at("2022", 8, sex("men")), at("2022", 13)], {}, indicator)?.[2]).toEqual(
      {
        sex: "women",
      },
    );
  });

  test("is in the measure that the indicator names first", () => {
    const rates = sampleIndicator({ measures: ["per-10000", "count"] });
    const figures = [at("2022", 800), at("2022", 23.5, { measure: "per-10000" })];
    expect(leads(figures, {}, rates)?.[1]).toBe("per-10000");
    expect(leads(figures)?.[1]).toBe("count");
  });

  test("has a value if any has: a hidden figure leads only where all are hidden", () => {
    expect(leads([at("2022", 0, hidden), at("2021", 2)])).toEqual(["2021", "count", {}, 2]);
    expect(leads([at("2022", 0, hidden), at("2021", 0, hidden)])).toEqual(["2022", "count", {}, "none"]);
  });

  test("is what was asked for, hidden or not, or nothing", () => {
    const figures = [at("2022", 3), at("2021", 0, hidden), at("2022", 1, sex("women"))];
    expect(leads(figures, { period: "2021" })?.[3]).toBe("none");
    expect(leads(figures, { breakdown: { sex: "women" } })?.[3]).toBe(1);
    expect(leads(figures, { period: "2019" })).toBeUndefined();
    expect(leads(figures, { measure: "percent" })).toBeUndefined();
  });
});

test("every indicator and area of the edition with a figure has one to begin with, and it is one of its own", () => {
  const book = builtBook();
  const wrong = book.catalogue.indicators.flatMap((indicator) =>
    [...new Set(book.observations(indicator.id).map((it) => it.area))]
      .filter(
        (area) =>
          !book.observationsOf(indicator.id, area).some((it) => it === lead(book, indicator, area)?.observation),
      )
      .map((area) => `${indicator.id} ${area}`),
  );
  expect(wrong).toEqual([]);
});
