import type { Text } from "@impactmonitor/model/text";

/**
 * A map that is ready to draw: one SVG path per area, in a frame of `width` × `height` with y downwards.
 * The site needs nothing else; whoever draws it sets the colours, the lines and the links.
 */
export interface BoundaryMap {
  /** `schematic`: our own drawing; `official`: the boundaries of CBS and Kadaster. */
  readonly kind: "schematic" | "official";
  readonly attribution: Text;
  /** The year of the division of the country that the areas belong to. */
  readonly classification: string;
  readonly width: number;
  readonly height: number;
  /** Sorted by code. */
  readonly shapes: readonly AreaShape[];
}

export interface AreaShape {
  readonly code: string;
  /** All parts of the area in one path (one area is one stop of the Tab key); holes run against their outer ring. */
  readonly path: string;
  /** A point well inside the largest part, for a label or a symbol. */
  readonly label: readonly [x: number, y: number];
}

/** The text of the file, laid out as prettier does: a changed area is a changed line, and formatting changes nothing. */
export function serialiseBoundaryMap(map: BoundaryMap): string {
  const pairOfNumbers = /\[\s+(-?[\d.]+),\s+(-?[\d.]+)\s+\]/g;
  return `${JSON.stringify(map, null, 2).replace(pairOfNumbers, "[$1, $2]")}\n`;
}
