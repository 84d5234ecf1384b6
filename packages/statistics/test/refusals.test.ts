import { describe, expect, test } from "vitest";
import { rateBand, scoreInBand, shareBand, limitsOfBand } from "../src/band.ts";
import { benjaminiHochberg } from "../src/benjamini-hochberg.ts";
import { comparePercentages } from "../src/compare-percentages.ts";
import { compareWithRest } from "../src/compare-with-rest.ts";
import { binomial, poisson } from "../src/distribution/discrete.ts";
import { rateLimits, shareLimits } from "../src/funnel-limits.ts";
import { holm } from "../src/holm.ts";
import { mcnemar } from "../src/mcnemar.ts";
import { nearestAreas } from "../src/nearest-areas.ts";
import { overdispersion } from "../src/overdispersion.ts";
import { pairedChange } from "../src/paired-change.ts";
import { pairedChangeFromShares } from "../src/paired-change-from-shares.ts";
import { poissonInterval } from "../src/poisson-interval.ts";
import { proportionInterval } from "../src/proportion-interval.ts";
import { rateInterval } from "../src/rate-interval.ts";
import { ratioOfProportions } from "../src/ratio-of-proportions.ts";
import { ratioOfRates } from "../src/ratio-of-rates.ts";
import { possibleCounts } from "../src/rounded-counts.ts";
import { shrunkenRates } from "../src/shrunken-rates.ts";
import { shrunkenShares } from "../src/shrunken-shares.ts";
import { enoughForVerdict } from "../src/small-numbers.ts";
import { trendOf } from "../src/trend.ts";
import { known } from "./near.ts";

const band = { of: "rates", target: 0.01, phi: 1, tau2: 0, areas: 12 } as const;
const broken: readonly [string, () => unknown][] = [
  ["NaN events", () => poissonInterval(Number.NaN)],
  ["half an event", () => poissonInterval(1.5)],
  ["fewer than no events", () => poissonInterval(-1)],
  ["more events than can be told apart", () => poissonInterval(2 ** 60)],
  ["a level of 1", () => poissonInterval(3, { level: 1 })],
  ["a level of 95", () => poissonInterval(3, { level: 95 })],
  ["a negative exposure", () => rateInterval(3, -1)],
  ["an endless exposure", () => rateInterval(3, Infinity)],
  ["a part larger than its whole", () => proportionInterval(5, 4)],
  ["NaN of a total", () => proportionInterval(0, Number.NaN)],
  ["a broken exposure in a ratio", () => ratioOfRates({ count: 1, exposure: Number.NaN }, { count: 1, exposure: 1 })],
  ["a broken share in a ratio", () => ratioOfProportions({ count: 2, total: 1 }, { count: 1, total: 1 })],
  ["a target above 1", () => shareLimits(1.2, 10)],
  ["a NaN target", () => rateLimits(Number.NaN, 10)],
  ["a mean without end", () => poisson(Infinity)],
  ["half a person", () => binomial(2.5, 0.5)],
  ["a chance above 1", () => binomial(2, 1.5)],
  ["unequal numbers of scores and errors", () => overdispersion([1, 2], [1])],
  ["a NaN score", () => overdispersion([1, Number.NaN], [1, 1])],
  ["a standard error of 0", () => overdispersion([1, 2], [1, 0])],
  ["a place in the band of nobody", () => scoreInBand(band, 0, 0)],
  ["edges of the band for nobody", () => limitsOfBand(band, 0)],
  ["a NaN count among areas", () => rateBand([{ count: Number.NaN, exposure: 1 }])],
  ["a share above 1 among areas", () => shareBand([{ count: 2, total: 1 }])],
  ["an area larger than the whole", () => compareWithRest({ count: 5, exposure: 9 }, { count: 4, exposure: 10 })],
  ["an area with more people", () => compareWithRest({ count: 5, exposure: 19 }, { count: 40, exposure: 10 })],
  ["more changes than people", () => pairedChange({ total: 3, lost: 2, gained: 2 })],
  ["more changes than people in a test", () => mcnemar({ total: 3, lost: 2, gained: 2 })],
  ["more people before than there are", () => pairedChangeFromShares({ total: 3, before: 4, after: 1 })],
  ["a p-value above 1", () => holm([0.1, 1.1])],
  ["a single p-value above 1", () => holm([1.1])],
  ["a NaN p-value", () => benjaminiHochberg([Number.NaN])],
  ["a count that isn't a multiple", () => possibleCounts({ count: 7, roundedTo: 5 })],
  ["a base of 0", () => possibleCounts({ count: 0, roundedTo: 0 })],
  [
    "a NaN percentage",
    () => comparePercentages({ percentage: Number.NaN, decimals: 0 }, { percentage: 1, decimals: 0 }),
  ],
  ["half a decimal", () => comparePercentages({ percentage: 1, decimals: 0.5 }, { percentage: 1, decimals: 0 })],
  ["an unknown area", () => nearestAreas("Z", [{ code: "A", traits: {} }])],
  ["a NaN trait", () => nearestAreas("A", [{ code: "A", traits: { x: Number.NaN } }])],
  [
    "a weight for a trait that nobody has",
    () => nearestAreas("A", [{ code: "A", traits: { x: 1 } }], { weights: { y: 1 } }),
  ],
  ["a negative weight", () => nearestAreas("A", [{ code: "A", traits: { x: 1 } }], { weights: { x: -1 } })],
  ["events without exposure", () => shrunkenRates([{ count: 3, exposure: 0 }])],
  ["a share above 1 to shrink", () => shrunkenShares([{ count: 3, total: 2 }])],
  ["a NaN count in a rule", () => enoughForVerdict([Number.NaN])],
  ["a point of a trend without exposure", () => trendOf([{ year: 2020, count: 3, exposure: 0 }])],
  ["two points at one moment", () => trendOf([1, 2].map((count) => ({ year: 2020, count, exposure: 1 })))],
];

