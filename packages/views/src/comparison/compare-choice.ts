import type { Area } from "@impactmonitor/model/area";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Breakdown } from "@impactmonitor/model/observation";

/** More does not fit on a sheet, and can't be read; a single area has its own page. */
export const compareLimits = {
  areas: { fewest: 2, most: 25 },
  indicators: { fewest: 1, most: 12 },
} as const;

/**
 * As what figures are shown. `rate`: per inhabitant or as a share, in which areas of different size compare. `count`: as counted.
 * `index`: of 100, which is the country in a table and the area's own first period in a series.
 */
export const compareForms = ["rate", "count", "index"] as const;
export type CompareForm = (typeof compareForms)[number];

export interface ChosenIndicator {
  readonly indicator: Indicator;
  /** One category; without it the figure that the indicator begins with. */
  readonly breakdown?: Breakdown;
}

/** What a visitor set side by side. Everything about it stands in an address. */
export interface CompareChoice {
  /** The own area first; the country is always beside them and never among them. */
  readonly areas: readonly Area[];
  readonly indicators: readonly ChosenIndicator[];
  /** One period for all figures; without it each has its newest. */
  readonly period?: string;
  readonly form: CompareForm;
}
