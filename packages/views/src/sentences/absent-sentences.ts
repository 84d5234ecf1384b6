import type { Area } from "@impactmonitor/model/area";
import { isAbsent, type Absence } from "@impactmonitor/model/cell";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Language, Text } from "@impactmonitor/model/text";
import { absenceExplanation } from "../absence-words.ts";
import { areaPhrase } from "../area-words.ts";
import type { Book } from "../book.ts";
import { lead } from "../lead.ts";
import { markSentences } from "./mark-sentence.ts";
import { why } from "../missing.ts";
import { periodPhrase } from "../period-words.ts";
import { editionName } from "../practice-words.ts";
import type { Shown } from "../shown.ts";
import { breakdownLabel, sourceLine, statement } from "../statement.ts";
import { fittingLimit } from "./limit-sentence.ts";
import { sentencesIn, type Said } from "./said.ts";

/** "voor de regio Drenthe", "for the region of Drenthe". */
const forArea = (area: Area, language: Language): string =>
  areaPhrase(area, language).replace(/^in /, language === "nl" ? "voor " : "for ");

/** A figure that has a place but no value: that it is missing, of when and where, and why. */
export function absentSentences(book: Book, it: Shown, reason: Absence, language: Language): Said[] {
  const area = book.area(it.area);
  const whom = area ? forArea(area, language) : it.area;
  const category = breakdownLabel(book, it.breakdown, language);
  const title = it.indicator.title[language];
  const name = category === "" ? `‘${title}’` : `‘${title}: ${category}’`;
  const phrase = periodPhrase(it.period, language);
  const when = phrase.slice(0, 1).toLowerCase() + phrase.slice(1);
  const said =
    language === "nl"
      ? `Het cijfer ${name} ontbreekt ${whom} ${when}.`
      : `The figure ${name} is missing ${whom} ${when}.`;
  return [...sentencesIn("absent", said), ...sentencesIn("absent", absenceExplanation(reason)[language])];
}

/**
 * An area without any figure for an indicator: that there is none, why, and what is known of the country instead, which isn't a figure of
 * the area.
 */
export function withoutFigure(
  book: Book,
  indicator: Indicator,
  area: Area,
  language: Language,
): { readonly sentences: readonly Said[]; readonly source: string } {
  const nl = language === "nl";
  const title = `‘${indicator.title[language]}’`;
  const whom = forArea(area, language);
  const none = nl ? `Het cijfer ${title} is er niet ${whom}.` : `There is no figure ${title} ${whom}.`;
  const reason = full(why(book, indicator, area).why[language]);
  const national = area.level === "nation" ? undefined : lead(book, indicator, "NL01");
  const known = national && !isAbsent(national.cell) ? nationalSentences(book, national, language) : [];
  const source =
    national && known.length > 0
      ? sourceLine(book, national, language)
      : `Impactmonitor, ${editionName(book, language)}.`;
  return { sentences: [...sentencesIn("absent", none), ...sentencesIn("absent", reason), ...known], source };
}

/** The country's figure, that it isn't the area's, and what it doesn't say. */
function nationalSentences(book: Book, it: Shown, language: Language): Said[] {
  const limit = fittingLimit(it.indicator, "areas", false);
  return [
    { about: "figure", parts: statement(book, it, language) },
    ...markSentences(it.cell, language),
    ...sentencesIn("nation", notOurs[language]),
    ...(limit ? sentencesIn("limit", limit[language]) : []),
  ];
}

const notOurs: Text = {
  nl: "Dat landelijke cijfer geldt niet vanzelf voor dit gebied.",
  en: "That national figure does not by itself hold for this area.",
};

/** Editors may leave out the last full stop. */
const full = (text: string): string => text.replace(/[^.!?…]$/, "$&.");
