import type { ContextValue } from "@impactmonitor/model/context";
import type { Language } from "@impactmonitor/model/text";
import type { Book } from "@impactmonitor/views/book";
import type { Column } from "./column.ts";
import { areaName } from "./figure-row.ts";

/** A fact about an area as it was published or computed from what was. */
export interface ContextRow {
  readonly book: Book;
  readonly language: Language;
  readonly it: ContextValue;
}

const column = (
  name: string,
  titleNl: string,
  titleEn: string,
  meansNl: string,
  meansEn: string,
  read: Column<ContextRow>["read"],
): Column<ContextRow> => ({
  name,
  title: { nl: titleNl, en: titleEn },
  means: { nl: meansNl, en: meansEn },
  width: 20,
  read,
});

const variable = ({ book, it }: ContextRow) => book.catalogue.contextVariables.find((one) => one.id === it.variable);

/** Facts about areas, for machines. */
export const contextColumns: readonly Column<ContextRow>[] = [
  column(
    "variable",
    "Feit (code)",
    "Fact (code)",
    "Het feit als code.",
    "The fact as a code.",
    (row) => row.it.variable,
  ),
  column("variable_title", "Feit", "Fact", "Wat het is.", "What it is.", (row) => variable(row)?.title[row.language]),
  column(
    "unit",
    "Eenheid",
    "Unit",
    "Wat het getal is.",
    "What the number is.",
    (row) => variable(row)?.unit[row.language],
  ),
  column(
    "area",
    "Gebied (code)",
    "Area (code)",
    "De code van het gebied.",
    "The code of the area.",
    (row) => row.it.area,
  ),
  column("area_name", "Gebied", "Area", "De naam van het gebied.", "The name of the area.", ({ book, it, language }) =>
    areaName(book, it.area, language),
  ),
  column("year", "Jaar", "Year", "Van welk jaar.", "Of which year.", (row) => row.it.year),
  column(
    "classification",
    "Indeling",
    "Classification",
    "Het jaar van de grenzen waarvoor het geldt.",
    "The year of the boundaries that it is for.",
    (row) => row.it.classification,
  ),
  column("value", "Waarde", "Value", "Het feit.", "The fact.", (row) => row.it.value),
  column(
    "status",
    "Soort getal (code)",
    "Kind of number (code)",
    "official: zoals gepubliceerd; approximation: berekend uit gepubliceerde getallen; estimate: geschat tussen twee jaren.",
    "official: as published; approximation: computed from published numbers; estimate: between two years.",
    (row) => row.it.status,
  ),
  column(
    "source_title",
    "Tabel",
    "Table",
    "De openbare tabel.",
    "The public table.",
    ({ book, it }) => book.contextSource(it.source)?.title,
  ),
  column(
    "source_url",
    "Adres van de tabel",
    "Address of the table",
    "Waar die staat.",
    "Where it is.",
    ({ book, it }) => book.contextSource(it.source)?.url,
  ),
];
