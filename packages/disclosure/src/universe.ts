import type { Interval } from "./interval.ts";

/**
 * Everything that is published together, and whatever was published before, as one problem: cells, and which cells are sums of
 * others. Tables that share cells share them here too, so that no difference between two tables is forgotten.
 */
export interface Universe {
  readonly cells: readonly UniverseCell[];
  /** parent = sum of children, as positions in `cells`. Holds exactly for the true counts. */
  readonly equations: readonly { readonly parent: number; readonly children: readonly number[] }[];
  /** Divisions of which it must not be known that all, or all but one, fall in one part. */
  readonly groups?: readonly Group[];
}

/** A division of people by something sensitive: the parent counts all of them, the children how many fall in each part. */
export interface Group {
  readonly parent: number;
  readonly children: readonly number[];
  /** The children that say something sensitive about whoever is in them. When left out: all. */
  readonly sensitive?: readonly number[];
}

export interface UniverseCell {
  /** The true count. */
  readonly count: number;
  /** Distinct units (casus, household) behind the count, where these are known: the threshold is tested on them as well. */
  readonly units?: number;
  /**
   * `open`: an attacker has it already, as an earlier edition shows it. `hidden`: an earlier edition hid it, and what is hidden once stays so.
   * `unpublished`: no table shows it (reports without a known municipality), it only closes a sum.
   */
  readonly fixed?: "open" | "hidden" | "unpublished";
  /**
   * Of an unpublished cell: it is about nobody, such as what has no known place, and needs no protection itself. When left out it does, as
   * what is outside a category is a category too.
   */
  readonly harmless?: boolean;
  /** A zero that says nothing, as it can't be otherwise. */
  readonly structural?: boolean;
  /**
   * What is known of the count as soon as it is shown, where that is not what follows from its rounded number: an earlier edition showed it,
   * and it changed much, little or not at all. Holds the count.
   */
  readonly known?: Interval;
  /** Hiding a cell with a higher cost is avoided longer. When left out: its count, so that totals stay open. */
  readonly cost?: number;
}
