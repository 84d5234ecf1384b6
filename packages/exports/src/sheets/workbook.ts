import type { Language } from "@impactmonitor/model/text";
import type { Field, NumberForm } from "./column.ts";
import type { Look } from "./styles.ts";

/** A workbook as plain data; the rows of its tables may be made while it is written. */
export interface Workbook {
  readonly title: string;
  readonly language: Language;
  /** Day of the edition, ISO: the only date in the file. */
  readonly date: string;
  /** What marks every sheet, in sight and on paper: that its figures are invented, or that its edition was withdrawn; or nothing. */
  readonly above: string;
  /** What each sheet is part of, from which edition and day: in sight and on paper. */
  readonly below: string;
  readonly sheets: readonly Sheet[];
}

export type Sheet = TextSheet | TableSheet;

/** A sheet to read from top to bottom. */
export interface TextSheet {
  readonly kind: "text";
  readonly name: string;
  /** In characters, one for each column. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly TextCell[])[];
  /** Where what stands on it comes from, in a line. */
  readonly source: string;
}
export type TextCell = { readonly text: Field; readonly look: Look } | undefined;

/** A sheet that is one table: a line of origin and a head that stay in sight, filters, a row each. */
export interface TableSheet {
  readonly kind: "table";
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: Iterable<readonly TableCell[]>;
  /** Long texts are set on more lines; for a table of hundreds of thousands of rows that takes a spreadsheet too long. */
  readonly wrap: boolean;
  /** Where what stands on it comes from, in a line. */
  readonly source: string;
  /** First and last column that go onto paper, side by side on one page; without it all do, over as many pages as they need. */
  readonly printed?: readonly [first: number, last: number];
}
/** A number with the form in which it is shown. */
export type TableCell = Field | { readonly number: number; readonly form: NumberForm };
