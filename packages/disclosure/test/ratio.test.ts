import * as fc from "fast-check";
import { expect, test } from "vitest";
import { publishedRatio, ratioAllowed, ratioRules } from "../src/ratio.ts";

const shown = (value?: number) => ({ value });

test("a percentage goes when numerator, denominator or complement is hidden", () => {
  const rules = ratioRules.strict;
  expect(ratioAllowed(shown(), shown(200), shown(195), rules)).toEqual({ allowed: false, because: "numerator" });
  expect(ratioAllowed(shown(20), shown(), shown(195), rules)).toEqual({ allowed: false, because: "denominator" });
  expect(ratioAllowed(shown(195), shown(200), shown(), rules)).toEqual({ allowed: false, because: "complement" });
  expect(ratioAllowed(shown(20), shown(200), undefined, rules)).toEqual({ allowed: true, decimals: 0 });
});

test("no percentage of fewer than a hundred, and no decimal of fewer than four thousand", () => {
  const rules = ratioRules.strict;
  expect(ratioAllowed(shown(20), shown(95), shown(75), rules)).toEqual({ allowed: false, because: "too few" });
  expect(ratioAllowed(shown(20), shown(100), shown(80), rules)).toEqual({ allowed: true, decimals: 0 });
  expect(ratioAllowed(shown(20), shown(3995), undefined, rules)).toEqual({ allowed: true, decimals: 0 });
  expect(ratioAllowed(shown(20), shown(4000), undefined, rules)).toEqual({ allowed: true, decimals: 1 });
});

test("a percentage of published counts never tells more than these counts: everything that rounds alike gives the same", () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 5000 }), fc.integer({ min: 100, max: 9000 }), (numerator, denominator) => {
      const five = (count: number): number => Math.floor(count / 5 + 0.5) * 5;
      const verdict = ratioAllowed(shown(five(numerator)), shown(five(denominator)), undefined, ratioRules.strict);
      const decimals = verdict.allowed ? verdict.decimals : 0;
      const ratios = [-2, -1, 0, 1, 2].map((by) =>
        publishedRatio(five(five(numerator) + by), five(denominator), decimals),
      );
      expect(new Set(ratios).size).toBe(1);
    }),
  );
});

test("halves go up, with and without a decimal", () => {
  expect(publishedRatio(5, 200, 0)).toBe(3);
  expect(publishedRatio(10, 4000, 1)).toBe(0.3);
});
