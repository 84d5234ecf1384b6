import type { Area } from "@impactmonitor/model/area";
import type { Language, Text } from "@impactmonitor/model/text";
import { areaView, type AreaView } from "@impactmonitor/views/area-view";
import type { Book } from "@impactmonitor/views/book";
import { guardsOf } from "@impactmonitor/views/guards";
import type { Choices } from "../documents/order.ts";
import { factColumns, lackColumns, overviewColumns, type FactRow } from "./area-columns.ts";
import type { Column } from "./column.ts";
import { marked } from "./figure-columns.ts";
import { ownWords, sourceOfFacts, sourceOfFigures } from "./sheet-source.ts";
import { tableSheet } from "./table-sheet.ts";
import type { TableSheet } from "./workbook.ts";

/** A table of a workbook with what is on it, and the columns that need explaining. */
export interface ToldSheet {
  readonly sheet: TableSheet;
  readonly about: string;
  readonly columns: readonly Pick<Column<never>, "name" | "title" | "means">[];
}

const names = {
  overview: { nl: "Overzicht", en: "Overview" },
  lacks: { nl: "Wat ontbreekt", en: "What is missing" },
  facts: { nl: "Het gebied", en: "The area" },
} as const satisfies Readonly<Record<string, Text>>;

const abouts = {
  overview: {
    nl: "Van elk cijfer het nieuwste, in een zin en als getal, naast Nederland.",
    en: "Of each figure the newest, in a sentence and as a number, beside the country.",
  },
  lacks: {
    nl: "Cijfers die er voor dit gebied niet zijn, met de reden.",
    en: "Figures that there are not for this area, with the reason.",
  },
  facts: {
    nl: "Feiten over het gebied uit openbare tabellen. Ze geven cijfers een omgeving en verklaren niets.",
    en: "Facts about the area from public tables. They give figures a setting and explain nothing.",
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What the page of an area has around the figures themselves. */
export interface AreaSheets {
  /** Its newest figures in words; empty where it has none. */
  readonly before: readonly ToldSheet[];
  /** What there is not, and facts of its setting. */
  readonly after: readonly ToldSheet[];
  /** What must be said beside the figures so that nobody misreads them. */
  readonly notes: readonly string[];
}

/** @param area one that has figures */
export function areaSheets(book: Book, area: Area, { themes }: Choices, language: Language): AreaSheets {
  const view = areaView(book, area, language);
  const groups = view.themes.filter((it) => themes === undefined || themes.includes(it.theme.id));
  const told = { book, language };
  const overview = groups.flatMap(({ theme, rows }) => rows.map((row) => ({ ...told, theme, row })));
  const lacks = groups.flatMap(({ theme, missing }) => missing.map((row) => ({ ...told, theme, row })));
  const facts = factsOf(view).map((it) => ({ ...told, ...it }));
  const indicators = [...new Set(overview.map((it) => it.row.shown.indicator))];
  const source = sourceOfFigures(book, indicators, language);
  const guards = guardsOf(
    book,
    overview.map((it) => it.row.shown),
  );
  return {
    before: sheetOf("overview", marked(overviewColumns, book, language), overview, source, language),
    after: [
      ...sheetOf("lacks", marked(lackColumns, book, language), lacks, ownWords(language), language),
      ...sheetOf("facts", factColumns, facts, sourceOfFacts(language), language),
    ],
    notes: guards.map((it) => it.text[language]),
  };
}

function sheetOf<Row>(
  which: keyof typeof names,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  source: string,
  language: Language,
): readonly ToldSheet[] {
  if (rows.length === 0) return [];
  const sheet = tableSheet(columns, rows, { name: names[which][language], source, language, wrap: true });
  return [{ sheet, about: abouts[which][language], columns }];
}

/** Each fact in the form that compares, and the total behind it. */
const factsOf = ({ context }: AreaView): readonly Pick<FactRow, "variable" | "form">[] =>
  context.groups.flatMap(({ lines }) =>
    lines.flatMap((form) => [
      { variable: form.variable, form },
      ...(form.total && form.total.measure.divided === undefined && form.measure.divided
        ? [{ variable: form.variable, form: form.total }]
        : []),
    ]),
  );
