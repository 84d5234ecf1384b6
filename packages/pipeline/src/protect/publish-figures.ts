import type { Cell, Mark } from "@impactmonitor/model/cell";
import type { AreaCode, PeriodCode } from "@impactmonitor/model/id";
import { parseBreakdown, type Reading } from "@impactmonitor/model/observation";
import { parsePeriod } from "@impactmonitor/model/period";
import { percentDecimals, type Policy } from "@impactmonitor/model/policy";
import type { Derived, Formula } from "../derive/counts.ts";
import type { Figure } from "../read-figures.ts";
import { figureRow } from "./figure-row.ts";
import type { Population } from "./population.ts";
import type { ProtectedCounts } from "./protect-derived.ts";
import { mayPublish } from "./published-cells.ts";
import { halfUp } from "./ratio.ts";

/** What figures need besides protected counts. */
export interface Publishing {
  readonly policy: Policy;
  readonly population: Population;
  /** Where a reader finds these figures: the edition itself. */
  readonly reading: Reading;
  readonly isProvisional: (period: PeriodCode) => boolean;
}

/**
 * Protected counts → the figures of an edition. Only what may be shown is used: percentages and rates are computed from rounded counts, and
 * go when one of these goes. Why a figure is hidden can't be seen.
 */
export function publishFigures(
  { formulas, periods }: Pick<Derived, "formulas" | "periods">,
  counts: ProtectedCounts,
  publishing: Publishing,
): Figure[] {
  const figures: Figure[] = [];
  for (const formula of formulas) {
    const breakdown = parseBreakdown(formula.breakdown);
    if (breakdown === undefined) throw new Error(`${formula.indicator}: “${formula.breakdown}” is no breakdown.`);
    for (const period of periods)
      for (const [area, level] of counts.geography(period).levelOf) {
        if (!mayPublish(publishing.policy, formula, level, parsePeriod(period)?.kind ?? "")) continue;
        const cell = cellOf(formula, counts, publishing, area, period, periods);
        if (cell === undefined) continue;
        const { indicator, measure } = formula;
        figures.push({
          indicator,
          area,
          period,
          measure,
          breakdown,
          cell,
          reading: publishing.reading,
          row: figureRow(formula),
        });
      }
  }
  return figures;
}

const suppressed: Cell = { absent: "suppressed" };

/** @returns undefined where there is nothing to say: a year that isn't over, a rate without a population */
function cellOf(
  formula: Formula,
  counts: ProtectedCounts,
  { policy, population, isProvisional }: Publishing,
  area: AreaCode,
  period: PeriodCode,
  periods: readonly PeriodCode[],
): Cell | undefined {
  if (!counts.complete(area, period)) return isOver(period, periods) ? { absent: "not-delivered" } : undefined;
  const { numerator, denominator, perInhabitants } = formula;
  const marks: Mark[] = isProvisional(period) ? ["provisional", "rounded"] : ["rounded"];
  const value = (it: number): Cell => ({ value: it, marks });
  const count = counts.shown({ ...numerator, area, period });
  if (count === undefined) return undefined;
  if (perInhabitants !== undefined) {
    const people = population(area, period);
    if (people === undefined || people <= 0) return undefined;
    if (count === "hidden") return suppressed;
    return value(halfUp((count / people) * perInhabitants, policy.rates.decimals));
  }
  if (count === "hidden") return suppressed;
  if (denominator === undefined) return value(count);
  const of = counts.shown({ ...denominator, area, period });
  if (of === undefined || of === "hidden" || of < policy.percentages.minDenominator || of === 0) return suppressed;
  if (counts.restIsSmall(numerator, denominator, area, period)) return suppressed;
  // Numbers that stand from an earlier edition may be a little larger than their whole.
  return value(halfUp((Math.min(count, of) / of) * 100, percentDecimals(policy, of)));
}

/** A year of which a half has still to come was not delivered by anyone, which is no fault of anyone's. */
function isOver(period: PeriodCode, periods: readonly PeriodCode[]): boolean {
  const known = new Set<string>(periods);
  return parsePeriod(period)?.kind !== "year" || (known.has(`${period}H1`) && known.has(`${period}H2`));
}
