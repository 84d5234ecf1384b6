import { isAbsent } from "@impactmonitor/model/cell";
import type { ContextVariable } from "@impactmonitor/model/context";
import type { Language, Text } from "@impactmonitor/model/text";
import { absenceLabel } from "@impactmonitor/views/absence-words";
import type { AreaRow, MissingRow } from "@impactmonitor/views/area-view";
import { areaLabel } from "@impactmonitor/views/area-words";
import type { Book } from "@impactmonitor/views/book";
import { judgementLabel, judgementSentence } from "@impactmonitor/views/comparison/judgement-words";
import { contextTables, contextUnit } from "@impactmonitor/views/context/context-figure";
import type { ContextForm } from "@impactmonitor/views/context/context-lines";
import { groupName, statusName } from "@impactmonitor/views/context/context-words";
import { measureLabel } from "@impactmonitor/views/format";
import { marksInWords } from "@impactmonitor/views/mark-words";
import { periodLabel } from "@impactmonitor/views/period-words";
import { partsText, sourceLine } from "@impactmonitor/views/statement";
import type { Theme } from "@impactmonitor/model/theme";
import type { Column } from "./column.ts";
import { formOf, lowerIn, upperIn, valueIn } from "./figure-row.ts";

interface Told {
  readonly book: Book;
  readonly language: Language;
}
/** The figure that the page of an area leads with, one for each indicator. */
export interface OverviewRow extends Told {
  readonly theme: Theme;
  readonly row: AreaRow;
}
/** An indicator without a figure for the area. */
export interface LackRow extends Told {
  readonly theme: Theme;
  readonly row: MissingRow;
}
/** A fact of the area beside the country's. */
export interface FactRow extends Told {
  readonly variable: ContextVariable;
  readonly form: ContextForm;
}

/** Makes columns of one kind of row, without a word twice. */
const columnsOf =
  <Row>() =>
  (
    name: string,
    width: number,
    title: Text,
    means: Text,
    read: Column<Row>["read"],
    form?: Column<Row>["form"],
  ): Column<Row> => ({ name, width, title, means, read, ...(form ? { form } : {}) });

const text = (nl: string, en: string): Text => ({ nl, en });
const figure = columnsOf<OverviewRow>();

