import type { Absence, Mark } from "@impactmonitor/model/cell";
import type { Breakdown } from "@impactmonitor/model/observation";

/** The columns of a delivery of figures. */
export const columns = [
  "source",
  "edition",
  "measure",
  "period",
  "wave",
  "cohortYear",
  "region",
  "dims",
  "value",
  "lower",
  "upper",
  "n",
  "unit",
  "status",
  "valueState",
  "precision",
  "breakBefore",
  "note",
] as const;
export type Column = (typeof columns)[number];

/** The others may be left out. */
export const neededColumns: readonly Column[] = [
  "source",
  "edition",
  "measure",
  "value",
  "unit",
  "status",
  "valueState",
  "precision",
];

/** A figure that a source counted or estimated itself, checked against its contract and the catalogue. */
export interface Fact {
  readonly line: number;
  readonly indicator: string;
  readonly measure: string;
  readonly area: string;
  readonly period: string;
  readonly breakdown: Breakdown;
  /** As written, with a point before decimals; empty where there is none. */
  readonly value: string;
  readonly lower: string;
  readonly upper: string;
  readonly n: string;
  readonly absent: Absence | "";
  readonly marks: readonly Mark[];
  readonly note: string;
}

/** All facts of one file: one edition of one source. */
export interface AggregateDelivery {
  readonly source: string;
  /** When the source made the figures public: a year, month or day. */
  readonly edition: string;
  readonly title: string;
  readonly url: string;
  readonly facts: readonly Fact[];
}
