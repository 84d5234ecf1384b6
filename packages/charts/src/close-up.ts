import type { MapShapes } from "@impactmonitor/views/chart-state";
import { outlines, pathOf, type Point } from "./outline.ts";

/** Of the drawing; a page shows it at about this many pixels. */
const longest = 400;
const margin = 6;
/** In units of the drawing: less than a pixel. */
const tolerance = 0.8;
/** Some 2.5 kB before packing. */
const most = 220;

/**
 * A part of a map, drawn as large as fits: the municipalities of a region.
 * @returns undefined when an area has no shape: a map with a hole would say that nothing is there
 */
export function closeUp(whole: MapShapes, codes: ReadonlySet<string>): MapShapes | undefined {
  const wanted = whole.shapes.filter((it) => codes.has(it.code));
  if (wanted.length < 2 || wanted.length < codes.size) return undefined;
  const corners = [...outlines(wanted, 0).areas.values()].flat(2);
  const [x0, x1] = extent(corners.map(([x]) => x));
  const [y0, y1] = extent(corners.map(([, y]) => y));
  const scale = (longest - 2 * margin) / Math.max(x1 - x0, y1 - y0);
  const place = ([x, y]: Point): Point => [(x - x0) * scale + margin, (y - y0) * scale + margin];
  const { areas } = outlines(wanted, tolerance / scale, most);
  return {
    ...whole,
    width: Math.ceil((x1 - x0) * scale + 2 * margin),
    height: Math.ceil((y1 - y0) * scale + 2 * margin),
    shapes: wanted.map((it) => ({
      code: it.code,
      path: pathOf(areas.get(it.code) ?? [], true, place),
      label: place(it.label),
    })),
  };
}

const extent = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];
