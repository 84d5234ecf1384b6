import { describe, expect, test } from "vitest";
import { rateBand, scoreInBand, shareBand } from "../src/band.ts";
import { benjaminiHochberg } from "../src/benjamini-hochberg.ts";
import { bonferroni } from "../src/bonferroni.ts";
import { binomial, poisson, tailLimits } from "../src/distribution/discrete.ts";
import { shareLimits } from "../src/funnel-limits.ts";
import { holm } from "../src/holm.ts";
import { overdispersion } from "../src/overdispersion.ts";
import { shrunkenRates } from "../src/shrunken-rates.ts";
import { shrunkenShares } from "../src/shrunken-shares.ts";
import { known, offBy } from "./near.ts";

describe("funnels", () => {
  test("share limits: PHEindicatormethods, population 598 around 80.642448 %", () => {
    const { lower, upper } = shareLimits(0.80642448, 598, 0.95, "score");
    expect(offBy(lower, 0.77475765)).toBeLessThan(1e-7);
    expect(offBy(upper, 0.83809131)).toBeLessThan(1e-7);
  });

  // SciPy 1.17.1: lower r − (cdf(r) − p) / pmf(r) with r = ppf(p); upper r + (sf(r − 1) − p) / pmf(r) with the last r of sf(r − 1) ≥ p.
  test.each([
    ["poisson(10)", poisson(10), 0.025, 3.7751879476884005, 17.15995067334478],
    ["binomial(100, 0.1)", binomial(100, 0.1), 0.025, 4.038059552439339, 16.771861163912682],
    ["poisson(3000.5)", poisson(3000.5), 0.001, 2832.157164268655, 3171.6950209355355],
  ])("exact limits: SciPy, %s", (_, counts, p, lower, upper) => {
    const seen = tailLimits(counts, p);
    expect(offBy(seen[0], lower)).toBeLessThan(1e-9);
    expect(offBy(seen[1], upper)).toBeLessThan(1e-9);
  });
});

describe("ordinary differences between areas", () => {
  const counts = [310, 255, 480, 122, 610, 333, 290, 405, 512, 198, 700, 260];
  const exposures = [30_000, 31_000, 45_000, 15_000, 52_000, 30_500, 33_000, 36_000, 47_000, 21_000, 58_000, 27_000];
  const stopped = [120, 95, 210, 44, 260, 150, 101, 180, 222, 77, 330, 99];

  // The formulas of Spiegelhalter (2005b) in NumPy, with its own quantile for the winsorising.
  test("rates", () => {
    const areas = counts.map((count, i) => ({ count, exposure: exposures[i]! }));
    const band = known(rateBand(areas));
    expect(offBy(band.phi, 4.1302561333724634)).toBeLessThan(1e-12);
    expect(offBy(band.tau2, 0.002375775632306029)).toBeLessThan(1e-12);
    expect(offBy(scoreInBand(band, 310, 30_000), -0.15584949)).toBeLessThan(1e-6);
    expect(offBy(scoreInBand(band, 255, 31_000), -2.06234955)).toBeLessThan(1e-8);
    expect(offBy(scoreInBand(band, 700, 58_000), 1.34985038)).toBeLessThan(1e-8);
  });

  test("shares", () => {
    const band = known(shareBand(stopped.map((count, i) => ({ count, total: counts[i]! }))));
    expect(offBy(band.phi, 1.254999261848217)).toBeLessThan(1e-12);
    expect(offBy(band.tau2, 0.00025193168189213504)).toBeLessThan(1e-10);
    expect(offBy(scoreInBand(band, 120, 310), -1.09009064)).toBeLessThan(1e-8);
    expect(offBy(scoreInBand(band, 95, 255), -1.43718068)).toBeLessThan(1e-8);
  });

  test("by hand: five scores with one standard error", () => {
    // Outer scores are drawn in to ∓2.2 and so φ = (2 · 4.84 + 2 · 1) / 5; τ² = (5 φ − 4) / (500 − 100).
    const { phi, tau2 } = overdispersion([-3, -1, 0, 1, 3], [0.1, 0.1, 0.1, 0.1, 0.1]);
    expect(offBy(phi, 2.336)).toBeLessThan(1e-12);
    expect(offBy(tau2, 0.0192)).toBeLessThan(1e-12);
  });
});

describe("many comparisons: R 4.2.2, p.adjust", () => {
  const p = [0.001, 0.008, 0.012, 0.041, 0.042, 0.06, 0.2, 0.9];
  test("Holm", () =>
    expect(holm(p).map((it) => Number(it.toFixed(6)))).toEqual([0.008, 0.056, 0.072, 0.205, 0.205, 0.205, 0.4, 0.9]));
  test("Benjamini–Hochberg", () =>
    expect(benjaminiHochberg(p).map((it) => Number(it.toFixed(6)))).toEqual([
      0.008, 0.032, 0.032, 0.0672, 0.0672, 0.08, 0.228571, 0.9,
    ]));
  test("Bonferroni", () =>
    expect(bonferroni(p).map((it) => Number(it.toFixed(6)))).toEqual([0.008, 0.064, 0.096, 0.328, 0.336, 0.48, 1, 1]));
});

describe("values drawn towards the mean", () => {
  // Marshall (1991) in NumPy: weight A / (A + m / nᵢ); limits by SciPy's gamma.ppf.
  test("rates", () => {
    const seen = known(
      shrunkenRates([
        { count: 2, exposure: 100 },
        { count: 60, exposure: 1000 },
        { count: 30, exposure: 1000 },
      ]),
    );
    const expected = [
      [0.03687454, 0.29126926, 0.01944338, 0.05979101],
      [0.05683144, 0.80429498, 0.04435782, 0.07082709],
      [0.03270259, 0.80429498, 0.02343274, 0.04349331],
    ] as const;
    for (const [i, [estimate, own, lower, upper]] of expected.entries()) {
      expect(offBy(seen[i]?.estimate, estimate)).toBeLessThan(1e-6);
      expect(offBy(seen[i]?.own, own)).toBeLessThan(1e-6);
      expect(offBy(seen[i]?.lower, lower)).toBeLessThan(1e-6);
      expect(offBy(seen[i]?.upper, upper)).toBeLessThan(1e-6);
    }
  });

  test("shares: moments in NumPy, limits by SciPy's beta.ppf", () => {
    const seen = known(
      shrunkenShares([
        { count: 2, total: 10 },
        { count: 60, total: 100 },
        { count: 30, total: 100 },
      ]),
    );
    const expected = [
      [0.27941958, 0.09182285, 0.52238087],
      [0.59228268, 0.49727277, 0.68396174],
      [0.30658242, 0.22252991, 0.39761336],
    ] as const;
    for (const [i, [estimate, lower, upper]] of expected.entries()) {
      expect(offBy(seen[i]?.estimate, estimate)).toBeLessThan(1e-6);
      expect(offBy(seen[i]?.lower, lower)).toBeLessThan(1e-6);
      expect(offBy(seen[i]?.upper, upper)).toBeLessThan(1e-6);
    }
  });
});
