import { boxOf, contains, polygonArea } from "./plane.ts";
import type { MultiPolygon, Point, Polygon } from "./plane.ts";

/**
 * The place of a label: the point of the largest part that lies farthest from its border (the pole of
 * inaccessibility), found by a grid that closes in on the best point. Exact to some thousandths of the width.
 */
export function labelPoint(parts: MultiPolygon): Point {
  const largest = parts.toSorted((a, b) => polygonArea(b) - polygonArea(a))[0];
  const outer = largest?.[0];
  if (!largest || !outer) throw new Error("an area without land has no place for a label");
  const box = boxOf(outer);
  let best: Point = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  let distance = distanceInside(largest, best);
  let width = box.x1 - box.x0;
  let height = box.y1 - box.y0;
  const steps = 16;
  for (let round = 0; round < 4; round++) {
    const centre = best;
    for (let column = 0; column <= steps; column++) {
      for (let row = 0; row <= steps; row++) {
        const point: Point = [centre[0] + (column / steps - 0.5) * width, centre[1] + (row / steps - 0.5) * height];
        const found = distanceInside(largest, point, distance);
        if (found > distance) [best, distance] = [point, found];
      }
    }
    width /= steps / 4;
    height /= steps / 4;
  }
  return best;
}

/**
 * Distance to the nearest border; negative outside.
 *
 * @param atLeast give up, with 0, as soon as a border is no farther away than this
 */
export function distanceInside(polygon: Polygon, point: Point, atLeast = 0): number {
  const enough = Math.max(0, atLeast) ** 2;
  let nearest = Infinity;
  for (const ring of polygon) {
    let start = ring.at(-1);
    for (const end of ring) {
      if (start) nearest = Math.min(nearest, squaredDistance(point, start, end));
      if (nearest <= enough) return 0;
      start = end;
    }
  }
  return contains(polygon, point) ? Math.sqrt(nearest) : -Math.sqrt(nearest);
}

/** From a point to the nearest point of a line piece. */
function squaredDistance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2;
}
