import { presimplify } from "topojson-simplify";
import type { Topology } from "topojson-specification";
import type { BoundaryMap } from "../boundaries/boundary-map.ts";
import { adoptPieces } from "./adopt-pieces.ts";
import { countryOutline } from "./country-outline.ts";
import { drawAreas, withLabel } from "../boundaries/draw-areas.ts";
import { cutLakes, landOfCells } from "./land-pieces.ts";
import { readLakes, readMembership, readMunicipalityPoints } from "./map-points.ts";
import type { MunicipalityMembership } from "./map-points.ts";
import { mergeAreas } from "./merge-areas.ts";
import type { Land } from "./merge-areas.ts";
import { frameAround } from "../boundaries/frame.ts";
import { boxOf, growBox } from "../boundaries/plane.ts";
import { voronoiCells } from "./voronoi-cells.ts";

/** What the maps are made from: the contents of three files of the catalogue, and the outlines of countries. */
export interface SchematicMapSources {
  readonly municipalityPoints: string;
  readonly lakes: string;
  readonly membership: string;
  readonly atlas: Topology;
}

/** The four maps, by the name of their file. */
export interface SchematicMaps {
  readonly regions: BoundaryMap;
  readonly "regions-2022": BoundaryMap;
  readonly provinces: BoundaryMap;
  readonly municipalities: BoundaryMap;
}

/** The year whose municipalities the points stand for; the division has been the same since. */
const municipalYear = 2023;
/** The last year with 26 regions. Municipalities that merged since count as what they became. */
const formerYear = 2022;
const attribution = {
  nl: "Schematische kaart: zelf getekend, de grenzen zijn niet precies",
  en: "Schematic map: drawn by us, the boundaries are not exact",
};
/** Whole units in a frame of 1000 (some 270 metres), and no corners of less than half a square kilometre. */
const drawing = { grid: 1, detail: 0.5, rounded: true };

/**
 * Makes the schematic maps: each municipality gets what lies nearest to its point, without the sea, the neighbouring
 * countries and the lakes; municipalities are merged into regions and provinces; borders are rounded.
 *
 * The same sources give the same bytes.
 */
export function makeSchematicMaps(sources: SchematicMapSources): SchematicMaps {
  const pieces = landOfMunicipalities(sources);
  const frame = frameAround(pieces.flatMap(({ polygons }) => polygons.flat(2)));
  const map = (classification: number, areaOf: (municipality: string) => string): BoundaryMap => {
    const areas = mergeAreas(pieces.map(({ area, polygons }) => ({ area: areaOf(area), polygons })));
    const shapes = drawAreas(presimplify(areas), { ...drawing, place: frame.place });
    const { width, height } = frame;
    return {
      kind: "schematic",
      attribution,
      classification: String(classification),
      width,
      height,
      shapes: shapes.map(withLabel),
    };
  };
  const membership = readMembership(sources.membership);
  const now = memberships(membership, municipalYear);
  const then = new Map([...now, ...memberships(membership, formerYear)]);
  return {
    regions: map(municipalYear, (code) => known(now, code).region),
    "regions-2022": map(formerYear, (code) => known(then, code).region),
    provinces: map(municipalYear, (code) => known(now, code).province),
    municipalities: map(municipalYear, (code) => code),
  };
}

/** The land of each municipality, in one or more pieces. */
function landOfMunicipalities(sources: SchematicMapSources): readonly Land[] {
  const municipalities = readMunicipalityPoints(sources.municipalityPoints);
  const points = municipalities.map(({ point }) => point);
  const outline = countryOutline(sources.atlas);
  const land = cutLakes(outline, readLakes(sources.lakes));
  // A box wider than the country: the cells at its edge end in the sea or abroad, where they are cut anyway.
  const cells = voronoiCells(points, growBox(boxOf(outline.flat(2)), 50));
  return adoptPieces(points, landOfCells(cells, land)).map(({ owner, polygon }) => ({
    area: municipalities[owner]?.code ?? "",
    polygons: [polygon],
  }));
}

function memberships(rows: readonly MunicipalityMembership[], year: number): Map<string, MunicipalityMembership> {
  return new Map(rows.filter((row) => row.year === year).map((row) => [row.municipality, row]));
}

function known(members: ReadonlyMap<string, MunicipalityMembership>, code: string): MunicipalityMembership {
  const found = members.get(code);
  if (!found) throw new Error(`municipality ${code} has a point but no region in ${municipalYear}`);
  return found;
}
