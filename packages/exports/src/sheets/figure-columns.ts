import type { Book } from "@impactmonitor/views/book";
import type { Language } from "@impactmonitor/model/text";
import { practiceWords } from "@impactmonitor/views/practice-words";
import { besideColumns } from "./beside-columns.ts";
import { inOrder, type Column } from "./column.ts";
import type { FigureRow } from "./figure-row.ts";
import { originColumns } from "./origin-columns.ts";
import { subjectColumns } from "./subject-columns.ts";
import { valueColumns } from "./value-columns.ts";

/** Everything that can be told of a figure, each in one column. */
export const figureColumns: readonly Column<FigureRow>[] = [
  ...subjectColumns,
  ...valueColumns,
  ...besideColumns,
  ...originColumns,
];

/** Files for machines: a column that came later stands behind the others, so that nobody's reading of them breaks. */
export const machineColumns = inOrder(figureColumns, [
  "indicator",
  "indicator_title",
  "area",
  "area_name",
  "period",
  "period_name",
  "measure",
  "measure_name",
  "breakdown",
  "breakdown_name",
  "value",
  "lower",
  "upper",
  "status",
  "marks",
  "marks_name",
  "beside_country",
  "beside_country_name",
  "source_title",
  "source_url",
  "published",
  "first_value",
  "first_published",
  "first_source_title",
  "changed_in_edition",
  "changed_from",
  "changed_why",
  "edition",
  "working_practice",
  "absent",
  "theme",
  "theme_name",
  "level",
  "published_for",
  "compared_as",
  "compared_value",
  "country_value",
  "probably_from",
  "probably_to",
]);

/** Sheets for people: words and numbers first, codes for putting tables together behind them. */
export const peopleColumns = inOrder(figureColumns, [
  "theme_name",
  "indicator_title",
  "breakdown_name",
  "area_name",
  "period_name",
  "measure_name",
  "value",
  "lower",
  "upper",
  "status",
  "marks_name",
  "compared_value",
  "compared_as_name",
  "country_value",
  "beside_country_name",
  "beside_country_words",
  "probably_from",
  "probably_to",
  "status_words",
  "published_for_name",
  "working_practice",
  "first_value",
  "first_published",
  "first_source_title",
  "changed_in_edition",
  "changed_from",
  "changed_why",
  "source_title",
  "source_url",
  "published",
  "edition",
  "level_name",
  "theme",
  "indicator",
  "breakdown",
  "area",
  "level",
  "published_for",
  "period",
  "measure",
  "absent",
  "marks",
  "compared_as",
  "beside_country",
]);

/** Columns for figures of this edition: for practice the first one says in each row that they are invented. */
export function marked<Row>(
  columns: readonly Column<Row>[],
  { kind }: Pick<Book, "kind">,
  language: Language,
): readonly Column<Row>[] {
  if (kind !== "practice") return columns;
  const mark = practiceWords.band[language];
  const first: Column<Row> = {
    name: "practice",
    title: practiceWords.short,
    means: {
      nl: "Op elke rij: dit cijfer is verzonnen om mee te oefenen. Het gaat over geen echte regio.",
      en: "On each row: this figure was invented for practice. It is about no real region.",
    },
    width: 28,
    read: () => mark,
  };
  return [first, ...columns];
}
