import { boxOf } from "./plane.ts";
import type { Point } from "./plane.ts";

/** The paper of a map: its size, and where a place (kilometres) comes on it. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly place: (point: Point) => Point;
}

const frameWidth = 1000;
/** Room for the line around the country. */
const margin = 8;

/** A frame 1000 wide in which all points fit, west to east. */
export function frameAround(points: Iterable<Point>): Frame {
  const { x0, y0, x1, y1 } = boxOf(points);
  const scale = (frameWidth - 2 * margin) / (x1 - x0);
  return {
    width: frameWidth,
    height: Math.ceil((y1 - y0) * scale + 2 * margin),
    place: ([x, y]) => [margin + (x - x0) * scale, margin + (y - y0) * scale],
  };
}
