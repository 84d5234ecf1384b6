import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceOfProportions } from "../src/difference-of-proportions.ts";
import { differenceOfRates } from "../src/difference-of-rates.ts";
import { binomial, poisson } from "../src/distribution/discrete.ts";
import { pairedChange } from "../src/paired-change.ts";
import { pairedChangeFromShares } from "../src/paired-change-from-shares.ts";
import { poissonInterval } from "../src/poisson-interval.ts";
import { proportionInterval } from "../src/proportion-interval.ts";
import { ratioOfProportions } from "../src/ratio-of-proportions.ts";
import { ratioOfRates } from "../src/ratio-of-rates.ts";
import { isEstimate, type Estimate, type Outcome } from "../src/result.ts";
import { overRounding, possibleCounts } from "../src/rounded-counts.ts";
import { known } from "./near.ts";

const count = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 2_000_000 }));
const exposure = fc.double({ min: 0.5, max: 1e8, noNaN: true });
const rate = fc.record({ count, exposure });
const share = fc
  .oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 2_000_000 }))
  .chain((total) => fc.record({ count: fc.integer({ min: 0, max: total }), total: fc.constant(total) }));
const level = fc.constantFrom(0.5, 0.8, 0.95, 0.998);
const shareMethod = fc.constantFrom("wilson", "wilson-continuity", "clopper-pearson" as const);
const pairs = fc
  .record({ same: fc.nat(500), lost: fc.nat(50), gained: fc.nat(50) })
  .map(({ same, lost, gained }) => ({ total: 1 + same + lost + gained, lost, gained }));

/** Every interval there is, of something. */
const anything: fc.Arbitrary<(level: number) => Outcome> = fc.oneof(
  fc.tuple(count, fc.constantFrom("exact", "byar", undefined)).map(
    ([x, method]) =>
      (level: number) =>
        poissonInterval(x, { level, method }),
  ),
  fc.tuple(share, shareMethod).map(
    ([{ count, total }, method]) =>
      (level: number) =>
        proportionInterval(count, total, { level, method }),
  ),
  fc.tuple(share, share).map(
    ([a, b]) =>
      (level: number) =>
        differenceOfProportions(a, b, { level }),
  ),
  fc.tuple(share, share).map(
    ([a, b]) =>
      (level: number) =>
        ratioOfProportions(a, b, { level }),
  ),
  fc.tuple(rate, rate).map(
    ([a, b]) =>
      (level: number) =>
        ratioOfRates(a, b, { level }),
  ),
  fc.tuple(rate, rate).map(
    ([a, b]) =>
      (level: number) =>
        differenceOfRates(a, b, { level }),
  ),
  fc.tuple(pairs, fc.constantFrom("bonett-price", "wald-paired" as const)).map(
    ([it, method]) =>
      (level: number) =>
        pairedChange(it, { level, method }),
  ),
);

const width = ({ lower, upper }: Estimate): number => upper - lower;
const nearly = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1e-9, Math.abs(a), Math.abs(b));

describe("every interval", () => {
  test("contains its estimate, has finite limits, and names its level", () => {
    fc.assert(
      fc.property(anything, level, (of, level) => {
        const seen = of(level);
        if (!isEstimate(seen)) return;
        expect([seen.lower, seen.estimate, seen.upper].every(Number.isFinite)).toBe(true);
        const slack = 1e-12 * Math.abs(seen.estimate);
        expect(seen.lower).toBeLessThanOrEqual(seen.estimate + slack);
        expect(seen.upper).toBeGreaterThanOrEqual(seen.estimate - slack);
        expect(seen.level).toBe(level);
      }),
      { numRuns: 1000 },
    );
  });

  test("is no narrower when it must be surer", () => {
    fc.assert(
      fc.property(anything, (of) => {
        const [tentative, clear] = [of(0.95), of(0.998)];
        if (!isEstimate(tentative) || !isEstimate(clear)) return;
        const slack = 1e-9 * Math.max(Math.abs(tentative.upper), Math.abs(tentative.lower));
        expect(clear.lower).toBeLessThanOrEqual(tentative.lower + slack);
        expect(clear.upper).toBeGreaterThanOrEqual(tentative.upper - slack);
      }),
      { numRuns: 500 },
    );
  });
});

