import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaCode, indicatorId, periodCode } from "../src/id.ts";
import { breakdownKey, observationKey, parseBreakdown } from "../src/observation.ts";

const word = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/);
/** Categories by dimension; a dimension of digits alone would be reordered by JavaScript, and no id of ours is one. */
const anyBreakdown = fc.dictionary(
  word.filter((it) => /[a-z]/.test(it)),
  word,
  { maxKeys: 4, noNullPrototype: true },
);

describe("the key of a breakdown", () => {
  test("is read back as the same breakdown", () => {
    fc.assert(
      fc.property(anyBreakdown, (it) => {
        expect(parseBreakdown(breakdownKey(it))).toEqual(it);
      }),
    );
  });

  test("names its dimensions in alphabetical order, whatever the order of writing", () => {
    expect(breakdownKey({ sex: "women", age: "16-24" })).toBe("age=16-24;sex=women");
    fc.assert(
      fc.property(anyBreakdown, (it) => {
        const backwards = Object.fromEntries(Object.entries(it).toReversed());
        expect(breakdownKey(backwards)).toBe(breakdownKey(it));
      }),
    );
  });

  test("is empty for the total, and the empty text is the total", () => {
    expect(breakdownKey({})).toBe("");
    expect(parseBreakdown("")).toEqual({});
  });

  test.each([
    "sex",
    "sex=",
    "=women",
    "sex=women=men",
    "sex=women;",
    ";sex=women",
    "sex=women;sex=men",
    "a=1;;b=2",
    "sex = women",
    "Sex=women",
    "__proto__=women",
  ])("“%s” is no breakdown, and is never taken for the total", (text) => {
    expect(parseBreakdown(text)).toBeUndefined();
  });

  test("may have a dimension with a name that every JavaScript object has", () => {
    expect(parseBreakdown("constructor=a;valueof=b")).toEqual({ constructor: "a", valueof: "b" });
    expect(parseBreakdown("constructor=a;constructor=b")).toBeUndefined();
  });
});

describe("the key of a figure", () => {
  const key = {
    indicator: indicatorId("reports-received"),
    area: areaCode("VT02"),
    period: periodCode("2021H1"),
    measure: "count" as const,
    breakdown: { sex: "women", age: "16-24" },
  };

  test("tells apart what, where, when, how and for whom", () => {
    const others = [
      { ...key, indicator: indicatorId("advice-started") },
      { ...key, area: areaCode("PV22") },
      { ...key, period: periodCode("2021H2") },
      { ...key, measure: "percent" as const },
      { ...key, breakdown: {} },
    ];
    expect(new Set([key, ...others].map(observationKey)).size).toBe(6);
  });

  test("does not depend on the order in which the dimensions were written", () => {
    expect(observationKey({ ...key, breakdown: { age: "16-24", sex: "women" } })).toBe(observationKey(key));
  });
});
