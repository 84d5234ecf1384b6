import { describe, expect, test } from "vitest";
import type { Chart } from "@impactmonitor/views/chart-state";
import { chartFile } from "../src/chart-file.ts";
import { sampleBars, sampleLine, sampleMap, sampleScatter, sampleShapes, sampleStrip } from "./sample-charts.ts";
import { tagsOf } from "./well-formed.ts";

const lines = ["Bron: Veilig Thuis; CBS StatLine (2022). Impactmonitor, editie 2026-11.", "Schematische kaart."];
const charts: Readonly<Record<string, (name?: string) => Chart>> = {
  line: sampleLine,
  bars: sampleBars,
  strip: sampleStrip,
  scatter: sampleScatter,
  map: sampleMap,
};
const file = (chart: Chart, title = chart.title, foot = lines): string =>
  chartFile(chart, { title, lines: foot, tick: String }, sampleShapes);
/** All words in the picture, with spaces between. */
const wordsOf = (svg: string): string => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((it) => it[1]).join(" ");

describe.each(Object.entries(charts))("a file of a %s chart", (_, make) => {
  test("carries its title, unit, source and edition", () => {
    const chart = make();
    const words = wordsOf(file(chart));
    for (const it of [chart.title, chart.unit, ...lines]) expect(words).toContain(it);
  });

  test("carries them whole when they are long, within the width of the picture", () => {
    const long = "Meldingen bij Veilig Thuis naar soort melder en vermoedelijke duur van het geweld ".repeat(4).trim();
    const svg = file(make(), long, [long]);
    expect(wordsOf(svg)).toContain(long);
    expect(wordsOf(svg).split(long)).toHaveLength(3);
    const height = Number(/viewBox="0 0 640 (\d+)"/.exec(svg)?.[1]);
    const lowest = Math.max(...[...svg.matchAll(/<text x="24" y="([\d.]+)"/g)].map((it) => Number(it[1])));
    expect(lowest).toBeLessThan(height);
  });

  test("needs nothing from elsewhere: no classes, no links, no scripts, no addresses but the name of SVG", () => {
    const svg = file(make());
    expect(svg).not.toMatch(/class=|<a\b|<script|href=|<style|<image|data-l|url\(/);
    expect(svg.match(/https?:[^"]*/g)).toEqual(["http://www.w3.org/2000/svg"]);
  });

  test("is well-formed whatever the names hold", () => {
    const name = `</svg>"><script>'&amp;<a href="x">`;
    const svg = file(make(name), name, [name]);
    expect(new Set(tagsOf(svg))).toEqual(new Set(tagsOf(file(make("x"), "x", ["x"]))));
  });

  test("is the same bytes for the same state", () => {
    expect(file(make())).toBe(file(make()));
  });

  test("has a size, so that it can be put on a slide", () => {
    expect(file(make())).toMatch(/^<svg [^>]*viewBox="0 0 640 \d+" width="640" height="\d+"/);
  });
});

describe("a file of a map", () => {
  test("carries the legend, and says what no figure looks like", () => {
    const words = wordsOf(file(sampleMap()));
    for (const it of [...sampleMap().legend, sampleMap().noFigure]) expect(words).toContain(it);
  });

  test("without shapes is still a file with title and source", () => {
    const svg = chartFile(sampleMap(), { title: "A map", lines, tick: String });
    expect(tagsOf(svg)).toContain("svg");
    expect(wordsOf(svg)).toContain("A map");
  });
});

test("a file of bars says what the mark on them is", () => {
  expect(wordsOf(file(sampleBars()))).toContain("Netherlands");
});
