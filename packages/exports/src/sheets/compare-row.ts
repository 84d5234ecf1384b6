import { isAbsent } from "@impactmonitor/model/cell";
import type { Language } from "@impactmonitor/model/text";
import { absenceLabel } from "@impactmonitor/views/absence-words";
import type { Book } from "@impactmonitor/views/book";
import type { CompareCell, CompareColumn, CompareView } from "@impactmonitor/views/comparison/compare-view";
import type { Comparison } from "@impactmonitor/views/comparison/judgement";
import { judgementLabel, judgementSentence } from "@impactmonitor/views/comparison/judgement-words";
import type { Shown } from "@impactmonitor/views/shown";
import { type Column } from "./column.ts";
import { formOf, valueIn } from "./figure-row.ts";

/** A figure of one of the areas, or of the country, as a compare page has it. */
export interface CompareRow {
  readonly book: Book;
  readonly view: CompareView;
  readonly language: Language;
  readonly column: CompareColumn;
  /** Code of the area. */
  readonly area: string;
  readonly shown?: Shown;
  /** Absent for the country. */
  readonly cell?: CompareCell;
  /** With the country, in the measure of the figure: what belongs to a rate does not stand beside the count. */
  readonly alike?: Comparison;
}

/** Of each figure first the country, then the areas in the order of the page. */
export function compareRows(book: Book, view: CompareView, language: Language): readonly CompareRow[] {
  return view.columns.flatMap((column): CompareRow[] => {
    const about = { book, view, language, column };
    const nation = column.nation ? [{ ...about, area: "NL01", shown: column.nation }] : [];
    return [
      ...nation,
      ...column.cells.map((cell) => {
        const { shown, national } = cell;
        const alike = national && national.own.measure === shown?.measure ? national : undefined;
        return { ...about, area: cell.area.code, cell, ...(shown ? { shown } : {}), ...(alike ? { alike } : {}) };
      }),
    ];
  });
}

export type Reads = Column<CompareRow>["read"];
export type Forms = Column<CompareRow>["form"];

export const form: Forms = ({ column, shown }) =>
  formOf(shown && valueIn(shown.cell), column.indicator, shown?.measure ?? column.measure);
export const decimals: Forms = ({ column, shown }) => formOf(0.5, column.indicator, shown?.measure ?? column.measure);
export const label = (it: Comparison | undefined, language: Language): string | undefined =>
  it && judgementLabel(it.judgement, language);
export const sentence = (it: Comparison | undefined, language: Language): string | undefined =>
  it && judgementSentence(it, language);
export const reason: Reads = ({ cell, shown, language }) =>
  cell?.without?.[language] ?? (shown && isAbsent(shown.cell) ? absenceLabel(shown.cell.absent)[language] : undefined);

/** A column of such rows, its words in both languages. */
export const column = (
  name: string,
  width: number,
  [titleNl, titleEn]: readonly [string, string],
  [meansNl, meansEn]: readonly [string, string],
  read: Reads,
  numbers?: Forms,
): Column<CompareRow> => ({
  name,
  width,
  title: { nl: titleNl, en: titleEn },
  means: { nl: meansNl, en: meansEn },
  read,
  ...(numbers ? { form: numbers } : {}),
});
