import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawBars } from "../src/bar-chart.ts";
import { fileInk, pageInk } from "../src/ink.ts";
import { drawLine } from "../src/line-chart.ts";
import { drawMap, drawTiles } from "../src/map-chart.ts";
import { drawSpark } from "../src/spark.ts";
import { drawScatter } from "../src/scatter-chart.ts";
import { drawStrip } from "../src/strip-chart.ts";
import { wrap, type Drawing } from "../src/svg.ts";
import {
  sampleBars,
  sampleLine,
  sampleMap,
  sampleScatter,
  sampleShapes,
  sampleStrip,
  sampleTiles,
  sampleTimeline,
} from "./sample-charts.ts";
import { tagsOf } from "./well-formed.ts";

const draw: Readonly<Record<string, (name?: string) => string>> = {
  line: (name) => drawLine(sampleLine(name), pageInk, String).body,
  timeline: (name) => drawLine(sampleTimeline(name), pageInk, String).body,
  bars: (name) => drawBars(sampleBars(name), pageInk).body,
  strip: (name) => drawStrip(sampleStrip(name), pageInk, String).body,
  scatter: (name) => drawScatter(sampleScatter(name), pageInk, String).body,
  map: (name) => drawMap(sampleMap(name), sampleShapes, pageInk).body,
  tiles: (name) => drawTiles(sampleMap(name), sampleTiles, pageInk).body,
};
const hostile = [
  `"><script>alert(1)</script>`,
  `</text></svg><img src=x onerror=alert(1)>`,
  `a & b <b> "c" 'd'`,
  `]]><!--`,
  `&lt;already&gt; &amp;amp;`,
  `" onmouseover="alert(1)`,
];
/** Everything that stands between tags or in a label, read back. */
const unescape = (svg: string): string =>
  svg.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", `"`).replaceAll("&amp;", "&");

describe.each(Object.entries(draw))("a %s chart", (_, body) => {
  test.each(hostile)("with the name %s stays a picture: nothing in a name becomes a tag or an attribute", (name) => {
    const tags = tagsOf(body(name));
    expect(new Set(tags)).toEqual(new Set(tagsOf(body("x".repeat(name.length)))));
    expect(body(name)).not.toMatch(/<(script|img|b)\b|<!--| on\w+="/);
    expect(unescape(body(name))).toContain(name.split(" ")[0]);
  });

  test("is the same for the same state, and is not changed by drawing it twice", () => {
    expect(body("Fryslân")).toBe(body("Fryslân"));
  });

  test("has no colour of its own on a page: the style sheet decides", () => {
    expect(body()).not.toMatch(/fill="#|stroke="#|style="/);
  });

  test("has a label that can be read out for each value", () => {
    const labels = [...body().matchAll(/data-l="([^"]*)"/g)].map((it) => it[1]);
    expect(labels.length).toBeGreaterThan(2);
    for (const label of labels) expect(label).toMatch(/^.+: .+$/);
  });
});

/** All x and y of circles, and the ends of bars. */
const circles = (it: Drawing): { x: number; y: number }[] =>
  [...it.body.matchAll(/<circle cx="([\d.-]+)" cy="([\d.-]+)"/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
const figures = fc.array(
  fc.oneof(
    fc.nat(100_000),
    fc.integer({ min: 0, max: 1000 }).map((it) => it / 10),
  ),
  {
    minLength: 2,
    maxLength: 25,
  },
);
/** Differences: as often below nought as above it. */
const differences = fc.array(
  fc.integer({ min: -10_000, max: 10_000 }).map((it) => it / 10),
  { minLength: 2, maxLength: 25 },
);
/** Where the line of nought is drawn, if it is. */
const zeroLine = (it: Drawing): { x: number; y: number } | undefined => {
  const match = /<path d="M([\d.-]+) ([\d.-]+)[HV][\d.]+" class="k-zero"/.exec(it.body);
  return match ? { x: Number(match[1]), y: Number(match[2]) } : undefined;
};
const inside = ({ width, height }: Drawing, at: { x: number; y: number }): boolean =>
  at.x >= 0 && at.x <= width && at.y >= 0 && at.y <= height;

describe("a line chart", () => {
  const chart = (values: readonly (number | undefined)[], more = {}) => ({
    ...sampleLine(),
    breaks: [],
    series: [
      {
        name: "main",
        role: "main" as const,
        points: values.map((value, i) => ({
          at: 2000 + i,
          label: String(2000 + i),
          text: String(value),
          ...(value === undefined ? {} : { value }),
          provisional: false,
          startsNew: false,
          ...more,
        })),
      },
    ],
  });
  const strokes = (body: string): string[] =>
    [...body.matchAll(/<path d="(M[^"]*)" class="k-main-line"/g)].map((it) => it[1]!);

  test("begins at nought: a value twice as large stands twice as high", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (value) => {
        const drawing = drawLine(chart([0, value, 2 * value]), pageInk, String);
        const [zero, one, two] = circles(drawing).map((it) => it.y);
        expect(Math.abs(zero! - two! - 2 * (zero! - one!))).toBeLessThanOrEqual(0.31);
      }),
    );
  });

  test("keeps every point in the picture, later ones to the right, higher ones higher", () => {
    fc.assert(
      fc.property(figures, (values) => {
        const drawing = drawLine(chart(values), pageInk, String);
        const points = circles(drawing);
        expect(points).toHaveLength(values.length);
        expect(points.every((it) => inside(drawing, it))).toBe(true);
        points.slice(1).forEach((it, i) => expect(it.x).toBeGreaterThan(points[i]!.x));
        points.slice(1).forEach((it, i) => {
          const [before, here] = [values[i]!, values[i + 1]!];
          expect(before < here ? it.y <= points[i]!.y : it.y >= points[i]!.y).toBe(true);
        });
      }),
    );
  });

  test("of differences keeps every point and every word in the picture, in order, on its side of the line of nought", () => {
    fc.assert(
      fc.property(differences, (values) => {
        const drawing = drawLine(chart(values), pageInk, String);
        const points = circles(drawing);
        const zero = zeroLine(drawing)?.y;
        expect(zero === undefined).toBe(values.every((it) => it >= 0));
        expect(points.every((it) => inside(drawing, it))).toBe(true);
        const side = (at: number, value: number): boolean =>
          zero === undefined || (value < 0 ? at >= zero : value > 0 ? at <= zero : Math.abs(at - zero) < 0.1);
        expect(points.every((it, i) => side(it.y, values[i]!))).toBe(true);
        const higher = [...points.keys()].sort((a, b) => values[b]! - values[a]!).map((i) => points[i]!.y);
        expect(higher).toEqual([...higher].sort((a, b) => a - b));
        for (const [, x, y] of drawing.body.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)"/g))
          expect(inside(drawing, { x: Number(x), y: Number(y) })).toBe(true);
      }),
    );
  });

  test("puts the words of a value below nought under its point, not over its line", () => {
    const drawing = drawLine(chart([5, -5]), pageInk, String);
    const [first, last] = circles(drawing);
    const words = [...drawing.body.matchAll(/y="([\d.]+)"[^>]*class="k-value"/g)].map((it) => Number(it[1]));
    expect(words[0]).toBeLessThan(first!.y);
    expect(words[1]).toBeGreaterThan(last!.y);
  });

  test("keeps the words of two series that end close together apart", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (own, nation) => {
        const points = (value: number) => chart([50, 20, value]).series[0]!.points;
        const series = [
          { name: "own", role: "main" as const, points: points(own) },
          { name: "nation", role: "compare" as const, points: points(nation) },
        ];
        const { body } = drawLine({ ...chart([]), series }, pageInk, String);
        const height = (role: string): number =>
          Number([...body.matchAll(new RegExp(`y="([\\d.]+)"[^>]*class="k-${role}"`, "g"))].at(-1)?.[1]);
        expect(Math.abs(height("value") - height("compare-label"))).toBeGreaterThanOrEqual(12);
        expect(Math.min(height("value"), height("compare-label"))).toBeGreaterThan(8);
      }),
    );
  });

  test("has no line over a gap or a break", () => {
    expect(strokes(drawLine(chart([1, 2, 3]), pageInk, String).body)).toHaveLength(1);
    const gap = strokes(drawLine(chart([1, 2, undefined, 3, 4]), pageInk, String).body).join("");
    expect(gap.match(/M/g)).toHaveLength(2);
    const broken = strokes(drawLine(sampleLine(), pageInk, String).body);
    expect(broken.length).toBe(2);
  });

  test("draws a provisional value as an open point, not by colour alone", () => {
    const body = drawLine(chart([1, 2], { provisional: true }), pageInk, String).body;
    expect(body).toContain("k-main-open");
    expect(body).not.toContain("k-main-point");
  });

  test("draws a range without a point in its middle", () => {
    const points = [2000, 2001].map((at) => ({ ...sampleLine().series[0]!.points[6]!, at }));
    const body = drawLine({ ...chart([]), series: [{ name: "main", role: "main", points }] }, pageInk, String).body;
    expect(body).toContain("k-whisker");
    expect(body).not.toContain("<circle");
  });

  test("of nought alone, of one value or of none is still a picture", () => {
    for (const values of [[0, 0], [5], [], [undefined]])
      expect(drawLine(chart(values), pageInk, String).body).not.toMatch(/NaN|Infinity|undefined"/);
  });
});

describe("a bar chart", () => {
  const chart = (values: readonly number[]) => ({
    ...sampleBars(),
    bars: values.map((value, i) => ({ label: `bar ${i}`, text: String(value), value, depth: 0, chosen: false })),
  });
  const widths = (body: string): number[] =>
    [...body.matchAll(/width="([\d.]+)"[^>]*class="k-bar"/g)].map((it) => Number(it[1]));

  test("has bars in proportion to their values, none wider than the picture, and something to see for any value but nought", () => {
    fc.assert(
      fc.property(figures, (values) => {
        const drawing = drawBars(chart(values), pageInk);
        const most = Math.max(...values);
        widths(drawing.body).forEach((width, i) => {
          const value = values[i]!;
          const expected = most === 0 ? 0 : (value / most) * drawing.width;
          expect(Math.abs(width - Math.max(expected, value > 0 ? 1.5 : 0))).toBeLessThan(0.1);
        });
        expect(widths(drawing.body)).toHaveLength(values.length);
      }),
    );
  });

  test("has no bar for a hidden value and none of nought's width for a range", () => {
    const body = drawBars(sampleBars(), pageInk).body;
    const shown = sampleBars().bars.filter((it) => it.value !== undefined);
    expect(body.match(/class="k-bar(-chosen)?"/g)).toHaveLength(shown.length);
    expect(body.match(/k-whisker/g)).toHaveLength(2);
    expect(body.match(/"k-mark"/g)).toHaveLength(2);
    expect(body.match(/"k-mark-edge"/g)).toHaveLength(2);
  });

  test("has one scale for all its bars, whatever is a part of what, above nought and below it", () => {
    const bars = fc.array(
      fc.record({ value: fc.integer({ min: -1000, max: 1000 }), depth: fc.nat(2), chosen: fc.boolean() }),
      { minLength: 1, maxLength: 15 },
    );
    fc.assert(
      fc.property(bars, (list) => {
        const all = list.map((it, i) => ({ ...it, label: `bar ${i}`, text: String(it.value) }));
        const drawing = drawBars({ ...sampleBars(), bars: all }, pageInk);
        const drawnBars = [
          ...drawing.body.matchAll(/<rect x="([\d.-]+)" y="[\d.]+" width="([\d.]+)"[^>]*class="k-bar(?:-chosen)?"/g),
        ].map((it) => ({ left: Number(it[1]), length: Number(it[2]) }));
        const values = list.map((it) => it.value);
        const span = Math.max(...values, 0) - Math.min(...values, 0) || 1;
        const zero = (-Math.min(...values, 0) / span) * drawing.width;
        expect(drawnBars).toHaveLength(list.length);
        drawnBars.forEach(({ left, length }, i) => {
          const value = values[i]!;
          const expected = (Math.abs(value) / span) * drawing.width;
          expect(Math.abs(length - Math.max(expected, value === 0 ? 0 : 1.5))).toBeLessThan(0.1);
          expect(Math.abs((value < 0 ? left + length : left) - zero)).toBeLessThan(0.2);
          expect(left).toBeGreaterThanOrEqual(-1.6);
          expect(left + length).toBeLessThanOrEqual(drawing.width + 1.6);
        });
        const line = zeroLine(drawing)?.x;
        expect(line === undefined).toBe(values.every((it) => it >= 0));
        expect(Math.abs((line ?? zero) - zero)).toBeLessThan(0.1);
      }),
    );
  });

  test("reads out what the marks of a value say, and whose the mark on the bar is", () => {
    const body = drawBars(sampleBars(), pageInk).body;
    expect(body).toContain(`data-l="reports by professionals: 70%; Netherlands: 65%"`);
    expect(body).toContain(`data-l="reports by citizens: 5–9% (estimate)"`);
    expect(body).toMatch(/>5–9%\u202f≈</);
  });

  test("without a value, or without a bar, is still a picture", () => {
    for (const values of [[], [0]]) expect(drawBars(chart(values), pageInk).body).not.toMatch(/NaN|Infinity/);
  });
});

describe("a strip", () => {
  test("keeps every dot in the picture and in its order from left to right", () => {
    const spread = fc.array(
      fc.integer({ min: -1000, max: 1000 }).map((it) => it / 10),
      { minLength: 1, maxLength: 26 },
    );
    fc.assert(
      fc.property(spread, (values) => {
        const dots = values.map((value, i) => ({ label: `dot ${i}`, text: String(value), value, chosen: i === 0 }));
        const drawing = drawStrip({ ...sampleStrip(), dots }, pageInk, String);
        const points = circles(drawing);
        expect(points).toHaveLength(values.length);
        expect(points.every((it) => inside(drawing, it))).toBe(true);
        const plain = points.slice(0, -1).map((it) => it.x);
        expect(plain).toEqual([...plain].sort((a, b) => a - b));
      }),
    );
  });
});

describe("a strip of differences", () => {
  test("has the line of nought between what is below it and what is above", () => {
    fc.assert(
      fc.property(differences, (values) => {
        const dots = values.map((value, i) => ({ label: `dot ${i}`, text: String(value), value, chosen: false }));
        const drawing = drawStrip({ ...sampleStrip(), compare: undefined, dots }, pageInk, String);
        const zero = zeroLine(drawing)?.x;
        expect(zero !== undefined).toBe(values.some((it) => it < 0) && values.some((it) => it > 0));
        const sorted = [...values].sort((a, b) => a - b);
        const points = circles(drawing);
        expect(points.every((it) => inside(drawing, it))).toBe(true);
        const side = (at: number, value: number): boolean =>
          zero === undefined || (value < 0 ? at <= zero : at >= zero);
        expect(points.every((it, i) => side(it.x, sorted[i]!))).toBe(true);
      }),
    );
  });
});

describe("a map", () => {
  test("has one shape per area, coloured by class, absent ones in another way, the chosen one outlined", () => {
    const body = drawMap(sampleMap(), sampleShapes, pageInk).body;
    expect(body.match(/class="k-map-0"/g)).toHaveLength(1);
    expect(body.match(/class="k-map-2"/g)).toHaveLength(1);
    expect(body.match(/class="k-map-absent"/g)).toHaveLength(1);
    expect(body.match(/class="k-map-none"/g)).toHaveLength(2);
    expect(body.match(/class="k-map-chosen"/g)).toHaveLength(1);
  });

  test("leads by mouse to each area's page, and not by keyboard: the list beside it does", () => {
    const body = drawMap(sampleMap(), sampleShapes, pageInk).body;
    expect([...body.matchAll(/<a href="([^"]*)" tabindex="-1">/g)].map((it) => it[1])).toEqual([
      "/regio/north",
      "/regio/east",
    ]);
  });

  test("as tiles shows the value, the sign of a reason, or a dash in words, not by colour alone", () => {
    const body = drawTiles(sampleMap(), sampleTiles, pageInk).body;
    const texts = [...body.matchAll(/<text[^>]*>([^<]*)</g)].map((it) => it[1]);
    expect(texts).toEqual(["t0", "12", "t1", "48", "t2", "×", "t3", "–"]);
  });
});

describe("a sparkline", () => {
  test("stays within its picture and ends in a dot", () => {
    fc.assert(
      fc.property(figures, (values) => {
        const svg = drawSpark(values);
        expect(svg).not.toMatch(/NaN|Infinity/);
        expect(tagsOf(svg).filter((it) => it === "circle")).toHaveLength(1);
        const [end] = circles({ width: 96, height: 26, body: svg });
        expect(end && inside({ width: 96, height: 26, body: "" }, end)).toBe(true);
      }),
    );
  });

  test("of differences stays within its picture too, with the line of nought where nought is", () => {
    fc.assert(
      fc.property(differences, (values) => {
        const svg = drawSpark(values);
        const line = /<path d="(M[^"]*)" class="k-main-line"/.exec(svg)?.[1] ?? "";
        const points = [...line.matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)].map((it) => ({
          x: Number(it[1]),
          y: Number(it[2]),
        }));
        const nought = Number(/<path d="M0 ([\d.]+)H96" class="k-grid"/.exec(svg)?.[1]) - 0.5;
        expect(points).toHaveLength(values.length);
        points.forEach((it, i) => {
          expect(inside({ width: 96, height: 26, body: "" }, it)).toBe(true);
          expect(values[i]! < 0 ? it.y >= nought - 0.11 : it.y <= nought + 0.11).toBe(true);
        });
      }),
    );
  });

  test("is no news to a screen reader: the figure beside it is", () => {
    expect(drawSpark([1, 2])).toContain(`aria-hidden="true"`);
  });
});

describe("ink", () => {
  test("in a file is a colour, on a page a class", () => {
    expect(pageInk("bar")).toBe(` class="k-bar"`);
    expect(fileInk("bar")).toMatch(/^ fill="#[0-9a-f]{6}"$/);
  });
});

test("words are broken at spaces only, and none is lost", () => {
  const sentence = fc
    .array(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1, maxLength: 30 })
    .map((it) => it.join(" "));
  fc.assert(
    fc.property(sentence, fc.integer({ min: 50, max: 400 }), (words, width) => {
      expect(wrap(words, 14, width).join(" ")).toBe(words);
    }),
  );
});
