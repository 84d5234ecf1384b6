import type { Book } from "@impactmonitor/views/book";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Language, Text } from "@impactmonitor/model/text";
import { guardsOf } from "@impactmonitor/views/guards";
import { lead } from "@impactmonitor/views/lead";
import { practiceWords } from "@impactmonitor/views/practice-words";
import type { Make, Paper, Told } from "../documents/make-document.ts";
import type { Order, Subject } from "../documents/order.ts";
import { areaSheets, type ToldSheet } from "./area-sheets.ts";
import { chosenComparison, comparisonNotes, comparisonTitle } from "./chosen-comparison.ts";
import { figuresOf } from "./chosen-figures.ts";
import type { Column } from "./column.ts";
import { comparePeopleColumns } from "./compare-columns.ts";
import { compareRows } from "./compare-row.ts";
import { coverSheet, printedWords } from "./cover-sheet.ts";
import { marked, peopleColumns } from "./figure-columns.ts";
import { indicatorColumns } from "./indicator-columns.ts";
import { telling } from "./progress.ts";
import { ownWords, sourceOfFigures, sourceOnEachRow } from "./sheet-source.ts";
import { tableSheet } from "./table-sheet.ts";
import { writeWorkbook } from "./write-workbook.ts";

const words = {
  figures: { nl: "Cijfers", en: "Figures" },
  figuresAbout: {
    nl: "Elk cijfer op een eigen rij, met bron en editie. De codes staan achteraan. Op papier komen de kolommen tot en met ‘Tekens bij de waarde’.",
    en: "Each figure on a row of its own, with source and edition. The codes are at the end. On paper come the columns up to ‘Marks of the value’.",
  },
  comparison: { nl: "Vergelijking", en: "Comparison" },
  comparisonAbout: {
    nl: "Wat de pagina laat zien, elk cijfer van elk gebied op een eigen rij, met het oordeel in woorden. Op papier komen de kolommen tot en met ‘Tekens bij de waarde’.",
    en: "What the page shows, each figure of each area on a row of its own, with the judgement in words. On paper come the columns up to ‘Marks of the value’.",
  },
  comparedAbout: {
    nl: "Gebieden naast elkaar, precies zoals op de pagina.",
    en: "Areas side by side, exactly as on the page.",
  },
  indicators: { nl: "Over de cijfers", en: "About the figures" },
  indicatorsAbout: {
    nl: "Van elk cijfer: wat er is geteld, wat het niet zegt, en wie ervoor instaat.",
    en: "Of each figure: what was counted, what it does not say, and who answers for it.",
  },
  columns: { nl: "Kolommen", en: "Columns" },
  columnsAbout: { nl: "Wat er in elke kolom staat.", en: "What stands in each column." },
} as const satisfies Readonly<Record<string, Text>>;

/** The figures of a workbook, before its cover and its explanations. */
interface Content {
  readonly title: string;
  readonly about: string;
  readonly count: number;
  readonly indicators: readonly Indicator[];
  readonly notes: readonly string[];
  readonly tables: readonly ToldSheet[];
}

/** An .xlsx of an area, an indicator, a comparison or a whole edition. It is a table whatever was chosen: `tables` is not asked. */
export const makeWorkbook: Make = async (paper, order, told) => {
  const { book } = paper;
  const { language } = order;
  const content =
    order.subject.kind === "comparison"
      ? comparisonContent(paper, order.subject, language)
      : figuresContent(paper, order, told);
  const indicators = content.indicators.length > 0 ? [indicatorsSheet(paper, content.indicators, language)] : [];
  const tables = [...content.tables, ...indicators];
  const columns = columnsSheet(tables, language);
  const sheets = [...tables, columns];
  const title = book.kind === "practice" ? `${practiceWords.short[language]}: ${content.title}` : content.title;
  const cover = coverSheet(
    paper,
    {
      ...content,
      title,
      source: sourceOfFigures(book, content.indicators, language),
      sheets: sheets.map((it) => [it.sheet.name, it.about]),
    },
    language,
  );
  return writeWorkbook({
    title: `${title} – Impactmonitor`,
    language,
    date: book.date,
    ...printedWords(paper, content.title, language),
    sheets: [cover, ...sheets.map((it) => it.sheet)],
  });
};