/** What the page of the area shows: the newest figure of each indicator, in words and as a number. */
export const overviewColumns: readonly Column<OverviewRow>[] = [
  figure(
    "theme_name",
    20,
    text("Thema", "Theme"),
    text("Het thema.", "The theme."),
    ({ theme, language }) => theme.shortTitle[language],
  ),
  figure(
    "indicator_title",
    32,
    text("Cijfer", "Figure"),
    text("De naam.", "The name."),
    ({ row, language }) => row.indicator.title[language],
  ),
  figure(
    "sentence",
    60,
    text("In een zin", "In a sentence"),
    text("Wat de pagina van dit gebied erover zegt.", "What the page of this area says about it."),
    ({ row }) => partsText(row.statement),
  ),
  figure(
    "category",
    20,
    text("Uitsplitsing", "Breakdown"),
    text("Voor welk deel het geldt.", "Which part it is of."),
    ({ row }) => row.category,
  ),
  figure(
    "period_name",
    16,
    text("Periode", "Period"),
    text("De periode in woorden.", "The period in words."),
    ({ row, language }) => periodLabel(row.shown.period, language),
  ),
  figure(
    "value",
    12,
    text("Waarde", "Value"),
    text("Het cijfer.", "The figure."),
    ({ row }) => valueIn(row.shown.cell),
    ({ row }) => formOf(valueIn(row.shown.cell), row.indicator, row.shown.measure),
  ),
  figure(
    "lower",
    12,
    text("Ondergrens", "Lower bound"),
    text("De ondergrens die de bron geeft.", "The lower bound that the source gives."),
    ({ row }) => lowerIn(row.shown.cell),
    ({ row }) => formOf(lowerIn(row.shown.cell), row.indicator, row.shown.measure),
  ),
  figure(
    "upper",
    12,
    text("Bovengrens", "Upper bound"),
    text("De bovengrens die de bron geeft.", "The upper bound that the source gives."),
    ({ row }) => upperIn(row.shown.cell),
    ({ row }) => formOf(upperIn(row.shown.cell), row.indicator, row.shown.measure),
  ),
  figure(
    "measure_name",
    22,
    text("Maat", "Measure"),
    text("Wat het getal is.", "What the number is."),
    ({ row, language }) => measureLabel(row.indicator, row.shown.measure, language),
  ),
  figure(
    "status",
    18,
    text("Waarom geen waarde", "Why no value"),
    text("De reden in woorden.", "The reason in words."),
    ({ row, language }) => (isAbsent(row.shown.cell) ? absenceLabel(row.shown.cell.absent)[language] : undefined),
  ),
  figure(
    "marks_name",
    18,
    text("Tekens bij de waarde", "Marks of the value"),
    text("Wat u bij de waarde moet weten.", "What to know of the value."),
    ({ row, language }) => marksInWords(row.shown.cell, language),
  ),
  figure(
    "relative_value",
    14,
    text("Waarde om te vergelijken", "Value to compare"),
    text(
      "Een aantal, gedeeld door het aantal inwoners of door het totaal.",
      "A count, divided by the population or by its total.",
    ),
    ({ row }) => row.relative && valueIn(row.relative.cell),
    ({ row }) =>
      formOf(row.relative && valueIn(row.relative.cell), row.indicator, row.relative?.measure ?? row.shown.measure),
  ),
  figure(
    "relative_name",
    24,
    text("Vergeleken als", "Compared as"),
    text("Wat dat getal is.", "What that number is."),
    ({ row, language }) => row.relative && measureLabel(row.indicator, row.relative.measure, language),
  ),
  figure(
    "nation_value",
    12,
    text("Nederland", "Netherlands"),
    text("Het cijfer van heel Nederland in die maat.", "The figure of the whole country in that measure."),
    ({ row }) => row.nation && valueIn(row.nation.cell),
    ({ row }) =>
      formOf(row.nation && valueIn(row.nation.cell), row.indicator, row.nation?.measure ?? row.shown.measure),
  ),
  figure(
    "beside_country_name",
    24,
    text("Naast Nederland", "Beside the country"),
    text("Het oordeel van de pagina.", "The judgement of the page."),
    ({ row, language }) => row.comparison && judgementLabel(row.comparison.judgement, language),
  ),
  figure(
    "beside_country_words",
    50,
    text("Wat dat zegt", "What that says"),
    text("Hetzelfde in een hele zin.", "The same in a whole sentence."),
    ({ row, language }) => row.comparison && judgementSentence(row.comparison, language),
  ),
  figure(
    "source_line",
    50,
    text("Bron", "Source"),
    text("Bron, tabel of rapport, en editie.", "Source, table or report, and edition."),
    ({ book, row, language }) => sourceLine(book, row.shown, language),
  ),
  figure(
    "indicator",
    24,
    text("Cijfer (code)", "Figure (code)"),
    text("De indicator als code.", "The indicator as a code."),
    ({ row }) => row.indicator.id,
  ),
];

const lack = columnsOf<LackRow>();

