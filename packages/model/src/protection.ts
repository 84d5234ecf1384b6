import type { Policy } from "./policy.ts";

/**
 * What an edition says of how its derived figures were made and protected: enough to know why a figure is missing, and to try whether a
 * hidden count can be worked out. It holds no count. `protection.json`.
 */
export interface Protection {
  readonly policy: Policy;
  readonly tables: readonly DerivedTable[];
}

/** A table of counts that figures were made of. */
export interface DerivedTable {
  readonly id: string;
  /** Whether a year is the sum of its half-years. */
  readonly adds: boolean;
  /**
   * How municipalities and provinces add up. `exact`: to the region and the country. `less`: some of what is counted has no known
   * municipality. `other`: some of it has a municipality in another region than the one that sent it.
   */
  readonly municipalities: "exact" | "less" | "other";
  readonly divisions: readonly {
    readonly dimension: string;
    readonly categories: readonly string[];
    readonly response: "exclusive" | "multiple";
    /** Sums within the division; an empty whole is the total. */
    readonly sums: readonly { readonly whole: string; readonly parts: readonly string[] }[];
  }[];
  /** Counts of which this table's total is a part; with `same`, the same count. */
  readonly within: readonly { readonly table: string; readonly category: string; readonly same: boolean }[];
}
