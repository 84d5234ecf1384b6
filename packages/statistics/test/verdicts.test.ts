import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeBetween } from "../src/change-between.ts";
import { changeOfShare } from "../src/change-of-share.ts";
import { caveatsOf, whyNotComparable, type Facts } from "../src/comparability.ts";
import { comparePercentages } from "../src/compare-percentages.ts";
import { compareRates } from "../src/compare-rates.ts";
import { compareShares } from "../src/compare-shares.ts";
import { compareWithRest } from "../src/compare-with-rest.ts";
import { pairedVerdict, pairedVerdictFromShares } from "../src/paired-verdict.ts";
import type { Verdict } from "../src/verdict.ts";
import { seeded, poissonDraw } from "./seeded.ts";

const per = (count: number, roundedTo?: number) => ({ count, exposure: 100_000, roundedTo });
const opposite: Readonly<Record<string, string>> = { higher: "lower", lower: "higher" };
const certaintyOf = (it: Verdict): string => ("certainty" in it ? it.certainty : it.verdict);

describe("two rates", () => {
  test.each([
    [150, 100, "higher", "clear"],
    [100, 150, "lower", "clear"],
    [130, 100, "higher", "tentative"],
    [110, 100, "no-clear-difference", "none"],
    [100, 100, "no-clear-difference", "none"],
  ])("%i against %i: %s, %s", (a, b, verdict, certainty) =>
    expect(compareRates(per(a), per(b))).toMatchObject({ verdict, certainty, nothing: 1 }),
  );

  test("the verdict is what its intervals say, and turns with the sides", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 3000 }), fc.integer({ min: 10, max: 3000 }), (a, b) => {
        const seen = compareRates(per(a), per(b));
        if (!("clear" in seen)) throw new Error(seen.verdict);
        const holds = ({ lower, upper }: { readonly lower: number; readonly upper: number }) =>
          lower <= 1 && 1 <= upper;
        const certainty = holds(seen.tentative) ? "none" : holds(seen.clear) ? "tentative" : "clear";
        expect(seen.certainty).toBe(certainty);
        const back = compareRates(per(b), per(a));
        expect(back.verdict).toBe(opposite[seen.verdict] ?? seen.verdict);
        expect(certaintyOf(back)).toBe(certainty);
      }),
    );
  });

  test("a count under ten has no verdict, however large the other", () => {
    expect(compareRates(per(9), per(4000))).toEqual({ verdict: "too-little", reason: "small-numbers" });
    expect(compareRates(per(4000), per(9))).toEqual({ verdict: "too-little", reason: "small-numbers" });
    expect(compareRates(per(10), per(4000)).verdict).toBe("lower");
    expect(compareRates(per(0), per(4000))).toEqual({ verdict: "too-little", reason: "zero-count" });
  });

  test("the rules for small numbers can be stricter", () => {
    const rules = { verdictFrom: 50, percentFrom: 100 };
    expect(compareRates(per(49), per(4000), { rules })).toMatchObject({ verdict: "too-little" });
  });

  test("counts that vary more than chance make a verdict more careful", () => {
    expect(compareRates(per(150), per(100), { dispersion: 4 }).verdict).toBe("no-clear-difference");
    expect(compareRates(per(150), per(100), { dispersion: 0.1 })).toEqual(compareRates(per(150), per(100)));
  });

  test("rounding makes it more careful", () => {
    expect(compareRates(per(130), per(100)).verdict).toBe("higher");
    expect(compareRates(per(130, 5), per(100, 5)).verdict).toBe("no-clear-difference");
  });

  test("without a difference, false alarms are as rare as promised", () => {
    const random = seeded(5);
    const draws = 4000;
    let [seems, is] = [0, 0];
    for (let i = 0; i < draws; i++) {
      const certainty = certaintyOf(compareRates(per(poissonDraw(120, random)), per(poissonDraw(120, random))));
      if (certainty !== "none") seems++;
      if (certainty === "clear") is++;
    }
    expect(seems / draws).toBeLessThan(0.06);
    expect(seems / draws).toBeGreaterThan(0.035);
    expect(is / draws).toBeLessThan(0.005);
  });
});

