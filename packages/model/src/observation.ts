import type { Cell } from "./cell.ts";
import type { AreaCode, IndicatorId, PeriodCode } from "./id.ts";
import type { Measure } from "./indicator.ts";

/** One category per dimension, such as { sex: "women", age: "16-24" }; empty for the total. */
export type Breakdown = Readonly<Record<string, string>>;

/** Written as in `figures/`: dimensions in alphabetical order, `age=16-24;sex=women`; empty for the total. */
export function breakdownKey(breakdown: Breakdown): string {
  return Object.keys(breakdown)
    .sort()
    .map((dimension) => `${dimension}=${breakdown[dimension]}`)
    .join(";");
}

/** @returns the breakdown, or undefined when the text is none: each dimension once, ids as in the code lists. */
export function parseBreakdown(key: string): Breakdown | undefined {
  if (key === "") return {};
  const breakdown: Record<string, string> = {};
  for (const part of key.split(";")) {
    const [, dimension, category] = /^([a-z0-9-]+)=([a-z0-9-]+)$/.exec(part) ?? [];
    if (!dimension || !category || Object.hasOwn(breakdown, dimension)) return undefined;
    breakdown[dimension] = category;
  }
  return breakdown;
}

/** Where a figure was read. */
export interface Reading {
  readonly title: string;
  /** Empty for a figure that was made here, out of records. */
  readonly url: string;
  /** When it was published, ISO date or a prefix of one; empty when the page does not say. */
  readonly published: string;
  /** Publisher of the figure itself, or somebody who passes it on. */
  readonly primary: boolean;
}

/** A figure as first or otherwise published, beside the one that is shown. */
export interface Vintage {
  readonly cell: Cell;
  readonly reading: Reading;
  /** `figures/<file>.csv:<line>` */
  readonly row: string;
}

/** One figure: what, where, when, and where it was read. */
export interface Observation {
  readonly indicator: IndicatorId;
  readonly area: AreaCode;
  readonly period: PeriodCode;
  readonly measure: Measure;
  readonly breakdown: Breakdown;
  readonly cell: Cell;
  readonly reading: Reading;
  readonly row: string;
  readonly vintages: readonly Vintage[];
  /** Set when the figure was published for another area with the same territory: province and region Drenthe. */
  readonly publishedFor?: AreaCode;
}

/** Two observations with the same key are the same figure, perhaps in another vintage. */
export function observationKey(
  it: Pick<Observation, "indicator" | "area" | "period" | "measure" | "breakdown">,
): string {
  return [it.indicator, it.area, it.period, it.measure, breakdownKey(it.breakdown)].join("|");
}
