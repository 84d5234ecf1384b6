import { twoSidedT, twoSidedTP } from "./distribution/student.ts";
import { fitLogLinear, type LogLinearFit, type Observed } from "./log-linear.ts";
import { requireAmount, requireCount, requireLevel } from "./refuse.ts";
import type { Estimate, TooLittle } from "./result.ts";
import { smallNumberRules } from "./small-numbers.ts";

/** One figure of a series. */
export interface TrendPoint {
  /** When, in years: 2024 and 2024.5 for the two halves of a year. */
  readonly year: number;
  /** Part of the year, such as 1 or 2 for halves; absent for whole years. Every part gets a level of its own. */
  readonly part?: number;
  readonly count: number;
  readonly exposure: number;
}

export interface Trend {
  /** Change per year as a ratio: 1.03 is three per cent more each year. */
  readonly perYear: Estimate;
  /** Coefficient of the years on the log scale, with its standard error. */
  readonly slope: number;
  readonly standardError: number;
  /** Times as variable as chance alone; never below 1, as twelve points can't prove that counts vary less than chance. */
  readonly dispersion: number;
  readonly df: number;
  /** Chance of a slope this steep, either way, without any trend. */
  readonly p: number;
  /** Limits of the change per year at another level, by the same method. */
  readonly at: (level: number) => Estimate;
  /** Slopes with each point left out in turn; `undefined` where the rest doesn't determine one. */
  readonly withoutEach: readonly (LeftOut | undefined)[];
  readonly points: number;
}

export interface LeftOut {
  readonly slope: number;
  readonly p: number;
}

/** A line through fewer points than this says more about the points than about the trend. */
export const fewestPoints = { withParts: 8, wholeYears: 5 } as const;

/**
 * Trend of a short series: counts follow an exponential line in time, with a level for each part of the year, and vary `dispersion` times
 * as much as chance. Quasi-Poisson regression; limits with Student's t. Points without exposure are refused: leave them out, as gaps are
 * allowed. A break is not: give the points since the last one. Neighbouring points are taken as independent; a dozen can't show whether
 * they are. For shares give the total as exposure; chance is then taken as somewhat larger than it is. What rounding adds is seen as
 * dispersion. Under 8 points (5 for whole years), under 10 events a point, or a part of the year without any: too little.
 *
 * McCullagh & Nelder (1989), Generalized Linear Models, §6.2; leaving each point out as the English Fingertips trend marker does.
 *
 * @example
 * trendOf([100, 104, 111, 115, 118, 125].map((count, i) => ({ year: 2018 + i, count, exposure: 1e5 }))) // → { perYear: { estimate: 1.0446, lower: 0.9810, upper: 1.1123, method: "quasi-poisson" }, dispersion: 1, df: 4 }
 * @example
 * trendOf([{ year: 2024, count: 90, exposure: 1e5 }]) // → { tooLittle: "too-few-points" }
 */
export function trendOf(points: readonly TrendPoint[], level = 0.95): Trend | TooLittle {
  requireLevel("level", level);
  for (const { year, count, exposure } of points) {
    requireAmount("year", year);
    requireCount("count", count);
    if (requireAmount("exposure", exposure) === 0) throw new RangeError("exposure must be above zero");
  }
  if (new Set(points.map(({ year }) => year)).size < points.length) throw new RangeError("two points at one moment");
  const fewest = points.some(({ part }) => part !== undefined) ? fewestPoints.withParts : fewestPoints.wholeYears;
  if (points.length < fewest) return { tooLittle: "too-few-points" };
  const events = points.reduce((sum, { count }) => sum + count, 0);
  if (events < smallNumberRules.verdictFrom * points.length) return { tooLittle: "small-numbers" };
  const parts = Map.groupBy(points, ({ part }) => part);
  if ([...parts.values()].some((of) => of.every(({ count }) => count === 0))) return { tooLittle: "zero-count" };
  const fit = fitted(points);
  if (fit === undefined || fit.df < 1) return { tooLittle: "too-few-points" };
  const { slope, standardError, dispersion, p } = slopeOf(fit);
  const at = (level: number): Estimate => {
    const reach = twoSidedT(level, fit.df) * standardError;
    const [estimate, lower, upper] = [Math.exp(slope), Math.exp(slope - reach), Math.exp(slope + reach)];
    return { estimate, lower, upper, level, method: "quasi-poisson" };
  };
  const withoutEach = points.map((_, i) => {
    const rest = fitted(points.toSpliced(i, 1));
    return rest === undefined || rest.df < 1 ? undefined : slopeOf(rest);
  });
  const { df } = fit;
  return { perYear: at(level), slope, standardError, dispersion, df, p, at, withoutEach, points: points.length };
}

/** Columns: constant, years from the middle of the series, and one for each part of the year but the first. */
function fitted(points: readonly TrendPoint[]): LogLinearFit | undefined {
  const middle = points.reduce((sum, { year }) => sum + year, 0) / points.length;
  const parts = [...new Set(points.map(({ part }) => part))].slice(1);
  const rows: readonly Observed[] = points.map(({ year, part, count, exposure }) => ({
    count,
    exposure,
    columns: [1, year - middle, ...parts.map((it) => (it === part ? 1 : 0))],
  }));
  return fitLogLinear(rows);
}

function slopeOf(fit: LogLinearFit): LeftOut & { readonly standardError: number; readonly dispersion: number } {
  const dispersion = Math.max(1, fit.pearson / fit.df);
  const slope = fit.coefficients[1] ?? Number.NaN;
  const standardError = Math.sqrt(dispersion * (fit.variances[1] ?? Number.NaN));
  return { slope, standardError, dispersion, p: twoSidedTP(slope / standardError, fit.df) };
}
