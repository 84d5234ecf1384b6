import { spotKey, type Facts, type Spot, type Told } from "./facts.ts";

/** A count as several editions tell of it. */
export interface TrackedCell {
  readonly spot: Spot;
  readonly told: Told[];
  /** An edition shows the number that an earlier one showed: it may stand although the count was revised a little. */
  kept: boolean;
  /** An earlier edition told of it as well, and it may have been corrected since. */
  again: boolean;
  /** What the edition before showed, when that was another number. */
  before?: number;
  /** An earlier edition hid it, and so this one does, be it a zero by now. */
  stayedHidden: boolean;
  /** It is the count of an earlier or later cell, give or take what moved in between. */
  moved: boolean;
  /** It is about nobody, and may be worked out: what has no known municipality is no group of people. Then this is what it can be. */
  readonly harmless?: Range;
}

export interface Range {
  readonly least: number;
  readonly most: number;
}
export const anyNumber: Range = { least: 0, most: Infinity };

/** A count that was shown and then left out, while something around it moved: two cells. */
export interface Move {
  readonly before: number;
  readonly now: number;
  /** How much more it can be now. */
  readonly by: Range;
}

/**
 * Which counts of several editions are the same number. A reader takes a count that was left out to be the one that another edition shows,
 * and one that is shown alike to be alike; a number that changed was revised, and is another one. What was left out while something around it
 * moved, is near what it was.
 */
export class EditionCells {
  readonly cells: TrackedCell[] = [];
  readonly moves: Move[] = [];
  /** Per edition: spot → cell. */
  readonly #inEdition: Map<string, number>[];
  /** Spots of which each edition tells on its own, as taking them together led to a contradiction. */
  readonly #apart: ReadonlySet<string>;
  readonly #same: (edition: number, spot: Spot) => Spot;

  /**
   * @param editions the oldest first
   * @param same the one spot of those that must hold the same count
   * @param near by `inEdition` how much more what is left out there can be than what was shown; when that is endless, they are two counts
   */
  constructor(
    editions: readonly Facts[],
    same: (edition: number, spot: Spot) => Spot,
    apart: ReadonlySet<string>,
    near: ReadonlyMap<string, Range> = new Map(),
  ) {
    this.#same = same;
    this.#apart = apart;
    const newest = new Map<string, number>();
    const shownBefore = new Map<string, number>();
    const toldBefore = new Set<string>();
    const hiddenBefore = new Set<string>();
    this.#inEdition = editions.map(() => new Map());
    let open = "";
    for (const [e, { told }] of editions.entries()) {
      const shownHere = new Map<string, number>();
      for (const it of told.values()) {
        const key = spotKey(same(e, it.spot));
        const here = this.#inEdition[e]!.get(key);
        const before = here ?? (apart.has(key) ? undefined : newest.get(key));
        const by = here === undefined ? near.get(inEdition(e, key)) : undefined;
        const alike = before !== undefined && by === undefined && agrees(this.cells[before]!, it);
        const cell = alike ? before : this.#add(it.spot);
        const tracked = this.cells[cell]!;
        if (before !== undefined && by !== undefined && by.most < Infinity) this.#move(before, cell, by);
        if (tracked.told.length === 0) tracked.stayedHidden = hiddenBefore.has(key);
        if (it.hidden) hiddenBefore.add(key);
        tracked.told.push(it);
        tracked.again ||= toldBefore.has(key) && lastHalf(it.spot.period) >= open;
        const last = shownBefore.get(key);
        if (it.shown !== undefined) {
          shownHere.set(key, it.shown);
          // What can't be corrected any more is what it was.
          if (last === it.shown) tracked.kept ||= lastHalf(it.spot.period) >= open;
          else if (last !== undefined) tracked.before = last;
        }
        newest.set(key, cell);
        this.#inEdition[e]!.set(key, cell);
      }
      for (const [key, shown] of shownHere) shownBefore.set(key, shown);
      for (const key of this.#inEdition[e]!.keys()) toldBefore.add(key);
      open = correctableFrom([...told.values()].map((it) => lastHalf(it.spot.period)));
    }
  }

  /** The key under which a spot of an edition is known; for taking it apart. */
  key(edition: number, spot: Spot): string {
    return spotKey(this.#same(edition, spot));
  }

  isApart(key: string): boolean {
    return this.#apart.has(key);
  }

  find(edition: number, spot: Spot): number | undefined {
    return this.#inEdition[edition]!.get(this.key(edition, spot));
  }

  /** A count that an edition does not tell of, but that stands in its sums. */
  cell(edition: number, spot: Spot): number {
    const known = this.find(edition, spot);
    if (known !== undefined) return known;
    const added = this.#add(spot);
    this.#inEdition[edition]!.set(this.key(edition, spot), added);
    return added;
  }

  /** Something that has no place, such as what is left of a whole. */
  rest(spot: Spot, harmless?: Range): number {
    return this.#add(spot, harmless);
  }

  #add(spot: Spot, harmless?: Range): number {
    const cell = { spot, told: [], kept: false, again: false, stayedHidden: false, moved: false };
    return this.cells.push(harmless === undefined ? cell : { ...cell, harmless }) - 1;
  }

  #move(before: number, now: number, by: Range): void {
    this.moves.push({ before, now, by });
    for (const cell of [before, now]) this.cells[cell]!.moved = true;
  }
}

const lastHalf = (period: string): string => (period.includes("H") ? period : `${period}H2`);

/**
 * The first half-year that can still be corrected after an edition: only the latest two that a sender delivered can be, and a sender may be
 * one behind.
 */
function correctableFrom(halves: readonly string[]): string {
  const newest = halves.reduce((found, it) => (it > found ? it : found), "");
  const year = Number(newest.slice(0, 4));
  return newest.endsWith("H2") ? `${year - 1}H2` : `${year - 1}H1`;
}

/** The name of a count in one of several editions. */
export const inEdition = (edition: number, key: string): string => `${edition} ${key}`;

/** Where zeros are shown, what is left out after a zero is no zero any more. */
function agrees({ told }: TrackedCell, next: Told): boolean {
  const shown = told.findLast((it) => it.shown !== undefined)?.shown;
  const hidden = told.some((it) => it.hidden);
  if (shown === undefined) return !(hidden && next.shown === 0);
  return next.shown === undefined ? !(next.hidden && shown === 0) : shown === next.shown;
}
