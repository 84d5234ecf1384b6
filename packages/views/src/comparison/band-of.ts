import { isValue } from "@impactmonitor/model/cell";
import { breakdownKey } from "@impactmonitor/model/observation";
import { rateBand, shareBand, type Band } from "@impactmonitor/statistics/band";
import type { TooLittle } from "@impactmonitor/statistics/result";
import { areaRows } from "../areas-view.ts";
import type { Book } from "../book.ts";
import type { LevelFigure } from "../level-figure.ts";
import { measured, type Reading } from "./measured.ts";

const bands = new WeakMap<Book, Map<string, Band | TooLittle>>();

/** Of fewer than this part of the areas of a level their ordinary differences can't be told. */
const leastPart = 2 / 3;

/**
 * The band in which the areas of a level ordinarily lie in one figure. Made once for an edition, as every page about one of the areas needs it.
 * @returns too little when fewer than ten areas or two thirds of the level have the figure with the number it rests on
 */
export function bandOf(book: Book, of: LevelFigure): Band | TooLittle {
  const known = bands.get(book) ?? new Map<string, Band | TooLittle>();
  bands.set(book, known);
  const key = [of.indicator.id, of.level, of.period, of.measure, breakdownKey(of.breakdown)].join(" ");
  const before = known.get(key);
  if (before) return before;
  const band = makeBand(book, of);
  known.set(key, band);
  return band;
}

function makeBand(book: Book, of: LevelFigure): Band | TooLittle {
  const found = areaRows(book, of);
  if (!found) return { tooLittle: "too-few-areas" };
  const all = found.rows.length + found.without.length;
  const rates: Reading[] = [];
  const shares: Reading[] = [];
  for (const { shown } of found.rows) {
    if (shown.measure !== of.measure || !isValue(shown.cell)) continue;
    const it = measured(book, shown);
    if (it?.kind === "rate") rates.push(it.readings[0]!);
    if (it?.kind === "share") shares.push(it.readings[0]!);
  }
  if (Math.max(rates.length, shares.length) < leastPart * all) return { tooLittle: "too-few-areas" };
  return rates.length >= shares.length
    ? rateBand(rates.map(({ count, size }) => ({ count, exposure: size })))
    : shareBand(shares.map(({ count, size }) => ({ count, total: size })));
}
