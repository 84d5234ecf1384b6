import { difference, intersection } from "polyclip-ts";
import type { Geom } from "polyclip-ts";
import { boxesTouch, boxOf, contains, growBox } from "../boundaries/plane.ts";
import type { MultiPolygon, Point, Polygon, Ring } from "../boundaries/plane.ts";
import { landNear } from "./land-near.ts";

/** The country without its lakes. */
export function cutLakes(outline: MultiPolygon, lakes: readonly Polygon[]): MultiPolygon {
  return snap(difference(geom(outline), ...lakes.map((lake) => geom([lake]))));
}

/** The parts of each cell that are land: none, one, or several where water lies between them. */
export function landOfCells(cells: readonly Ring[], land: MultiPolygon): readonly MultiPolygon[] {
  const coasts = land.map((polygon) => ({ polygon, box: boxOf(polygon.flat()), edges: edgesOf(polygon) }));
  return cells.map((cell) => {
    const box = boxOf(cell);
    const near = coasts.filter((coast) => boxesTouch(coast.box, box));
    const crossed = near.filter(({ edges }) => edges.some((edge) => boxesTouch(boxOf(edge), box)));
    if (crossed.length > 0)
      return snap(intersection(geom([[cell]]), geom(near.map(({ polygon }) => landNear(polygon, growBox(box, 5))))));
    // No coast near the cell: it is all land or all water, and any corner tells which.
    const corner = cell[0];
    return corner && near.some(({ polygon }) => contains(polygon, corner)) ? snap(geom([[cell]])) : [];
  });
}

function edgesOf(polygon: Polygon): readonly (readonly [Point, Point])[] {
  return polygon.flatMap((ring) =>
    ring.slice(1).map((point, index): readonly [Point, Point] => [ring[index] ?? point, point]),
  );
}

/** Two cells cut the coast at the same place in separate sums; to the millimetre they agree. */
function snap(polygons: [number, number][][][]): MultiPolygon {
  return polygons.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Point => [millimetre(x), millimetre(y)])));
}

function millimetre(kilometres: number): number {
  return Math.round(kilometres * 1e6) / 1e6;
}

/** The same polygons as arrays that polyclip may read. */
function geom(polygons: MultiPolygon): [number, number][][][] & Geom {
  return polygons.map((polygon) => polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y])));
}
