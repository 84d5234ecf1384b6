import { rounded, type Rules } from "@impactmonitor/disclosure/rules";
import type { Universe } from "@impactmonitor/disclosure/universe";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { AreaCode, PeriodCode } from "@impactmonitor/model/id";
import { thresholdAt, type Policy } from "@impactmonitor/model/policy";
import type { DerivedTable } from "@impactmonitor/model/protection";
import type { CountRef, Derived } from "../derive/counts.ts";
import { isKept, nothingEarlier, type Earlier } from "./earlier.ts";
import type { Geography } from "./geography.ts";
import { hideNear, type Hideable } from "./hide-near.ts";
import type { PublishedCells } from "./published-cells.ts";
import { municipalitiesOf } from "./sums-of-areas.ts";
import { placeKey, type Place } from "./true-counts.ts";
import { blockOf, universeOf, type DerivedUniverse } from "./universe-of.ts";

/** What may be shown of a count. */
export type Shown = number | "hidden";

/** Counts after protection. A true count can't be had from it. */
export interface ProtectedCounts {
  /** @returns what may be shown of a count that a figure uses; undefined when no figure does, or when its division is withheld there */
  readonly shown: (place: Place) => Shown | undefined;
  /**
   * Whether the count outside a part is none of anyone's business: a few reports that are not in it. Who reads 97 % reads also that 3 % is
   * outside.
   */
  readonly restIsSmall: (part: CountRef, whole: CountRef, area: AreaCode, period: PeriodCode) => boolean;
  readonly complete: (area: AreaCode, period: PeriodCode) => boolean;
  readonly geography: (period: PeriodCode) => Geography;
  readonly published: PublishedCells;
  /**
   * Counts that could not be protected, for the steward: such an edition can't be sealed. Without a place: what is left of a whole, such as
   * reports without a known municipality.
   */
  readonly failures: readonly { readonly place?: Place }[];
  /** What to hide besides, where this edition and earlier ones together give these away; nothing when there is nothing left to hide. */
  readonly toHide: (exposed: readonly Place[]) => readonly Place[];
  /** How the municipalities and provinces of a table add up; see `DerivedTable`. */
  readonly municipalities: (table: string) => DerivedTable["municipalities"];
  readonly totals: {
    readonly cells: number;
    readonly primary: number;
    readonly secondary: number;
    readonly withheld: number;
  };
}

/** Decides which cells of a universe are hidden: `protectUniverse` of the disclosure package. */
export type Protector = (
  universe: Universe,
  rules: Rules,
) => {
  readonly states: readonly ("open" | "primary" | "secondary" | "unpublished")[];
  readonly failures: readonly { readonly cell: number }[];
};

/** So often it is tried again with less published. */
const mostRounds = 16;

/**
 * Protects everything that the figures of an edition would give away, as one problem. Where a small count can't be hidden because too much is
 * known around it (zeros, mostly), the division or the total that it is in is not published for that area and period, and all is tried again;
 * where that is not enough, what is published nearest to it.
 * @param earlier what earlier editions showed of the same counts
 * @param hidden counts that are hidden besides, as they gave something away together with earlier editions
 */
export function protectDerived(
  derived: Derived,
  policy: Policy,
  catalogue: Catalogue,
  protect: Protector,
  earlier: Earlier = nothingEarlier,
  hidden: readonly Place[] = [],
): ProtectedCounts {
  const withheld = new Set<string>();
  for (let round = 1; ; round++) {
    const problem = universeOf(derived, policy, catalogue, earlier, withheld, hidden);
    const protection = protect(problem.universe, problem.rules);
    const known = withheld.size;
    for (const { cell } of protection.failures) {
      const block = problem.places[cell] && blockOf(problem.places[cell]);
      if (block !== undefined && !withheld.has(block)) withheld.add(block);
      // What is not shown and follows all the same, such as what is left of a whole: then something that is shown near it is not either.
      else
        for (const it of hideNear(problem, hideableIn(problem, protection, withheld), [cell]))
          withheld.add(blockOf(it));
    }
    // What earlier editions showed can't be withheld.
    if (protection.failures.length === 0 || withheld.size === known || round === mostRounds)
      return protectedCounts(derived, policy, problem, protection, { earlier, withheld });
  }
}

/** Counts that are shown and could be left out: not a zero, and not what an earlier edition showed and this one keeps. */
const hideableIn = (
  { universe, places }: Pick<DerivedUniverse, "universe" | "places">,
  { states }: Pick<ReturnType<Protector>, "states">,
  withheld: ReadonlySet<string>,
): Hideable => ({
  mayHide: (cell) => {
    const place = places[cell];
    if (place === undefined || states[cell] !== "open" || withheld.has(blockOf(place))) return false;
    const { count, fixed } = universe.cells[cell]!;
    return count > 0 && fixed !== "open";
  },
  changed: () => false,
});

function protectedCounts(
  derived: Derived,
  policy: Policy,
  { universe, counts, published, geography, find, canonical, places }: DerivedUniverse,
  { states, failures }: ReturnType<Protector>,
  { earlier, withheld }: { readonly earlier: Earlier; readonly withheld: ReadonlySet<string> },
): ProtectedCounts {
  const before = earlier.by((place) => placeKey(canonical(place)));
  const threshold = ({ area, period }: Place): number => {
    const level = geography(period).levelOf.get(area);
    return level === undefined ? policy.threshold : thresholdAt(policy, level);
  };
  const hideable = {
    ...hideableIn({ universe, places }, { states }, withheld),
    changed: (cell: number): boolean => places[cell] !== undefined && before.has(placeKey(places[cell])),
  };
  const total = (state: string): number => states.filter((it) => it === state).length;
  return {
    shown: (place) => {
      const cell = find(place);
      if (cell === undefined || withheld.has(blockOf(canonical(place)))) return undefined;
      if (states[cell] !== "open") return "hidden";
      const count = counts.count(place);
      const said = before.get(placeKey(canonical(place)));
      const kept = isKept(count, said, { base: policy.roundingBase, threshold: threshold(place) });
      // What an earlier edition gave away is not shown again.
      if (kept && said > 0 && said < threshold(place)) return "hidden";
      return kept ? said : rounded(count, policy.roundingBase);
    },
    restIsSmall: (part, whole, area, period) => {
      const at = { area, period };
      const rest = counts.count({ ...whole, ...at }) - counts.count({ ...part, ...at });
      return rest > 0 && rest < threshold({ ...whole, ...at });
    },
    complete: counts.complete,
    geography,
    published,
    failures: failures.map(({ cell }) => (places[cell] === undefined ? {} : { place: places[cell] })),
    toHide: (exposed) =>
      hideNear(
        { universe, places },
        hideable,
        exposed.flatMap((it) => find(it) ?? []),
      ),
    municipalities: (table) => municipalitiesOf({ counts, geography, periods: derived.periods }, table),
    totals: { cells: states.length, primary: total("primary"), secondary: total("secondary"), withheld: withheld.size },
  };
}
