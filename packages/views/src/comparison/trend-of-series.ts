import { isValue } from "@impactmonitor/model/cell";
import { parsePeriod, type PeriodKind } from "@impactmonitor/model/period";
import { trendOf, type Trend, type TrendPoint } from "@impactmonitor/statistics/trend";
import { trendVerdict, type TrendVerdict } from "@impactmonitor/statistics/trend-verdict";
import type { TooLittle } from "@impactmonitor/statistics/result";
import type { Book } from "../book.ts";
import { find, relative, type Shown } from "../shown.ts";
import { trendPoints, type SeriesOf } from "../trend.ts";
import { factsOf } from "./facts-of.ts";
import { measured } from "./measured.ts";

/** What a series does since its last break. */
export interface SeriesTrend {
  readonly verdict: TrendVerdict;
  readonly kind: PeriodKind;
  /** Of what the change per year is: of the rate or share where there is one, else of the count itself. */
  readonly of: "rate" | "share" | "count";
  readonly first: string;
  readonly last: string;
  /** More than chance alone, from how the series itself goes up and down; 1 when it can't be told. */
  readonly dispersion: number;
}

/**
 * The trend of a figure from the first to the last period without a break between them. Rates and shares are followed as such, with the
 * number that they rest on; counts without a population as counts.
 * @returns undefined when there are no two periods to speak of
 */
export function trendOfSeries(book: Book, of: SeriesOf): SeriesTrend | undefined {
  const found = trendPoints(book, of);
  if (!found || (found.kind !== "year" && found.kind !== "half-year" && found.kind !== "quarter")) return undefined;
  const whole = found.points.filter((it) => isValue(it.cell));
  const last = whole.at(-1);
  if (!last) return undefined;
  const stretch = factsOf(book, last).stretch;
  const points = whole.filter((it) => factsOf(book, it).stretch === stretch);
  const measurable = kindOf(book, points);
  const observed = points.flatMap((it) => pointOf(book, it, measurable) ?? []);
  const gone = points.length > observed.length && measurable !== "bare";
  const trend: Trend | TooLittle = measurable === "bare" || gone ? { tooLittle: "too-few-points" } : trendOf(observed);
  return {
    verdict: trendVerdict(trend),
    kind: found.kind,
    of: measurable === "bare" ? "share" : measurable,
    first: points[0]?.period ?? last.period,
    last: last.period,
    dispersion: "tooLittle" in trend ? 1 : trend.dispersion,
  };
}

type Kind = SeriesTrend["of"] | "bare";

/** What all points of a series can be followed as. */
function kindOf(book: Book, points: readonly Shown[]): Kind {
  const kinds = new Set(
    points.map((it): Kind => {
      const like = it.measure === "count" ? relative(book, it.observation) : it;
      const known = like && measured(book, like);
      return known?.kind ?? (it.measure === "count" || it.measure === "persons" ? "count" : "bare");
    }),
  );
  if (kinds.size === 1) return [...kinds][0]!;
  // Where the population of a year isn't known the count itself can still be followed.
  return points.every((it) => it.measure === "count") ? "count" : "bare";
}

function pointOf(book: Book, it: Shown, kind: Kind): TrendPoint | undefined {
  const period = parsePeriod(it.period);
  if (!period || !isValue(it.cell)) return undefined;
  const part = period.kind === "year" ? undefined : Number(it.period.at(-1));
  const year = Number(period.start.slice(0, 4)) + (Number(period.start.slice(5, 7)) - 1) / 12;
  const when = part === undefined ? { year } : { year, part };
  if (kind === "count") return { ...when, count: Math.round(it.cell.value), exposure: 1 };
  const like = it.measure === "count" ? relative(book, it.observation) : find(book, keyOf(it));
  const known = like && measured(book, like);
  if (!known || known.kind === "bare") return undefined;
  const { count, size } = known.readings[0]!;
  return size > 0 ? { ...when, count, exposure: size } : undefined;
}

const keyOf = (it: Shown) => ({
  indicator: it.indicator.id,
  area: it.area,
  period: it.period,
  measure: it.measure,
  breakdown: it.breakdown,
});
