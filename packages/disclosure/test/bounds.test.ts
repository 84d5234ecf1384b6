import { expect, test } from "vitest";
import { narrow } from "../src/audit/bounds.ts";

test("narrowing ends, also where sums in a circle push an unbounded count up for ever", () => {
  // a = b + 1 and b = a + 1: no table fits, and single sums alone would raise both without end.
  const [a, b, one] = [0, 1, 2];
  const bounds = { low: Float64Array.of(0, 0, 1), high: Float64Array.of(Infinity, Infinity, 1) };
  narrow(bounds, [
    { whole: a, parts: [b, one] },
    { whole: b, parts: [a, one] },
  ]);
  // What it has found by then holds: every table that fits, if there were one, would lie above it.
  expect(bounds.low[a]).toBeGreaterThan(1);
  expect(bounds.low[a]).toBeLessThan(1_000);
  expect(bounds.high[one]).toBe(1);
});