function figuresContent(paper: Paper, order: Order, told: Told): Content {
  const { book } = paper;
  const { language, choices, subject } = order;
  const chosen = figuresOf(paper, order);
  const columns = marked(peopleColumns, book, language);
  const figures: ToldSheet = {
    sheet: tableSheet(columns, telling(chosen.rows(language), chosen.count, told), {
      name: words.figures[language],
      source: sourceOfFigures(book, chosen.indicators, language),
      language,
      printed: ["theme_name", "marks_name"],
    }),
    about: words.figuresAbout[language],
    columns,
  };
  const around = subject.kind === "area" && chosen.area ? areaSheets(book, chosen.area, choices, language) : undefined;
  return {
    title: chosen.title[language],
    about: chosen.about[language],
    count: chosen.count,
    indicators: chosen.indicators,
    notes: around?.notes ?? (subject.kind === "indicator" ? leadNotes(book, subject, language) : []),
    tables: [...(around?.before ?? []), ...(chosen.count > 0 ? [figures] : []), ...(around?.after ?? [])],
  };
}

/** What the page of an indicator says beside the figure that it begins with. */
function leadNotes(book: Book, { indicator, area = "NL01" }: IndicatorSubject, language: Language): readonly string[] {
  const found = book.indicators.get(indicator);
  const figure = found && lead(book, found, area);
  return figure ? guardsOf(book, [figure]).map((it) => it.text[language]) : [];
}
type IndicatorSubject = Extract<Subject, { kind: "indicator" }>;

function comparisonContent(
  { book }: Paper,
  subject: Extract<Subject, { kind: "comparison" }>,
  language: Language,
): Content {
  const view = chosenComparison(book, subject);
  const rows = compareRows(book, view, language);
  const columns = marked(comparePeopleColumns, book, language);
  const indicators = [...new Set(view.columns.map((it) => it.indicator))];
  return {
    title: comparisonTitle(view)[language],
    about: words.comparedAbout[language],
    count: rows.filter((it) => it.shown).length,
    indicators,
    notes: comparisonNotes(book, view, language),
    tables: [
      {
        sheet: tableSheet(columns, rows, {
          name: words.comparison[language],
          source: sourceOfFigures(book, indicators, language),
          language,
          printed: ["indicator_title", "marks_name"],
        }),
        about: words.comparisonAbout[language],
        columns,
      },
    ],
  };
}

/** The definitions, and all that must be known to use the figures. */
function indicatorsSheet({ book }: Paper, indicators: readonly Indicator[], language: Language): ToldSheet {
  const rows = indicators.map((indicator) => ({ book, indicator, language }));
  return {
    sheet: tableSheet(indicatorColumns, rows, {
      name: words.indicators[language],
      source: sourceOnEachRow(book, language),
      language,
      wrap: true,
    }),
    about: words.indicatorsAbout[language],
    columns: indicatorColumns,
  };
}

interface ToldColumn {
  readonly sheet: string;
  readonly column: ToldSheet["columns"][number];
}

/** What stands in each column of each sheet. */
function columnsSheet(tables: readonly ToldSheet[], language: Language): ToldSheet {
  const columns: readonly Column<ToldColumn>[] = [
    {
      name: "sheet",
      title: { nl: "Blad", en: "Sheet" },
      means: { nl: "Op welk blad.", en: "On which sheet." },
      width: 20,
      read: (it) => it.sheet,
    },
    {
      name: "column",
      title: { nl: "Kolom", en: "Column" },
      means: { nl: "De naam van de kolom.", en: "The name of the column." },
      width: 32,
      read: (it) => it.column.title[language],
    },
    {
      name: "means",
      title: { nl: "Wat er staat", en: "What stands there" },
      means: { nl: "Uitleg.", en: "Explanation." },
      width: 90,
      read: (it) => it.column.means[language],
    },
    {
      name: "name",
      title: { nl: "Naam in CSV en Parquet", en: "Name in CSV and Parquet" },
      means: { nl: "Voor programma’s.", en: "For programs." },
      width: 26,
      read: (it) => it.column.name,
    },
  ];
  const rows = tables.flatMap(({ sheet, columns }) => columns.map((column) => ({ sheet: sheet.name, column })));
  return {
    sheet: tableSheet(columns, rows, {
      name: words.columns[language],
      source: ownWords(language),
      language,
      wrap: true,
    }),
    about: words.columnsAbout[language],
    columns,
  };
}