describe("what can't be a figure is refused", () => {
  test.each(broken)("%s", (_, call) => expect(call).toThrow(RangeError));
});

describe("what can be one, has an answer", () => {
  test("zero", () => {
    expect(poissonInterval(0).lower).toBe(0);
    expect(proportionInterval(0, 3)).toMatchObject({ estimate: 0, lower: 0 });
    expect(rateLimits(0, 10).lower).toBe(0);
    expect(shareLimits(0, 10)).toMatchObject({ target: 0, lower: 0 });
    expect(shareLimits(1, 10)).toMatchObject({ target: 1, upper: 1 });
    expect(shareLimits(0.3, 0)).toMatchObject({ lower: 0, upper: 1 });
    expect(rateLimits(0.3, 0)).toMatchObject({ lower: 0, upper: Infinity });
    expect(mcnemar({ total: 0, lost: 0, gained: 0 })).toBe(1);
    expect([holm([]), benjaminiHochberg([])]).toEqual([[], []]);
  });

  test("nothing to divide by", () => {
    const none = { tooLittle: "no-denominator" };
    expect(rateInterval(3, 0)).toEqual(none);
    expect(proportionInterval(0, 0)).toEqual(none);
    expect(ratioOfRates({ count: 3, exposure: 0 }, { count: 3, exposure: 1 })).toEqual(none);
    expect(ratioOfProportions({ count: 0, total: 0 }, { count: 3, total: 3 })).toEqual(none);
    expect(pairedChange({ total: 0, lost: 0, gained: 0 })).toEqual(none);
    expect(pairedChangeFromShares({ total: 0, before: 0, after: 0 })).toEqual(none);
  });

  test("a zero in a ratio", () => {
    expect(ratioOfRates({ count: 0, exposure: 1 }, { count: 3, exposure: 1 })).toEqual({ tooLittle: "zero-count" });
    expect(ratioOfProportions({ count: 2, total: 3 }, { count: 0, total: 3 })).toEqual({ tooLittle: "zero-count" });
  });

  test("everybody in both", () =>
    expect(ratioOfProportions({ count: 3, total: 3 }, { count: 5, total: 5 })).toMatchObject({ lower: 1, upper: 1 }));

  test("limits stay where a figure can be", () => {
    expect(poissonInterval(1, { method: "byar", level: 0.998 }).lower).toBe(0);
    for (const method of ["bonett-price", "wald-paired"] as const) {
      expect(pairedChange({ total: 10, lost: 9, gained: 0 }, { method, level: 0.998 })).toMatchObject({ lower: -1 });
      expect(pairedChange({ total: 10, lost: 0, gained: 9 }, { method, level: 0.998 })).toMatchObject({ upper: 1 });
      expect(pairedChange({ total: 900, lost: 900, gained: 0 }, { method, level: 0.1 })).toMatchObject({ lower: -1 });
    }
  });

  test("a thousand million", () => {
    const many = poissonInterval(1e9);
    expect(many.lower / 1e9).toBeCloseTo(1 - 1.96 / Math.sqrt(1e9), 7);
    const exact = poissonInterval(1e9, { method: "exact" });
    expect(exact.upper / many.upper).toBeCloseTo(1, 9);
    const half = known(proportionInterval(5e8, 1e9, { method: "clopper-pearson" }));
    expect(half.upper - half.lower).toBeCloseTo((2 * 1.96 * 0.5) / Math.sqrt(1e9), 8);
  });

  test("too few areas, and areas that don't differ", () => {
    const same = Array.from({ length: 12 }, () => ({ count: 100, exposure: 1000 }));
    expect(rateBand(same.slice(0, 9))).toEqual({ tooLittle: "too-few-areas" });
    expect(rateBand(same)).toMatchObject({ phi: 0, tau2: 0 });
    expect(rateBand(same.map((it) => ({ ...it, count: 0 })))).toEqual({ tooLittle: "zero-count" });
    const everybody = Array.from({ length: 12 }, () => ({ count: 10, total: 10 }));
    expect(shareBand(everybody)).toEqual({ tooLittle: "no-variation" });
    expect(shrunkenRates(same)).toMatchObject([
      { estimate: 0.1, lower: 0.1, upper: 0.1, own: 0 },
      ...same.slice(1).map(() => ({})),
    ]);
    expect(shrunkenRates(same.slice(0, 2))).toEqual({ tooLittle: "too-few-areas" });
    expect(shrunkenShares(everybody)).toEqual({ tooLittle: "no-variation" });
  });
});
