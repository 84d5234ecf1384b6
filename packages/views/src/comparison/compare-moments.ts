import { isValue } from "@impactmonitor/model/cell";
import { parsePeriod } from "@impactmonitor/model/period";
import { caveatsOf, whyNotComparable } from "@impactmonitor/statistics/comparability";
import { enoughForPercent } from "@impactmonitor/statistics/small-numbers";
import type { Book } from "../book.ts";
import { find, type Shown } from "../shown.ts";
import { series } from "../trend.ts";
import { betweenOf } from "./between-of.ts";
import { leastOf } from "./compare-areas.ts";
import { bareJudgement, comparable } from "./compare-with-nation.ts";
import { factsOf } from "./facts-of.ts";
import type { Comparison, Judgement } from "./judgement.ts";
import { corners, measured, type Counted, type Measured } from "./measured.ts";
import { trendOfSeries } from "./trend-of-series.ts";
import { apart, weigh } from "./weigh.ts";

/**
 * A figure beside the same one of another period. Refused across a break or a change of territory, and between different halves of the year.
 * How much the series goes up and down by itself counts as chance, where the series is long enough to show it.
 * @returns undefined where the other period has no value
 */
export function compareMoments(book: Book, it: Shown, period: string): Comparison | undefined {
  const { indicator, area, breakdown } = it;
  if (period === it.period || !isValue(it.cell)) return undefined;
  const like = comparable(book, it);
  const earlierLike = like && find(book, { indicator: indicator.id, area, period, measure: like.measure, breakdown });
  const earlier = find(book, { indicator: indicator.id, area, period, measure: it.measure, breakdown });
  // Without a population for one of the two moments the counts themselves are compared.
  const asRates = like !== undefined && earlierLike !== undefined;
  const [own, other] = asRates ? [like, earlierLike] : [it, earlier];
  if (!other || !isValue(other.cell) || !isValue(own.cell)) return undefined;
  const facts = [factsOf(book, own), factsOf(book, other)] as const;
  const reasons = whyNotComparable(facts[1], facts[0], "moments");
  const [a, b] = [measuredOrCount(book, own), measuredOrCount(book, other)];
  const between = a && betweenOf(a);
  const judgement: Judgement =
    reasons.length > 0
      ? { by: "none", verdict: "not-comparable", reasons }
      : a && b && a.kind !== "bare" && b.kind === a.kind
        ? weighMoments(a, b, trendOfSeries(book, { ...own, area, indicator })?.dispersion)
        : bareJudgement(own, other);
  const from = b && b.kind === "rate" ? b.readings[0]!.count : 0;
  const change =
    judgement.by === "pair" && enoughForPercent(from) && other.cell.value > 0
      ? (own.cell.value / other.cell.value - 1) * 100
      : undefined;
  return {
    with: "earlier",
    own,
    other,
    judgement,
    ...(between && own.measure !== "count" ? { between } : {}),
    caveats: caveatsOf(facts),
    ...(change === undefined ? {} : { change }),
  };
}

/** A count is compared with an earlier count as if by the same people: the exposure is one. */
function measuredOrCount(book: Book, it: Shown): Measured | undefined {
  if (it.measure !== "count" && it.measure !== "persons") return measured(book, it);
  if (!isValue(it.cell) || !Number.isInteger(it.cell.value) || it.cell.value < 0) return undefined;
  // The chance in an estimate from a survey is that of its sample, which is far larger than that of a count.
  if (it.cell.marks.includes("estimate")) return undefined;
  const base = it.indicator.source ? book.sources.get(it.indicator.source)?.countsRoundedTo : undefined;
  const rounded = base !== undefined && it.cell.value % base === 0 ? { roundedTo: base } : {};
  return { kind: "rate", per: 1, readings: [{ count: it.cell.value, size: 1, ...rounded }] };
}

function weighMoments(a: Counted, b: Counted, dispersion: number | undefined): Judgement {
  const earlier = b.readings.flatMap(corners);
  return leastOf(earlier.map((then) => weigh("pair", a.readings, (now) => apart(a.kind, now, then, dispersion))));
}

/** The same half, quarter or year one year earlier, when there is a figure; undefined otherwise. */
export function yearEarlier(it: Shown): string | undefined {
  const period = parsePeriod(it.period);
  if (!period || (period.kind !== "year" && period.kind !== "half-year" && period.kind !== "quarter")) return undefined;
  return `${Number(it.period.slice(0, 4)) - 1}${it.period.slice(4)}`;
}

/** Earlier periods with a value that a figure may be compared with, oldest first. */
export function comparablePeriods(book: Book, it: Shown): readonly string[] {
  const own = factsOf(book, it);
  return series(book, { indicator: it.indicator, area: it.area, measure: it.measure, breakdown: it.breakdown })
    .filter((other) => isValue(other.cell) && parsePeriod(other.period)!.start < parsePeriod(it.period)!.start)
    .filter((other) => whyNotComparable(factsOf(book, other), own, "moments").length === 0)
    .map((other) => other.period);
}
