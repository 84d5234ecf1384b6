import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limitsOfBand, rateBand, scoreInBand, shareBand } from "../src/band.ts";
import { benjaminiHochberg } from "../src/benjamini-hochberg.ts";
import { bonferroni } from "../src/bonferroni.ts";
import { compareWithBand } from "../src/compare-with-band.ts";
import { compareWithRest } from "../src/compare-with-rest.ts";
import { binomial, poisson } from "../src/distribution/discrete.ts";
import { twoSidedZ } from "../src/distribution/normal.ts";
import { rateLimits, shareLimits } from "../src/funnel-limits.ts";
import { holm } from "../src/holm.ts";
import { nearestAreas, type AreaTraits } from "../src/nearest-areas.ts";
import { shrunkenRates } from "../src/shrunken-rates.ts";
import { shrunkenShares } from "../src/shrunken-shares.ts";
import { known } from "./near.ts";
import { poissonDraw, seeded } from "./seeded.ts";

describe("exact funnel limits, by counting every outcome", () => {
  const chanceOutside = ({ from, chances }: ReturnType<typeof poisson>, lower: number, upper: number) => ({
    below: chances.reduce((sum, it, i) => (from + i < lower ? sum + it : sum), 0),
    above: chances.reduce((sum, it, i) => (from + i > upper ? sum + it : sum), 0),
  });

  test("an area like the target falls outside on either side in at most half of what the level leaves", () => {
    for (const expected of [0.01, 0.4, 1, 3.3, 12, 55.5, 800]) {
      const { lower, upper } = rateLimits(expected / 1000, 1000);
      const { below, above } = chanceOutside(poisson(expected), 1000 * lower, 1000 * upper);
      expect(below).toBeLessThanOrEqual(0.025 + 1e-12);
      expect(above).toBeLessThanOrEqual(0.025 + 1e-12);
    }
    for (const [n, p] of [
      [1, 0.5],
      [8, 0.1],
      [40, 0.5],
      [700, 0.93],
    ] as const) {
      const { lower, upper } = shareLimits(p, n);
      const { below, above } = chanceOutside(binomial(n, p), n * lower - 1e-9, n * upper + 1e-9);
      expect(below).toBeLessThanOrEqual(0.025 + 1e-12);
      expect(above).toBeLessThanOrEqual(0.025 + 1e-12);
    }
  });

  test("hold the target, narrow with size and with a lower level, and mirror for the other share", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.integer({ min: 1, max: 3000 }), (target, n) => {
        const [exact, less, more] = [shareLimits(target, n), shareLimits(target, n, 0.8), shareLimits(target, 25 * n)];
        expect(exact.lower <= target && target <= exact.upper).toBe(true);
        expect(exact.lower <= less.lower && less.upper <= exact.upper).toBe(true);
        expect(more.upper - more.lower).toBeLessThanOrEqual(exact.upper - exact.lower);
        const mirror = shareLimits(1 - target, n);
        expect(Math.abs(mirror.lower - (1 - exact.upper))).toBeLessThan(1e-6);
        const rates = rateLimits(target, n);
        expect(rates.lower <= target && target <= rates.upper).toBe(true);
      }),
    );
  });
});

/** Areas of very different size whose true rates differ by about 13 %, as regions do. */
function regions(seed: number, differ: number) {
  const random = seeded(seed);
  return Array.from({ length: 26 }, () => {
    const exposure = Math.round(150_000 + 1_000_000 * random() ** 2);
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return { count: poissonDraw(0.007 * exposure * Math.exp(differ * normal), random), exposure };
  });
}
const whole = (areas: readonly { readonly count: number; readonly exposure: number }[]) => ({
  count: areas.reduce((sum, { count }) => sum + count, 0),
  exposure: areas.reduce((sum, { exposure }) => sum + exposure, 0),
});

