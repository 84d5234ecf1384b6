import { merge } from "topojson-client";
import { topology } from "topojson-server";
import type { MultiPolygon as GeoMultiPolygon } from "geojson";
import type { Topology } from "topojson-specification";
import { geometry, isMultiPolygon } from "../boundaries/area-geometry.ts";
import type { MultiPolygon } from "../boundaries/plane.ts";

export interface Land {
  readonly area: string;
  readonly polygons: MultiPolygon;
}

/**
 * Merges pieces of land into areas.
 *
 * @returns a topology with one MultiPolygon per area, named by its code, in which each line between two places
 *   where borders meet is held once, however many areas use it
 */
export function mergeAreas(land: readonly Land[]): Topology {
  const pieces = topology(Object.fromEntries(land.map(({ polygons }, index) => [String(index), geometry(polygons)])));
  const byArea = Map.groupBy(land.entries(), ([, { area }]) => area);
  const areas = [...byArea].map(([area, members]): [string, GeoMultiPolygon] => {
    const objects = members.map(([index]) => pieces.objects[String(index)]).filter(isMultiPolygon);
    return [
      area,
      merge(
        pieces,
        objects.map(({ arcs }) => ({ type: "MultiPolygon", arcs })),
      ),
    ];
  });
  return topology(Object.fromEntries(areas));
}
