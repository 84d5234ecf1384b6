import { solver } from "./solver.ts";
import { narrow, type Bounds } from "./bounds.ts";
import { componentsOf } from "./components.ts";
import { choicesIn, extremesOf } from "./extremes.ts";
import { sumsOf, type Parents, type PublishedRow } from "./published.ts";

/** What an attacker may be taken to know of how the table was made. */
export interface KnownRule {
  /** Counts from 1 up to this, this one not included, were hidden. */
  readonly threshold: number;
  readonly zerosShown: boolean;
  readonly roundingBase: number;
  /** So many possible values must be left for a hidden count that can be small. */
  readonly choices: number;
}

/** A hidden cell that can be narrowed too far. */
export interface Exposure {
  /** Position in the rows. */
  readonly row: number;
  readonly low: number;
  readonly high: number;
}

export interface AuditReport {
  readonly cells: number;
  readonly hidden: number;
  readonly exposures: readonly Exposure[];
}

/**
 * Works out what can be known of every hidden cell from all that was published together, by an attacker who knows the rule.
 * A hidden cell that can only be large is no secret and is not reported.
 * @throws {Contradiction} when no table fits the published cells
 */
export async function audit(rows: readonly PublishedRow[], parents: Parents, rule: KnownRule): Promise<AuditReport> {
  const sums = sumsOf(rows, parents);
  const bounds = attackersBounds(rows, rule);
  narrow(bounds, sums);
  const hidden = [...rows.keys()].filter((i) => rows[i]!.value === undefined);
  const tooNarrow = (low: number, high: number): boolean => low < rule.threshold && choicesIn(low, high) < rule.choices;

  const exposures: Exposure[] = [];
  const report = (row: number, low: number, high: number): void => {
    exposures.push({ row, low: Math.ceil(low - 1e-5), high: Math.floor(high + 1e-5) });
  };
  const undecided = new Set<number>();
  for (const cell of hidden) {
    const low = bounds.low[cell]!;
    const high = bounds.high[cell]!;
    if (tooNarrow(low, high)) report(cell, low, high);
    else if (low < rule.threshold) undecided.add(cell);
  }
  const highs = await solver();
  for (const component of componentsOf(bounds, sums)) {
    const asked = new Set(component.cells.filter((cell) => undecided.has(cell)));
    if (asked.size === 0 || component.sums.length === 0) continue;
    for (const [cell, { low, high }] of extremesOf(highs, component, bounds, asked, rule.choices))
      if (tooNarrow(low, high)) report(cell, low, high);
  }
  return { cells: rows.length, hidden: hidden.length, exposures: exposures.sort((a, b) => a.row - b.row) };
}

/** Before any sum is used: an open cell is what it says, give or take its rounding; a hidden one follows from the rule. */
function attackersBounds(rows: readonly PublishedRow[], rule: KnownRule): Bounds {
  const reach = Math.floor(rule.roundingBase / 2);
  const low = new Float64Array(rows.length);
  const high = new Float64Array(rows.length);
  for (const [i, { value }] of rows.entries()) {
    if (value === undefined) {
      low[i] = rule.zerosShown ? 1 : 0;
      high[i] = Infinity;
    } else if (value === 0 && rule.zerosShown && rule.threshold > reach) {
      // Small counts would have been hidden: a zero that is shown is a zero.
      low[i] = 0;
      high[i] = 0;
    } else {
      low[i] = Math.max(value - reach, value > 0 ? Math.min(rule.threshold, value) : 0, 0);
      high[i] = value + reach;
    }
  }
  return { low, high };
}
