import type { Absence } from "@impactmonitor/model/cell";

/**
 * What a chart shows, without a single pixel. The same state is drawn on the page, in a file and on a slide,
 * and read out as a table and a text alternative.
 */
interface ChartWords {
  /** A sentence that says what is to be seen. */
  readonly title: string;
  /** The text alternative: the main values in words. */
  readonly alternative: string;
  /** What the numbers are: "procent", "aantal meldingen". Empty where each axis says its own. */
  readonly unit: string;
  /** What the signs after its values mean: "≈ schatting". */
  readonly signs: readonly string[];
}

/** The signs that are drawn after a value, and what they say to whoever can't see them. */
export interface Marked {
  readonly signs: string;
  readonly words: string;
}
/** A value as it is written; `marked` when a reader must know more about it. */
export interface Written {
  readonly text: string;
  readonly marked?: Marked;
}

/** As it is drawn: "90.000–127.000 ≈◊". */
export const drawn = (it: Written): string => (it.marked ? `${it.text}\u202f${it.marked.signs}` : it.text);

/** As it is read out: "90.000–127.000 (schatting, afgerond)". */
export const spoken = (it: Written): string => (it.marked ? `${it.text} (${it.marked.words})` : it.text);

export interface LinePoint extends Written {
  /** Position in years, such as 2021.25. */
  readonly at: number;
  readonly label: string;
  readonly value?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly provisional: boolean;
  /** A point after a break is not joined to the one before it. */
  readonly startsNew: boolean;
}
export interface LineSeries {
  readonly name: string;
  readonly role: "main" | "compare";
  readonly points: readonly LinePoint[];
}
/** A place on the time axis, or a stretch of it, that is explained beside the chart. */
export interface TimeMark {
  /** Position in years. */
  readonly at: number;
  readonly until?: number;
  readonly label: string;
}

/** The letter of a break: A for the first. */
export const breakSign = (index: number): string => String.fromCharCode("A".charCodeAt(0) + index);
/** The number of an event: 1 for the first. */
export const eventSign = (index: number): string => String(index + 1);

export interface LineChart extends ChartWords {
  readonly kind: "line";
  readonly series: readonly LineSeries[];
  /** In order; the first is marked A. */
  readonly breaks: readonly TimeMark[];
  /** In order; the first is marked 1. Absent in a chart without, or of which a visitor hides them. */
  readonly events?: readonly TimeMark[];
  readonly percent: boolean;
}

export interface Bar extends Written {
  readonly label: string;
  readonly value?: number;
  readonly lower?: number;
  readonly upper?: number;
  /** 0 for a main category, 1 for a part of the one above. */
  readonly depth: number;
  readonly chosen: boolean;
  /** The same for the Netherlands, drawn as a mark. */
  readonly compare?: Written & { readonly value: number };
}
export interface BarChart extends ChartWords {
  readonly kind: "bars";
  readonly bars: readonly Bar[];
  readonly compareName?: string;
}

export interface Dot extends Written {
  readonly label: string;
  readonly value: number;
  readonly chosen: boolean;
}
export interface StripChart extends ChartWords {
  readonly kind: "strip";
  readonly dots: readonly Dot[];
  readonly compare?: Written & { readonly label: string; readonly value: number };
  /** Where areas as large as the chosen one ordinarily lie. */
  readonly ordinary?: { readonly lower: number; readonly upper: number; readonly label: string };
}

export interface MapArea extends Written {
  readonly code: string;
  readonly label: string;
  readonly short: string;
  /** Class of the legend, or why there is none. */
  readonly class: number | Absence | "no-figure";
  readonly chosen: boolean;
  readonly href?: string;
}
export interface MapChart extends ChartWords {
  readonly kind: "map";
  readonly areas: readonly MapArea[];
  readonly legend: readonly string[];
  readonly noFigure: string;
}

/** What an axis says: a title and what its numbers are. */
export interface Axis {
  readonly title: string;
  readonly unit: string;
  readonly percent: boolean;
}
/** An area with two values; `marked` of either when a reader must know more about it. */
export interface ScatterDot {
  readonly label: string;
  readonly x: Written & { readonly value: number };
  readonly y: Written & { readonly value: number };
  readonly chosen: boolean;
}
/** Two values of each area. There is no place in it for a line, an order or a number about the two together. */
export interface ScatterChart extends ChartWords {
  readonly kind: "scatter";
  readonly x: Axis;
  readonly y: Axis;
  readonly dots: readonly ScatterDot[];
  /** The country, drawn in another form. */
  readonly compare?: ScatterDot;
}

export type Chart = LineChart | BarChart | StripChart | MapChart | ScatterChart;

/** Shapes to draw areas with: from the schematic map or from official boundaries. */
export interface MapShapes {
  readonly kind: "schematic" | "official";
  readonly attribution: { readonly nl: string; readonly en: string };
  readonly classification: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly {
    readonly code: string;
    readonly path: string;
    readonly label: readonly [number, number];
  }[];
}
