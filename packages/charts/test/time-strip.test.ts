import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pageInk } from "../src/ink.ts";
import { drawLine } from "../src/line-chart.ts";
import { spread } from "../src/time-strip.ts";
import { sampleLine, sampleTimeline } from "./sample-charts.ts";

/** Squares and rounds of the strip, from left to right. */
const signs = (body: string) =>
  [...body.matchAll(/<rect x="([\d.-]+)" y="([\d.-]+)" width="18" height="18" rx="(\d+)"/g)].map(([, x, y, rx]) => ({
    x: Number(x),
    y: Number(y),
    kind: rx === "9" ? "event" : "break",
  }));
const written = (body: string): string[] =>
  [...body.matchAll(/class="k-sign-text"[^>]*>([^<]*)</g)].map((it) => it[1]!);
const times = fc.array(fc.double({ min: 2015, max: 2025, noNaN: true }), { minLength: 1, maxLength: 12 });

describe("places that are spread", () => {
  const places = fc.array(fc.double({ min: -50, max: 500, noNaN: true }), { maxLength: 15 });
  const sorted = places.map((it) => it.toSorted((a, b) => a - b));

  test("keep their order, their distance and the bounds", () => {
    fc.assert(
      fc.property(sorted, (from) => {
        const to = spread(from, 21, [10, 410]);
        expect(to).toHaveLength(from.length);
        for (const it of to) expect(it >= 10 - 1e-6 && it <= 410 + 1e-6).toBe(true);
        to.slice(1).forEach((it, i) => expect(it - to[i]!).toBeGreaterThanOrEqual(21 - 1e-6));
      }),
    );
  });

  test("stay where they are when there is room", () => {
    expect(spread([20, 60, 100], 21, [10, 410])).toEqual([20, 60, 100]);
  });

  test("move no further than they must: two at one place go as far to the left as to the right", () => {
    expect(spread([100, 100], 20, [10, 410])).toEqual([90, 110]);
    expect(spread([10, 10], 20, [10, 410])).toEqual([10, 30]);
  });

  test("share the room when there are more of them than it holds", () => {
    expect(spread([5, 5, 5], 21, [0, 20])).toEqual([0, 10, 20]);
  });
});

describe("what happened, under a line", () => {
  test("never lies over another sign, over the line or outside the picture", () => {
    fc.assert(
      fc.property(times, times, (breaks, events) => {
        const mark = (at: number, i: number) => ({ at, label: `what ${i}` });
        const ordered = (list: readonly number[]) => list.toSorted((a, b) => a - b).map(mark);
        const chart = { ...sampleLine(), breaks: ordered(breaks.slice(0, 4)), events: ordered(events) };
        const drawing = drawLine(chart, pageInk, String);
        const drawn = signs(drawing.body);
        expect(drawn).toHaveLength(chart.breaks.length + chart.events.length);
        drawn.slice(1).forEach((it, i) => expect(it.x - drawn[i]!.x).toBeGreaterThanOrEqual(18));
        for (const it of drawn) {
          expect(it.x >= 0 && it.x + 18 <= drawing.width).toBe(true);
          expect(it.y > 204 && it.y + 18 < drawing.height - 18).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("leaves every value at the same height as without it", () => {
    const heights = (body: string): string[] =>
      [...body.matchAll(/<circle cx="[\d.-]+" cy="([\d.-]+)"/g)].map((it) => it[1]!);
    const without = drawLine(sampleLine(), pageInk, String).body;
    expect(heights(drawLine(sampleTimeline(), pageInk, String).body)).toEqual(heights(without));
  });

  test("has letters for breaks and numbers for events, in order of time", () => {
    const { body } = drawLine(sampleTimeline(), pageInk, String);
    expect(written(body)).toEqual(["1", "2", "3", "A", "4", "5"]);
    expect(signs(body).map((it) => it.kind)).toEqual(["event", "event", "event", "break", "event", "event"]);
  });

  test("is read out with its sign, and takes no room where there is nothing to tell", () => {
    expect(drawLine(sampleTimeline(), pageInk, String).body).toContain('data-l="3: reports: schools close"');
    const bare = drawLine({ ...sampleLine(), breaks: [] }, pageInk, String);
    expect([bare.height, signs(bare.body)]).toEqual([230, []]);
  });
});
