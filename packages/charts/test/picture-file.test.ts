import { describe, expect, test } from "vitest";
import type { Multiples } from "@impactmonitor/views/comparison/multiples";
import { chartFile, landMapFile, tilesFile } from "../src/chart-file.ts";
import { fileInk } from "../src/ink.ts";
import { drawPanels } from "../src/panels-chart.ts";
import { pictureFile } from "../src/picture-file.ts";
import { sampleBars, sampleMap, samplePanel, sampleScale, sampleShapes, sampleTiles } from "./sample-charts.ts";
import { tagsOf } from "./well-formed.ts";

const words = { title: "A title", lines: ["Source: a table."], tick: String };
const bare = { unit: "", signs: [], legend: [] };

describe("a picture", () => {
  test("has white paper, or none: then nothing is painted under it", () => {
    const paper = `<rect width="100%" height="100%" fill="#fff"/>`;
    expect(chartFile(sampleBars(), words)).toContain(paper);
    const clear = chartFile(sampleBars(), { ...words, ground: "none" });
    expect(clear).not.toContain(paper);
    expect(clear).toBe(chartFile(sampleBars(), words).replace(paper, ""));
  });

  test("can be larger without anything in it being drawn otherwise", () => {
    const [plain, large] = [chartFile(sampleBars(), words), chartFile(sampleBars(), { ...words, scale: 2 })];
    expect(plain).toMatch(/ width="640" /);
    expect(large).toMatch(/ width="1280" /);
    expect(large.replace(/ width="1280" height="\d+"/, "")).toBe(plain.replace(/ width="640" height="\d+"/, ""));
  });

  test("says its main values to who doesn't see it; of practice figures that they are, first", () => {
    expect(chartFile(sampleBars(), words)).toContain(`<desc>${sampleBars().alternative}</desc>`);
    const practice = { across: "PRACTICE", band: "PRACTICE FIGURES" };
    expect(chartFile(sampleBars(), { ...words, practice })).toContain("<desc>PRACTICE FIGURES. ");
  });

  test("breaks a long unit over lines", () => {
    const drawing = { width: 100, height: 50, body: "" };
    const unit = "reports per ten thousand inhabitants ".repeat(6).trim();
    const svg = pictureFile({ ...bare, drawing, unit, alternative: "" }, words);
    expect(svg.match(/font-size="13"/g)!.length).toBeGreaterThan(1);
  });
});

test("a map of many small areas leaves out those without a figure, and lies on the land of all", () => {
  const map = sampleMap();
  const without = map.areas.filter((it) => it.class === "no-figure").length;
  expect(without).toBeGreaterThan(0);
  const svg = landMapFile(map, words, sampleShapes);
  const shapes = sampleShapes.shapes.filter((it) => svg.includes(`d="${it.path}"`));
  expect(shapes).toHaveLength(map.areas.length - without);
  expect(svg).toContain(fileInk("land"));
});

test("a map of tiles is a file with legend, title and source too", () => {
  const svg = tilesFile(sampleMap(), words, sampleTiles);
  for (const it of [...sampleMap().legend, "A title", "Source: a table."]) expect(svg).toContain(`>${it}<`);
});

test("small charts stand three beside each other, each under its name, and none over another", () => {
  const panels = ["Drenthe", "Groningen", "Friesland", "Utrecht"].map((area) => ({
    area,
    points: samplePanel,
    alternative: "",
  }));
  const chart: Multiples = { kind: "multiples", unit: "", percent: false, index: false, ...sampleScale, panels };
  const { width, height, body } = drawPanels(chart, fileInk);
  for (const it of panels) expect(body).toContain(`>${it.area}<`);
  // Each chart is in a group of its own within that of its name.
  const places = [...body.matchAll(/<g transform="translate\((\d+) (\d+)\)"><text/g)].map((it) =>
    it.slice(1).map(Number),
  );
  expect(places).toHaveLength(4);
  expect(new Set(places.slice(0, 3).map(([, y]) => y)).size).toBe(1);
  expect(places[3]![1]!).toBeGreaterThan(places[0]![1]! + 96);
  for (const [x = 0, y = 0] of places) expect(x + 180 <= width && y + 96 <= height).toBe(true);
  expect(tagsOf(`<svg>${body}</svg>`).length).toBeGreaterThan(10);
});
