import type { Indicator, Limit } from "@impactmonitor/model/indicator";
import type { Language } from "@impactmonitor/model/text";
import type { Book } from "../book.ts";
import { guardsOf } from "../guards.ts";
import type { Shown } from "../shown.ts";
import { sentencesIn, type Said } from "./said.ts";

/** That more of what was counted isn't simply more violence: beside every count and rate of a register. */
export function amountSentences(book: Book, it: Shown, language: Language): Said[] {
  const guard = guardsOf(book, [it]).find(({ trap }) => trap === "volume");
  return guard ? sentencesIn("amount", guard.text[language]) : [];
}

/**
 * The one thing that a figure does not say which fits what was just said of it: the catalogue's own words.
 * @param beside what the paragraph compared: areas, moments, or nothing
 * @param weighed whether the paragraph says already that more isn't simply more
 */
export function fittingLimit(
  indicator: Indicator,
  beside: "areas" | "moments" | "anywhere",
  weighed: boolean,
): Limit | undefined {
  const { doesNotSay } = indicator;
  const open = weighed ? doesNotSay.filter((it) => !it.fits?.includes("amount")) : doesNotSay;
  const fit = (place: "areas" | "moments" | "anywhere"): Limit | undefined =>
    open.find((it) => it.fits?.includes(place));
  return fit(beside) ?? fit("anywhere") ?? open[0] ?? doesNotSay[0];
}