/** What there is not for the area, and why. */
export const lackColumns: readonly Column<LackRow>[] = [
  lack(
    "theme_name",
    22,
    text("Thema", "Theme"),
    text("Het thema.", "The theme."),
    ({ theme, language }) => theme.shortTitle[language],
  ),
  lack(
    "indicator_title",
    36,
    text("Cijfer", "Figure"),
    text("De naam.", "The name."),
    ({ row, language }) => row.indicator.title[language],
  ),
  lack(
    "why",
    56,
    text("Waarom er geen cijfer is", "Why there is no figure"),
    text("De reden.", "The reason."),
    ({ row, language }) => row.why[language],
  ),
  lack(
    "former",
    30,
    text("Eerdere gebieden met een cijfer", "Former areas with a figure"),
    text(
      "Cijfers van die gebieden zelf; niets telt ze op.",
      "Figures of those areas themselves; nothing adds them up.",
    ),
    ({ row, language }) =>
      row.former.map((it) => `${areaLabel(it.area, language)} (${periodLabel(it.until, language)})`).join(", "),
  ),
  lack(
    "national",
    56,
    text("Wat voor heel Nederland bekend is", "What is known for the whole country"),
    text("Nooit in plaats van het cijfer van het gebied.", "Never in place of the figure of the area."),
    ({ row }) => row.national && partsText(row.national.statement),
  ),
  lack(
    "supplier",
    34,
    text("Wie het zou kunnen leveren", "Who could supply it"),
    text("Zo ver bekend.", "As far as known."),
    ({ row, language }) => row.indicator.supplier?.[language],
  ),
  lack(
    "indicator",
    24,
    text("Cijfer (code)", "Figure (code)"),
    text("De indicator als code.", "The indicator as a code."),
    ({ row }) => row.indicator.id,
  ),
];

const fact = columnsOf<FactRow>();
const factForm: Column<FactRow>["form"] = ({ form: { measure } }) => ({
  decimals: measure.decimals === 0 ? 0 : measure.decimals === 1 ? 1 : 2,
  percent: measure.percent,
});

/** Facts about the area that give its figures their setting. */
export const factColumns: readonly Column<FactRow>[] = [
  fact(
    "group",
    20,
    text("Onderwerp", "Subject"),
    text("Waar het feit over gaat.", "What the fact is about."),
    ({ variable, language }) => groupName(variable.group)[language],
  ),
  fact(
    "title",
    40,
    text("Feit", "Fact"),
    text("Wat het is. Geen oorzaak van een cijfer.", "What it is. No cause of any figure."),
    ({ form, language }) => form.measure.title[language],
  ),
  fact("year", 10, text("Jaar", "Year"), text("Van welk jaar.", "Of which year."), ({ form }) =>
    String(form.figure.year),
  ),
  fact(
    "value",
    14,
    text("Waarde", "Value"),
    text("Het feit, met al zijn decimalen.", "The fact, with all its decimals."),
    ({ form }) => form.figure.value,
    factForm,
  ),
  fact("unit", 24, text("Eenheid", "Unit"), text("Wat het getal is.", "What the number is."), ({ form, language }) =>
    contextUnit(form.measure, language),
  ),
  fact(
    "nation_value",
    14,
    text("Nederland", "Netherlands"),
    text("Hetzelfde voor heel Nederland.", "The same for the whole country."),
    ({ form }) => form.nation?.value,
    factForm,
  ),
  fact(
    "status_name",
    20,
    text("Soort getal", "Kind of number"),
    text(
      "Zoals gepubliceerd, of uit gepubliceerde getallen berekend.",
      "As published, or computed from published numbers.",
    ),
    ({ form, language }) => statusName(form.figure.status)[language],
  ),
  fact("tables", 50, text("Tabel", "Table"), text("De openbare tabel.", "The public table."), ({ book, form }) =>
    contextTables(book, [form.figure])
      .map((it) => it.title)
      .join("; "),
  ),
  fact(
    "urls",
    50,
    text("Adres van de tabel", "Address of the table"),
    text("Waar die te vinden is.", "Where it is found."),
    ({ book, form }) =>
      contextTables(book, [form.figure])
        .map((it) => it.url)
        .join("\n"),
  ),
  fact(
    "variable",
    24,
    text("Feit (code)", "Fact (code)"),
    text("Het feit als code.", "The fact as a code."),
    ({ variable }) => variable.id,
  ),
];
