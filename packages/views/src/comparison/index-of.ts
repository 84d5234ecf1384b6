import { isValue } from "@impactmonitor/model/cell";
import { enoughForPercent } from "@impactmonitor/statistics/small-numbers";
import type { Book } from "../book.ts";
import type { Shown } from "../shown.ts";
import { measured } from "./measured.ts";

/**
 * A figure with that of the country as 100. An index is a ratio in per cent: only of a rate or share that is known to rest on enough cases.
 * @returns undefined where that isn't so, and where there is nothing to divide by
 */
export function indexOf(book: Book, own: Shown, nation: Shown | undefined): number | undefined {
  if (!nation || own.measure !== nation.measure || !isValue(own.cell) || !isValue(nation.cell)) return undefined;
  if (nation.cell.value <= 0) return undefined;
  const rests = measured(book, own);
  if (!rests || rests.kind === "bare" || !enoughForPercent(rests.readings[0]!.count)) return undefined;
  return (own.cell.value / nation.cell.value) * 100;
}
