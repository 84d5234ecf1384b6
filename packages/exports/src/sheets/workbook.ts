import type { Language } from "@impactmonitor/model/text";
import type { Field, NumberForm } from "./column.ts";
import type { Look } from "./styles.ts";

/** A workbook as plain data; the rows of its tables may be made while it is written. */
export interface Workbook {
  readonly title: string;
  readonly language: Language;
  /** Day of the edition, ISO: the only date in the file. */
  readonly date: string;
  /** On each printed sheet above and below; more than some 250 characters do not fit. */
  readonly above: string;
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
}
export type TextCell = { readonly text: Field; readonly look: Look } | undefined;

/** A sheet that is one table: a head that stays in sight, filters, a row each. */
export interface TableSheet {
  readonly kind: "table";
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: Iterable<readonly TableCell[]>;
  /** Long texts are set on more lines; for a table of hundreds of thousands of rows that takes a spreadsheet too long. */
  readonly wrap: boolean;
}
/** A number with the form in which it is shown. */
export type TableCell = Field | { readonly number: number; readonly form: NumberForm };
