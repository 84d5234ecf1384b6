import type { Indicator } from "@impactmonitor/model/indicator";
import type { Language, Text } from "@impactmonitor/model/text";
import type { Book } from "@impactmonitor/views/book";
import { sourceWord } from "@impactmonitor/views/practice-words";
import { sourcesOf } from "./cover-sheet.ts";

/** As many characters as stand below a printed sheet beside the number of the page. */
const mostBelow = 98;

const words = {
  each: { nl: "De bron staat op elke rij.", en: "The source stands on each row." },
  imitated: { nl: "De bron die is nagebootst, staat op elke rij.", en: "The source imitated stands on each row." },
  tables: { nl: "Bron: openbare tabellen; welke, staat op elke rij.", en: "Source: public tables, named on each row." },
  own: { nl: "Opgesteld door Impactmonitor.", en: "Drawn up by Impactmonitor." },
} as const satisfies Readonly<Record<string, Text>>;

/** Where the figures of a sheet come from: by name where that fits on a line, otherwise that each row says so. */
export function sourceOfFigures(book: Book, indicators: readonly Indicator[], language: Language): string {
  const sources = sourcesOf(book, indicators);
  const named = `${sourceWord(book, language)}: ${sources.map((it) => it.shortTitle[language]).join("; ")}`;
  return sources.length > 0 && named.length <= mostBelow ? named : sourceOnEachRow(book, language);
}

/** That each row names its own source. */
export const sourceOnEachRow = ({ kind }: Pick<Book, "kind">, language: Language): string =>
  (kind === "practice" ? words.imitated : words.each)[language];

/** Of facts about areas; they are from public tables in a practice edition too. */
export const sourceOfFacts = (language: Language): string => words.tables[language];

/** Of what this monitor says itself: what is missing, and what the columns mean. */
export const ownWords = (language: Language): string => words.own[language];
