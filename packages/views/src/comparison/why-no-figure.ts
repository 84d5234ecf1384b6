import type { Area } from "@impactmonitor/model/area";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Text } from "@impactmonitor/model/text";
import { absenceExplanation } from "../absence-words.ts";
import type { Book } from "../book.ts";
import { formatList } from "../format.ts";
import { why } from "../missing.ts";
import { periodLabel, periodPhrase } from "../period-words.ts";
import { byPeriod, find, sameBreakdown, type Shown } from "../shown.ts";
import { outsidePeriod } from "../succession.ts";
import type { ColumnFigure } from "./column-figure.ts";

/**
 * Why an area has no value beside the others, in a sentence: hidden, too small to divide, of another period, not there yet, or not measured.
 * @param shown its figure or the published reason, where there is a row
 */
export function whyNoFigure(book: Book, of: ColumnFigure, area: Area, shown: Shown | undefined): Text | undefined {
  if (shown) return isAbsent(shown.cell) ? absenceExplanation(shown.cell.absent) : undefined;
  const { indicator, period, breakdown } = of;
  const key = { indicator: indicator.id, area: area.code, period, breakdown };
  if (find(book, { ...key, measure: "count" })) return undivided;
  const outside = outsidePeriod(book, area, period);
  if (outside) return notThere(outside);
  const own = book
    .observationsOf(indicator.id, area.code)
    .filter((it) => sameBreakdown(it.breakdown, breakdown) && !isAbsent(it.cell))
    .toSorted(byPeriod);
  const last = own.findLast((it) => it.period !== period)?.period;
  if (last === undefined) return why(book, indicator, area).why;
  return {
    nl: `Geen cijfer van deze periode, wel van ${periodLabel(last, "nl")}.`,
    en: `No figure of this period, but one of ${periodLabel(last, "en")}.`,
  };
}

const undivided: Text = {
  nl: "Het aantal is te klein om te delen, of het inwonertal van toen is niet bekend.",
  en: "The number is too small to divide, or the population at the time is not known.",
};

function notThere({ when, instead, period }: NonNullable<ReturnType<typeof outsidePeriod>>): Text {
  const names = instead.map((it) => it.name);
  const rather = (nl: boolean): string =>
    names.length === 0 ? "" : `; ${nl ? "toen was er" : "then there was"} ${formatList(names, nl ? "nl" : "en")}`;
  return {
    nl: `${periodPhrase(period, "nl")} bestond dit gebied ${when === "before" ? "nog niet" : "niet meer"}${rather(true)}.`,
    en: `${periodPhrase(period, "en")} this area ${when === "before" ? "did not exist yet" : "existed no more"}${rather(false)}.`,
  };
}
