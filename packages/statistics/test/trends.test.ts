import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trendOf, type TrendPoint } from "../src/trend.ts";
import { trendOfShares } from "../src/trend-of-shares.ts";
import { trendVerdict, verdictOfSeries } from "../src/trend-verdict.ts";
import { known } from "./near.ts";
import { poissonDraw, seeded } from "./seeded.ts";

const years = (counts: readonly number[]): readonly TrendPoint[] =>
  counts.map((count, i) => ({ year: 2015 + i, count, exposure: 100_000 }));
const halves = (counts: readonly number[]): readonly TrendPoint[] =>
  counts.map((count, i) => ({ year: 2018 + i / 2, part: 1 + (i % 2), count, exposure: 100_000 }));

const growing = [210, 195, 222, 201, 231, 215, 240, 214, 252, 229, 255, 240];

describe("a trend", () => {
  test("the other way round is the other trend", () => {
    const [there, back] = [known(trendOf(years(growing))), known(trendOf(years(growing.toReversed())))];
    expect(back.slope).toBeCloseTo(-there.slope, 10);
    expect(back.perYear.lower).toBeCloseTo(1 / there.perYear.upper, 10);
  });

  test("doesn't depend on the unit of the exposure, the year of the start, or the order of the points", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 15, max: 4000 }), { minLength: 8, maxLength: 16 }), (counts) => {
        const seen = known(trendOf(halves(counts)));
        const other = halves(counts).map((it) => ({ ...it, year: it.year - 1000, exposure: it.exposure / 1000 }));
        const again = known(trendOf(other.toReversed()));
        expect(again.slope).toBeCloseTo(seen.slope, 8);
        expect(again.standardError).toBeCloseTo(seen.standardError, 8);
      }),
    );
  });

  test("a level per half keeps a fixed pattern of halves from looking like noise or trend", () => {
    const pattern = halves([300, 200, 300, 200, 300, 200, 300, 200, 300, 200]);
    expect(known(trendOf(pattern))).toMatchObject({ dispersion: 1, slope: expect.closeTo(0, 10) });
    // Begun in the low half and ended in the high one, the same pattern seems to rise without it.
    const uneven = pattern.slice(1).map((it) => ({ ...it, part: undefined }));
    expect(known(trendOf(uneven)).dispersion).toBeGreaterThan(5);
  });

  test("follows the exposure: the same counts among more and more people fall", () => {
    const points = years([500, 500, 500, 500, 500, 500]).map((it, i) => ({ ...it, exposure: 100_000 * 1.1 ** i }));
    expect(known(trendOf(points)).perYear.estimate).toBeCloseTo(1 / 1.1, 9);
  });

  test("gaps are allowed", () => {
    const exact = years([100, 110, 121, 133, 146, 161, 177]).filter((_, i) => i !== 2 && i !== 4);
    expect(known(trendOf(exact)).perYear.estimate).toBeCloseTo(1.1, 2);
  });

  test("has its interval at any level", () => {
    const trend = known(trendOf(halves(growing), 0.8));
    expect(trend.perYear).toEqual(trend.at(0.8));
    expect(trend.at(0.95).lower).toBeLessThan(trend.perYear.lower);
  });

  test("leaves out each point in turn", () => {
    const trend = known(trendOf(halves(growing)));
    expect(trend.withoutEach).toHaveLength(12);
    const without = known(trendOf(halves(growing).toSpliced(3, 1)));
    expect(trend.withoutEach[3]).toMatchObject({ slope: without.slope, p: without.p });
  });
});

