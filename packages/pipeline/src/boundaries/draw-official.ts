import { presimplify } from "topojson-simplify";
import { topology } from "topojson-server";
import { geometry } from "./area-geometry.ts";
import { serialiseBoundaryMap } from "./boundary-map.ts";
import { drawAreas, withLabel } from "./draw-areas.ts";
import { frameAround } from "./frame.ts";
import type { PlacedFeature } from "./place-features.ts";

/** Cells of the net on which corners are recognised as the same: a third of a metre over the country. */
const net = 1e6;
/** The finest detail, in square kilometres: anything smaller is less than a dot of a large screen. */
const finest = 0.02;
/** Beyond this nothing is left to leave out: the borders themselves are broken. */
const coarsest = 50;

/** The text of a map; or the codes of areas that vanish, or that no level of detail makes it small enough. */
export type DrawnBoundaries =
  { readonly text: string } | { readonly lost: readonly string[] } | { readonly bytes: number };

/** Draws official boundaries, with as much detail as fits in a file of `maximumBytes`. */
export function drawOfficial(features: readonly PlacedFeature[], year: number, maximumBytes: number): DrawnBoundaries {
  const areas = presimplify(
    topology(Object.fromEntries(features.map(({ code, polygons }) => [code, geometry(polygons)])), net),
  );
  const frame = frameAround(features.flatMap(({ polygons }) => polygons.flat(2)));
  let bytes = Infinity;
  for (let detail = finest; detail < coarsest; detail *= 1.5) {
    const shapes = drawAreas(areas, { place: frame.place, grid: 0.5, detail, rounded: false });
    const drawn = new Set(shapes.map(({ code }) => code));
    const lost = features.map(({ code }) => code).filter((code) => !drawn.has(code));
    if (lost.length > 0) return { lost };
    bytes = shapes.reduce((sum, { path }) => sum + path.length, 0);
    if (bytes > maximumBytes) continue;
    const text = serialiseBoundaryMap({
      kind: "official",
      attribution: {
        nl: "Grenzen: CBS/Kadaster via PDOK, CC BY 4.0, gegeneraliseerd en samengevoegd",
        en: "Boundaries: CBS/Kadaster via PDOK, CC BY 4.0, generalised and merged",
      },
      classification: String(year),
      width: frame.width,
      height: frame.height,
      shapes: shapes.map(withLabel),
    });
    bytes = Buffer.byteLength(text);
    if (bytes <= maximumBytes) return { text };
  }
  return { bytes };
}
