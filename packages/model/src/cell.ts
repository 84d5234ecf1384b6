/**
 * Why there is no value. CBS prints one "." for unknown, unreliable or secret;
 * we do not guess which, so that dot is `unspecified`.
 */
export const absences = [
  "suppressed",
  "not-delivered",
  "not-applicable",
  "not-yet",
  "not-collected",
  "unspecified",
] as const;
export type Absence = (typeof absences)[number];

/** What a reader must know about a value that is there. */
export const marks = ["provisional", "revised-provisional", "estimate", "rounded", "break"] as const;
export type Mark = (typeof marks)[number];

export interface Value {
  readonly value: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly n?: number;
  readonly marks: readonly Mark[];
}
/** Only two bounds were published; the middle is not ours to invent. */
export interface Range {
  readonly range: { readonly lower: number; readonly upper: number };
  readonly marks: readonly Mark[];
}
export interface Absent {
  readonly absent: Absence;
}

/** A cell is a value, a range or a reason. Zero is a value. */
export type Cell = Value | Range | Absent;

export const isValue = (cell: Cell): cell is Value => "value" in cell;
export const isRange = (cell: Cell): cell is Range => "range" in cell;
export const isAbsent = (cell: Cell): cell is Absent => "absent" in cell;

/** Handles every kind of cell; leaving one out does not compile. */
export function matchCell<T>(
  cell: Cell,
  cases: { value: (cell: Value) => T; range: (cell: Range) => T; absent: (reason: Absence) => T },
): T {
  if (isValue(cell)) return cases.value(cell);
  if (isRange(cell)) return cases.range(cell);
  return cases.absent(cell.absent);
}
