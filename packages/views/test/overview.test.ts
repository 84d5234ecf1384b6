import { describe, expect, test } from "vitest";
import type { Area } from "@impactmonitor/model/area";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Indicator } from "@impactmonitor/model/indicator";
import { breakdownKey } from "@impactmonitor/model/observation";
import { builtBook, builtEdition } from "../../pipeline/test/built-edition.ts";
import { indicatorView } from "../src/indicator-view.ts";
import type { Choice } from "../src/lead.ts";
import { overview } from "../src/overview.ts";
import type { OverviewRow } from "../src/overview-row.ts";
import { trendPoints } from "../src/trend.ts";

const book = builtBook();
const rows = (...asked: Parameters<typeof overview> extends [unknown, ...infer Rest] ? Rest : never): OverviewRow[] =>
  overview(book, ...asked).flatMap((it) => it.rows);
const present = (id: string) => book.observations(id).filter((it) => !isAbsent(it.cell));
const drenthe = book.area("VT02")!;
const nation = book.area("NL01")!;

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

  const page = (indicator: Indicator, area: Area, choice: Choice = {}) =>
    indicatorView(book, indicator, area, choice, "nl", () => "");

  test("has a cross for the country where the edition has a figure, with the period with which the page begins", () => {
    for (const it of rows({})) {
      const own = present(it.indicator.id).filter((one) => one.area === "NL01");
      expect(it.nation !== undefined).toBe(own.length > 0);
      expect(it.nation).toBe(own.length > 0 ? page(it.indicator, nation).lead?.shown.period : undefined);
    }
  });

  test("has a cross for every level with a figure, with as many areas as the page then shows", () => {
    for (const it of rows({})) {
      const levels = new Set(present(it.indicator.id).flatMap((one) => book.area(one.area)?.level ?? []));
      levels.delete("nation");
      expect(new Set(Object.keys(it.areas)), it.indicator.id).toEqual(levels);
      for (const view of page(it.indicator, nation).areas)
        expect(it.areas[view.level] ?? 0, it.indicator.id).toBe(
          view.rows.filter((row) => !isAbsent(row.shown.cell)).length,
        );
    }
  });

  test("shows at least half of the areas of a level that have a figure for any one category and period", () => {
    for (const it of rows({}))
      for (const [level, count] of Object.entries(it.areas)) {
        const own = present(it.indicator.id).filter((one) => book.area(one.area)?.level === level);
        const views = Map.groupBy(own, (one) => `${one.period} ${breakdownKey(one.breakdown)}`);
        const fullest = Math.max(...[...views.values()].map((list) => new Set(list.map((one) => one.area)).size));
        expect(count * 2, `${it.indicator.id} ${level}`).toBeGreaterThanOrEqual(fullest);
      }
  });

  test("counts the periods of the series that it leads to, and leads to one wherever there is one", () => {
    for (const chosen of [undefined, drenthe])
      for (const { indicator, series: cross } of rows({}, chosen)) {
        const given = cross && page(indicator, cross.area, cross).trend;
        expect(given?.rows.length, indicator.id).toBe(cross?.periods);
        if (cross) continue;
        for (const one of present(indicator.id)) {
          const { area, measure, breakdown, period } = one;
          expect(trendPoints(book, { indicator, area, measure, breakdown, period }), indicator.id).toBeUndefined();
        }
      }
  });

  test("leads to the chosen area's own series, else the nation's", () => {
    const series = (chosen?: Area) => rows({}, chosen).find((it) => it.indicator.id === "reports-received")?.series;
    expect(series()?.area.code).toBe("NL01");
    expect(series(drenthe)?.area.code).toBe("VT02");
    expect(series(book.area("GM0106"))?.area.code).toBe("NL01");
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
