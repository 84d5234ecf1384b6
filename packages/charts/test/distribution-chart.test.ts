import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawDistribution } from "../src/distribution-chart.ts";
import { pageInk } from "../src/ink.ts";
import { drawPanel } from "../src/panel-chart.ts";
import { sampleDistribution, samplePanel, sampleScale } from "./sample-charts.ts";

const draw = (more: Parameters<typeof sampleDistribution>[0]) =>
  drawDistribution(sampleDistribution(more), pageInk, String);

describe("a distribution", () => {
  test("tells the first chosen area by its shape, and names no area that wasn't chosen", () => {
    const { body } = draw({});
    expect(body.match(/<circle[^>]*k-dot-quiet/g)).toHaveLength(8);
    expect(body.match(/<path[^>]*k-dot-chosen/g)).toHaveLength(1);
    expect(body.match(/<circle[^>]*k-dot-chosen/g)).toHaveLength(2);
    expect([...body.matchAll(/data-l="([^"]*)"/g)].map((it) => it[1])).toEqual([
      "Drenthe: 44.0",
      "Groningen: 66.4",
      "Zeeland &amp; co: 67.0",
    ]);
  });
  test("no two names in a row overlap, whatever the values", () => {
    const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(values, (all) => {
        const chosen = all.map((value, i) => ({ label: `Area ${i}`, value, text: "12.3", first: i === 0 }));
        const { body } = draw({ chosen, others: [], nation: undefined });
        const labels = [...body.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*k-value/g)].map(([, x, y]) => ({
          x: Number(x),
          y: Number(y),
        }));
        expect(labels).toHaveLength(chosen.length);
        const apart = labels.flatMap((a, i) =>
          labels.slice(i + 1).flatMap((b) => (a.y === b.y ? [Math.abs(a.x - b.x)] : [])),
        );
        expect(Math.min(...apart, Infinity)).toBeGreaterThan(80);
      }),
      { numRuns: 60 },
    );
  });
  test("of many chosen areas only the first has its name drawn: the table names all", () => {
    const chosen = Array.from({ length: 25 }, (_, i) => ({
      label: `Area ${i}`,
      value: 40 + i,
      text: "1",
      first: i === 0,
    }));
    expect(draw({ chosen }).body.match(/k-value/g)).toHaveLength(1);
  });
});

describe("a panel", () => {
  const { body } = drawPanel(sampleScale, samplePanel, pageInk);
  test("cuts its line at a break and leaves a provisional value open", () => {
    const line = /d="([^"]*)" class="k-main-line"/.exec(body)?.[1] ?? "";
    expect(line.match(/M/g)).toHaveLength(2);
    expect(body.match(/k-main-open/g)).toHaveLength(1);
  });
  test("stands on the scale of all: half as high a top puts the same value higher", () => {
    const last = (high: number): number => {
      const drawn = drawPanel({ ...sampleScale, high }, samplePanel, pageInk).body;
      return Number(/cy="([\d.]+)" r="3" class="k-main-open"/.exec(drawn)?.[1]);
    };
    expect(last(70)).toBeLessThan(last(140));
  });
});
