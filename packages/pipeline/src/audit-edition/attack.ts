import { narrow } from "@impactmonitor/disclosure/audit/bounds";
import { auditUniverse } from "@impactmonitor/disclosure/audit/universe";
import type { Policy } from "@impactmonitor/model/policy";
import type { Knowledge, TrackedRatio } from "./knowledge.ts";
import { countBehind, ratioDecimals } from "./ratio-bounds.ts";

/** Cells that can be narrowed beyond the policy. */
export interface Found {
  readonly exposed: readonly Narrowed[];
  /** Parts that surely hold all, or all but one, of a group. */
  readonly telling: readonly Narrowed[];
  /** How many cells could neither be shown to be safe nor be narrowed too far. */
  readonly undecided: number;
}
export interface Narrowed {
  readonly cell: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Uses sums, then ratios, then everything together.
 * @throws {Contradiction} when no counts fit
 */
export async function attack(knowledge: Knowledge, policy: Policy): Promise<Found> {
  const { known, sums, groups, ratios } = knowledge;
  const bounds = {
    low: Float64Array.from(known, (it) => it.low),
    high: Float64Array.from(known, (it) => it.high),
  };
  narrow(
    bounds,
    sums.map(({ parent, children }) => ({ whole: parent, parts: children })),
  );
  const cells = known.map((it) => ({ ...it }));
  for (const ratio of ratios) {
    const found = countBehind(describe(ratio, knowledge, policy, bounds), policy.roundingBase);
    const cell = cells[ratio.partCell]!;
    // What does not fit what is known is of something else.
    if (found === undefined || found.low > cell.high || found.high < cell.low) continue;
    cells[ratio.partCell] = { ...cell, low: Math.max(cell.low, found.low), high: Math.min(cell.high, found.high) };
  }
  const thresholds = [policy.threshold, ...Object.values(policy.levels).flatMap((it) => it.threshold ?? [])];
  const threshold = Math.max(...thresholds);
  const choices = policy.profile === "strict" ? Math.max(2, policy.threshold - 1) : 2;
  const report = await auditUniverse(
    { cells, equations: sums, groups },
    { threshold, choices, zerosShown: policy.zeros === "open" },
  );
  return {
    exposed: report.exposures,
    undecided: report.undecided.length,
    telling: report.tellingParts.map(({ child }) => ({
      cell: child,
      low: cells[child]!.low,
      high: cells[child]!.high,
    })),
  };
}

function describe(
  ratio: TrackedRatio,
  { cells, known }: Knowledge,
  policy: Policy,
  bounds: { readonly low: Float64Array; readonly high: Float64Array },
) {
  const { value, per, partCell, wholeCell, people } = ratio;
  const shownIn = (cell: number): number | undefined =>
    cells[cell]!.told.findLast((it) => it.shown !== undefined)?.shown;
  const of = wholeCell === undefined ? undefined : shownIn(wholeCell);
  const whole =
    wholeCell === undefined
      ? { low: people?.low ?? 0, high: people?.high ?? Infinity }
      : { low: bounds.low[wholeCell]!, high: bounds.high[wholeCell]! };
  const number = of ?? (people !== undefined && people.low === people.high ? people.low : undefined);
  const shown = shownIn(partCell);
  return {
    value,
    scale: per ?? 100,
    decimals: ratioDecimals(policy, per, number ?? whole.low),
    whole: { ...whole, ...(number === undefined ? {} : { shown: number }) },
    part: { ...(shown === undefined ? {} : { shown }), hidden: known[partCell]!.kind === "hidden" },
    reach: cells[partCell]!.again ? policy.roundingBase - 1 : (policy.roundingBase - 1) / 2,
  };
}
