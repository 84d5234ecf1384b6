import { matchCell, type Cell } from "@impactmonitor/model/cell";
import type { Indicator } from "@impactmonitor/model/indicator";
import { breakdownKey, type Observation } from "@impactmonitor/model/observation";
import type { Language } from "@impactmonitor/model/text";
import { areaLabel } from "@impactmonitor/views/area-words";
import { absenceLabel } from "@impactmonitor/views/absence-words";
import type { Book } from "@impactmonitor/views/book";
import { compareWithNation } from "@impactmonitor/views/comparison/compare-with-nation";
import { judgementLabel } from "@impactmonitor/views/comparison/judgement-words";
import { noteLine, notesOf } from "@impactmonitor/views/comparison/notes-of";
import { measureLabel } from "@impactmonitor/views/format";
import { marksInWords } from "@impactmonitor/views/mark-words";
import { pastsOf, type Past } from "@impactmonitor/views/past";
import { periodLabel } from "@impactmonitor/views/period-words";
import { practiceWords } from "@impactmonitor/views/practice-words";
import { revisionWords } from "@impactmonitor/views/revision";
import { shown } from "@impactmonitor/views/shown";
import { breakdownLabel } from "@impactmonitor/views/statement";

const columns = [
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
] as const;

/**
 * All published values of an indicator, one row each with code and label, source and edition.
 * A figure that was something else has what it first was, and which edition changed it.
 * For machines: comma, point, UTF-8, RFC 4180. Practice figures have a column more, the first, that says so in each row.
 */
export function indicatorCsv(
  book: Book,
  indicator: Indicator,
  language: Language,
  past: (it: Observation) => Past = pastsOf({ books: [book], corrects: () => false }, indicator.id),
): string {
  const rows = book.observations(indicator.id).flatMap((it) => {
    if (it.publishedFor !== undefined) return [];
    const area = book.area(it.area);
    const row = [
      indicator.id,
      indicator.title[language],
      it.area,
      area ? areaLabel(area, language) : it.area,
      it.period,
      periodLabel(it.period, language),
      it.measure,
      measureLabel(indicator, it.measure, language),
      breakdownKey(it.breakdown),
      breakdownLabel(book, it.breakdown, language),
      ...numbers(it.cell),
      matchCell(it.cell, { value: () => "", range: () => "", absent: (reason) => absenceLabel(reason)[language] }),
      "absent" in it.cell ? "" : it.cell.marks.join(" "),
      marksInWords(it.cell, language),
      ...besideCountry(book, it, language),
      it.reading.title,
      it.reading.url,
      it.reading.published,
      ...before(past(it), language),
      book.id,
      notesOf(book, { area: it.area, indicator: indicator.id, periods: [it.period] })
        .map((note) => noteLine(book, note, language))
        .join(" "),
    ];
    return [row];
  });
  return csvText(book, language, [columns, ...rows]);
}

/** Rows with a head → the text of a file; for a practice edition each row begins with what marks it as invented. */
export function csvText(
  book: Pick<Book, "kind">,
  language: Language,
  [head = [], ...rows]: readonly (readonly string[])[],
): string {
  const mark = practiceWords.band[language];
  const all =
    book.kind === "practice" ? [["practice", ...head], ...rows.map((row) => [mark, ...row])] : [head, ...rows];
  return `${all.map((row) => row.map(csvField).join(",")).join("\r\n")}\r\n`;
}

/** What the figure first was, and what the last edition that changed it made of it; empty where nothing changed. */
function before({ first, changes }: Past, language: Language): string[] {
  const last = changes.at(-1);
  return [
    first ? valueText(first.cell) : "",
    first?.reading.published ?? "",
    first?.reading.title ?? "",
    last?.edition ?? "",
    last ? valueText(last.from.cell) : "",
    last ? revisionWords[last.reason][language] : "",
  ];
}

/** A value, the ends of a range, or nothing for a reason. */
const valueText = (cell: Cell): string =>
  matchCell(cell, {
    value: (it) => String(it.value),
    range: (it) => `${it.range.lower}/${it.range.upper}`,
    absent: () => "",
  });

/** What the pages say of the figure beside the country's; empty where they don't compare. */
function besideCountry(book: Book, it: Observation, language: Language): [string, string] {
  const judgement = compareWithNation(book, shown(book, it))?.judgement;
  if (!judgement) return ["", ""];
  const certainty = "certainty" in judgement && judgement.certainty !== "none" ? ` ${judgement.certainty}` : "";
  return [`${judgement.verdict}${certainty}`, judgementLabel(judgement, language)];
}

const numbers = (cell: Cell): [string, string, string] =>
  matchCell(cell, {
    value: (it) => [
      String(it.value),
      it.lower === undefined ? "" : String(it.lower),
      it.upper === undefined ? "" : String(it.upper),
    ],
    range: (it) => ["", String(it.range.lower), String(it.range.upper)],
    absent: () => ["", "", ""],
  });

/** Quotes what needs it; a text that a spreadsheet would run as a formula gets an apostrophe. Numbers stay numbers. */
export function csvField(text: string): string {
  const formula = "=+@\t\r".includes(text.charAt(0)) || (text.startsWith("-") && !/^-?\d+(\.\d+)?$/.test(text));
  const safe = text !== "" && formula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
