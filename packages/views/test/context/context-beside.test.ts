import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isValue } from "@impactmonitor/model/cell";
import type { ContextValue } from "@impactmonitor/model/context";
import { areaCode, periodCode } from "@impactmonitor/model/id";
import type { Observation } from "@impactmonitor/model/observation";
import { figure } from "../../../edition/test/sample-edition.ts";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { areaRows } from "../../src/areas-view.ts";
import { byName } from "../../src/book.ts";
import {
  besideOffer,
  contextBeside,
  fewestPairs,
  mostYearsApart,
  type BesideFigure,
} from "../../src/context/context-beside.ts";
import { comparables } from "../../src/context/context-figure.ts";
import { find } from "../../src/shown.ts";
import { nation, regions, sampleBook, sampleIndicator } from "../sample-book.ts";
import { fact, sampleVariables } from "./sample-context.ts";

const indicator = sampleIndicator({ measures: ["percent", "count"] });
const percent = (area: string, value: number, more: Partial<Observation> = {}): Observation =>
  figure({ area: areaCode(area), period: periodCode("2021"), measure: "percent", cell: { value, marks: [] }, ...more });
const codes = regions.map((it) => it.code as string);
const everywhere = (year: number, more: Partial<ContextValue> = {}): ContextValue[] =>
  codes.map((code, i) => fact("density", code, year, 100 + i, more));

interface Given {
  readonly figures?: readonly Observation[];
  readonly facts: readonly ContextValue[];
  readonly measure?: "percent" | "count";
}
function beside(
  { figures = codes.map((it, i) => percent(it, i)), facts, measure = "percent" }: Given,
  variable = "density",
) {
  return besideIn({ figures, facts, measure }, variable).found;
}
function besideIn({ figures = [], facts, measure = "percent" }: Given, variable: string, more = {}) {
  const book = sampleBook({
    indicators: [indicator],
    areas: [nation, ...regions],
    contextVariables: sampleVariables,
    contextValues: facts,
    figures,
    ...more,
  });
  const of = { indicator, level: "vt-region" as const, period: "2021", measure, breakdown: {} };
  const country = find(book, { ...of, indicator: indicator.id, area: "NL01" });
  const shown: BesideFigure = { ...of, ...areaRows(book, of)!, ...(country ? { nation: country } : {}) };
  const fact = comparables(book).find((it) => it.id === variable)!;
  return { book, shown, found: contextBeside(book, shown, fact) };
}

describe("a figure beside a fact", () => {
  test("pairs each area that has both, in the order of names, with the values as they are", () => {
    const it = beside({ facts: everywhere(2021) });
    expect(it?.pairs.map((pair) => pair.area.name)).toEqual([...regions].sort(byName).map((area) => area.name));
    for (const { area, shown, context } of it!.pairs) {
      const i = codes.indexOf(area.code);
      expect(isValue(shown.cell) && shown.cell.value).toBe(i);
      expect(context.value).toBe(100 + i);
    }
    expect(it?.leftOut).toEqual([]);
  });

  test("says of each area that is left out why", () => {
    const figures = [
      percent("VT01", 10),
      percent("VT02", 0, { cell: { absent: "suppressed" } }),
      percent("VT03", 0, { cell: { range: { lower: 1, upper: 5 }, marks: [] } }),
      percent("VT04", 12),
    ];
    const facts = everywhere(2021).filter((it) => it.area !== "VT04");
    const it = beside({ figures, facts });
    expect(it?.pairs.map((pair) => pair.area.code)).toEqual(["VT01"]);
    const why = Object.fromEntries(it!.leftOut.map((one) => [one.area.code as string, one.why]));
    expect(why).toMatchObject({ VT02: "suppressed", VT03: "range", VT04: "no-context", VT05: "no-figure" });
    expect(it!.leftOut).toHaveLength(24);
  });

  test("leaves an area out when the fact is about another territory than the figure", () => {
    const changes = [
      {
        id: "move",
        date: "2022-01-01",
        title: { nl: "x", en: "x" },
        text: { nl: "x", en: "x" },
        from: [areaCode("VT01")],
        to: [areaCode("VT02")],
      },
    ];
    const figures = codes.map((it, i) => percent(it, i));
    const later = everywhere(2022);
    const { found } = besideIn({ figures, facts: later }, "density", { areaChanges: changes });
    expect(found?.leftOut).toMatchObject([
      { area: { code: "VT01" }, why: "other-territory" },
      { area: { code: "VT02" }, why: "other-territory" },
    ]);
    const both = [...later, fact("density", "VT01", 2022, 7, { classification: "2021" })];
    const again = besideIn({ figures, facts: both }, "density", { areaChanges: changes }).found;
    expect(again?.pairs.find((it) => it.area.code === "VT01")?.context.value).toBe(7);
  });

  test("takes one year for all: the nearest, the later of two as near, none too far away", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 2014, max: 2028 }), { minLength: 1, maxLength: 6 }), (years) => {
        const it = beside({ facts: years.flatMap((year) => everywhere(year)) });
        const near = years.filter((year) => Math.abs(year - 2021) <= mostYearsApart);
        const best = Math.min(...near.map((year) => Math.abs(year - 2021)));
        const nearest = near.includes(2021 + best) ? 2021 + best : 2021 - best;
        expect(it?.year).toBe(near.length === 0 ? undefined : nearest);
        expect(it?.yearsLater).toBe(near.length === 0 ? undefined : nearest - 2021);
        expect(new Set(it?.pairs.map((pair) => pair.context.year))).toEqual(
          new Set(near.length === 0 ? [] : [nearest]),
        );
      }),
      { numRuns: 40 },
    );
  });

  test("does not take a year that few areas have over one that most have", () => {
    const facts = [...everywhere(2021).slice(0, 5), ...everywhere(2020)];
    expect(beside({ facts })?.year).toBe(2020);
    expect(beside({ facts })?.pairs).toHaveLength(25);
  });

  test("is never made of a number: beside it a share would show only how large areas are", () => {
    const counts = codes.map((it, i) => percent(it, 100 + i, { measure: "count" }));
    expect(beside({ figures: counts, facts: everywhere(2021), measure: "count" })).toBeUndefined();
  });

  test("never uses an estimate of ours", () => {
    expect(beside({ facts: everywhere(2021, { status: "estimate" }) })).toBeUndefined();
  });

  test("has the country beside the areas, and not among them", () => {
    const figures = [...codes.map((it, i) => percent(it, i)), percent("NL01", 12)];
    const it = beside({ figures, facts: [...everywhere(2021), fact("density", "NL01", 2021, 530)] });
    expect(it?.nation).toMatchObject({ shown: { cell: { value: 12 } }, context: { value: 530 } });
    expect(it?.pairs.some((pair) => pair.area.level === "nation")).toBe(false);
  });

  test("holds nothing about the two together: no slope, no coefficient, no order", () => {
    const it = beside({ facts: everywhere(2021) })!;
    expect(Object.keys(it).sort()).toEqual(["figure", "leftOut", "measure", "pairs", "year", "yearsLater"]);
    for (const pair of it.pairs) expect(Object.keys(pair).sort()).toEqual(["area", "context", "shown"]);
  });
});

