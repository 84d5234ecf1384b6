import { isAbsent, isRange, isValue } from "@impactmonitor/model/cell";
import { breakdownKey } from "@impactmonitor/model/observation";
import type { Language } from "@impactmonitor/model/text";
import { areaLabel } from "@impactmonitor/views/area-words";
import type { Book } from "@impactmonitor/views/book";
import type { CompareCell, CompareColumn, CompareView } from "@impactmonitor/views/comparison/compare-view";
import type { Comparison } from "@impactmonitor/views/comparison/judgement";
import { judgementLabel, judgementSentence } from "@impactmonitor/views/comparison/judgement-words";
import { noteLine } from "@impactmonitor/views/comparison/notes-of";
import { measureLabel } from "@impactmonitor/views/format";
import { marksInWords } from "@impactmonitor/views/mark-words";
import { periodLabel } from "@impactmonitor/views/period-words";
import type { Shown } from "@impactmonitor/views/shown";
import { breakdownLabel } from "@impactmonitor/views/statement";
import { csvText } from "./indicator-csv.ts";

const columns = [
  "indicator",
  "indicator_title",
  "breakdown",
  "breakdown_name",
  "area",
  "area_name",
  "period",
  "period_name",
  "measure",
  "measure_name",
  "value",
  "lower",
  "upper",
  "status",
  "marks",
  "marks_name",
  "index_netherlands_100",
  "probably_from",
  "probably_to",
  "netherlands_value",
  "judged_by",
  "judgement",
  "judgement_name",
  "judgement_words",
  "beside_area",
  "beside_judgement",
  "beside_name",
  "beside_words",
  "outside_in_period_before",
  "source_title",
  "source_url",
  "edition",
  "working_practice",
] as const;

/**
 * Exactly what a compare page shows, a row for each figure of each area and of the country, with the judgements in code and in words.
 * The interval is what chance alone leaves open (95 %); a derived value has all its decimals.
 */
export function compareCsv(book: Book, view: CompareView, language: Language): string {
  const rows = view.columns.flatMap((column) => [
    ...(column.nation ? [nationRow(book, column, column.nation, language)] : []),
    ...column.cells.map((cell) => cellRow(book, view, column, cell, language)),
  ]);
  return csvText(book, language, [columns, ...rows]);
}

function nationRow(book: Book, column: CompareColumn, nation: Shown, language: Language): readonly string[] {
  const blanks = Array.from({ length: 13 }, () => "");
  return [
    ...subject(book, column, language),
    "NL01",
    nl(language),
    ...period(column, language),
    ...figure(column, nation, language),
    ...blanks,
    ...origin(book, nation),
    "",
  ];
}

const nl = (language: Language): string => (language === "nl" ? "Nederland" : "Netherlands");

function cellRow(
  book: Book,
  view: CompareView,
  column: CompareColumn,
  cell: CompareCell,
  language: Language,
): readonly string[] {
  const { area, shown, national, beside } = cell;
  // A count is judged as a rate: what belongs to the rate does not stand beside the count.
  const alike = national?.own.measure === shown?.measure ? national : undefined;
  const other = alike && isValue(alike.other.cell) ? String(alike.other.cell.value) : "";
  const numbers = shown
    ? figure(column, shown, language, cell.without?.[language])
    : [
        column.measure,
        measureLabel(column.indicator, column.measure, language),
        "",
        "",
        "",
        cell.without?.[language] ?? "",
        "",
        "",
      ];
  return [
    ...subject(book, column, language),
    area.code,
    areaLabel(area, language),
    ...period(column, language),
    ...numbers,
    cell.index === undefined ? "" : String(cell.index),
    ...between(alike),
    other,
    national?.judgement.by ?? "",
    ...judged(national, language),
    beside ? areaLabel(view.areas[0], language) : "",
    ...judged(beside, language),
    cell.outlierIn ?? "",
    ...(shown ? origin(book, shown) : ["", "", book.id]),
    cell.notes.map((note) => noteLine(book, note, language)).join(" "),
  ];
}

const subject = (book: Book, { indicator, breakdown }: CompareColumn, language: Language): readonly string[] => [
  indicator.id,
  indicator.title[language],
  breakdownKey(breakdown),
  breakdownLabel(book, breakdown, language),
];

const period = (it: CompareColumn, language: Language): readonly string[] => [
  it.period,
  periodLabel(it.period, language),
];

function figure(
  { indicator }: CompareColumn,
  { cell, measure }: Shown,
  language: Language,
  status = "",
): readonly string[] {
  const text = (value: number | undefined): string => (value === undefined ? "" : String(value));
  const numbers = isValue(cell)
    ? [text(cell.value), text(cell.lower), text(cell.upper)]
    : isRange(cell)
      ? ["", text(cell.range.lower), text(cell.range.upper)]
      : ["", "", ""];
  return [
    measure,
    measureLabel(indicator, measure, language),
    ...numbers,
    status,
    isAbsent(cell) ? "" : cell.marks.join(" "),
    marksInWords(cell, language),
  ];
}

const between = (it: Comparison | undefined): readonly string[] =>
  it?.between ? [it.between.lower.toFixed(3), it.between.upper.toFixed(3)] : ["", ""];

function judged(it: Comparison | undefined, language: Language): readonly string[] {
  if (!it) return ["", "", ""];
  const { judgement } = it;
  const certainty = "certainty" in judgement && judgement.certainty !== "none" ? ` ${judgement.certainty}` : "";
  return [`${judgement.verdict}${certainty}`, judgementLabel(judgement, language), judgementSentence(it, language)];
}

const origin = (book: Book, { reading }: Shown): readonly string[] => [reading.title, reading.url, book.id];
