import { pointsOn } from "../src/boundaries/curve-path.ts";
import type { Curve } from "../src/boundaries/curve-path.ts";
import { signedArea } from "../src/boundaries/plane.ts";
import type { Point, Polygon, Ring } from "../src/boundaries/plane.ts";

/** Reads the path data that our maps use (M, q, l, Z; relative steps) back into rings of points. */
export function ringsOf(path: string): readonly Ring[] {
  if (!/^(M[^MZ]+Z)+$/.test(path)) throw new Error(`a path that does not open and close: ${path.slice(0, 60)}`);
  return [...path.matchAll(/M([^MZ]+)Z/g)].map(([, body = ""]) => closed(pointsOn(curve(body))));
}

/** The parts of a path: each outer ring with the holes that run the other way round. */
export function polygonsOfPath(path: string): readonly Polygon[] {
  const polygons: Ring[][] = [];
  const outerSign = Math.sign(signedArea(ringsOf(path)[0] ?? []));
  for (const ring of ringsOf(path)) {
    if (Math.sign(signedArea(ring)) === outerSign) polygons.push([ring]);
    else polygons.at(-1)?.push(ring);
  }
  return polygons;
}

function curve(body: string): Curve {
  const [head = "", ...commands] = body.split(/(?=[ql])/);
  const [x = 0, y = 0] = numbers(head);
  let from: Point = [x, y];
  const steps: { control?: Point; end: Point }[] = [];
  for (const command of commands) {
    const size = command.startsWith("q") ? 4 : 2;
    const values = numbers(command.slice(1));
    if (values.length === 0 || values.length % size !== 0) throw new Error(`a broken step: ${command}`);
    for (let index = 0; index < values.length; index += size) {
      const [a = 0, b = 0, c = a, d = b] = values.slice(index, index + size);
      const control: Point = [from[0] + a, from[1] + b];
      from = [from[0] + c, from[1] + d];
      steps.push(size === 4 ? { control, end: from } : { end: from });
    }
  }
  return { start: [x, y], steps };
}

function numbers(text: string): readonly number[] {
  return [...text.matchAll(/-?\d*\.?\d+/g)].map(([number]) => Number(number));
}

function closed(points: readonly Point[]): Ring {
  const [first, last] = [points[0], points.at(-1)];
  return first && String(first) !== String(last) ? [...points, first] : points;
}
