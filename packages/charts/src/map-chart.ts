import { drawn, spoken, type MapArea, type MapChart, type MapShapes } from "@impactmonitor/views/chart-state";
import type { Tile } from "@impactmonitor/model/catalogue";
import type { Ink, Role } from "./ink.ts";
import { escape, px, text, textWidth, type Drawing } from "./svg.ts";

const role = (area: MapArea | undefined): Role => {
  if (!area || area.class === "no-figure") return "map-none";
  return typeof area.class === "number" ? (`map-${Math.min(area.class, 4)}` as Role) : "map-absent";
};

/** Wraps a shape in a link for the mouse; the list or table beside the map is the way for keyboard and screen reader. */
const linked = (area: MapArea | undefined, body: string): string => {
  const group = area ? `<g class="pt" data-l="${escape(`${area.label}: ${spoken(area)}`)}">${body}</g>` : body;
  return area?.href ? `<a href="${escape(area.href)}" tabindex="-1">${group}</a>` : group;
};

/** The areas in their places. One path per area, however many islands it has. */
export function drawMap(chart: Pick<MapChart, "areas">, shapes: MapShapes, ink: Ink): Drawing {
  const areas = new Map(chart.areas.map((it) => [it.code, it]));
  const chosen = shapes.shapes.find((it) => areas.get(it.code)?.chosen);
  const body = [
    ...shapes.shapes.map((shape) => {
      const area = areas.get(shape.code);
      return linked(area, `<path d="${shape.path}"${ink(role(area))}/>`);
    }),
    chosen ? `<path d="${chosen.path}"${ink("map-chosen")}/>` : "",
  ];
  return { width: shapes.width, height: shapes.height, body: body.join("") };
}

/**
 * Hatching for each class, for whoever prints without colour or asks for more contrast: the style sheet decides when.
 * Once on a page: ids must be unique.
 */
export const mapPatterns: string = `<defs>${[
  `<path d="M0 9H18"/>`,
  `<path d="M0 9H18M9 0V18"/>`,
  `<path d="M-4 22 22-4M-4 4 4-4M14 22 22 14"/>`,
  `<path d="M-4 22 22-4M-4 4 4-4M14 22 22 14M-4-4 22 22M14-4 22 4M-4 14 4 22"/>`,
]
  .map(
    (lines, i) =>
      `<pattern id="klasse-${i + 1}" class="k-pattern k-pattern-${i + 1}" width="18" height="18" patternUnits="userSpaceOnUse"><rect width="18" height="18"/>${lines}</pattern>`,
  )
  .join("")}</defs>`;

const tile = { width: 70, height: 54, gap: 3 };
/** Of the words on a tile, in its own units: 11 pixels on the smallest phone. */
const tileSize = 13;

/** A name too wide for its tile is broken after a hyphen: "Midden-" and "Brab.". */
function fold(label: string): string[] {
  const at = label.lastIndexOf("-");
  return at < 0 || textWidth(label, tileSize) < tile.width ? [label] : [label.slice(0, at + 1), label.slice(at + 1)];
}

/** The same as equal tiles: a small region is as easy to see and to hit as a large one. */
export function drawTiles(chart: MapChart, tiles: readonly Tile[], ink: Ink): Drawing {
  const areas = new Map(chart.areas.map((it) => [it.code, it]));
  const columns = Math.max(...tiles.map((it) => it.column)) + 1;
  const rows = Math.max(...tiles.map((it) => it.row)) + 1;
  const body = tiles.map((it) => {
    const area = areas.get(it.code);
    const [x, y] = [it.column * (tile.width + tile.gap), it.row * (tile.height + tile.gap)];
    const fill = role(area);
    const words = fill === "map-2" || fill === "map-3" || fill === "map-4" ? ink("map-text-on-dark") : ink("map-text");
    const value = area && area.class !== "no-figure" ? drawn(area) : "–";
    const [lines, middle] = [fold(it.label), x + tile.width / 2];
    const outline = area?.chosen
      ? `<rect x="${x + 2}" y="${y + 2}" width="${tile.width - 4}" height="${tile.height - 4}"${ink("map-chosen")}/>`
      : "";
    return linked(
      area,
      `<rect x="${px(x)}" y="${px(y)}" width="${tile.width}" height="${tile.height}" rx="3"${ink(fill)}/>${lines.map((line, i) => text(middle, y + 17 + i * 14, line, words, "middle")).join("")}${text(middle, y + (lines.length > 1 ? 47 : 39), value, words, "middle")}${outline}`,
    );
  });
  return {
    width: columns * (tile.width + tile.gap) - tile.gap,
    height: rows * (tile.height + tile.gap) - tile.gap,
    body: body.join(""),
  };
}
