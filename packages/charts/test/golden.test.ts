import { describe, expect, test } from "vitest";
import type { Chart } from "@impactmonitor/views/chart-state";
import { drawBars } from "../src/bar-chart.ts";
import { chartFile } from "../src/chart-file.ts";
import { pageInk } from "../src/ink.ts";
import { drawDistribution } from "../src/distribution-chart.ts";
import { drawLine } from "../src/line-chart.ts";
import { drawMap, drawTiles } from "../src/map-chart.ts";
import { drawNearStrip } from "../src/near-strip.ts";
import { drawPanel } from "../src/panel-chart.ts";
import { drawSpark } from "../src/spark.ts";
import { drawScatter } from "../src/scatter-chart.ts";
import { drawStrip } from "../src/strip-chart.ts";
import type { Drawing } from "../src/svg.ts";
import {
  sampleBars,
  sampleLine,
  sampleMap,
  sampleNear,
  sampleScatter,
  sampleShapes,
  sampleStrip,
  sampleTiles,
  sampleTimeline,
  sampleDistribution,
  samplePanel,
  sampleScale,
} from "./sample-charts.ts";
import { tagsOf } from "./well-formed.ts";

const page = ({ width, height, body }: Drawing): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${body}</svg>`;
const file = (chart: Chart): string =>
  chartFile(
    chart,
    { title: chart.title, lines: ["Source: a table (2022). Impactmonitor, edition 2026-11."], tick: String },
    sampleShapes,
  );

/** On a page, with classes; and as a file, with its own colours, title and source. */
const pictures: Readonly<Record<string, () => string>> = {
  "page-line": () => page(drawLine(sampleLine(), pageInk, String)),
  "page-timeline": () => page(drawLine(sampleTimeline(), pageInk, String)),
  "page-bars": () => page(drawBars(sampleBars(), pageInk)),
  "page-strip": () => page(drawStrip(sampleStrip(), pageInk, String)),
  "page-scatter": () => page(drawScatter(sampleScatter(), pageInk, String)),
  "page-map": () => page(drawMap(sampleMap(), sampleShapes, pageInk)),
  "page-tiles": () => page(drawTiles(sampleMap(), sampleTiles, pageInk)),
  "page-near": () => page(drawNearStrip(sampleNear(), pageInk, String)),
  "page-distribution": () => page(drawDistribution(sampleDistribution(), pageInk, String)),
  "page-panel": () => page(drawPanel(sampleScale, samplePanel, pageInk)),
  "page-spark": () => drawSpark([3, 5, 4, 8, 6]),
  "file-line": () => file(sampleLine()),
  "file-timeline": () => file(sampleTimeline()),
  "file-bars": () => file(sampleBars()),
  "file-strip": () => file(sampleStrip()),
  "file-scatter": () => file(sampleScatter()),
  "file-map": () => file(sampleMap()),
};

/**
 * The pictures in golden/ are looked at by people and kept; a change must be meant.
 * A missing one is written, but never in CI. After a change that is meant: npx vitest run --project unit packages/charts -u
 */
describe("a chart", () => {
  test.each(Object.entries(pictures))("drawn as %s looks as it did", async (name, draw) => {
    await expect(`${draw().replaceAll("><", ">\n<")}\n`).toMatchFileSnapshot(`golden/${name}.svg`);
  });

  test.each(Object.entries(pictures))("drawn as %s is well-formed, and the same bytes every time", (_, draw) => {
    expect(tagsOf(draw()).length).toBeGreaterThan(2);
    expect(draw()).toBe(draw());
  });
});
