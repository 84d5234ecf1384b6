import { describe, expect, test } from "vitest";
import { fitLogLinear } from "../src/log-linear.ts";
import { mcnemar } from "../src/mcnemar.ts";
import { pairedChange } from "../src/paired-change.ts";
import { trendOfShares } from "../src/trend-of-shares.ts";
import { trendOf, type TrendPoint } from "../src/trend.ts";
import { known, limits, offBy } from "./near.ts";

const counts = [210, 195, 222, 201, 231, 215, 240, 214, 252, 229, 255, 240];
const series: readonly TrendPoint[] = counts.map((count, i) => ({
  year: 2019 + i / 2,
  part: 1 + (i % 2),
  count,
  exposure: 400_000 + 1000 * i,
}));

describe("twelve half-years: R 4.2.2, glm(family = quasipoisson)", () => {
  test("coefficients, deviance and Pearson's sum, per half-year", () => {
    const fit = fitLogLinear(
      series.map(({ count, exposure }, i) => ({ count, exposure, columns: [1, i, 1 - (i % 2)] })),
    );
    expect(offBy(fit?.coefficients[1], 0.0175878715881)).toBeLessThan(1e-11);
    expect(offBy(fit?.coefficients[2], 0.1059042260782)).toBeLessThan(1e-11);
    // Standard errors depend on where the rounds stop; R does at a step of 1e-8.
    expect(offBy(Math.sqrt(fit?.variances[1] ?? 0), 0.00563864280115)).toBeLessThan(1e-8);
    expect(offBy(fit?.deviance, 0.393375506546)).toBeLessThan(1e-10);
    expect(offBy(fit?.pearson, 0.39247568762)).toBeLessThan(1e-10);
    expect(fit?.df).toBe(9);
  });

  test("the trend is per year, and doesn't boast of less than chance", () => {
    const trend = known(trendOf(series));
    expect(offBy(trend.slope, 2 * 0.0175878715881)).toBeLessThan(1e-11);
    expect(offBy(trend.standardError, 2 * 0.00563864280115)).toBeLessThan(1e-8);
    expect(offBy(trend.slope / trend.standardError, 3.119168)).toBeLessThan(1e-6);
    expect(offBy(100 * (trend.perYear.estimate - 1), 3.580172789)).toBeLessThan(1e-9);
    expect(trend.dispersion).toBe(1);
  });

  // The same regression written apart in NumPy, with SciPy's t.
  test("ten half-years that go up and down", () => {
    const points = [310, 280, 335, 290, 402, 330, 395, 341, 460, 352].map((count, i) => ({
      year: 2020 + i / 2,
      part: 1 + (i % 2),
      count,
      exposure: 40_000 + 100 * i,
    }));
    const trend = known(trendOf(points, 0.998));
    expect(offBy(trend.slope, 0.0746733162003)).toBeLessThan(1e-10);
    expect(offBy(trend.standardError, 0.0120102114042)).toBeLessThan(1e-9);
    expect(offBy(trend.perYear.lower, 1.0173497648)).toBeLessThan(1e-9);
    expect(offBy(trend.perYear.upper, 1.14127454095)).toBeLessThan(1e-9);
    expect(offBy(trend.p, 0.000437743292173)).toBeLessThan(1e-7);
  });
});

describe("shares in a row", () => {
  test("Cochran–Armitage: R 4.2.2, prop.trend.test", () => {
    const seen = known(
      trendOfShares([
        { count: 83, total: 86 },
        { count: 90, total: 93 },
        { count: 129, total: 136 },
        { count: 70, total: 82 },
      ]),
    );
    expect(offBy(seen.chiSquare, 8.224922285)).toBeLessThan(1e-9);
    expect(offBy(seen.p, 0.00413189748)).toBeLessThan(1e-8);
  });
});

describe("the same people twice", () => {
  const pairs = { total: 120, lost: 5, gained: 15 };
  test("McNemar: R 4.2.2", () => {
    expect(offBy(mcnemar(pairs), 0.041389465)).toBeLessThan(1e-8);
    expect(offBy(mcnemar(pairs, "chi-square"), 0.025347319)).toBeLessThan(1e-7);
    expect(offBy(mcnemar(pairs, "corrected"), 0.044171345)).toBeLessThan(1e-7);
  });

  test("Wald: R 4.2.2", () => {
    const [lower, upper] = limits(pairedChange(pairs, { method: "wald-paired" }));
    expect(lower).toBeCloseTo(0.011828, 6);
    expect(upper).toBeCloseTo(0.154839, 6);
  });

  test("Bonett–Price: the example of statpsych's ci.prop.ps", () => {
    const [lower, upper] = limits(pairedChange({ total: 48, lost: 4, gained: 26 }));
    expect(lower).toBeCloseTo(0.2548067, 7);
    expect(upper).toBeCloseTo(0.6251933, 7);
  });
});
