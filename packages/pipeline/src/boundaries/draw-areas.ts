import { simplify } from "topojson-simplify";
import type { Topology } from "topojson-specification";
import type { AreaShape } from "./boundary-map.ts";
import { joinCurves, pathOf, pointsOn, smoothLine, smoothRing, straightLine } from "./curve-path.ts";
import type { Curve } from "./curve-path.ts";
import { labelPoint } from "./label-point.ts";
import { isMultiPolygon } from "./area-geometry.ts";
import type { MultiPolygon, Point } from "./plane.ts";
import { softenCoast } from "./soften-coast.ts";

export interface Drawing {
  /** Puts a place (kilometres) in the frame of the map. */
  readonly place: (point: Point) => Point;
  /** Corners of borders stand on multiples of this, in units of the frame: fewer digits in the file. */
  readonly grid: number;
  /** A corner whose triangle with its neighbours is smaller than this is left out, in square kilometres. */
  readonly detail: number;
  /** Whether lines are rounded (a schematic map) or run straight from corner to corner. */
  readonly rounded: boolean;
}

/** An area as it is drawn, and the same as corners, to measure in. */
export interface DrawnArea {
  readonly code: string;
  readonly path: string;
  readonly polygons: MultiPolygon;
}

/**
 * Draws the areas of a topology. A border between two areas is simplified and rounded once and used by both, so
 * that they touch exactly.
 *
 * @param areas one MultiPolygon per area, named by its code, in kilometres; its points weighed by `presimplify`
 * @returns the areas that have land left at this detail, sorted by code
 */
export function drawAreas(areas: Topology, drawing: Drawing): readonly DrawnArea[] {
  const simple = simplify(areas, drawing.detail);
  const lines = linesOf(simple, drawing);
  return Object.entries(simple.objects)
    .map(([code, object]) => {
      const rings = isMultiPolygon(object) ? object.arcs : [];
      const curves = rings.map((polygon) => polygon.flatMap((ring) => curveOf(ring, lines, drawing.rounded)));
      const polygons = curves.map((polygon) => polygon.map((curve) => pointsOn(curve)));
      return { code, path: curves.flat().map(pathOf).join(""), polygons: polygons.filter(({ length }) => length > 0) };
    })
    .filter(({ polygons }) => polygons.length > 0)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Puts the label in; done last, because finding its place takes longer than drawing. */
export function withLabel({ code, path, polygons }: DrawnArea): AreaShape {
  const [x, y] = labelPoint(polygons);
  return { code, path, label: [Math.round(x), Math.round(y)] };
}

function linesOf(areas: Topology, drawing: Drawing): readonly (readonly Point[])[] {
  const lines = areas.arcs.map((arc) => onGrid(arc, drawing));
  if (!drawing.rounded) return lines;
  const uses = lines.map(() => 0);
  for (const arc of Object.values(areas.objects)
    .filter(isMultiPolygon)
    .flatMap(({ arcs }) => arcs.flat(2))) {
    const line = arc < 0 ? ~arc : arc;
    uses[line] = (uses[line] ?? 0) + 1;
  }
  return softenCoast(
    lines.map((points, index) => ({ points, coast: uses[index] === 1 })),
    drawing.grid,
  );
}

function onGrid(line: readonly (readonly number[])[], { place, grid }: Drawing): readonly Point[] {
  const points = line.map(([x = 0, y = 0]): Point => {
    const [right, down] = place([x, y]);
    return [Math.round(right / grid) * grid, Math.round(down / grid) * grid];
  });
  return points.filter(([x, y], index) => index === 0 || x !== points[index - 1]?.[0] || y !== points[index - 1]?.[1]);
}

/** The curve of a ring; none if simplifying left nothing of it (an islet, a pond). */
function curveOf(ring: readonly number[], lines: readonly (readonly Point[])[], rounded: boolean): readonly Curve[] {
  const parts = ring.map((arc) => (arc < 0 ? (lines[~arc] ?? []).toReversed() : (lines[arc] ?? [])));
  const corners = parts.flatMap((part) => part.slice(1));
  if (new Set(corners.map(String)).size < 3) return [];
  if (!rounded) return [joinCurves(parts.map(straightLine))];
  const [only] = parts;
  return [parts.length === 1 && only ? smoothRing(only) : joinCurves(parts.map(smoothLine))];
}
