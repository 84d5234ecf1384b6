import type { GeoJsonProperties, MultiPolygon as GeoMultiPolygon } from "geojson";
import type { GeometryObject, MultiPolygon as TopoMultiPolygon } from "topojson-specification";
import type { MultiPolygon } from "./plane.ts";

/** Land as GeoJSON, for the topology functions. */
export function geometry(polygons: MultiPolygon): GeoMultiPolygon {
  return {
    type: "MultiPolygon",
    coordinates: polygons.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y]))),
  };
}

export function isMultiPolygon(
  object: GeometryObject<GeoJsonProperties> | undefined,
): object is TopoMultiPolygon<GeoJsonProperties> {
  return object?.type === "MultiPolygon";
}