describe("two shares", () => {
  test("with their totals, they get a verdict", () => {
    expect(compareShares({ count: 560, total: 700 }, { count: 480, total: 800 })).toMatchObject({ verdict: "higher" });
    expect(compareShares({ count: 56, total: 70 }, { count: 48, total: 70 })).toMatchObject({
      verdict: "no-clear-difference",
    });
    expect(compareShares({ count: 5, total: 700 }, { count: 480, total: 800 })).toMatchObject({
      verdict: "too-little",
    });
    expect(compareShares({ count: 0, total: 0 }, { count: 480, total: 800 })).toMatchObject({
      reason: "no-denominator",
    });
  });
  test("rounded ones stay within their whole, and are judged more carefully", () => {
    const rounded = compareShares({ count: 70, total: 70, roundedTo: 5 }, { count: 65, total: 70, roundedTo: 5 });
    expect(rounded).toMatchObject({ verdict: "no-clear-difference" });
    const [a, b] = [
      { count: 55, total: 70 },
      { count: 50, total: 80 },
    ];
    expect(compareShares(a, b).verdict).toBe("higher");
    expect(compareShares({ ...a, roundedTo: 5 }, { ...b, roundedTo: 5 }).verdict).toBe("no-clear-difference");
  });
});

describe("two percentages without their totals", () => {
  test("get a difference, and never a word on chance", () => {
    const seen = comparePercentages({ percentage: 45, decimals: 0 }, { percentage: 20, decimals: 0 });
    expect(seen).toEqual({ difference: 25, lower: 24, upper: 26, direction: "higher", chance: "cannot-be-judged" });
  });
  test("a difference that rounding can make is none", () => {
    const [a, b] = [
      { percentage: 30, decimals: 0 },
      { percentage: 29.3, decimals: 1 },
    ];
    expect(comparePercentages(a, b)).toMatchObject({ difference: 0.7, direction: "higher" });
    expect(comparePercentages({ ...a, percentage: 29 }, b)).toMatchObject({ direction: "same-after-rounding" });
  });
});

const facts: Facts = { definition: "reports", population: "all", period: { year: 2024, length: "half-year", part: 1 } };
const at = (year: number, part?: number): Facts => ({ ...facts, period: { ...facts.period, year, part } });

describe("what can't be compared", () => {
  test.each([
    ["another definition", { ...facts, definition: "reports, 2019" }, "moments", "different-definition"],
    ["minors against all", { ...facts, population: "minors" }, "areas", "different-population"],
    ["a half-year against a year", { ...facts, period: { year: 2024, length: "year" } }, "moments", "different-length"],
    ["a first half against a second", at(2024, 2), "moments", "different-season"],
    ["two areas in two years", at(2023, 1), "areas", "different-period"],
    ["two areas in two halves", at(2024, 2), "areas", "different-period"],
    ["over a break", { ...facts, stretch: "since 2022" }, "moments", "across-a-break"],
  ] as const)("%s", (_, other, across, reason) => {
    expect(whyNotComparable(facts, other, across)).toEqual([reason]);
    expect(whyNotComparable(other, facts, across)).toEqual([reason]);
  });

  test("nothing against comparing the same halves of two years, or two areas in one half", () => {
    expect(whyNotComparable(facts, at(2023, 1), "moments")).toEqual([]);
    expect(whyNotComparable(facts, facts, "areas")).toEqual([]);
  });

  test("provisional and rounded figures are compared, with a caveat", () =>
    expect(caveatsOf([facts, { ...facts, provisional: true, roundedTo: 5 }])).toEqual(["provisional", "rounded"]));
});

