import type { Language, Text } from "@impactmonitor/model/text";
import type { SearchKind, SearchResult } from "./search-match.ts";

export const kindWords: Readonly<Record<SearchKind, Text>> = {
  help: { nl: "Met wie u kunt praten", en: "Whom you can talk to" },
  place: { nl: "Gebieden", en: "Areas" },
  question: { nl: "Vragen", en: "Questions" },
  indicator: { nl: "Cijfers", en: "Figures" },
  term: { nl: "Begrippen", en: "Terms" },
  page: { nl: "Pagina’s", en: "Pages" },
  text: { nl: "Uitleg", en: "Explanation" },
  theme: { nl: "Thema’s", en: "Themes" },
  source: { nl: "Bronnen", en: "Sources" },
};

export const alsoWords: Text = { nl: "Gevonden op:", en: "Found by:" };

/** How much was found, in a sentence that is read out too. */
export function countWords({ count, complete }: SearchResult, language: Language): string {
  if (count === 0)
    return language === "nl"
      ? "Niets gevonden. Probeer een ander woord, of een deel van een woord."
      : "Nothing found. Try another word, or a part of a word.";
  const found =
    language === "nl"
      ? `${count} ${count === 1 ? "resultaat" : "resultaten"}.`
      : `${count} ${count === 1 ? "result" : "results"}.`;
  if (complete) return found;
  return language === "nl"
    ? `${found} Niet al uw woorden komen daarin voor.`
    : `${found} Not all of your words are in there.`;
}

export const moreWords = (more: number, language: Language): string =>
  language === "nl"
    ? `En nog ${more}. Typ een woord erbij om ze te vinden.`
    : `And ${more} more. Add a word to find them.`;
