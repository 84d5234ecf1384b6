import type { Language } from "@impactmonitor/model/text";
import type { Book } from "../book.ts";
import { comparable } from "../comparison/compare-with-nation.ts";
import type { Comparison } from "../comparison/judgement.ts";
import { judgementSentence } from "../comparison/judgement-words.ts";
import { periodAgain } from "../period-words.ts";
import type { Shown } from "../shown.ts";
import { wasNumber } from "./number-words.ts";
import { sentencesIn, type Said } from "./said.ts";
import { vary } from "./vary.ts";

/** The number of the country, and what the difference is worth. */
export function nationSentences(it: Comparison, language: Language): Said[] {
  const judged = sentencesIn("nation", judgementSentence(it, language));
  if (it.judgement.by === "none" && it.judgement.verdict === "not-comparable")
    return [...sentencesIn("nation", alsoNational[language]), ...judged];
  const key = `${it.own.indicator.id} ${it.own.area}`;
  const where =
    language === "nl"
      ? vary(key, "In heel Nederland ", "In Nederland als geheel ")
      : vary(key, "In the Netherlands as a whole ", "In the whole of the Netherlands ");
  const number = wasNumber(it.other, periodAgain(it.other.period, language), language);
  return [{ about: "nation", parts: [where, ...number, "."] }, ...judged];
}

/** Why a regional figure stands alone: one sentence, so that nobody fills in the comparison. */
export function aloneSentences(book: Book, it: Shown, language: Language): Said[] {
  if (it.area === "NL01") return [];
  const like = comparable(book, it);
  if (like) return sentencesIn("nation", noNational[language]);
  return it.measure === "count" || it.measure === "persons" ? sentencesIn("nation", bareCount[language]) : [];
}

const alsoNational = {
  nl: "Er is ook een landelijk cijfer.",
  en: "There is a national figure too.",
} as const;
const noNational = {
  nl: "Een landelijk cijfer om ernaast te leggen staat niet in deze editie.",
  en: "This edition has no national figure to put beside it.",
} as const;
const bareCount = {
  nl: "Met andere gebieden is dit aantal niet te vergelijken: hoeveel het er naar verhouding zijn, is niet bekend.",
  en: "This number can’t be compared with other areas: how many it is in proportion is not known.",
} as const;
