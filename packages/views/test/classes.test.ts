import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classBounds, classOf } from "../src/classes.ts";

/** Values as figures have them: shares and rates with one decimal, or counts. */
const values = fc.oneof(
  fc.array(
    fc.integer({ min: -1000, max: 1000 }).map((it) => it / 10),
    { minLength: 1, maxLength: 30 },
  ),
  fc.array(fc.nat(100_000), { minLength: 1, maxLength: 30 }),
);
const all = (check: (values: number[], bounds: number[]) => void, examples: [number[]][] = []): void =>
  fc.assert(
    fc.property(values, (it) => {
      check(it, classBounds(it));
    }),
    { numRuns: 500, examples },
  );

describe("the classes of a map", () => {
  test("are none when all values are the same, or there is one value or none", () => {
    expect(classBounds([])).toEqual([]);
    expect(classBounds([5])).toEqual([]);
    expect(classBounds([5, 5, 5])).toEqual([]);
  });

  test("have round bounds: 20, 30, 40", () => {
    expect(classBounds([12, 23.5, 35, 48])).toEqual([20, 30, 40]);
  });

  test("have bounds that rise, each above the lowest value and at most the highest", () => {
    all(
      (it, bounds) => {
        const [low, high] = [Math.min(...it), Math.max(...it)];
        for (const bound of bounds) expect(low < bound && bound <= high, `${low} < ${bound} <= ${high}`).toBe(true);
        bounds.slice(1).forEach((bound, i) => expect(bound).toBeGreaterThan(bounds[i]!));
      },
      [[[0.6, 0.7]]],
    );
  });

  test("are equally wide", () => {
    all((_, bounds) => {
      const steps = bounds.slice(1).map((bound, i) => bound - bounds[i]!);
      for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 6);
    });
  });

  test("are at most four", () => {
    all(
      (_, bounds) => {
        expect(bounds.length + 1).toBeLessThanOrEqual(4);
      },
      [[[0.5, 4.5]]],
    );
  });

  test("are at least two when values differ: the lowest and the highest are told apart", () => {
    all(
      (it, bounds) => {
        const [low, high] = [Math.min(...it), Math.max(...it)];
        const apart = classOf(low, bounds) < classOf(high, bounds);
        expect(apart).toBe(low < high);
      },
      [[[0.3, 0.3000001]], [[1, 1.9]]],
    );
  });

  test("put each value in the class whose bounds hold it", () => {
    all((it, bounds) => {
      for (const value of it) {
        const at = classOf(value, bounds);
        expect(value >= (bounds[at - 1] ?? Number.NEGATIVE_INFINITY)).toBe(true);
        expect(value < (bounds[at] ?? Number.POSITIVE_INFINITY)).toBe(true);
      }
    });
  });
});