describe("the band of ordinary differences", () => {
  test("of 26 regions that truly differ, most are clearly unlike the rest and few are unusual among regions", () => {
    let [unlikeRest, unusual, tentative] = [0, 0, 0];
    for (let seed = 1; seed <= 20; seed++) {
      const areas = regions(seed, 0.13);
      const band = known(rateBand(areas));
      const all = whole(areas);
      for (const area of areas) {
        if (compareWithRest(area, all).verdict.verdict !== "no-clear-difference") unlikeRest++;
        const seen = compareWithBand(band, { count: area.count, size: area.exposure });
        if (seen.verdict === "too-little") throw new Error(seen.reason);
        if (seen.certainty === "clear") unusual++;
        if (seen.certainty === "tentative") tentative++;
      }
    }
    expect(unlikeRest / 520).toBeGreaterThan(0.7);
    expect(unusual / 520).toBeLessThan(0.03);
    expect((unusual + tentative) / 520).toBeLessThan(0.15);
  });

  test("of regions that differ by chance only, τ² is zero or next to it, and false alarms are as rare as promised", () => {
    let outside = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const areas = regions(seed, 0);
      const band = known(rateBand(areas));
      expect(Math.sqrt(band.tau2)).toBeLessThan(0.02);
      for (const { count, exposure } of areas)
        if (Math.abs(scoreInBand(band, count, exposure)) > twoSidedZ(0.95)) outside++;
    }
    expect(outside / 1040).toBeLessThan(0.08);
    expect(outside / 1040).toBeGreaterThan(0.02);
  });

  test("its edges are where the verdict changes", () => {
    const areas = regions(3, 0.13);
    for (const band of [
      known(rateBand(areas)),
      known(shareBand(areas.map(({ count, exposure }) => ({ count, total: exposure })))),
    ])
      for (const size of [2000, 90_000, 700_000]) {
        const { lower, upper } = limitsOfBand(band, size);
        const verdictAt = (count: number) => compareWithBand(band, { count, size }).verdict;
        expect(verdictAt(Math.ceil(upper * size) + 1)).toBe("higher");
        expect(verdictAt(Math.max(10, Math.ceil(lower * size)))).toBe("no-clear-difference");
        expect(verdictAt(Math.floor(upper * size))).toBe("no-clear-difference");
        const below = Math.floor(lower * size) - 1;
        expect(verdictAt(Math.max(0, below))).toBe(below < 10 ? "too-little" : "lower");
      }
  });

  test("rounding makes a verdict more careful, never bolder", () => {
    const band = known(rateBand(regions(3, 0.13)));
    const bold = { "too-little": 0, none: 0, tentative: 1, clear: 2 };
    const boldness = (it: ReturnType<typeof compareWithBand>) => bold["certainty" in it ? it.certainty : it.verdict];
    let changed = 0;
    for (let count = 10; count < 600; count += 5) {
      const exact = boldness(compareWithBand(band, { count, size: 30_000 }));
      const rounded = boldness(compareWithBand(band, { count, size: 30_000, roundedTo: 5 }));
      expect(rounded).toBeLessThanOrEqual(exact);
      if (rounded < exact) changed++;
    }
    expect(changed).toBeGreaterThan(0);
  });
});

describe("an area against the rest", () => {
  test("is never against a whole that holds it: the rest and the area make the whole", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 9000 }), fc.integer({ min: 10, max: 90_000 }), (part, others) => {
        const area = { count: part, exposure: 100_000 };
        const { rest, verdict } = compareWithRest(area, { count: part + others, exposure: 900_000 });
        expect(rest).toEqual({ count: others, exposure: 800_000 });
        if (!("tentative" in verdict)) throw new Error(verdict.verdict);
        expect(verdict.tentative.estimate).toBeCloseTo((part / others) * 8, 9);
      }),
    );
  });

  test("an area that is half of the whole is seen to differ where the whole would hide it", () => {
    const [area, all] = [
      { count: 1080, exposure: 100_000 },
      { count: 2060, exposure: 200_000 },
    ];
    expect(compareWithRest(area, all).verdict).toMatchObject({ verdict: "higher", certainty: "tentative" });
  });
});

describe("adjusted p-values", () => {
  test("keep their order, and Benjamini–Hochberg ≤ Holm ≤ Bonferroni", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 }), (p) => {
        const [loose, strict, strictest] = [benjaminiHochberg(p), holm(p), bonferroni(p)];
        for (let i = 0; i < p.length; i++) {
          expect(p[i]!).toBeLessThanOrEqual(loose[i]! + 1e-15);
          expect(loose[i]!).toBeLessThanOrEqual(strict[i]! + 1e-15);
          expect(strict[i]!).toBeLessThanOrEqual(strictest[i]! + 1e-15);
          for (let j = 0; j < i; j++)
            expect(p[i]! <= p[j]! && (strict[i]! > strict[j]! || loose[i]! > loose[j]!)).toBe(false);
        }
      }),
    );
  });
});

