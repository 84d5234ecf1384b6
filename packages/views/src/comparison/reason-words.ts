import type { NotComparable } from "@impactmonitor/statistics/comparability";
import type { TooLittleReason } from "@impactmonitor/statistics/result";
import type { Language, Text } from "@impactmonitor/model/text";
import { capital } from "../practice-words.ts";

/** Why nothing can be said of a difference, as a sentence of its own. */
export function tooLittleSentence(reason: TooLittleReason): Text {
  switch (reason) {
    case "small-numbers":
    case "zero-count":
      return {
        nl: "Het gaat om zo weinig gevallen dat er over het verschil niets te zeggen is.",
        en: "There are so few cases that nothing can be said of the difference.",
      };
    case "no-denominator":
      return {
        nl: "Over hoeveel gevallen dit gaat is niet bekend, dus over het verschil is niets te zeggen.",
        en: "How many cases this is about is not known, so nothing can be said of the difference.",
      };
    case "too-few-areas":
      return {
        nl: "Te weinig gebieden hebben dit cijfer om te weten welke verschillen gewoon zijn.",
        en: "Too few areas have this figure to know which differences are ordinary.",
      };
    default:
      return {
        nl: "Er is te weinig bekend om iets over het verschil te zeggen.",
        en: "Too little is known to say anything of the difference.",
      };
  }
}

const reasons: Readonly<Record<NotComparable, Text>> = {
  "different-definition": { nl: "er is iets anders geteld", en: "something else was counted" },
  "different-population": { nl: "het gaat deels over dezelfde mensen", en: "it is partly about the same people" },
  "different-period": { nl: "de periode is anders", en: "the period differs" },
  "different-length": { nl: "de ene periode is langer dan de andere", en: "one period is longer than the other" },
  "different-season": {
    nl: "de eerste en de tweede helft van een jaar verschillen altijd al",
    en: "the first and the second half of a year always differ",
  },
  "across-a-break": {
    nl: "er zit een breuk tussen, want er is anders geteld of het gebied is veranderd",
    en: "there is a break between them, as it was counted in another way or the area has changed",
  },
};

/** Why two figures must not be set against each other: a sentence for the first reason, and one for each other. */
export function notComparableSentence(all: readonly NotComparable[]): Text {
  const clauses = (language: Language): string =>
    all.map((it, i) => (i === 0 ? reasons[it][language] : capital(reasons[it][language]))).join(". ");
  return {
    nl: `Deze cijfers zijn niet te vergelijken: ${clauses("nl")}.`,
    en: `These figures can’t be compared: ${clauses("en")}.`,
  };
}
