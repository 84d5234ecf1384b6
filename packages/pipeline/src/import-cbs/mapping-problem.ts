/** Something in a CBS table that the mapping file does not settle. */
export interface MappingProblem {
  /** measure, dimension, code, area, period, status, combination, attribute */
  readonly kind: string;
  /** Title of the dimension; empty for measures. */
  readonly dimension: string;
  readonly code: string;
  readonly title: string;
  readonly why: string;
  /** The known title that looks most like it. */
  readonly nearest: string;
  /** The file to add to, and the lines to add there. */
  readonly file: string;
  readonly add: string;
}

/** A text as YAML, always between double quotes. */
export const quoted = (text: string): string => JSON.stringify(text);
