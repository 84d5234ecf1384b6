import type { Point } from "./plane.ts";

/** A line between two places where borders meet, or a closed ring. */
export interface BorderLine {
  readonly points: readonly Point[];
  /** Only one area uses it: the other side is sea, lake or another country. */
  readonly coast: boolean;
}

interface Meeting {
  readonly place: Point;
  /** Step along the coast, away from the piece of coast that comes first. */
  readonly step: Point;
  readonly first: BorderLine;
}

/**
 * Rounds the coast where a border between areas reaches it. Curves keep their ends, so without this each such place
 * would be a corner in an otherwise round coast.
 *
 * The meeting place moves to where a B-spline along the coast would pass (an eighth of the way to both neighbours),
 * and each piece of coast gets a corner beside it, opposite the other's, so that both run on in one direction.
 *
 * @param grid all places are, and stay, on multiples of this
 */
export function softenCoast(lines: readonly BorderLine[], grid: number): readonly (readonly Point[])[] {
  const coast = lines.filter(({ points, coast: isCoast }) => isCoast && String(points[0]) !== String(points.at(-1)));
  const ends = coast.flatMap((line) => [
    { line, place: line.points[0], neighbour: line.points[1] },
    { line, place: line.points.at(-1), neighbour: line.points.at(-2) },
  ]);
  const meetings = new Map<string, Meeting>();
  for (const [key, [one, other, third]] of Map.groupBy(ends, ({ place }) => String(place))) {
    if (!one?.place || !one.neighbour || !other?.neighbour || third || one.line === other.line) continue;
    meetings.set(key, { first: one.line, ...meet(one.neighbour, one.place, other.neighbour, grid) });
  }
  return lines.map((line) => {
    const reversed = extendStart(line, line.points, meetings).toReversed();
    return extendStart(line, reversed, meetings).toReversed();
  });
}

function meet(before: Point, place: Point, after: Point, grid: number): { place: Point; step: Point } {
  const round = (value: number): number => Math.round(value / grid) * grid;
  const [along, across] = [after[0] - before[0], after[1] - before[1]];
  const room = Math.min(distance(before, place), distance(place, after)) / 2;
  const share = Math.min(1 / 8, room / Math.hypot(along, across));
  return {
    place: [round((before[0] + 6 * place[0] + after[0]) / 8), round((before[1] + 6 * place[1] + after[1]) / 8)],
    step: [round(along * share), round(across * share)],
  };
}

function extendStart(
  line: BorderLine,
  points: readonly Point[],
  meetings: ReadonlyMap<string, Meeting>,
): readonly Point[] {
  const meeting = meetings.get(String(points[0]));
  if (!meeting) return points;
  const { place, step, first } = meeting;
  if (!line.coast) return [place, ...points.slice(1)];
  const direction = line === first ? -1 : 1;
  return [place, [place[0] + direction * step[0], place[1] + direction * step[1]], ...points.slice(1)];
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by);
}
