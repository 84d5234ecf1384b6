import type { Place } from "./true-counts.ts";
import type { DerivedUniverse } from "./universe-of.ts";

/** What may be hidden besides, and what of that an earlier edition showed as another number. */
export interface Hideable {
  readonly mayHide: (cell: number) => boolean;
  readonly changed: (cell: number) => boolean;
}

/**
 * Counts to hide besides, where two editions together give something away: beside a number that was kept, one that changed tells by how much the
 * others did. For each place the smallest of the nearest numbers that changed, going from sum to sum; where none did, of any that are shown.
 * @param exposed cells of which too much can be worked out
 * @returns nothing when all around them is hidden, or was shown before and stays so
 */
export function hideNear(
  { universe, places }: Pick<DerivedUniverse, "universe" | "places">,
  { mayHide, changed }: Hideable,
  exposed: readonly number[],
): readonly Place[] {
  const { cells, equations } = universe;
  const sumsOf: number[][] = cells.map(() => []);
  for (const [e, { parent, children }] of equations.entries())
    for (const cell of [parent, ...children]) sumsOf[cell]!.push(e);
  const nearest = (from: number, wanted: (cell: number) => boolean): number | undefined => {
    const reached = new Set([from]);
    const looked = new Set<number>();
    for (let ring = [from]; ring.length > 0;) {
      const sums = ring.flatMap((cell) => sumsOf[cell]!).filter((e) => !looked.has(e));
      for (const e of sums) looked.add(e);
      ring = [...new Set(sums.flatMap((e) => [equations[e]!.parent, ...equations[e]!.children]))].filter(
        (cell) => !reached.has(cell),
      );
      for (const cell of ring) reached.add(cell);
      const found = ring.filter(wanted);
      if (found.length > 0) return found.reduce((best, it) => (cells[it]!.count < cells[best]!.count ? it : best));
    }
    return undefined;
  };
  const chosen = exposed.flatMap(
    (from) => nearest(from, (it) => mayHide(it) && changed(it)) ?? nearest(from, mayHide) ?? [],
  );
  return [...new Set(chosen)].flatMap((cell) => places[cell] ?? []);
}
