import { describe, expect, test } from "vitest";
import { differenceOfProportions } from "../src/difference-of-proportions.ts";
import { differenceOfRates } from "../src/difference-of-rates.ts";
import { betaQuantile } from "../src/distribution/beta.ts";
import { atMost, binomial, poisson } from "../src/distribution/discrete.ts";
import { gammaQuantile } from "../src/distribution/gamma.ts";
import { normalQuantile, twoSidedP } from "../src/distribution/normal.ts";
import { twoSidedT } from "../src/distribution/student.ts";
import { poissonInterval } from "../src/poisson-interval.ts";
import { proportionInterval, type ProportionOptions } from "../src/proportion-interval.ts";
import { rateInterval } from "../src/rate-interval.ts";
import { ratioOfProportions } from "../src/ratio-of-proportions.ts";
import { ratioOfRates } from "../src/ratio-of-rates.ts";
import { limits, offBy } from "./near.ts";

describe("distributions", () => {
  test("normal: R 4.2.2", () => {
    expect(offBy(normalQuantile(0.975), 1.959963984540054)).toBeLessThan(1e-14);
    expect(offBy(normalQuantile(0.999), 3.090232306167813)).toBeLessThan(1e-14);
    expect(offBy(twoSidedP(3.090232306167813), 0.002)).toBeLessThan(1e-13);
  });

  // SciPy 1.17.1: gamma.ppf(p, shape). Around 930 the library alone is wrong in the fourth digit.
  test.each([
    [0.025, 1, 0.025317807984289876],
    [0.975, 5, 10.2415886754037],
    [0.025, 399.5, 361.28080899914056],
    [0.001, 500, 433.7395413036384],
    [0.975, 1001, 1063.952136016302],
    [0.999, 1001, 1101.6269438790305],
    [0.5, 1001, 1000.6666864072174],
    [0.975, 30_000, 30340.42187807744],
    [0.999, 1_000_000, 1003093.0823698544],
  ])("gamma: quantile %d of shape %d", (p, shape, expected) =>
    expect(offBy(gammaQuantile(p, shape), expected)).toBeLessThan(1e-8),
  );

  test("gamma: the expansion meets the library where it takes over", () => {
    for (const p of [0.001, 0.025, 0.5, 0.975, 0.999]) {
      const [before, after] = [gammaQuantile(p, 400 - 1e-9), gammaQuantile(p, 400)];
      expect(offBy(after, before)).toBeLessThan(1e-10);
    }
  });

  test("beta: SciPy 1.17.1, beta.ppf", () => {
    expect(offBy(betaQuantile(0.025, 81, 183), 0.25273674558527126)).toBeLessThan(1e-12);
    expect(offBy(betaQuantile(0.001, 100_000, 900_001), 0.09907511256652927)).toBeLessThan(1e-11);
  });

  test("Student's t: SciPy 1.17.1, t.ppf", () => {
    expect(offBy(twoSidedT(0.95, 8), 2.306004135204166)).toBeLessThan(1e-13);
    expect(offBy(twoSidedT(0.998, 9), 4.296805662729918)).toBeLessThan(1e-12);
  });

  test("binomial and Poisson: R 4.2.2, pbinom(40, 100, .3); SciPy, poisson.cdf", () => {
    expect(offBy(atMost(binomial(100, 0.3), 40), 0.987501594)).toBeLessThan(1e-8);
    expect(offBy(atMost(poisson(10), 4), 0.02925268807696107)).toBeLessThan(1e-12);
  });
});

describe("a count: PHEindicatormethods 2.1.0 and R 4.2.2", () => {
  test.each([
    [65, 0.95, 50.16318771, 82.84913854],
    [1045, 0.95, 982.5932018, 1110.331213],
    [10, 0.998, 2.916318375, 24.19372493],
    [65, 0.998, 42.88026147, 94.00029084],
  ])("Byar: %d at %d", (events, level, lower, upper) => {
    const seen = poissonInterval(events, { level });
    expect(seen.method).toBe("byar");
    expect(offBy(seen.lower, lower)).toBeLessThan(1e-9);
    expect(offBy(seen.upper, upper)).toBeLessThan(1e-9);
  });

  test.each([
    [0, 0, 3.688879],
    [1, 0.02531781, 5.571643],
    [5, 1.623486, 11.668332],
    [9, 4.115373, 17.084803],
  ])("exact: %d", (events, lower, upper) => {
    const seen = poissonInterval(events);
    expect(seen.method).toBe("exact-poisson");
    expect(offBy(seen.lower, lower)).toBeLessThan(1e-6);
    expect(offBy(seen.upper, upper)).toBeLessThan(1e-6);
  });

  test("exact, where asked, also of ten and of a thousand (SciPy)", () => {
    const ten = poissonInterval(10, { method: "exact" });
    expect(offBy(ten.lower, 4.795388696)).toBeLessThan(1e-9);
    expect(offBy(ten.upper, 18.39035604)).toBeLessThan(1e-9);
    const thousand = poissonInterval(1000, { method: "exact" });
    expect(offBy(thousand.lower, 938.9730184076952)).toBeLessThan(1e-10);
    expect(offBy(thousand.upper, 1063.952136016302)).toBeLessThan(1e-10);
  });

  test("a rate is its count per exposure", () => {
    const [lower, upper] = limits(rateInterval(65, 20_000, { per: 10_000 }));
    expect(offBy(lower, 50.16318771 / 2)).toBeLessThan(1e-9);
    expect(offBy(upper, 82.84913854 / 2)).toBeLessThan(1e-9);
  });
});

