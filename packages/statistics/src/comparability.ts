/** Why two figures must not be set against each other. */
export type NotComparable =
  | "different-definition"
  | "different-population"
  | "different-period"
  | "different-length"
  | "different-season"
  | "across-a-break";

/** What must be held against a comparison that is made all the same. */
export type Caveat = "provisional" | "rounded";

/** What a figure is, as far as a comparison must know. Texts are compared, never read. */
export interface Facts {
  /** Indicator and version of its definition. */
  readonly definition: string;
  /** Whom it is about: all inhabitants, minors, households … */
  readonly population: string;
  readonly period: {
    readonly year: number;
    /** Length of the period: `year`, `half-year`, `quarter`, `wave` … */
    readonly length: string;
    /** Which part of the year, from 1; absent for a whole year. */
    readonly part?: number;
  };
  /** Name of the stretch between two breaks in the series. */
  readonly stretch?: string;
  readonly provisional?: boolean;
  readonly roundedTo?: number;
}

/**
 * Why two figures can't be compared; nothing where they can. `areas`: two areas, over the same period. `moments`: one area at two moments,
 * over the same part of the year, since the first half of a year differs from the second whatever happens.
 *
 * @example
 * whyNotComparable(
 *   { definition: "reports", population: "all", period: { year: 2024, length: "half-year", part: 1 } },
 *   { definition: "reports", population: "all", period: { year: 2024, length: "half-year", part: 2 } },
 *   "moments",
 * ) // → ["different-season"]
 */
export function whyNotComparable(a: Facts, b: Facts, across: "areas" | "moments"): readonly NotComparable[] {
  const reasons: NotComparable[] = [];
  if (a.definition !== b.definition) reasons.push("different-definition");
  if (a.population !== b.population) reasons.push("different-population");
  if (a.period.length !== b.period.length) reasons.push("different-length");
  else if (across === "moments" && a.period.part !== b.period.part) reasons.push("different-season");
  else if (across === "areas" && (a.period.year !== b.period.year || a.period.part !== b.period.part))
    reasons.push("different-period");
  if (a.stretch !== b.stretch) reasons.push("across-a-break");
  return reasons;
}

/** What to say beside a comparison of these figures. */
export function caveatsOf(figures: readonly Facts[]): readonly Caveat[] {
  const caveats: Caveat[] = [];
  if (figures.some(({ provisional }) => provisional === true)) caveats.push("provisional");
  if (figures.some(({ roundedTo }) => (roundedTo ?? 1) > 1)) caveats.push("rounded");
  return caveats;
}
