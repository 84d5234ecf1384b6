import type { Point, Ring } from "./plane.ts";

/** A line that is drawn from `start` along parabolas; without a `control` the step is straight. */
export interface Curve {
  readonly start: Point;
  readonly steps: readonly Step[];
}

interface Step {
  readonly control?: Point;
  readonly end: Point;
}

/**
 * Rounds a line: its corners become the control points of a quadratic B-spline, the curve that Chaikin's corner
 * cutting ends in. Both ends stay where they are, because borders meet there. Drawn backwards it is the same curve,
 * so two neighbours keep exactly one border.
 */
export function smoothLine(points: readonly Point[]): Curve {
  const [start, ...rest] = points;
  if (!start) return { start: [0, 0], steps: [] };
  if (rest.length < 2) return straightLine(points);
  const steps = rest.slice(0, -1).map((control, index): Step => {
    const next = rest[index + 1] ?? control;
    return { control, end: index === rest.length - 2 ? next : middle(control, next) };
  });
  return { start, steps };
}

/** The line as it is, from corner to corner. */
export function straightLine(points: readonly Point[]): Curve {
  return { start: points[0] ?? [0, 0], steps: points.slice(1).map((end) => ({ end })) };
}

/** Rounds a closed line on all its corners. */
export function smoothRing(ring: Ring): Curve {
  const corners = ring.slice(1);
  const last = corners.at(-1);
  const first = corners[0];
  if (!first || !last) return { start: [0, 0], steps: [] };
  const steps = corners.map((control, index): Step => {
    const next = corners[index + 1] ?? first;
    return { control, end: middle(control, next) };
  });
  return { start: middle(last, first), steps };
}

/** Curves one after the other, each beginning where the one before it ends. */
export function joinCurves(curves: readonly Curve[]): Curve {
  return { start: curves[0]?.start ?? [0, 0], steps: curves.flatMap(({ steps }) => steps) };
}

/** Points on a curve: the ends of its steps, and the middle of each parabola. */
export function pointsOn({ start, steps }: Curve): readonly Point[] {
  const points = [start];
  let from = start;
  for (const { control, end } of steps) {
    if (control) points.push(middle(middle(from, control), middle(control, end)));
    points.push(end);
    from = end;
  }
  return points;
}

/** SVG path data of one closed curve, in relative steps: the same shape in a third of the bytes. */
export function pathOf({ start, steps }: Curve): string {
  let path = `M${numbers(start)}`;
  let command = "";
  let from = start;
  for (const { control, end } of steps) {
    const letter = control ? "q" : "l";
    const step = numbers([...(control ? minus(control, from) : []), ...minus(end, from)]);
    path += command === letter ? `${step.startsWith("-") ? "" : " "}${step}` : `${letter}${step}`;
    command = letter;
    from = end;
  }
  return `${path}Z`;
}

function middle([ax, ay]: Point, [bx, by]: Point): Point {
  return [(ax + bx) / 2, (ay + by) / 2];
}

function minus([ax, ay]: Point, [bx, by]: Point): Point {
  return [ax - bx, ay - by];
}

function numbers(values: readonly number[]): string {
  return values
    .map((value) => String(value).replace(/^(-?)0\./, "$1."))
    .map((text, index) => (index === 0 || text.startsWith("-") ? text : ` ${text}`))
    .join("");
}
