import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ScatterChart } from "@impactmonitor/views/chart-state";
import { pageInk } from "../src/ink.ts";
import { drawScatter } from "../src/scatter-chart.ts";
import { textWidth, type Drawing } from "../src/svg.ts";
import { sampleScatter } from "./sample-charts.ts";

type Pair = readonly [x: number, y: number];
const chart = (pairs: readonly Pair[], more: Partial<ScatterChart> = {}): ScatterChart => ({
  ...sampleScatter(),
  dots: pairs.map(([x, y], i) => ({
    label: `area number ${i}`,
    x: { value: x, text: String(x) },
    y: { value: y, text: String(y) },
    chosen: i === 0,
  })),
  ...more,
});
const draw = (it: ScatterChart): Drawing => drawScatter(it, pageInk, String);
const value = fc.integer({ min: -1000, max: 1000 }).map((it) => it / 10);
const many = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 40 });

interface Circle {
  readonly x: number;
  readonly y: number;
  readonly label: string;
}
/** Circles with what is read out at them. */
const circles = (it: Drawing): Circle[] =>
  [...it.body.matchAll(/data-l="([^":]*): [^"]*"><circle cx="([\d.-]+)" cy="([\d.-]+)"/g)].map(([, label, x, y]) => ({
    x: Number(x),
    y: Number(y),
    label: label!,
  }));
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly words: string;
}
/** Where the names stand, as wide as they are drawn. */
const names = (it: Drawing): Box[] =>
  [
    ...it.body.matchAll(
      /<text x="([\d.-]+)" y="([\d.-]+)"(?: text-anchor="(\w+)")? class="k-(?:value|dot-label|compare-label)">([^<]*)</g,
    ),
  ].map(([, x, y, anchor, words]) => {
    const wide = textWidth(words!, 14);
    const left = anchor === "end" ? Number(x) - wide : anchor === "middle" ? Number(x) - wide / 2 : Number(x);
    return { left, right: left + wide, top: Number(y) - 10, bottom: Number(y) + 3, words: words! };
  });
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe("a scatter chart", () => {
  test("keeps every dot in the picture; more is further up or further to the right", () => {
    fc.assert(
      fc.property(many, (pairs) => {
        const drawing = draw(chart(pairs));
        const found = new Map(circles(drawing).map((it) => [it.label, it]));
        expect(found.size).toBe(pairs.length);
        pairs.forEach(([x, y], i) => {
          const at = found.get(`area number ${i}`)!;
          expect(at.x >= 0 && at.x <= drawing.width && at.y >= 0 && at.y <= drawing.height).toBe(true);
          pairs.forEach(([otherX, otherY], j) => {
            const other = found.get(`area number ${j}`)!;
            expect(otherX <= x || other.x >= at.x).toBe(true);
            expect(otherY <= y || other.y <= at.y).toBe(true);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  test("names the own area and the country, and no name lies over another or over the edge", () => {
    fc.assert(
      fc.property(many, (pairs) => {
        const drawing = draw(chart(pairs));
        const boxes = names(drawing);
        for (const box of boxes) expect(box.left >= 0 && box.right <= drawing.width + 0.1).toBe(true);
        for (const [i, box] of boxes.entries())
          expect(boxes.slice(i + 1).filter((other) => overlap(box, other))).toEqual([]);
        expect(boxes.map((it) => it.words)).toContain("area number 0");
      }),
      { numRuns: 60 },
    );
  });

  test("names others only where nothing is in the way: the nearest first, and at most twelve", () => {
    const grid = Array.from({ length: 40 }, (_, i): Pair => [(i % 8) * 50, Math.floor(i / 8) * 50]);
    const crowd = Array.from({ length: 30 }, (_, i): Pair => [50 + (i % 6) * 0.1, 50 + Math.floor(i / 6) * 0.1]);
    expect(names(draw(chart(grid))).length).toBeLessThanOrEqual(14);
    const apart = draw(chart([[0, 0], [400, 400], ...crowd]));
    const named = names(apart).map((it) => it.words);
    expect(named).toContain("area number 0");
    expect(named).toContain("area number 1");
    const others = names(apart).filter((it) => !["area number 0", "Netherlands"].includes(it.words));
    const covered = others.flatMap((box) =>
      circles(apart).filter(
        ({ x, y, label }) => label !== box.words && x > box.left && x < box.right && y > box.top && y < box.bottom,
      ),
    );
    expect(covered).toEqual([]);
  });

  test("draws no line through the dots: only the grid, the dots, the country and words", () => {
    const { body } = draw(sampleScatter());
    const paths = [...body.matchAll(/<path d="([^"]*)" class="([^"]*)"/g)];
    for (const [, d, role] of paths) {
      if (role === "k-compare-point") continue;
      expect(role).toBe("k-grid");
      expect(d).toMatch(/^M[\d.]+ [\d.]+[HV][\d.]+$/);
    }
    expect(paths.filter(([, , role]) => role === "k-compare-point")).toHaveLength(1);
    expect(body).not.toMatch(/<(line|polyline|polygon)\b/);
  });

  test("reads out both values of an area, with their marks and what the second one is", () => {
    const { body } = draw(sampleScatter());
    const said = [...body.matchAll(/data-l="([^"]*)"/g)].map((it) => it[1]!);
    expect(said).toHaveLength(13);
    expect(said[0]).toMatch(/^reports 0: 0; 12% \(reports beside which it stands.*, per cent\)$/);
    expect(said[1]).toContain("reports 1: 37 (estimate); 13% (");
    expect(said.at(-2)).toMatch(/^Netherlands: 42; 20% /);
    expect(said.at(-1)).toMatch(/^reports 5: /);
  });

  test("says on both axes what it is and in what unit, with a per cent sign where that is the unit", () => {
    const { body } = draw(sampleScatter());
    const texts = [...body.matchAll(/<text[^>]*>([^<]*)</g)].map((it) => it[1]).join(" ");
    expect(texts).toContain("↑ reports (per 10,000 inhabitants)");
    expect(texts).toContain("→ reports beside which it stands, a long title that takes a line or two (per cent)");
    expect(texts).toContain("20%");
    expect(texts).toMatch(/(^| )20 /);
  });
});
