import type { MapShapes } from "@impactmonitor/views/chart-state";
import type { Ink } from "./ink.ts";
import { outlines, pathOf, type Outlines, type Point } from "./outline.ts";
import type { Drawing } from "./svg.ts";

/** A locator is drawn about two hundred pixels wide: a unit of ours is then less than half a pixel. */
const width = 500;
/** In units of a map a thousand wide: less than half a pixel too. */
const tolerance = 2.5;

const known = new WeakMap<MapShapes, Outlines>();

/** Some 3 kB before packing. */
const most = 520;

/** The land that a map covers, as a ground for the areas that are drawn on it. */
export const drawLand = (shapes: MapShapes, ink: Ink): string =>
  `<path d="${pathOf(landOf(shapes), true, (it) => it)}"${ink("land")}/>`;

/** A ground need not be as exact as what is drawn on it. */
const landTolerance = 5;
const lands = new WeakMap<MapShapes, Outlines["coast"]>();
function landOf(shapes: MapShapes): Outlines["coast"] {
  const found = lands.get(shapes) ?? outlines(shapes.shapes, (landTolerance * shapes.width) / 1000).coast;
  lands.set(shapes, found);
  return found;
}

function outlinesOf(shapes: MapShapes): Outlines {
  const found = known.get(shapes) ?? outlines(shapes.shapes, (tolerance * shapes.width) / 1000, most);
  known.set(shapes, found);
  return found;
}

/** Where an area lies in the country, small: the land as one shape, each border once, and the area. A tenth of the map. */
export function drawLocator(shapes: MapShapes, chosen: string, ink: Ink): Drawing {
  const found = outlinesOf(shapes);
  const scale = width / shapes.width;
  const place = ([x, y]: Point): Point => [x * scale, y * scale];
  const path = (d: string, role: Parameters<Ink>[0]): string => (d === "" ? "" : `<path d="${d}"${ink(role)}/>`);
  return {
    width,
    height: Math.ceil(shapes.height * scale),
    body: [
      path(pathOf(found.coast, true, place), "land"),
      path(pathOf(found.borders, false, place), "border"),
      path(pathOf(found.areas.get(chosen) ?? [], true, place), "map-chosen"),
    ].join(""),
  };
}
