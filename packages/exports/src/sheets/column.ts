import type { Text } from "@impactmonitor/model/text";

/** What stands in one place of a table: words, a number, or nothing. */
export type Field = string | number | undefined;

/** How a spreadsheet shows a number: with so many decimals, and with a sign for per cent behind it. The number stays itself. */
export interface NumberForm {
  readonly decimals: 0 | 1 | 2;
  readonly percent: boolean;
}

/** One column of a table, whatever file it goes into. */
export interface Column<Row> {
  /** Its head in files for machines. It never changes. */
  readonly name: string;
  /** Its head in files for people. */
  readonly title: Text;
  /** What stands in it, for who never saw it. */
  readonly means: Text;
  /** In characters. */
  readonly width: number;
  readonly read: (row: Row) => Field;
  readonly form?: (row: Row) => NumberForm;
}

/** Columns in the order of these names. @throws when one isn't there: a slip of ours */
export function inOrder<Row>(columns: readonly Column<Row>[], names: readonly string[]): readonly Column<Row>[] {
  return names.map((name) => {
    const found = columns.find((it) => it.name === name);
    if (!found) throw new RangeError(`no column ${name}`);
    return found;
  });
}
