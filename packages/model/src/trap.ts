/** Ways in which figures have been misread, that a sentence beside the figure can stop. */
export const traps = [
  "volume",
  "two-counts",
  "national-rate",
  "half-year",
  "small-number",
  "unspecified-dot",
  "cohorts",
  "overlap",
  "provisional",
] as const;
export type Trap = (typeof traps)[number];
