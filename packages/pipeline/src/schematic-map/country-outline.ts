import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import type { MultiPolygon } from "../boundaries/plane.ts";
import { project } from "../boundaries/project.ts";

/** ISO 3166 numeric code of the Netherlands, the id that world-atlas gives its countries. */
const netherlands = "528";
/** The kingdom's islands in the Caribbean lie south of this; the map shows the European part. */
const southOfEurope = 50;

/**
 * The outline of the country with its islands, in kilometres around Amersfoort.
 *
 * @param atlas `countries-10m.json` of the npm package world-atlas (Natural Earth, public domain)
 */
export function countryOutline(atlas: Topology): MultiPolygon {
  const countries = atlas.objects["countries"];
  const country =
    countries?.type === "GeometryCollection" ? countries.geometries.find(({ id }) => id === netherlands) : undefined;
  if (country?.type !== "MultiPolygon") throw new Error(`the atlas has no country ${netherlands} of several parts`);
  return feature(atlas, country)
    .geometry.coordinates.filter((polygon) => (polygon[0]?.[0]?.[1] ?? 0) > southOfEurope)
    .map((polygon) => polygon.map((ring) => ring.map(([longitude = 0, latitude = 0]) => project(longitude, latitude))));
}
