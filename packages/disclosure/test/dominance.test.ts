import { expect, test } from "vitest";
import { isConcentrated, upperProtection } from "../src/dominance.ts";

// Examples of the Handbook on Statistical Disclosure Control, 4.2.
test("two contributors of nearly half each: safe by 10 %, unsafe by the matching (2,k) rule, which protects too much", () => {
  const it = { total: 110_000, largest: [52_000, 50_000] };
  expect(isConcentrated(it, { rule: "p", p: 10 })).toBe(false);
  expect(isConcentrated(it, { rule: "n-k", n: 2, k: 90.9 })).toBe(true);
});

test("one contributor of 300 in a total of 330: the bound for (1,85) lies at 352.94", () => {
  const it = { total: 330, largest: [300, 20, 10] };
  const rule = { rule: "n-k", n: 1, k: 85 } as const;
  expect(isConcentrated(it, rule)).toBe(true);
  expect(it.total + upperProtection(it, rule)).toBeCloseTo(352.94, 2);
});

test("with sampling weights the total is the weighted one, the largest are not: 4 × 100 + 7 × 10 = 470", () => {
  const it = { total: 4 * 100 + 7 * 10, largest: [100, 10] };
  expect(it.total).toBe(470);
  expect(isConcentrated(it, { rule: "n-k", n: 1, k: 85 })).toBe(false);
  expect(isConcentrated({ total: 110, largest: [100, 10] }, { rule: "n-k", n: 1, k: 85 })).toBe(true);
});

test("p % and (p,q): the rest must be large enough to hide the largest from the second", () => {
  const it = { total: 160, largest: [100, 50] };
  expect(isConcentrated(it, { rule: "p", p: 10 })).toBe(false);
  expect(isConcentrated(it, { rule: "p", p: 11 })).toBe(true);
  expect(upperProtection(it, { rule: "p", p: 11 })).toBeCloseTo(1);
  // What can be estimated to within 50 percent beforehand needs twice as much.
  expect(isConcentrated(it, { rule: "p-q", p: 10, q: 50 })).toBe(true);
  expect(upperProtection(it, { rule: "p-q", p: 10, q: 50 })).toBeCloseTo(10);
  expect(upperProtection(it, { rule: "p", p: 10 })).toBe(0);
});

test("a single contributor is always concentrated, an empty cell never", () => {
  expect(isConcentrated({ total: 7, largest: [7] }, { rule: "p", p: 1 })).toBe(true);
  expect(isConcentrated({ total: 0, largest: [] }, { rule: "p", p: 1 })).toBe(false);
});
