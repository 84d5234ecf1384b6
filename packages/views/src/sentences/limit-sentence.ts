import type { Indicator, Limit, Measure } from "@impactmonitor/model/indicator";
import type { Language } from "@impactmonitor/model/text";
import type { Book } from "../book.ts";
import { sentencesIn, type Said } from "./said.ts";

const amounts: readonly Measure[] = ["count", "persons", "per-10000", "per-100000", "per-million"];

/** That more of what was counted isn't simply more violence: beside every count and rate of a register. */
export function amountSentences(book: Book, indicator: Indicator, measure: Measure, language: Language): Said[] {
  const source = indicator.source ? book.sources.get(indicator.source) : undefined;
  const words = source?.twoSided?.[language];
  if (words === undefined || !amounts.includes(measure)) return [];
  return sentencesIn("amount", words.replace("{unit}", indicator.unit[language]));
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