describe("more of the same makes intervals narrower", () => {
  const times = fc.integer({ min: 2, max: 50 });
  test("shares", () => {
    fc.assert(
      fc.property(share, times, shareMethod, ({ count, total }, k, method) => {
        const few = known(proportionInterval(count, total, { method }));
        expect(width(known(proportionInterval(k * count, k * total, { method })))).toBeLessThan(width(few));
      }),
    );
  });
  test("rates, in parts of the rate", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        times,
        fc.constantFrom("exact", "byar" as const),
        (x, k, method) => {
          const [few, many] = [poissonInterval(x, { method }), poissonInterval(k * x, { method })];
          expect(width(many) / many.estimate).toBeLessThan(width(few) / few.estimate);
        },
      ),
    );
  });
});

describe("swapping two sides", () => {
  test("turns a difference round", () => {
    fc.assert(
      fc.property(share, share, rate, rate, (a, b, c, d) => {
        const both = [
          [known(differenceOfProportions(a, b)), known(differenceOfProportions(b, a))],
          [known(differenceOfRates(c, d)), known(differenceOfRates(d, c))],
        ] as const;
        for (const [there, back] of both) {
          expect(nearly(there.lower, -back.upper)).toBe(true);
          expect(nearly(there.upper, -back.lower)).toBe(true);
        }
      }),
    );
  });
  test("turns a ratio upside down", () => {
    const some = rate.filter((it) => it.count > 0);
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [there, back] = [known(ratioOfRates(a, b)), known(ratioOfRates(b, a))];
        expect(nearly(there.lower, 1 / back.upper)).toBe(true);
        expect(nearly(there.upper, 1 / back.lower)).toBe(true);
      }),
    );
  });
  test("of yes and no turns a share round", () => {
    fc.assert(
      fc.property(share, shareMethod, ({ count, total }, method) => {
        const yes = known(proportionInterval(count, total, { method }));
        const no = known(proportionInterval(total - count, total, { method }));
        expect(Math.abs(yes.lower - (1 - no.upper))).toBeLessThan(1e-12);
        expect(Math.abs(yes.upper - (1 - no.lower))).toBeLessThan(1e-12);
      }),
    );
  });
});

describe("limits rise with the count", () => {
  test("of events, also where the method changes from exact to Byar", () => {
    for (let x = 0; x < 60; x++) {
      const [here, next] = [poissonInterval(x), poissonInterval(x + 1)];
      expect(next.lower).toBeGreaterThan(here.lower);
      expect(next.upper).toBeGreaterThan(here.upper);
    }
  });
  test("of a share", () => {
    for (const method of ["wilson", "wilson-continuity", "clopper-pearson"] as const)
      for (let x = 0; x < 29; x++) {
        const here = known(proportionInterval(x, 29, { method }));
        const next = known(proportionInterval(x + 1, 29, { method }));
        expect(next.lower).toBeGreaterThanOrEqual(here.lower);
        expect(next.upper).toBeGreaterThanOrEqual(here.upper);
      }
  });
});

describe("an interval covers the truth as often as it says, by counting every outcome", () => {
  const truths = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
  const covers = (n: number, p: number, method: "wilson" | "clopper-pearson"): number => {
    const { from, chances } = binomial(n, p);
    return chances.reduce((sum, chance, i) => {
      const { lower, upper } = known(proportionInterval(from + i, n, { method }));
      return lower <= p && p <= upper ? sum + chance : sum;
    }, 0);
  };
  test.each([5, 12, 30])("Clopper–Pearson never less than 95 %% of %i", (n) => {
    for (const p of truths) expect(covers(n, p, "clopper-pearson")).toBeGreaterThanOrEqual(0.95 - 1e-12);
  });
  test.each([12, 30, 60])("Wilson about 95 %% of %i on average, and never under 83 %%", (n) => {
    const coverage = truths.map((p) => covers(n, p, "wilson"));
    const mean = coverage.reduce((sum, it) => sum + it, 0) / coverage.length;
    expect(Math.abs(mean - 0.95)).toBeLessThan(0.01);
    expect(Math.min(...coverage)).toBeGreaterThan(0.83);
  });
  test("exact Poisson never less than 95 %, and exact below ten with Byar above hardly less", () => {
    for (let mean = 0.05; mean < 40; mean += 0.35) {
      const { from, chances } = poisson(mean);
      const covered = (method: "exact" | undefined): number =>
        chances.reduce((sum, chance, i) => {
          const { lower, upper } = poissonInterval(from + i, { method });
          return lower <= mean && mean <= upper ? sum + chance : sum;
        }, 0);
      expect(covered("exact")).toBeGreaterThanOrEqual(0.95 - 1e-12);
      expect(covered(undefined)).toBeGreaterThan(0.945);
    }
  });
});

