import { describe, expect, test } from "vitest";
import { isAbsent } from "@impactmonitor/model/cell";
import { parsePeriod } from "@impactmonitor/model/period";
import { builtBook, builtEdition } from "../../pipeline/test/built-edition.ts";
import { overview, type OverviewRow } from "../src/overview.ts";

const book = builtBook();
const rows = (...asked: Parameters<typeof overview> extends [unknown, ...infer Rest] ? Rest : never): OverviewRow[] =>
  overview(book, ...asked).flatMap((it) => it.rows);
const present = (id: string) => book.observations(id).filter((it) => !isAbsent(it.cell));
const drenthe = book.area("VT02")!;

describe("the overview", () => {
  test("has every indicator once, under its theme, and every theme, also the empty ones", () => {
    const groups = overview(book, {});
    expect(groups.map((it) => it.theme.id)).toEqual(book.catalogue.themes.map((it) => it.id));
    expect(
      rows({})
        .map((it) => it.indicator.id)
        .sort(),
    ).toEqual(
      builtEdition()
        .catalogue.indicators.map((it) => it.id)
        .sort(),
    );
    for (const { theme, rows: own } of groups) for (const it of own) expect(it.indicator.theme).toBe(theme.id);
  });

  test("has a cross for the country exactly where the edition has a figure, with its latest period", () => {
    for (const it of rows({})) {
      const periods = present(it.indicator.id)
        .filter((one) => one.area === "NL01")
        .map((one) => one.period as string);
      expect(it.nation !== undefined).toBe(periods.length > 0);
      const last = periods
        .map((one) => parsePeriod(one)!.end)
        .sort()
        .at(-1);
      expect(it.nation && parsePeriod(it.nation)?.end).toBe(last);
    }
  });

  test("counts, per level, exactly the areas with a figure", () => {
    for (const it of rows({})) {
      const codes = [...new Set(present(it.indicator.id).map((one) => one.area))];
      const counts = Object.groupBy(codes, (code) => book.area(code)?.level ?? "none");
      expect(it.areas).toEqual(
        Object.fromEntries(Object.entries(counts).map(([level, list]) => [level, list?.length])),
      );
    }
  });

  test("counts the periods of the longest series of one kind", () => {
    for (const it of rows({})) {
      const kinds = Map.groupBy(
        new Set(present(it.indicator.id).map((one) => one.period)),
        (one) => parsePeriod(one)?.kind,
      );
      expect(it.periods).toBe(Math.max(0, ...[...kinds.values()].map((one) => one.length)));
    }
  });

  test("says for a chosen region what there is, and why not where there is nothing", () => {
    for (const it of rows({}, drenthe)) {
      const own = present(it.indicator.id).filter((one) => one.area === "VT02");
      expect(it.own !== undefined && "period" in it.own).toBe(own.length > 0);
      expect(it.own).toBeDefined();
    }
    expect(rows({}, drenthe).filter((it) => it.own && "period" in it.own).length).toBeGreaterThan(8);
  });
});

describe("the overview, filtered", () => {
  test("by theme keeps that theme, even when it is empty of figures", () => {
    expect(overview(book, { theme: "coherent-help" }).map((it) => it.theme.id)).toEqual(["coherent-help"]);
  });

  test("by source, level or status keeps exactly what fits", () => {
    const { indicators } = book.catalogue;
    const ids = (list: readonly { readonly id: string }[]): string[] => list.map((it) => it.id).sort();
    const found = (filter: Parameters<typeof overview>[1]) => ids(rows(filter).map((it) => it.indicator));
    expect(found({ source: "police" })).toEqual(ids(indicators.filter((it) => it.source === "police")));
    expect(found({ level: "province" })).toEqual(ids(indicators.filter((it) => it.levels.includes("province"))));
    expect(found({ status: "advised" })).toEqual(ids(indicators.filter((it) => it.status === "advised")));
    expect(found({ source: "police", status: "advised" })).toEqual([]);
  });

  test("by question keeps the indicators of that question", () => {
    for (const question of book.catalogue.questions)
      expect(
        rows({ question: question.id })
          .map((it) => it.indicator.id)
          .sort(),
      ).toEqual([...question.indicators].sort());
  });

  test("by a search keeps what was found, and nothing when nothing was", () => {
    expect(rows({ found: ["recidivism"] }).map((it) => it.indicator.id)).toEqual(["recidivism"]);
    expect(rows({ found: [] })).toEqual([]);
  });
});
