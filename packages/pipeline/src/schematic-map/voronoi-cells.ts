import { Delaunay } from "d3-delaunay";
import type { Box, Point, Ring } from "../boundaries/plane.ts";

/**
 * Divides a box: to each point belongs what lies nearer to it than to any other point (a Voronoi partition).
 * Neighbouring cells share their corners to the last bit, which makes the seams of the map close.
 *
 * @returns one closed ring per point, in the order of the points
 */
export function voronoiCells(points: readonly Point[], box: Box): readonly Ring[] {
  const voronoi = Delaunay.from(
    points,
    ([x]) => x,
    ([, y]) => y,
  ).voronoi([box.x0, box.y0, box.x1, box.y1]);
  return points.map((point, index) => {
    // Two points at one place leave the second without a cell: a mistake in the points, not a map.
    const cell = voronoi.cellPolygon(index);
    if (!cell) throw new Error(`the point at ${point.join(", ")} km has no cell; is it there twice?`);
    return cell;
  });
}