describe("nearest areas", () => {
  const value = fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: undefined });
  const areas: fc.Arbitrary<readonly AreaTraits[]> = fc
    .array(fc.record({ a: value, b: value, c: value }), { minLength: 3, maxLength: 12 })
    .map((traits) => traits.map((it, i) => ({ code: `R${i}`, traits: it })));

  test("units don't matter, and neither does the order in which areas are given", () => {
    fc.assert(
      fc.property(areas, (areas) => {
        const seen = nearestAreas("R0", areas, { count: 99 });
        const inGrams = areas
          .map(({ code, traits: { a, b, c } }) => ({ code, traits: { a: a === undefined ? a : a * 1024, b, c } }))
          .toReversed();
        const again = nearestAreas("R0", inGrams, { count: 99 });
        const distances = (of: typeof seen) =>
          "tooLittle" in of ? of.tooLittle : of.map(({ distance }) => distance.toPrecision(8));
        expect(distances(again)).toEqual(distances(seen));
      }),
    );
  });

  test("are nearest first, without itself, with shares that add up and the missing named", () => {
    fc.assert(
      fc.property(areas, (areas) => {
        const seen = nearestAreas("R0", areas, { count: 99, exclude: ["R1"] });
        if ("tooLittle" in seen) return;
        expect(seen.map(({ code }) => code).filter((code) => code === "R0" || code === "R1")).toEqual([]);
        for (const [i, near] of seen.entries()) {
          expect(near.distance).toBeGreaterThanOrEqual(seen[i - 1]?.distance ?? 0);
          const shares = Object.values(near.contributions).reduce((sum, { share }) => sum + share, 0);
          expect(near.distance === 0 ? shares : Math.abs(shares - 1)).toBeLessThan(1e-9);
          expect(near.missing.some((trait) => trait in near.contributions)).toBe(false);
        }
      }),
    );
  });

  const three: readonly AreaTraits[] = [
    { code: "A", traits: { density: 500, young: 0.2 } },
    { code: "B", traits: { density: 5000, young: 0.2 } },
    { code: "C", traits: { density: 600, young: 0.26 } },
    { code: "D", traits: { density: 700 } },
  ];

  test("weights change who is nearest, and 0 leaves a trait out", () => {
    const first = (weights: Readonly<Record<string, number>>) =>
      known(nearestAreas("A", three.slice(0, 3), { weights }))[0];
    expect(first({ young: 0 })?.code).toBe("C");
    expect(first({ density: 0 })?.code).toBe("B");
    expect(Object.keys(first({ density: 0 })?.contributions ?? {})).toEqual(["young"]);
  });

  test("a missing trait makes an area neither nearer nor farther, but too many leave it out", () => {
    const near = known(nearestAreas("A", three)).find(({ code }) => code === "D");
    expect(near?.missing).toEqual(["young"]);
    expect(near?.distance).toBeCloseTo(near?.contributions["density"]?.apart ?? 0, 12);
    const heavy = known(nearestAreas("A", three, { weights: { young: 3 } }));
    expect(heavy.map(({ code }) => code)).not.toContain("D");
  });

  test("a contribution says which way and how far", () => {
    // The densities 500, 5000, 600, 700 have a standard deviation of 2201.5.
    const near = known(nearestAreas("A", three)).find(({ code }) => code === "B");
    expect(near?.contributions["density"]?.apart).toBeCloseTo(4500 / 2201.5146, 5);
    expect(near?.contributions["density"]?.share).toBe(1);
  });

  test("no trait in which areas differ", () => {
    // The mean of three times 0.1 isn't 0.1 in floating point.
    const same = three.slice(0, 3).map(({ code }) => ({ code, traits: { x: 0.1 } }));
    expect(nearestAreas("A", same)).toEqual({ tooLittle: "no-variation" });
  });
});

describe("values drawn towards the mean", () => {
  const rates = fc.array(fc.record({ count: fc.nat(300), exposure: fc.integer({ min: 1, max: 100_000 }) }), {
    minLength: 3,
    maxLength: 30,
  });
  test("lie between an area's own value and the mean, the nearer to its own the larger it is", () => {
    fc.assert(
      fc.property(rates, (areas) => {
        const seen = shrunkenRates(areas);
        if ("tooLittle" in seen) return;
        const { count, exposure } = whole(areas);
        const mean = count / exposure;
        for (const [i, area] of areas.entries()) {
          const [own, it] = [area.count / area.exposure, seen[i]!];
          expect(it.estimate).toBeGreaterThanOrEqual(Math.min(own, mean) * (1 - 1e-9));
          expect(it.estimate).toBeLessThanOrEqual(Math.max(own, mean) * (1 + 1e-9));
          expect(it.lower <= it.estimate && it.estimate <= it.upper).toBe(true);
          expect(areas.some((other, j) => other.exposure <= area.exposure && seen[j]!.own > it.own)).toBe(false);
        }
      }),
    );
  });
  test("so do shares", () => {
    fc.assert(
      fc.property(rates, (areas) => {
        const shares = areas.map(({ count, exposure }) => ({ count, total: count + (exposure % 400) }));
        const seen = shrunkenShares(shares);
        if ("tooLittle" in seen) return;
        for (const it of seen) {
          expect(it.lower <= it.estimate && it.estimate <= it.upper).toBe(true);
          expect(it.lower >= 0 && it.upper <= 1 && it.own >= 0 && it.own <= 1).toBe(true);
        }
      }),
    );
  });
  test("are nearer to the truth than raw rates of small areas", () => {
    const random = seeded(11);
    const truths = Array.from({ length: 200 }, () => 0.01 * (0.6 + 0.8 * random()));
    const areas = truths.map((truth) => ({ count: poissonDraw(truth * 1500, random), exposure: 1500 }));
    const seen = known(shrunkenRates(areas));
    const error = (of: (i: number) => number) => truths.reduce((sum, truth, i) => sum + (of(i) - truth) ** 2, 0);
    expect(error((i) => seen[i]!.estimate)).toBeLessThan(0.7 * error((i) => areas[i]!.count / 1500));
  });
});