describe("what is offered beside a figure", () => {
  const offer = (areas: number): string[] => {
    const figures = codes.slice(0, areas).map((it, i) => percent(it, i));
    const { book, shown } = besideIn({ figures, facts: everywhere(2021) }, "density");
    return besideOffer(book, shown).map((it) => it.id);
  };

  test("is a fact that at least ten areas have beside it", () => {
    expect(offer(fewestPairs)).toEqual(["density"]);
    expect(offer(fewestPairs - 1)).toEqual([]);
  });

  test("is never a total or a class", () => {
    const facts = codes.flatMap((code) =>
      ["inhabitants", "urban-class", "density"].map((id) => fact(id, code, 2021, 3)),
    );
    const { book, shown } = besideIn({ figures: codes.map((it, i) => percent(it, i)), facts }, "density");
    expect(besideOffer(book, shown).map((it) => it.id)).toEqual(["density"]);
  });
});

describe("every figure of the edition beside every fact", () => {
  const book = builtBook();
  const figures = book.catalogue.indicators.flatMap((indicator) => {
    const asked = new Map(
      book.observations(indicator.id).flatMap((it) => {
        const level = book.area(it.area)?.level;
        return level && level !== "nation"
          ? [[`${level} ${it.period} ${it.measure} ${JSON.stringify(it.breakdown)}`, { ...it, level }] as const]
          : [];
      }),
    );
    return [...asked.values()].flatMap(({ level, period, measure, breakdown }): BesideFigure[] => {
      const of = { indicator, level, period, measure, breakdown };
      const filled = areaRows(book, of);
      return filled ? [{ ...of, ...filled }] : [];
    });
  });
  const all = figures.flatMap((it) => besideOffer(book, it).map((measure) => contextBeside(book, it, measure)!));

  test("is there for some", () => {
    expect(all.length).toBeGreaterThan(20);
  });

  test("has no number of people or cases on either side, at least ten areas, and no area twice or unnamed", () => {
    for (const it of all) {
      expect(["count", "persons"]).not.toContain(it.figure.measure);
      expect(it.measure.divided !== undefined || it.measure.variable.comparable === "as-is").toBe(true);
      expect(it.pairs.length).toBeGreaterThanOrEqual(fewestPairs);
      expect(Math.abs(it.yearsLater)).toBeLessThanOrEqual(mostYearsApart);
      const names = it.pairs.map((pair) => pair.area);
      expect(names).toEqual([...names].sort(byName));
      const areas = [...names, ...it.leftOut.map((one) => one.area)].map((area) => area.code);
      expect(new Set(areas).size).toBe(areas.length);
      expect(areas.length).toBe(it.figure.rows.length + it.figure.without.length);
    }
  });
});
