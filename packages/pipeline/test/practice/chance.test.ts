import { array, assert, double, integer, nat, pre, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion } from "@impactmonitor/pipeline/practice/apportion";
import { passesElevenTest, personNumbers } from "@impactmonitor/pipeline/practice/numbers";
import { chooser, normal, randomStream } from "@impactmonitor/pipeline/practice/random";

describe("numbers by lot", () => {
  it("are the same for the same seed and name, and others for another", () => {
    const first = (seed: number, name: string) => Array.from({ length: 20 }, randomStream(seed, name));
    assert(
      property(integer(), string(), string(), (seed, name, other) => {
        expect(first(seed, name)).toEqual(first(seed, name));
        pre(name !== other);
        expect(first(seed, name)).not.toEqual(first(seed, other));
        expect(first(seed, name)).not.toEqual(first(seed + 1, name));
      }),
    );
  });

  it("lie evenly from 0 up to 1, without a link between one and the next", () => {
    const random = randomStream(7, "even");
    const pairs = new Int32Array(100);
    let before = random();
    for (let i = 0; i < 200_000; i++) {
      const now = random();
      pairs[Math.floor(before * 10) * 10 + Math.floor(now * 10)]! += 1;
      before = now;
    }
    // Chi-square with 99 degrees of freedom stays below 160 but for one in ten thousand; the seed is fixed.
    expect(pairs.reduce((sum, it) => sum + (it - 2000) ** 2 / 2000, 0)).toBeLessThan(160);
  });

  it("choose in proportion to the weights, and never what has no weight", () => {
    assert(
      property(array(integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 12 }), (weights) => {
        const total = weights.reduce((sum, it) => sum + it, 0);
        pre(total > 0);
        const [choose, random, draws] = [chooser(weights), randomStream(1, "choose"), 4000];
        const found = weights.map(() => 0);
        for (let i = 0; i < draws; i++) found[choose(random)]! += 1;
        weights.forEach((it, i) => {
          expect(found[i]! > 0 && it === 0).toBe(false);
          expect(Math.abs(found[i]! / draws - it / total)).toBeLessThan(0.05);
        });
      }),
    );
  });

  it("are normal when asked", () => {
    const random = randomStream(3, "normal");
    const drawn = Array.from({ length: 50_000 }, () => normal(random));
    const mean = drawn.reduce((sum, it) => sum + it, 0) / drawn.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(drawn.reduce((sum, it) => sum + (it - mean) ** 2, 0) / drawn.length).toBeCloseTo(1, 1);
  });
});

describe("dividing a total", () => {
  it("leaves nothing over, and no part is a whole off its quota", () => {
    const weight = double({ min: 0.01, max: 100, noNaN: true });
    assert(
      property(nat(100_000), array(weight, { minLength: 1, maxLength: 30 }), (total, weights) => {
        const parts = apportion(total, weights);
        const sum = weights.reduce((all, it) => all + it, 0);
        expect(parts.reduce((all, it) => all + it, 0)).toBe(total);
        parts.forEach((it, i) => expect(Math.abs(it - (total * weights[i]!) / sum)).toBeLessThan(1 + 1e-6));
      }),
    );
  });
});

describe("numbers of people who don't exist", () => {
  it("knows the eleven-test", () => {
    // Numbers that the government gives as examples.
    for (const valid of [111222333, 123456782, 999990019]) expect(passesElevenTest(valid)).toBe(true);
    for (const wrong of [111222334, 123456789, 999999999]) expect(passesElevenTest(wrong)).toBe(false);
  });

  it("have nine digits, fail the eleven-test and are never given twice", () => {
    const wrong: number[] = [];
    const seen = new Set<number>();
    for (const region of [0, 9, 26]) {
      const next = personNumbers(region);
      for (let i = 0; i < 40_000; i++) {
        const number = next();
        if (String(number).length !== 9 || passesElevenTest(number) || number === 999_999_999) wrong.push(number);
        seen.add(number);
      }
    }
    expect(wrong).toEqual([]);
    expect(seen.size).toBe(120_000);
  });
});