describe("a change between two moments", () => {
  const figure = (count: number, on: Facts, roundedTo?: number) => ({ ...per(count, roundedTo), facts: on });

  test("is on the later against the earlier", () => {
    expect(changeBetween(figure(150, at(2023, 1)), figure(100, at(2024, 1))).verdict.verdict).toBe("lower");
    expect(changeBetween(figure(100, at(2023, 1)), figure(150, at(2024, 1))).verdict.verdict).toBe("higher");
  });
  test("is refused between two halves, with the reason", () => {
    const seen = changeBetween(figure(100, at(2023, 2)), figure(150, at(2024, 1)));
    expect(seen.verdict).toEqual({ verdict: "not-comparable", reasons: ["different-season"] });
    expect(seen.inPercent).toBe(false);
  });
  test("from under twenty isn't told in per cent", () => {
    expect(changeBetween(figure(19, at(2023, 1)), figure(60, at(2024, 1)))).toMatchObject({ inPercent: false });
    expect(changeBetween(figure(20, at(2023, 1)), figure(60, at(2024, 1)))).toMatchObject({ inPercent: true });
    expect(changeBetween(figure(20, at(2023, 1)), figure(6, at(2024, 1)))).toMatchObject({ inPercent: false });
  });
  test("carries what is provisional or rounded", () => {
    const provisional = { ...at(2024, 1), provisional: true };
    expect(changeBetween(figure(100, at(2023, 1), 5), figure(150, provisional, 5)).caveats).toEqual([
      "provisional",
      "rounded",
    ]);
  });
  test("of a share is a difference, never in per cent", () => {
    const share = (count: number, on: Facts) => ({ count, total: 800, facts: on });
    const seen = changeOfShare(share(400, at(2023, 1)), share(520, at(2024, 1)));
    expect(seen).toMatchObject({ verdict: { verdict: "higher", nothing: 0 }, inPercent: false });
    expect(changeOfShare(share(400, at(2023, 1)), share(520, at(2024, 2))).verdict.verdict).toBe("not-comparable");
  });
});

describe("the same people twice", () => {
  test("get a verdict on who changed, from ten people on", () => {
    expect(pairedVerdict({ total: 120, lost: 5, gained: 30 })).toMatchObject({ verdict: "higher", nothing: 0 });
    expect(pairedVerdict({ total: 120, lost: 30, gained: 5 })).toMatchObject({ verdict: "lower" });
    expect(pairedVerdict({ total: 120, lost: 60, gained: 60 })).toMatchObject({ verdict: "no-clear-difference" });
    expect(pairedVerdict({ total: 9, lost: 0, gained: 9 })).toEqual({ verdict: "too-little", reason: "small-numbers" });
  });
  test("of whom only the totals are known, get the verdict that holds whoever changed", () => {
    expect(pairedVerdictFromShares({ total: 400, before: 200, after: 202 })).toMatchObject({
      verdict: "no-clear-difference",
    });
    expect(pairedVerdictFromShares({ total: 9, before: 0, after: 9 })).toMatchObject({ reason: "small-numbers" });
    expect(pairedVerdictFromShares({ total: 0, before: 0, after: 0 })).toMatchObject({ reason: "no-denominator" });
    for (let after = 0; after <= 60; after += 4) {
      const seen = pairedVerdictFromShares({ total: 60, before: 30, after });
      const possible = Array.from({ length: 61 }, (_, lost) => ({ total: 60, lost, gained: after - 30 + lost }))
        .filter(({ lost, gained }) => gained >= 0 && lost <= 30 && gained <= 30)
        .map((pairs) => pairedVerdict(pairs).verdict);
      expect(new Set(possible).size === 1 ? possible[0] : "too-little").toBe(seen.verdict);
    }
  });
});

describe("against the rest, rounded", () => {
  test("small counts have no verdict, and rounding of both widens it", () => {
    const whole = { count: 1000, exposure: 1_000_000 };
    expect(compareWithRest(per(5, 5), { ...whole, roundedTo: 5 }).verdict).toMatchObject({ reason: "small-numbers" });
    expect(compareWithRest(per(123), whole).verdict.verdict).toBe("higher");
    expect(compareWithRest(per(125), whole).verdict.verdict).toBe("higher");
    expect(compareWithRest(per(120), whole).verdict).toMatchObject({ verdict: "higher" });
    expect(compareWithRest(per(120, 5), { ...whole, roundedTo: 5 }).verdict.verdict).toBe("no-clear-difference");
  });
});
