/**
 * Draws the schematic maps anew: `node scripts/schematic-map.ts`, after a change in `catalogue/map/*.csv` or in
 * `catalogue/areas/membership.csv`. Writes `catalogue/map/*.json`; a test compares them with what this script makes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { serialiseBoundaryMap } from "../packages/pipeline/src/boundaries/boundary-map.ts";
import { makeSchematicMaps } from "../packages/pipeline/src/schematic-map/make-schematic-maps.ts";

const catalogue = new URL("../catalogue/", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, catalogue), "utf8");

const maps = makeSchematicMaps({
  municipalityPoints: read("map/municipality-points.csv"),
  lakes: read("map/lakes.csv"),
  membership: read("areas/membership.csv"),
  atlas: JSON.parse(readFileSync(new URL(import.meta.resolve("world-atlas/countries-10m.json")), "utf8")),
});

for (const [name, map] of Object.entries(maps)) {
  const file = serialiseBoundaryMap(map);
  writeFileSync(new URL(`map/${name}.json`, catalogue), file);
  console.log(
    `catalogue/map/${name}.json: ${map.shapes.length} areas, ${(Buffer.byteLength(file) / 1000).toFixed(1)} kB`,
  );
}