describe("a share", () => {
  const cases: readonly [number, number, ProportionOptions, number, number][] = [
    [65, 100, {}, 0.552544433, 0.736357518],
    [1045, 5000, {}, 0.197955499, 0.220491304],
    [1, 100, {}, 0.001767432, 0.054486196],
    [65, 100, { level: 0.998 }, 0.495494657, 0.778354061],
    [81, 263, {}, 0.255289, 0.36621],
    [0, 20, {}, 0, 0.161125],
    [1, 29, {}, 0.006113, 0.171755],
    [29, 29, {}, 0.88303, 1],
    // Newcombe (1998), Statistics in Medicine 17, table I, and SciPy's wilsoncc.
    [81, 263, { method: "wilson-continuity" }, 0.2535086823, 0.368176201],
    [15, 148, { method: "wilson-continuity" }, 0.0597782084, 0.1644497794],
    [0, 20, { method: "wilson-continuity" }, 0, 0.200453345],
    [1, 29, { method: "wilson-continuity" }, 0.0018026402, 0.196281751],
    [29, 29, { method: "wilson-continuity" }, 0.8543835244, 1],
    // R, and SciPy's binomtest.
    [81, 263, { method: "clopper-pearson" }, 0.252737, 0.367622],
    [0, 20, { method: "clopper-pearson" }, 0, 0.168433471],
    [29, 29, { method: "clopper-pearson" }, 0.8805551309, 1],
    [1045, 5000, { method: "clopper-pearson" }, 0.1978023958, 0.2205383514],
  ];
  test.each(cases)("%d of %d %j: PHEindicatormethods, R, SciPy", (count, total, options, lower, upper) => {
    const seen = limits(proportionInterval(count, total, options));
    expect(Math.abs(seen[0] - lower)).toBeLessThan(6e-7);
    expect(Math.abs(seen[1] - upper)).toBeLessThan(6e-7);
  });
});

describe("two of them", () => {
  // Newcombe (1998), Statistics in Medicine 17, 873–890, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
  ])("Newcombe: %d/%d − %d/%d", (a, m, b, n, lower, upper) => {
    const seen = limits(differenceOfProportions({ count: a, total: m }, { count: b, total: n }));
    expect(Math.abs(seen[0] - lower)).toBeLessThan(5.1e-5);
    expect(Math.abs(seen[1] - upper)).toBeLessThan(5.1e-5);
  });

  test("Newcombe to six digits: R 4.2.2", () => {
    const [lower, upper] = limits(differenceOfProportions({ count: 56, total: 70 }, { count: 48, total: 80 }));
    expect(offBy(lower, 0.052431)).toBeLessThan(1e-5);
    expect(offBy(upper, 0.333873)).toBeLessThan(1e-5);
  });

  test("ratio of rates: R 4.2.2", () => {
    const seen = ratioOfRates({ count: 120, exposure: 250_000 }, { count: 95, exposure: 260_000 });
    expect(seen).toMatchObject({ method: "log-ratio", level: 0.95 });
    const [lower, upper] = limits(seen);
    expect(offBy(lower, 1.00368)).toBeLessThan(1e-6);
    expect(offBy(upper, 1.719439)).toBeLessThan(1e-6);
  });

  test("ratio of shares: SciPy's relative_risk", () => {
    const [lower, upper] = limits(ratioOfProportions({ count: 56, total: 70 }, { count: 48, total: 80 }));
    expect(offBy(lower, 1.076626422763193)).toBeLessThan(1e-12);
    expect(offBy(upper, 1.651248511266387)).toBeLessThan(1e-12);
  });

  test("difference of rates: MOVER by hand in NumPy", () => {
    const [lower, upper] = limits(
      differenceOfRates({ count: 120, exposure: 250_000 }, { count: 95, exposure: 260_000 }, { per: 10_000 }),
    );
    expect(offBy(lower, -0.0087242292674381)).toBeLessThan(1e-9);
    expect(offBy(upper, 2.316545122399583)).toBeLessThan(1e-12);
  });
});
