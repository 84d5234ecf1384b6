import MiniSearch from "minisearch";
import type { Book } from "@impactmonitor/views/book";
import type { Language } from "@impactmonitor/model/text";

export interface IndicatorEntry {
  readonly id: string;
  readonly title: string;
  readonly words: string;
}

/** What a subject can be found by: titles, former names, synonyms, categories, source. */
export function indicatorEntries(book: Book, language: Language): IndicatorEntry[] {
  return book.catalogue.indicators.map((it) => {
    const source = it.source ? book.sources.get(it.source) : undefined;
    const categories = it.breakdowns.flatMap(
      (breakdown) => book.codelists.get(breakdown.dimension)?.codes.map((code) => code.title[language]) ?? [],
    );
    const words = [
      it.shortTitle[language],
      ...it.synonyms[language],
      ...it.formerNames,
      source?.shortTitle[language] ?? "",
      book.themes.get(it.theme)?.shortTitle[language] ?? "",
      ...categories,
    ];
    return { id: it.id, title: it.title[language], words: words.join(" ") };
  });
}

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Full-text search over subjects, tolerant of typing errors. @returns ids, best first. */
export function indicatorFinder(entries: readonly IndicatorEntry[]): (words: string) => string[] {
  const index = new MiniSearch<IndicatorEntry>({
    fields: ["title", "words"],
    processTerm: (term) => fold(term) || null,
    searchOptions: {
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 4 ? 0.25 : false),
      boost: { title: 3 },
      combineWith: "AND",
    },
  });
  index.addAll(entries);
  return (words) => index.search(words).map((it) => String(it.id));
}
