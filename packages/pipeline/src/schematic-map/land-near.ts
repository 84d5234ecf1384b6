import type { Box, Point, Polygon, Ring } from "../boundaries/plane.ts";

/**
 * The part of a polygon within a box, cut by Sutherland and Hodgman's method: fast, but where the land comes in
 * several parts it ties them together with lines along the side of the box. So take a box wider than what is
 * looked at; it serves to give the exact cutting that follows a short coast instead of the whole country's.
 */
export function landNear(polygon: Polygon, { x0, y0, x1, y1 }: Box): Polygon {
  const sides: readonly [axis: 0 | 1, limit: number, sign: 1 | -1][] = [
    [0, x0, 1],
    [0, x1, -1],
    [1, y0, 1],
    [1, y1, -1],
  ];
  return polygon
    .map((ring) => sides.reduce((rest, [axis, limit, sign]) => cut(rest, axis, limit, sign), ring))
    .filter((ring) => ring.length > 2);
}

/** The part of a ring on one side of a horizontal or vertical line. */
function cut(ring: Ring, axis: 0 | 1, limit: number, sign: 1 | -1): Ring {
  const kept: Point[] = [];
  let before = ring.at(-1);
  for (const point of ring) {
    const inside = (point[axis] - limit) * sign >= 0;
    if (before && inside !== (before[axis] - limit) * sign >= 0) kept.push(crossing(before, point, axis, limit));
    if (inside) kept.push(point);
    before = point;
  }
  return kept;
}

function crossing(a: Point, b: Point, axis: 0 | 1, limit: number): Point {
  const share = (limit - a[axis]) / (b[axis] - a[axis]);
  return axis === 0 ? [limit, a[1] + share * (b[1] - a[1])] : [a[0] + share * (b[0] - a[0]), limit];
}