describe("rounding", () => {
  const base = fc.constantFrom(1, 3, 5, 10);
  test("the counts that a published one can stand for are all that round to it", () => {
    fc.assert(
      fc.property(fc.nat(5000), base, (x, roundedTo) => {
        const [lower, upper] = possibleCounts({ count: Math.round(x / roundedTo) * roundedTo, roundedTo });
        expect(lower <= x && x <= upper).toBe(true);
      }),
    );
  });
  test("a widened interval holds that of every count that may have been", () => {
    const published = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }));
    fc.assert(
      fc.property(published, ([i, j]) => {
        const [a, b] = [5 * i, 5 * j];
        const ratio = (x = 0, y = 0): Outcome => ratioOfRates({ count: x, exposure: 9e4 }, { count: y, exposure: 7e4 });
        const both = [
          { count: a, roundedTo: 5 },
          { count: b, roundedTo: 5 },
        ];
        const widened = known(overRounding(both, ([x, y]) => ratio(x, y)));
        expect(widened.estimate).toBe(known(ratio(a, b)).estimate);
        for (let x = a - 2; x <= a + 2; x++)
          for (let y = b - 2; y <= b + 2; y++) {
            const { lower, upper } = known(ratio(x, y));
            expect(lower).toBeGreaterThanOrEqual(widened.lower);
            expect(upper).toBeLessThanOrEqual(widened.upper);
          }
      }),
    );
  });
  test("the same for the difference of two shares, each of two rounded numbers", () => {
    const published = fc
      .tuple(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 2, max: 40 }))
      .map(([x, more]) => ({ count: 5 * x, total: 5 * (x + more) }));
    fc.assert(
      fc.property(
        published,
        published,
        fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 4, maxLength: 4 }),
        (a, b, off) => {
          const difference = ([x = 0, n = 0, y = 0, m = 0]: readonly number[]): Outcome =>
            differenceOfProportions({ count: x, total: n }, { count: y, total: m });
          const counts = [a.count, a.total, b.count, b.total];
          const widened = known(
            overRounding(
              counts.map((it) => ({ count: it, roundedTo: 5 })),
              difference,
            ),
          );
          const truth = known(difference(counts.map((it, i) => it + off[i]!)));
          expect(truth.lower).toBeGreaterThanOrEqual(widened.lower - 1e-12);
          expect(truth.upper).toBeLessThanOrEqual(widened.upper + 1e-12);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("the same people, of whom only the totals are known", () => {
  test("the interval of whoever changed lies between the bounds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.nat(60), fc.nat(60), (total, x, y, z) => {
        const [before, after] = [x % (total + 1), y % (total + 1)];
        const bounds = known(pairedChangeFromShares({ total, before, after }));
        const [fewest, most] = [Math.max(0, before - after), Math.min(before, total - after)];
        const lost = fewest + (z % (most - fewest + 1));
        const seen = known(pairedChange({ total, lost, gained: after - before + lost }));
        expect(seen.lower).toBeGreaterThanOrEqual(bounds.widest.lower - 1e-12);
        expect(seen.upper).toBeLessThanOrEqual(bounds.widest.upper + 1e-12);
        expect(seen.lower).toBeLessThanOrEqual(bounds.narrowest.lower + 1e-12);
        expect(seen.upper).toBeGreaterThanOrEqual(bounds.narrowest.upper - 1e-12);
      }),
    );
  });
});
