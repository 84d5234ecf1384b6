import { drawBars } from "@impactmonitor/charts/bar-chart";
import { drawDistribution } from "@impactmonitor/charts/distribution-chart";
import { fileInk, type Ink } from "@impactmonitor/charts/ink";
import { drawLine } from "@impactmonitor/charts/line-chart";
import { drawLocator } from "@impactmonitor/charts/locator";
import { drawPanels } from "@impactmonitor/charts/panels-chart";
import { markBehind, type PracticeWords } from "@impactmonitor/charts/practice-mark";
import { drawScatter } from "@impactmonitor/charts/scatter-chart";
import { drawStrip } from "@impactmonitor/charts/strip-chart";
import type { Drawing } from "@impactmonitor/charts/svg";
import type { Language } from "@impactmonitor/model/text";
import type { MapShapes } from "@impactmonitor/views/chart-state";
import type { Picture } from "@impactmonitor/views/documents/book-content";
import { formatNumber } from "@impactmonitor/views/format";
import { showable } from "../typeset/showable.ts";

/** A picture of a document as an SVG of its own: the drawing of the page in the colours of files. */
export function pictureSvg({ chart }: Picture, language: Language, practice: PracticeWords | undefined): string {
  return svgOf(draw(chart, language), practice);
}

/** Where an area lies in the country. */
export const locatorSvg = (shapes: MapShapes, area: string): string =>
  svgOf(drawLocator(shapes, area, locatorInk), undefined);

/** Filled: beside large letters a line alone is lost. */
const locatorInk: Ink = (role) =>
  role === "map-chosen" ? ` fill="#0b5c7a" stroke="#fff" stroke-width="2"` : fileInk(role);

function draw(chart: Picture["chart"], language: Language): Drawing {
  const tick =
    (percent: boolean) =>
    (value: number): string =>
      `${formatNumber(value, Number.isInteger(value) ? 0 : 1, language)}${percent ? "%" : ""}`;
  switch (chart.kind) {
    case "line":
      return drawLine(chart, fileInk, tick(chart.percent));
    case "bars":
      return drawBars(chart, fileInk);
    case "distribution":
      return drawDistribution(chart, fileInk, tick(chart.percent));
    case "multiples":
      return drawPanels(chart, fileInk);
    case "strip":
      return drawStrip(chart, fileInk, tick(/^(procent|per cent)$/.test(chart.unit)));
    case "scatter":
      return drawScatter(chart, fileInk, tick(false));
    case "map":
      throw new Error("a map needs shapes");
  }
}

function svgOf(plain: Drawing, practice: PracticeWords | undefined): string {
  const { width, height, body } = practice ? markBehind(plain, practice, fileInk) : plain;
  // What a script on a page reads, a document has no use for.
  const still = body.replace(/ class="pt[^"]*"| data-l="[^"]*"/g, "").replace(/<\/?a\b[^>]*>/g, "");
  return showable(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="'Source Sans 3'">${still}</svg>`,
  );
}
