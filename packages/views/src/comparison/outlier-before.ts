import { isAbsent } from "@impactmonitor/model/cell";
import type { Indicator } from "@impactmonitor/model/indicator";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Book } from "../book.ts";
import { byPeriod, find, sameBreakdown, type Shown } from "../shown.ts";
import { compareWithNation } from "./compare-with-nation.ts";
import { factsOf } from "./facts-of.ts";

/**
 * The measurement before, when the area lay outside the ordinary differences between areas in it. Part of such an outlier goes away by
 * itself (Bland & Altman, Regression towards the mean, BMJ 308, 1994): whoever sees the next figure must know that.
 * @param period the measurement before, from `earlierPeriod`
 * @returns that period; undefined when it lay inside, can't be judged, or lies before a break
 */
export function outlierBefore(book: Book, it: Shown, period: string): string | undefined {
  const { indicator, area, measure, breakdown } = it;
  const earlier = find(book, { indicator: indicator.id, area, period, measure, breakdown });
  if (!earlier || factsOf(book, earlier).stretch !== factsOf(book, it).stretch) return undefined;
  const judgement = compareWithNation(book, earlier)?.judgement;
  return judgement?.by === "band" && judgement.certainty !== "none" ? period : undefined;
}

/** The last period of the same length before a figure's, of which the country has a figure to stand beside. */
export function earlierPeriod(
  book: Book,
  it: Pick<Shown, "period" | "breakdown"> & { readonly indicator: Pick<Indicator, "id"> },
): string | undefined {
  const own = parsePeriod(it.period);
  if (!own || own.kind === "years") return undefined;
  return book
    .observationsOf(it.indicator.id, "NL01")
    .filter((row) => sameBreakdown(row.breakdown, it.breakdown) && !isAbsent(row.cell))
    .filter((row) => {
      const period = parsePeriod(row.period);
      return period?.kind === own.kind && period.start < own.start;
    })
    .toSorted(byPeriod)
    .at(-1)?.period;
}
