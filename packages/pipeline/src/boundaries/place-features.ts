import type { Outcome, Problem } from "../problem.ts";
import { boxOf, polygonArea } from "./plane.ts";
import type { Box, MultiPolygon, Point } from "./plane.ts";
import { polygonsOf } from "./polygons-of.ts";
import { project } from "./project.ts";
import type { BoundaryFeature } from "./read-boundary-file.ts";

export interface PlacedFeature {
  readonly code: string;
  /** In kilometres, y to the south. */
  readonly polygons: MultiPolygon;
}

interface CoordinateSystem {
  readonly name: string;
  /** Where the Netherlands lies in it, with some room. */
  readonly country: Box;
  readonly toPlane: (point: Point) => Point;
}

const systems: readonly CoordinateSystem[] = [
  {
    name: "degrees (WGS84)",
    country: { x0: 3, y0: 50.5, x1: 7.6, y1: 54 },
    toPlane: ([longitude, latitude]) => project(longitude, latitude),
  },
  {
    name: "metres of the national grid (EPSG:28992)",
    country: { x0: -10_000, y0: 280_000, x1: 310_000, y1: 640_000 },
    toPlane: ([east, north]) => [east / 1000, -north / 1000],
  },
];

/** Where the Netherlands would lie in systems that we don't read, for a better message. */
const mistaken: readonly { readonly country: Box; readonly what: string; readonly mend: string }[] = [
  {
    country: { x0: 50.5, y0: 3, x1: 54, y1: 7.6 },
    what: "latitude comes before longitude",
    mend: "Swap them: GeoJSON has longitude first.",
  },
  {
    country: { x0: 330_000, y0: 6_500_000, x1: 850_000, y1: 7_200_000 },
    what: "they are Web Mercator (EPSG:3857)",
    mend: "Export the file in WGS84 (EPSG:4326) or the national grid (EPSG:28992).",
  },
];

/** With its waters the Netherlands is 41 500 km²; some layers reach into the sea. */
const countryArea = 60_000;
/** In km². The smallest municipality is many times larger; a straight line has some surface too once projected. */
const leastArea = 0.1;

/**
 * Recognises the coordinate system from where the areas lie, and puts them in the plane. Whatever is empty, is no
 * polygon or lies outside the Netherlands becomes a problem.
 */
export function placeFeatures(features: readonly BoundaryFeature[], file: string): Outcome<readonly PlacedFeature[]> {
  const problems: Problem[] = [];
  const wrong = (what: string, mend: string): number => problems.push({ file, line: 1, what, mend });
  const found = features.flatMap(({ code = "", label, geometry }) => {
    const shape = polygonsOf(geometry);
    if ("polygons" in shape) return { code, label, polygons: shape.polygons, box: boxOf(shape.polygons.flat(2)) };
    wrong(`${label} ${shape.fault}.`, "Export or download the file again.");
    return [];
  });
  const system = systems
    .map((it) => ({ ...it, count: found.filter(({ box }) => lies(box, it.country)).length }))
    .sort((a, b) => b.count - a.count)[0];
  if (!system || (system.count === 0 && found.length > 0)) {
    const all = boxOf(found.flatMap(({ polygons }) => polygons.flat(2)));
    const guess = mistaken.find(({ country }) => lies(all, country));
    const range = `x ${all.x0} to ${all.x1}, y ${all.y0} to ${all.y1}`;
    wrong(
      `The coordinates do not lie in the Netherlands (${range})${guess ? `: ${guess.what}` : ""}.`,
      guess?.mend ?? "Export the file in WGS84 (EPSG:4326) or the national grid (EPSG:28992).",
    );
    return { ok: false, problems };
  }
  const placed = found.flatMap(({ code, label, polygons, box }) => {
    if (!lies(box, system.country)) {
      wrong(`${label} ${outside(box)}; the other areas are in ${system.name}.`, "Mend or download the file again.");
      return [];
    }
    const planar = polygons.map((rings) => rings.map((ring) => ring.map(system.toPlane)));
    const area = planar.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
    if (area > leastArea && area < countryArea) return { code, polygons: planar, area };
    wrong(
      `${label} is ${area > leastArea ? "larger than the Netherlands" : "a line without surface"}.`,
      "Mend the file.",
    );
    return [];
  });
  const total = placed.reduce((sum, { area }) => sum + area, 0);
  if (total > countryArea) {
    wrong(
      `Together the areas are ${Math.round(total)} km², more than the Netherlands: they overlap.`,
      "Mend the file.",
    );
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: placed };
}

function lies(inner: Box, outer: Box): boolean {
  return inner.x0 >= outer.x0 && inner.x1 <= outer.x1 && inner.y0 >= outer.y0 && inner.y1 <= outer.y1;
}

function outside({ x0, y0, x1, y1 }: Box): string {
  const degrees = Math.max(Math.abs(x0), Math.abs(x1)) <= 360 && Math.max(Math.abs(y0), Math.abs(y1)) <= 90;
  if (degrees && x1 - x0 >= 180) return "covers more than half of the earth";
  return `lies outside the Netherlands (x ${x0} to ${x1}, y ${y0} to ${y1})`;
}
