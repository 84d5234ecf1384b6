import type { Duck } from "../duck.ts";
import type { Protocol } from "./protocol.ts";

/** The records of one delivery as they were read and typed: what the reports to its sender are made from. */
export interface ReceivedRecords {
  readonly duck: Duck;
  readonly protocol: Protocol;
  /** Code of the VT region that sent it. */
  readonly region: string;
  readonly period: string;
  /** SQL source of the records of a type. */
  readonly source: (type: string) => string;
  /** Values that could not be read. */
  readonly invalid: readonly { readonly type: string; readonly field: string; readonly count: number }[];
}
