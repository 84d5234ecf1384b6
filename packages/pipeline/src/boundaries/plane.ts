/** A place in the plane: x to the east, y to the south, as SVG has it. */
export type Point = readonly [x: number, y: number];
/** A closed line: the last point equals the first. */
export type Ring = readonly Point[];
/** An outer ring and the rings of its holes. */
export type Polygon = readonly Ring[];
export type MultiPolygon = readonly Polygon[];

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Area within a ring in square units; negative when it runs the other way round. */
export function signedArea(ring: Ring): number {
  let doubled = 0;
  let before = ring.at(-1);
  for (const point of ring) {
    if (before) doubled += before[0] * point[1] - point[0] * before[1];
    before = point;
  }
  return doubled / 2;
}

/** Area of a polygon without its holes, in square units. */
export function polygonArea([outer = [], ...holes]: Polygon): number {
  return Math.abs(signedArea(outer)) - holes.reduce((sum, hole) => sum + Math.abs(signedArea(hole)), 0);
}

/** Whether a point lies inside (even-odd rule, so holes count as outside). */
export function contains(polygon: Polygon, [x, y]: Point): boolean {
  let inside = false;
  for (const ring of polygon) {
    let before = ring.at(-1);
    for (const point of ring) {
      if (before && point[1] > y !== before[1] > y) {
        const crossing = point[0] + ((y - point[1]) / (before[1] - point[1])) * (before[0] - point[0]);
        if (x < crossing) inside = !inside;
      }
      before = point;
    }
  }
  return inside;
}

/** The smallest box around points; of no points at all it is inside out, and touches nothing. */
export function boxOf(points: Iterable<Point>): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return { x0, y0, x1, y1 };
}

export function boxesTouch(a: Box, b: Box): boolean {
  return a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1;
}

export function growBox({ x0, y0, x1, y1 }: Box, by: number): Box {
  return { x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by };
}
