/** What a number was made with, for a footnote or a file. */
export type Method =
  | "exact-poisson"
  | "byar"
  | "wilson"
  | "wilson-continuity"
  | "clopper-pearson"
  | "newcombe"
  | "log-ratio"
  | "mover"
  | "quasi-poisson"
  | "wald-paired"
  | "bonett-price"
  | "gamma-poisson"
  | "beta-binomial";

/** A number with its interval. `lower` ≤ `estimate` ≤ `upper`; `level` is the coverage aimed at, such as 0.95. */
export interface Estimate {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly method: Method;
}

/** Why there is no number. */
export type TooLittleReason =
  /** Nobody lives there, nothing was asked: the denominator is zero. */
  | "no-denominator"
  /** A ratio with a zero in it has no estimate on the scale of ratios. */
  | "zero-count"
  /** Counts below the smallest one that a statement is made about. */
  | "small-numbers"
  | "too-few-points"
  | "too-few-areas"
  /** All values are the same, so that nothing can be measured against their spread. */
  | "no-variation"
  /** The same people asked twice, of whom it isn't known who changed, and it matters. */
  | "unknown-changes";

export interface TooLittle {
  readonly tooLittle: TooLittleReason;
}

export type Outcome = Estimate | TooLittle;

/**
 * Whether there is a number.
 *
 * @example
 * isEstimate({ tooLittle: "zero-count" }) // → false
 */
export const isEstimate = (outcome: Outcome): outcome is Estimate => "estimate" in outcome;

/** Asked of every interval: how sure. */
export interface LevelOption {
  /** Coverage between 0 and 1; 0.95 unless told. */
  readonly level?: number;
}
