import { topology } from "topojson-server";
import { geometry, isMultiPolygon } from "../boundaries/area-geometry.ts";
import { contains, polygonArea } from "../boundaries/plane.ts";
import type { MultiPolygon, Point, Polygon } from "../boundaries/plane.ts";

export interface Piece {
  /** Which cell (by its order) the land belongs to. */
  readonly owner: number;
  readonly polygon: Polygon;
}

/**
 * Gives land that water cuts off from its municipality to the neighbour that it lies against.
 *
 * A Voronoi border follows no shore: a cell may reach over a lake and take a strip of the other side. The part that
 * holds the municipality's own point stays (the largest, if the point fell in the water); any other part goes to the
 * neighbour with the longest common border. An islet without any municipality's point (Rottum, where nobody lives)
 * is left out.
 */
export function adoptPieces(points: readonly Point[], landOfCell: readonly MultiPolygon[]): readonly Piece[] {
  const pieces = landOfCell.flatMap((parts, owner) => parts.map((polygon): Piece => ({ owner, polygon })));
  const homes = new Set(points.map((point, owner) => homeOf(pieces, owner, point)));
  const borders = commonBorders(pieces.map(({ polygon }) => polygon));
  const owners = new Map<number, number>();
  for (const home of homes) if (home !== undefined) owners.set(home, pieces[home]?.owner ?? home);

  // A cut-off piece can lie against another one: those next to a settled piece first, until nothing changes.
  for (let changed = true; changed;) {
    changed = false;
    for (const index of pieces.keys()) {
      if (owners.has(index)) continue;
      const settled = [...(borders.get(index) ?? [])].filter(([other]) => owners.has(other));
      const [neighbour] = settled.sort(([a, aLength], [b, bLength]) => bLength - aLength || a - b)[0] ?? [];
      const owner = neighbour === undefined ? undefined : owners.get(neighbour);
      if (owner === undefined) continue;
      owners.set(index, owner);
      changed = true;
    }
  }
  return [...owners]
    .sort(([a], [b]) => a - b)
    .flatMap(([index, owner]) => pieces.slice(index, index + 1).map(({ polygon }) => ({ owner, polygon })));
}

function homeOf(pieces: readonly Piece[], owner: number, point: Point): number | undefined {
  const own = [...pieces.entries()].filter(([, piece]) => piece.owner === owner);
  const holding = own.find(([, { polygon }]) => contains(polygon, point));
  const largest = own.sort(([, a], [, b]) => polygonArea(b.polygon) - polygonArea(a.polygon))[0];
  return (holding ?? largest)?.[0];
}

/** Per polygon its neighbours with the length of the common border in kilometres. */
function commonBorders(polygons: readonly Polygon[]): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const shared = topology(Object.fromEntries(polygons.map((polygon, index) => [String(index), geometry([polygon])])));
  const lengths = shared.arcs.map((arc) =>
    arc.slice(1).reduce((sum, [x = 0, y = 0], index) => {
      const [beforeX = 0, beforeY = 0] = arc[index] ?? [];
      return sum + Math.hypot(x - beforeX, y - beforeY);
    }, 0),
  );
  const users = lengths.map((): number[] => []);
  for (const [name, object] of Object.entries(shared.objects)) {
    if (!isMultiPolygon(object)) continue;
    for (const arc of object.arcs.flat(2)) users[arc < 0 ? ~arc : arc]?.push(Number(name));
  }
  const borders = new Map(polygons.map((_, index) => [index, new Map<number, number>()]));
  for (const [arc, [first, second]] of users.entries()) {
    if (first === undefined || second === undefined) continue;
    for (const [one, other] of [[first, second] as const, [second, first] as const]) {
      const known = borders.get(one);
      known?.set(other, (known.get(other) ?? 0) + (lengths[arc] ?? 0));
    }
  }
  return borders;
}
