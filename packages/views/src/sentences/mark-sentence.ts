import type { Cell } from "@impactmonitor/model/cell";
import type { Language } from "@impactmonitor/model/text";
import { marksOf } from "../mark-words.ts";
import { sentencesIn, type Said } from "./said.ts";

/** The marks of a cell told in words; nothing without marks. */
export function markSentences(cell: Cell, language: Language): Said[] {
  const marks = new Set(marksOf(cell));
  const nl = language === "nl";
  const rounded = marks.has("rounded");
  const state = marks.has("provisional")
    ? nl
      ? "voorlopig"
      : "provisional"
    : marks.has("revised-provisional")
      ? nl
        ? "nader voorlopig"
        : "revised but still provisional"
      : undefined;
  const said: string[] = [];
  if (marks.has("estimate")) {
    const also = rounded ? (nl ? ", en het getal is afgerond" : ", and the number is rounded") : "";
    said.push(nl ? `Het gaat om een schatting, geen telling${also}.` : `It is an estimate, not a count${also}.`);
  } else if (rounded && state === undefined)
    said.push(nl ? "De bron heeft het getal afgerond." : "The source has rounded the number.");
  if (state !== undefined) {
    const also = rounded && !marks.has("estimate") ? (nl ? " en afgerond" : " and rounded") : "";
    said.push(
      nl
        ? `Dit cijfer is ${state}${also}: de bron kan het nog aanpassen.`
        : `This figure is ${state}${also}: the source may still adjust it.`,
    );
  }
  if (marks.has("break"))
    said.push(
      nl
        ? "Vanaf deze periode is anders gemeten dan daarvoor."
        : "From this period on it was measured in another way than before.",
    );
  return said.flatMap((it) => sentencesIn("marks", it));
}
