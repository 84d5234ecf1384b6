import { isValue } from "@impactmonitor/model/cell";
import type { Measure } from "@impactmonitor/model/indicator";
import type { Book } from "../book.ts";
import { decimalsOf } from "../format.ts";
import { rate, rowsOf, sameBreakdown, type Shown } from "../shown.ts";

/** What a figure rests on: how many, out of how many. Made to judge chance with; never shown. */
export interface Reading {
  readonly count: number;
  /** Inhabitants of a rate, total of a share. */
  readonly size: number;
  readonly roundedTo?: number;
}

/**
 * A figure as far as chance can be judged of it. `readings` holds what it can rest on: one, or for a share that was published without its
 * count the middle, fewest and most. `bare`: a number of which it isn't known how many it rests on.
 */
export type Measured =
  | { readonly kind: "rate"; readonly readings: readonly Reading[]; readonly per: number }
  | { readonly kind: "share"; readonly readings: readonly Reading[]; readonly per: 100 }
  | { readonly kind: "bare"; readonly value: number; readonly decimals: number };

/** A figure of which it is known how many it rests on. */
export type Counted = Exclude<Measured, { readonly kind: "bare" }>;

const inhabitants: Partial<Record<Measure, number>> = { "per-10000": 10_000, "per-100000": 100_000 };

/** @returns undefined for a figure without a single value, and for a count or mean, of which areas don't compare */
export function measured(book: Book, it: Shown): Measured | undefined {
  if (!isValue(it.cell)) return undefined;
  const per = inhabitants[it.measure];
  if (per !== undefined) return rateOf(book, it, it.cell.value, per);
  return it.measure === "percent" ? shareOf(book, it, it.cell.value) : undefined;
}

function rateOf(book: Book, it: Shown, value: number, per: number): Measured {
  if (it.derivation?.kind === "rate")
    return {
      kind: "rate",
      per,
      readings: [reading(book, it, it.derivation.count, it.derivation.population)],
    };
  const count = countOf(book, it);
  if (count === undefined || value <= 0) return bare(it, value);
  // The source has divided already; only when it doesn't fit with its own count is our population taken.
  const derived = rate(book, count.observation);
  const population = derived?.derivation?.kind === "rate" ? derived.derivation.population : undefined;
  return { kind: "rate", per, readings: [reading(book, it, count.value, population ?? (count.value / value) * per)] };
}

function shareOf(book: Book, it: Shown, value: number): Measured {
  if (it.derivation?.kind === "share")
    return { kind: "share", per: 100, readings: [reading(book, it, it.derivation.part, it.derivation.whole)] };
  if (isValue(it.cell) && it.cell.n !== undefined && it.cell.n > 0) return fromPercentage(it, value, it.cell.n);
  const { percentOf, shareOf } = it.indicator;
  const total = wholeOf(book, it, percentOf ?? shareOf);
  if (total === undefined || total <= 0) return bare(it, value);
  const count = countOf(book, it)?.value;
  if (count !== undefined && count <= total)
    return { kind: "share", per: 100, readings: [reading(book, it, count, total)] };
  return fromPercentage(it, value, total);
}

/** Every number of cases that is printed as this percentage: the middle, the fewest and the most. */
function fromPercentage(it: Shown, value: number, total: number): Measured {
  const decimals = decimalsShown(it, value);
  const off = 0.5 / 10 ** decimals;
  const cases = [value, value - off, value + off].map((percentage) =>
    Math.min(total, Math.max(0, Math.round((percentage / 100) * total))),
  );
  return { kind: "share", per: 100, readings: [...new Set(cases)].map((count) => ({ count, size: total })) };
}

const bare = (it: Shown, value: number): Measured => ({ kind: "bare", value, decimals: decimalsShown(it, value) });

/** A source that prints "8%" did not measure 8.0%; a whole number may stand for anything that rounds to it. */
export const decimalsShown = (it: Shown, value: number): number =>
  Number.isInteger(value) ? 0 : decimalsOf(it.indicator, it.measure);

function reading(book: Book, it: Shown, count: number, size: number): Reading {
  const source = it.indicator.source ? book.sources.get(it.indicator.source) : undefined;
  const base = source?.countsRoundedTo;
  return { count, size, ...(base !== undefined && count % base === 0 ? { roundedTo: base } : {}) };
}

/** The published count of the same thing, beside a rate or percentage. */
function countOf(book: Book, it: Shown) {
  const row = rowsOf(book, it.indicator.id, it.area, it.period).find(
    (row) => row.measure === "count" && sameBreakdown(row.breakdown, it.breakdown),
  );
  return row && isValue(row.cell) ? { value: row.cell.value, observation: row } : undefined;
}

function wholeOf(book: Book, it: Shown, whole: string | undefined): number | undefined {
  if (whole === undefined) return undefined;
  const row = rowsOf(book, whole, it.area, it.period).find(
    (row) => row.measure === "count" && Object.keys(row.breakdown).length === 0,
  );
  return row && isValue(row.cell) ? row.cell.value : undefined;
}

/** A rounded count as the exact ones that it can stand for: itself, the fewest and the most. */
export function corners({ count, size, roundedTo = 1 }: Reading): readonly Reading[] {
  const off = Math.floor(roundedTo / 2);
  return off === 0 ? [{ count, size }] : [0, -off, off].map((by) => ({ count: Math.max(0, count + by), size }));
}
