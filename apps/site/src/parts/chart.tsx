import type { ComponentChildren } from "preact";
import type { Level } from "@impactmonitor/model/area";
import { drawBars } from "@impactmonitor/charts/bar-chart";
import { pageInk } from "@impactmonitor/charts/ink";
import { drawLand } from "@impactmonitor/charts/locator";
import { drawLine } from "@impactmonitor/charts/line-chart";
import { drawMap, drawTiles, mapPatterns } from "@impactmonitor/charts/map-chart";
import { lighter } from "@impactmonitor/charts/outline";
import { drawScatter } from "@impactmonitor/charts/scatter-chart";
import { drawStrip } from "@impactmonitor/charts/strip-chart";
import { escape, type Drawing } from "@impactmonitor/charts/svg";
import type { Chart, MapChart, MapShapes } from "@impactmonitor/views/chart-state";
import { practiceWords } from "@impactmonitor/views/practice-words";
import { formatNumber } from "@impactmonitor/views/format";
import type { Desk } from "../desk.ts";
import { marked } from "./marked.ts";
import { TakeChart, type Takeable } from "./take-chart.tsx";

const words = {
  tiles: { nl: "Tegelkaart: elke regio even groot", en: "Tile map: every region the same size" },
  asTable: { nl: "Als tabel", en: "As a table" },
  keys: { nl: "Pijltjestoetsen: lees de waarden één voor één", en: "Arrow keys: read the values one by one" },
} as const;

/** An SVG string as an image with its text alternative. Drawn on the server: there before any script. */
function Svg({ drawing, label, kind }: { drawing: Drawing; label?: string; kind: string }) {
  const role = label === undefined ? `aria-hidden="true"` : `role="img" aria-label="${escape(label)}"`;
  const html = `<svg class="chart chart-${kind}" viewBox="0 0 ${drawing.width} ${drawing.height}" ${role}>${drawing.body}</svg>`;
  return <div class="chart-box" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Axis ticks in the visitor's language; whole numbers stay whole. */
const tick =
  (desk: Desk, percent: boolean) =>
  (value: number): string =>
    `${formatNumber(value, Number.isInteger(value) ? 0 : 1, desk.language)}${percent ? "%" : ""}`;

/** A chart with its title as caption; the table with the same values goes in `children`. */
export function ChartFigure({
  desk,
  chart,
  children,
  heading,
  take,
}: {
  desk: Desk;
  chart: Chart;
  heading?: string;
  /** Where its files are; absent where it is one already. */
  take?: Takeable;
  children?: ComponentChildren;
}) {
  const percent = chart.unit === "procent" || chart.unit === "per cent";
  const drawing =
    chart.kind === "line"
      ? drawLine(chart, pageInk, tick(desk, percent))
      : chart.kind === "bars"
        ? drawBars(chart, pageInk)
        : chart.kind === "strip"
          ? drawStrip(chart, pageInk, tick(desk, percent))
          : chart.kind === "scatter"
            ? drawScatter(chart, pageInk, tick(desk, false))
            : undefined;
  return (
    <figure class="chart-figure" data-chart={chart.kind} data-keys={desk.say(words.keys)}>
      <figcaption>
        <span class="chart-title">{heading ?? chart.title}</span>
        {chart.unit !== "" && <span class="chart-unit">{chart.unit}</span>}
      </figcaption>
      {drawing && (
        <Svg
          drawing={marked(desk, drawing)}
          label={spoken(desk, `${chart.title}. ${chart.alternative}`)}
          kind={chart.kind}
        />
      )}
      {chart.signs.length > 0 && <p class="signs">{chart.signs.join(" · ")}</p>}
      {children}
      {take && <TakeChart desk={desk} {...take} />}
    </figure>
  );
}

/** What a picture says to who hears it; of practice figures that they are, first. */
const spoken = (desk: Desk, words: string): string =>
  desk.book.kind === "practice" ? `${desk.say(practiceWords.short)}. ${words}` : words;

/** The hatching that all maps of a page share. Not hidden by `display`: browsers then leave what uses it unpainted. */
export function MapPatterns() {
  const html = `<svg width="0" height="0" class="patterns" aria-hidden="true">${mapPatterns}</svg>`;
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}

const onGround = (drawing: Drawing, ground: string): Drawing => ({ ...drawing, body: ground + drawing.body });

const only = (shapes: MapShapes, codes: ReadonlySet<string>): MapShapes => ({
  ...shapes,
  shapes: shapes.shapes.filter((it) => codes.has(it.code)),
});

/** The map, its tile alternative and legend. The list beside it is the way in for keyboard and screen reader. */
export function MapFigure({
  desk,
  chart,
  level,
  classification,
  take,
}: {
  desk: Desk;
  chart: MapChart;
  level: Level;
  classification: "2022" | "2023";
  take?: Takeable;
}) {
  const regions = level === "vt-region";
  const whole = desk.map(regions ? (classification === "2022" ? "regions-2022" : "regions") : "municipalities");
  const drawn = new Set(chart.areas.filter((it) => regions || it.class !== "no-figure").map((it) => it.code));
  const shapes = whole && only(lighter(whole), drawn);
  const tiles = regions ? desk.book.catalogue.tiles.filter((it) => it.classification === classification) : [];
  // There are hundreds of municipalities: those without a figure are the ground that the others lie on.
  const ground = whole && !regions ? drawLand(whole, pageInk) : "";
  return (
    <figure class="chart-figure map-figure" data-chart="map">
      <figcaption>
        <span class="chart-title">{chart.title}</span>
        <span class="chart-unit">{chart.unit}</span>
      </figcaption>
      <div class="map-pair">
        {shapes && (
          <div>
            <Svg drawing={marked(desk, onGround(drawMap(chart, shapes, pageInk), ground))} kind="map" />
            <p class="fine">{desk.say(shapes.attribution)}.</p>
          </div>
        )}
        {tiles.length > 0 && (
          <div>
            <Svg drawing={marked(desk, drawTiles(chart, tiles, pageInk))} kind="tiles" />
            <p class="fine">{desk.say(words.tiles)}.</p>
          </div>
        )}
      </div>
      <ul class="legend" aria-hidden="true">
        {chart.legend.map((label, i) => (
          <li>
            <span class={`swatch k-bg-${Math.min(i, 4)}`} /> {label}
          </li>
        ))}
        {chart.areas.some((it) => it.class === "no-figure") && (
          <li>
            <span class="swatch k-bg-none" /> {chart.noFigure}
          </li>
        )}
        {chart.areas.some((it) => typeof it.class === "string" && it.class !== "no-figure") && (
          <li>
            <span class="swatch k-bg-absent" />{" "}
            {desk.language === "nl" ? "geen cijfer bij de bron (punt)" : "no figure at the source (dot)"}
          </li>
        )}
      </ul>
      {chart.signs.length > 0 && <p class="signs">{chart.signs.join(" · ")}</p>}
      {take && <TakeChart desk={desk} {...take} />}
    </figure>
  );
}
