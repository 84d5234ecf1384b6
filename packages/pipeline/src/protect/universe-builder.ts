import type { Group, Universe, UniverseCell } from "@impactmonitor/disclosure/universe";
import { placeKey, type Place, type TrueCounts } from "./true-counts.ts";

interface Draft {
  readonly place?: Place;
  readonly count: number;
  published: boolean;
  readonly harmless?: boolean;
}

/** Collects cells and sums; a count that stands in several tables or for several areas is one cell. */
export class UniverseBuilder {
  readonly #counts: TrueCounts;
  readonly #sameTerritory: (place: Place) => readonly Place["area"][];
  readonly #cells: Draft[] = [];
  readonly #positions = new Map<string, number>();
  readonly #sums = new Map<string, { readonly parent: number; readonly children: readonly number[] }>();
  readonly #groups: Group[] = [];

  constructor(counts: TrueCounts, sameTerritory: (place: Place) => readonly Place["area"][]) {
    this.#counts = counts;
    this.#sameTerritory = sameTerritory;
  }

  /** The one place among those that must hold the same count. */
  canonical(place: Place): Place {
    const whole = place.category === "" && this.#counts.tables.get(place.table)?.within.find((it) => it.same);
    if (whole) return this.canonical({ ...place, table: whole.table, category: whole.category });
    const group = this.#sameTerritory(place);
    if (group.length === 1) return place;
    // With an unknown municipality a province can lack what its region has: then they are two counts, tied by a sum.
    const count = this.#counts.count(place);
    const first = group.find((area) => area === place.area || this.#counts.count({ ...place, area }) === count);
    return { ...place, area: first ?? place.area };
  }

  find(place: Place): number | undefined {
    return this.#positions.get(placeKey(this.canonical(place)));
  }

  /** @param published false for a cell that only closes a sum */
  cell(place: Place, published: boolean): number {
    const own = this.canonical(place);
    const key = placeKey(own);
    const known = this.#positions.get(key);
    if (known !== undefined) {
      this.#cells[known]!.published ||= published;
      return known;
    }
    this.#positions.set(key, this.#cells.length);
    return this.#cells.push({ place: own, count: this.#counts.count(own), published }) - 1;
  }

  places(): readonly (Place | undefined)[] {
    return this.#cells.map((it) => it.place);
  }

  count(cell: number): number {
    return this.#cells[cell]!.count;
  }

  /** A count that no table shows and that has no place: what is left of a whole. */
  rest(count: number, harmless = false): number {
    return this.#cells.push({ count, published: false, harmless }) - 1;
  }

  /** parent = sum of children, exactly. @returns false when the counts say otherwise */
  sum(parent: number, children: readonly number[]): boolean {
    if (children.reduce((all, it) => all + this.count(it), 0) !== this.count(parent)) return false;
    this.#keep(parent, children);
    return true;
  }

  /**
   * parent = sum of children and something else. A rest of nothing is left out, as an attacker may guess it. Children can also hold more
   * than their parent: reports that a region sent about another region's municipality.
   * @param harmless whether the rest is about nobody: what has no known municipality is no group of people
   */
  sumWithRest(parent: number, children: readonly number[], harmless = false): void {
    const together = children.reduce((all, it) => all + this.count(it), 0);
    const rest = this.count(parent) - together;
    const key = sumKey(parent, children);
    if (this.#sums.has(key)) return;
    if (rest === 0) this.#keep(parent, children);
    else if (rest > 0) this.#sums.set(key, { parent, children: [...children, this.rest(rest, harmless)] });
    else {
      const both = this.rest(together);
      this.#sums.set(key, { parent: both, children });
      this.#sums.set(`${key} beyond`, { parent: both, children: [parent, this.rest(-rest, harmless)] });
    }
  }

  group(group: Group): void {
    this.#groups.push(group);
  }

  #keep(parent: number, children: readonly number[]): void {
    if (children.length === 1 && children[0] === parent) return;
    this.#sums.set(sumKey(parent, children), { parent, children });
  }

  /** @param describe what else is known of a cell that has a place */
  build(describe: (place: Place, published: boolean) => Omit<UniverseCell, "count">): Universe {
    return {
      cells: this.#cells.map(({ place, count, published, harmless = false }) => ({
        count,
        ...(place === undefined ? { fixed: "unpublished" as const, harmless } : describe(place, published)),
      })),
      equations: [...this.#sums.values()],
      groups: this.#groups,
    };
  }
}

const sumKey = (parent: number, children: readonly number[]): string =>
  `${parent}=${children.toSorted((a, b) => a - b).join("+")}`;
