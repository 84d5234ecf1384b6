import type { Source } from "@impactmonitor/model/source";
import type { Language, Text } from "@impactmonitor/model/text";
import type { Book } from "./book.ts";

/** The words that mark figures as invented for practice; the same on pages, in pictures, tables and files. */
export const practiceWords = {
  /** Over a picture. */
  across: { nl: "OEFENEN", en: "PRACTICE" },
  /** Above a picture, and once on each printed sheet. */
  band: {
    nl: "OEFENCIJFERS: verzonnen, niet over een echte regio",
    en: "PRACTICE FIGURES: invented, about no real region",
  },
  /** In each row of a table file, and before the title of a page. */
  short: { nl: "Oefencijfers", en: "Practice figures" },
  /** Where a source names the table or report that a figure stands in. */
  title: {
    nl: "Oefencijfers: bedacht, niet over echte regio’s of mensen",
    en: "Practice figures: invented, not about real regions or people",
  },
  /** In the name of a file. */
  file: { nl: "oefenen", en: "practice" },
} as const satisfies Readonly<Record<string, Text>>;

/** What a picture of this edition is marked with; undefined for real figures. */
export const practiceMark = (book: Pick<Book, "kind">, language: Language) =>
  book.kind === "practice" ? { across: practiceWords.across[language], band: practiceWords.band[language] } : undefined;

/** The word before a source: what nobody published only imitates it. */
export function sourceWord(book: Pick<Book, "kind">, language: Language): string {
  if (book.kind === "published") return language === "nl" ? "Bron" : "Source";
  return language === "nl" ? "Nagebootste bron" : "Imitated source";
}

/** A source where it stands alone, as in a table beside a figure: for practice it says that nobody published the figure. */
export function sourceName(book: Pick<Book, "kind">, source: Pick<Source, "shortTitle">, language: Language): string {
  const name = source.shortTitle[language];
  if (book.kind === "published") return name;
  return language === "nl" ? `Verzonnen, naar ${name}` : `Invented, after ${name}`;
}

/** "editie 2026-11", or for practice "oefeneditie 2026-11 (verzonnen cijfers)": as it stands in each source line. */
export function editionName(book: Pick<Book, "kind" | "id">, language: Language): string {
  if (book.kind === "published") return `${language === "nl" ? "editie" : "edition"} ${book.id}`;
  return language === "nl"
    ? `oefeneditie ${book.id} (verzonnen cijfers)`
    : `practice edition ${book.id} (invented figures)`;
}

/** The same at the beginning of a sentence. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