describe("a verdict on a trend", () => {
  test.each([
    [years([100, 130, 165, 210, 270, 340]), "rising", "clear"],
    [years([340, 270, 210, 165, 130, 100]), "falling", "clear"],
    [halves(growing), "rising", "tentative"],
    [halves(growing.map((count) => 500 - count)), "falling", "tentative"],
    [years([200, 190, 215, 204, 196, 209]), "no-clear-trend", "none"],
  ])("%#: %s, %s", (points, verdict, certainty) =>
    expect(verdictOfSeries(points)).toMatchObject({ verdict, certainty, points: points.length }),
  );

  test("that hangs on one point is unstable", () => {
    const jump = halves([100, 106, 109, 113, 111, 109, 112, 119, 288]);
    expect(verdictOfSeries(jump)).toMatchObject({ verdict: "unstable", certainty: "none" });
    expect(verdictOfSeries(jump.slice(0, 8))).toMatchObject({ verdict: "no-clear-trend" });
  });

  test("with a point left out that determines the line, is unstable too", () => {
    const trend = known(trendOf(years([100, 130, 165, 210, 270, 340])));
    expect(trendVerdict({ ...trend, withoutEach: trend.withoutEach.with(2, undefined) }).verdict).toBe("unstable");
    const turned = trend.withoutEach.with(2, { slope: -0.1, p: 1e-9 });
    expect(trendVerdict({ ...trend, withoutEach: turned }).verdict).toBe("unstable");
    const faint = trend.withoutEach.with(2, { slope: 0.1, p: 0.06 });
    expect(trendVerdict({ ...trend, withoutEach: faint }).verdict).toBe("unstable");
  });

  test("too few points, and too small ones, say so", () => {
    expect(verdictOfSeries([])).toEqual({ verdict: "too-few-points", reason: "too-few-points" });
    expect(verdictOfSeries(years([100, 200, 300, 400]))).toMatchObject({ reason: "too-few-points" });
    expect(verdictOfSeries(halves([100, 200, 300, 400, 500, 600, 700]))).toMatchObject({ reason: "too-few-points" });
    expect(verdictOfSeries(years([1, 3, 5, 7, 9, 11]))).toEqual({ verdict: "too-few-points", reason: "small-numbers" });
    expect(verdictOfSeries(halves([90, 0, 90, 0, 95, 0, 99, 0]))).toMatchObject({ reason: "zero-count" });
    const once = halves([90, 50, 90, 50, 95, 60, 99, 50]).map((it, i) => ({ ...it, part: i }));
    expect(verdictOfSeries(once)).toMatchObject({ reason: "too-few-points" });
    expect(verdictOfSeries(years([0, 0, 0, 0, 0, 0]))).toMatchObject({ reason: "small-numbers" });
  });

  test("without a trend, false alarms are as rare as promised, also when counts vary more than chance", () => {
    const random = seeded(9);
    const draws = 800;
    for (const extra of [0, 0.1]) {
      let [seems, is] = [0, 0];
      for (let i = 0; i < draws; i++) {
        const counts = Array.from({ length: 12 }, (_, half) =>
          poissonDraw((half % 2 ? 260 : 220) * (1 + extra * (2 * random() - 1)), random),
        );
        const seen = verdictOfSeries(halves(counts));
        if (seen.verdict === "rising" || seen.verdict === "falling") seems++;
        if ("certainty" in seen && seen.certainty === "clear") is++;
      }
      expect(seems / draws).toBeLessThan(0.06);
      expect(is / draws).toBeLessThan(0.006);
    }
  });

  test("a trend that is there is found", () => {
    const random = seeded(4);
    let found = 0;
    for (let i = 0; i < 200; i++) {
      const counts = Array.from({ length: 12 }, (_, half) => poissonDraw(400 * 1.05 ** half, random));
      if (verdictOfSeries(halves(counts)).verdict === "rising") found++;
    }
    expect(found).toBeGreaterThan(195);
  });
});

describe("a trend in shares", () => {
  test("too few groups, everybody or nobody", () => {
    const group = { count: 3, total: 9 };
    expect(trendOfShares([group, group])).toEqual({ tooLittle: "too-few-points" });
    expect(trendOfShares([group, group, { count: 0, total: 0 }])).toEqual({ tooLittle: "too-few-points" });
    const nobody = { count: 0, total: 9 };
    expect(trendOfShares([nobody, nobody, nobody])).toEqual({ tooLittle: "no-variation" });
    expect(trendOfShares([group, group, group])).toMatchObject({ direction: 0, p: 1 });
  });
});
