import { signedArea } from "./plane.ts";
import type { MultiPolygon, Point, Polygon, Ring } from "./plane.ts";

/** The polygons of a geometry, or a few words on why there are none. */
export type FoundPolygons = { readonly polygons: MultiPolygon } | { readonly fault: string };

/**
 * Takes a GeoJSON geometry apart. Only the shape is checked here, not where it lies. Rings may run either way round
 * (RFC 7946 and older files differ): in the result holes run against their outer ring.
 */
export function polygonsOf(geometry: unknown): FoundPolygons {
  if (typeof geometry !== "object" || geometry === null) return { fault: "has no geometry" };
  const { type, coordinates } = { type: undefined, coordinates: undefined, ...geometry };
  if (type !== "Polygon" && type !== "MultiPolygon") {
    return { fault: `is a ${typeof type === "string" ? type : "geometry without a type"} instead of a polygon` };
  }
  const parts: unknown = type === "Polygon" ? [coordinates] : coordinates;
  if (!Array.isArray(parts) || parts.length === 0) return { fault: "has an empty geometry" };
  const polygons: Polygon[] = [];
  for (const part of parts) {
    if (!Array.isArray(part) || part.length === 0) return { fault: "has an empty part" };
    const rings = part.map(toRing);
    const broken = rings.find((ring) => typeof ring === "string");
    if (broken !== undefined) return { fault: broken };
    polygons.push(oriented(rings.filter((ring) => typeof ring !== "string")));
  }
  return { polygons };
}

function toRing(value: unknown): Ring | string {
  if (!Array.isArray(value)) return "has a border that is no list of places";
  if (value.length < 4) return "has a border of fewer than three corners";
  const points: Point[] = [];
  for (const place of value) {
    const [x, y]: readonly unknown[] = Array.isArray(place) ? place : [];
    if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x) || !Number.isFinite(y)) {
      return "has a place that is no pair of numbers";
    }
    points.push([x, y]);
  }
  const [first, last] = [points[0], points.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1] ? points : "has a border that does not close";
}

function oriented(rings: readonly Ring[]): Polygon {
  return rings.map((ring, index) => (signedArea(ring) > 0 === (index === 0) ? ring : ring.toReversed()));
}
