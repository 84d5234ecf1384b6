import type { Tile } from "@impactmonitor/model/catalogue";
import type { Chart, MapChart, MapShapes } from "@impactmonitor/views/chart-state";
import { drawBars } from "./bar-chart.ts";
import { fileInk } from "./ink.ts";
import { drawLine } from "./line-chart.ts";
import { drawLand } from "./locator.ts";
import { drawMap, drawTiles } from "./map-chart.ts";
import { pictureFile, type FileWords, type LegendEntry } from "./picture-file.ts";
import { drawScatter } from "./scatter-chart.ts";
import { drawStrip } from "./strip-chart.ts";
import type { Drawing } from "./svg.ts";

/**
 * A chart as a file of its own.
 * @param shapes to draw a map with; without them a map is a file with title, legend and source
 */
export const chartFile = (chart: Chart, words: FileWords, shapes?: MapShapes): string =>
  pictureFile({ ...chart, drawing: draw(chart, words.tick, shapes), legend: legendOf(chart) }, words);

/** A map of hundreds of small areas: those with a figure, on the land that they all lie on. */
export function landMapFile(chart: MapChart, words: FileWords, shapes: MapShapes): string {
  const drawn = new Set(chart.areas.filter((it) => it.class !== "no-figure").map((it) => it.code));
  const own = { ...shapes, shapes: shapes.shapes.filter((it) => drawn.has(it.code)) };
  const map = drawMap(chart, own, fileInk);
  const drawing = { ...map, body: drawLand(shapes, fileInk) + map.body };
  return pictureFile({ ...chart, drawing, legend: legendOf(chart) }, words);
}

/** The map as tiles of one size. */
export const tilesFile = (chart: MapChart, words: FileWords, tiles: readonly Tile[]): string =>
  pictureFile({ ...chart, drawing: drawTiles(chart, tiles, fileInk), legend: legendOf(chart) }, words);

function draw(chart: Chart, tick: (value: number) => string, shapes: MapShapes | undefined): Drawing {
  switch (chart.kind) {
    case "line":
      return drawLine(chart, fileInk, tick);
    case "bars":
      return drawBars(chart, fileInk);
    case "strip":
      return drawStrip(chart, fileInk, tick);
    case "scatter":
      return drawScatter(chart, fileInk, tick);
    case "map":
      return shapes ? drawMap(chart, shapes, fileInk) : { width: 1, height: 1, body: "" };
  }
}

function legendOf(chart: Chart): readonly LegendEntry[] {
  if (chart.kind === "bars" && chart.compareName)
    return [{ label: chart.compareName, ink: fileInk("mark"), line: true }];
  if (chart.kind !== "map") return [];
  return [
    ...chart.legend.map((label, i) => ({ label, ink: fileInk(`map-${Math.min(i, 4)}` as "map-0") })),
    ...(chart.areas.some((it) => it.class === "no-figure")
      ? [{ label: chart.noFigure, ink: fileInk("map-none") }]
      : []),
  ];
}
