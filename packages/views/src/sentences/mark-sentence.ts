import type { Cell, Mark } from "@impactmonitor/model/cell";
import type { Language, Text } from "@impactmonitor/model/text";
import { marksOf } from "../mark-words.ts";
import { capital } from "../practice-words.ts";
import { sentencesIn, type Said } from "./said.ts";

/** What a mark means, as a clause that can begin a sentence or follow "en". */
const clauses: Readonly<Record<Mark, Text>> = {
  provisional: {
    nl: "dit cijfer is voorlopig: de bron kan het nog aanpassen",
    en: "this figure is provisional: the source may still adjust it",
  },
  "revised-provisional": {
    nl: "dit cijfer is al een keer aangepast en nog steeds voorlopig",
    en: "this figure was adjusted once and is still provisional",
  },
  estimate: { nl: "het gaat om een schatting, geen telling", en: "it is an estimate, not a count" },
  rounded: { nl: "de bron heeft het getal afgerond", en: "the source rounded the number" },
  break: {
    nl: "vanaf deze periode is anders gemeten dan daarvoor",
    en: "from this period on it was measured in another way",
  },
};

/** The marks of a cell told in words, in one sentence or, when there are more than two, two; nothing without marks. */
export function markSentences(cell: Cell, language: Language): Said[] {
  const said = marksOf(cell).map((it) => clauses[it][language]);
  const and = language === "nl" ? ", en " : ", and ";
  const sentences = [said.slice(0, 2), said.slice(2)].filter((it) => it.length > 0);
  return sentences.flatMap((it) => sentencesIn("marks", `${capital(it.join(and))}.`));
}
