import type { AreaCode, IndicatorId, PeriodCode } from "@impactmonitor/model/id";
import type { Measure } from "@impactmonitor/model/indicator";

/**
 * Counts as they come out of records, before protection: they exist in the pipeline only.
 *
 * Figures that count the same things share a table: type of reporter, duration and next step are three ways to divide one total of
 * reports, so that total is one cell, however many indicators show it. That is what makes the universe that is protected linked.
 */
export interface CountTable {
  /** What is counted, in a fixed form: `melding`, `melding[acuut]`, `casus(melding)`. */
  readonly id: string;
  /** Whether a year is the sum of its half-years. Not where each casus counts once. */
  readonly adds: boolean;
  /** The ways in which the total is divided. */
  readonly divisions: readonly Division[];
  /** Counts of other tables of which this total is a part; with `same`, is equal to. */
  readonly within: readonly (CountRef & { readonly same: boolean })[];
  readonly counts: readonly Count[];
}

export interface Division {
  readonly dimension: string;
  readonly categories: readonly string[];
  /** `exclusive`: the categories add up to the total. `multiple`: one thing can be in several, or in none. */
  readonly response: "exclusive" | "multiple";
  /**
   * Sums that hold in every area and period, as records have exactly one answer: a category, or empty for the total, is the sum of its
   * parts. There can be such sums in a `multiple` division as well (roles add up, and so do organisations).
   */
  readonly sums: readonly { readonly whole: string; readonly parts: readonly string[] }[];
}

/** A combination that isn't there is zero, unless the area is incomplete in that period. */
export interface Count {
  /** `dimension=code`, or empty for the total. */
  readonly category: string;
  readonly area: AreaCode;
  readonly period: PeriodCode;
  readonly count: number;
  /** Distinct casus behind the count, where the record has one: five reports can be one family. */
  readonly cases?: number;
}

/** Names one count. */
export interface CountRef {
  readonly table: string;
  readonly category: string;
}

/** How a figure follows from counts. Computed only after protection, from what may be shown. */
export interface Formula {
  readonly indicator: IndicatorId;
  readonly measure: Measure;
  /** The breakdown that the figure is published under. */
  readonly breakdown: string;
  readonly numerator: CountRef;
  /** Of a percentage. */
  readonly denominator?: CountRef;
  /** Of a rate: so many inhabitants, as they were counted on 1 January of the year of the period. */
  readonly perInhabitants?: number;
  /** Levels at which the indicator is published. */
  readonly levels: readonly string[];
  readonly periodKinds: readonly string[];
}

/** Everything that is derived from records for one edition. */
export interface Derived {
  readonly tables: readonly CountTable[];
  readonly formulas: readonly Formula[];
  /** Areas that have counts, in one period or more. */
  readonly areas: readonly { readonly code: AreaCode; readonly level: string }[];
  /** Half-years from the first to the last that was delivered, and the years that they are in. */
  readonly periods: readonly PeriodCode[];
  /** Areas that exist in a period and of which not all deliveries are there: they have no counts, as these would be too low. */
  readonly incomplete: readonly { readonly area: AreaCode; readonly period: PeriodCode }[];
  /** Deliveries of which nothing is counted, such as those of an older protocol. */
  readonly skipped: readonly { readonly delivery: string; readonly why: string }[];
}
