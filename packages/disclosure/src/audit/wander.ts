import type { Bounds } from "./bounds.ts";
import type { Component } from "./components.ts";
import { insideOf } from "./interior.ts";
import type { LinkedSums } from "./linked-sums.ts";
import type { Sum } from "./published.ts";

/**
 * Tables of whole numbers that fit what was published, found by small moves: what a cell is in two of them, an attacker can't tell apart.
 * It can only show that a cell is safe. That none was found says nothing.
 */
export class Wander {
  /** Least and most seen of every cell, in tables that fit. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly #at: Float64Array;
  #bounds: Bounds;
  readonly #linked: LinkedSums;
  /** Parts less whole, for every sum. */
  readonly #excess: Float64Array;
  /** How much it weighs that a sum does not hold: more, the longer it does not. */
  readonly #weight: Float64Array;
  /** What moved in the present search, and which cells those are. */
  readonly #moved: Float64Array;
  readonly #touched: number[] = [];
  readonly #broken: number[] = [];
  #random = 0x2545f491;

  constructor(bounds: Bounds, linked: LinkedSums) {
    this.#bounds = bounds;
    this.#linked = linked;
    this.#at = insideOf(bounds, linked).map((it) => Math.round(it));
    this.least = new Float64Array(linked.cells).fill(Infinity);
    this.most = new Float64Array(linked.cells).fill(-Infinity);
    this.#moved = new Float64Array(linked.cells);
    this.#weight = new Float64Array(linked.sums).fill(1);
    this.#excess = new Float64Array(linked.sums);
    const { sums, termStart, termCell, termFactor } = linked;
    for (let s = 0; s < sums; s++)
      for (let t = termStart[s]!; t < termStart[s + 1]!; t++)
        this.#excess[s]! += termFactor[t]! * this.#at[termCell[t]!]!;
  }

  /** Where it is now: a table that fits, once `begin` found one. */
  get at(): Readonly<Float64Array> {
    return this.#at;
  }

  /** Whether what the parts are now adds up to what the whole is. */
  balances({ whole, parts }: Sum): boolean {
    return parts.reduce((sum, it) => sum + this.#at[it]!, 0) === this.#at[whole];
  }

  /** Whether a sum holds now. */
  holds(sum: number): boolean {
    return this.#excess[sum] === 0;
  }

  /**
   * Looks for a first table that fits, from inside all bounds.
   * @returns the sums that could not be made to hold: none when it was found
   */
  begin(): readonly number[] {
    const broken: number[] = [];
    for (let s = 0; s < this.#linked.sums; s++) if (!this.holds(s)) broken.push(s);
    const left = this.#mend(broken, 50 * broken.length + 20_000);
    for (const cell of this.#touched) this.#moved[cell] = 0;
    this.#touched.length = 0;
    return left;
  }

  /**
   * Looks for a table that fits narrower bounds, from the present one: what lies outside is moved in, and the sums that break are mended.
   * @param cells those whose bounds are narrower
   * @param most how many moves at most
   * @returns whether it was found, and taken as seen; otherwise it is where it was
   */
  within(bounds: Bounds, cells: Iterable<number>, most: number): boolean {
    const own = this.#bounds;
    this.#bounds = bounds;
    const broken: number[] = [];
    for (const cell of cells) {
      const [down, up] = [-this.#room(cell, 1), -this.#room(cell, -1)];
      if (down <= 0 && up <= 0) continue;
      this.#move(cell, down > 0 ? -down : up);
      this.#pushBroken(cell, broken);
    }
    const found = this.#mend(broken, most + 20 * broken.length).length === 0;
    this.#bounds = own;
    for (const cell of this.#touched) {
      if (!found && this.#moved[cell] !== 0) this.#shift(cell, -this.#moved[cell]!);
      this.#moved[cell] = 0;
      if (found) this.#note(cell);
    }
    this.#touched.length = 0;
    return found;
  }

  /**
   * Mends one broken sum after another by the move that mends most and breaks least. Sums that stay broken weigh more and more, until others
   * give way.
   * @returns the sums that stay broken
   */
  #mend(broken: number[], most: number): readonly number[] {
    const heavier: number[] = [];
    const weigh = (sum: number): void => {
      this.#weight[sum]! += 1;
      heavier.push(sum);
    };
    for (let left = most; left > 0 && broken.length > 0; left--) {
      const place = left % 2 === 0 ? broken.length - 1 : Math.floor(this.#next() * broken.length);
      const sum = broken[place]!;
      broken[place] = broken.at(-1)!;
      broken.pop();
      if (this.holds(sum)) continue;
      const cell = this.#choose(sum, -1, 0.5, false);
      if (cell < 0 || this.#score >= 0) weigh(sum);
      if (cell >= 0) {
        this.#move(cell, this.#chosenBy);
        this.#pushBroken(cell, broken);
      }
      if (!this.holds(sum)) broken.push(sum);
    }
    for (const sum of heavier) this.#weight[sum] = 1;
    return [...new Set(broken)].filter((it) => !this.holds(it));
  }

  /**
   * Takes the whole values that a program found. Programs reckon with fractions, so it is looked at again whether all sums of these cells hold.
   * @returns whether they do; otherwise nothing was taken
   */
  place({ cells }: Component, values: ArrayLike<number>): boolean {
    const before = cells.map((cell) => this.#at[cell]!);
    const take = (to: ArrayLike<number>): void => {
      for (const [i, cell] of cells.entries()) {
        const by = Math.round(to[i]!) - this.#at[cell]!;
        if (by !== 0) this.#shift(cell, by);
      }
    };
    take(values);
    const fits = cells.every((cell) => this.#fits(cell));
    if (!fits) take(before);
    return fits;
  }

  /** Whether a cell is within its bounds, and all its sums hold. */
  #fits(cell: number): boolean {
    const { sumStart, sumOf } = this.#linked;
    if (this.#room(cell, 1) < 0 || this.#room(cell, -1) < 0) return false;
    for (let k = sumStart[cell]!; k < sumStart[cell + 1]!; k++) if (!this.holds(sumOf[k]!)) return false;
    return true;
  }

  /** Takes the present table as seen. */
  saw(cells: Iterable<number>): void {
    for (const cell of cells) this.#note(cell);
  }

  /**
   * Moves a cell up or down by one, with whatever it takes, and then on in the same way.
   * @param times how often at most
   * @returns whether a way was found
   */
  step(cell: number, by: 1 | -1, tries: number, times: number): boolean {
    for (let attempt = 0; attempt < tries; attempt++) {
      if (this.#room(cell, by) < 1) return false;
      const found = this.#search(cell, by, attempt);
      if (found) this.#goOn(times - 1);
      else for (const it of this.#touched) if (this.#moved[it] !== 0) this.#shift(it, -this.#moved[it]!);
      for (const it of this.#touched) this.#moved[it] = 0;
      this.#touched.length = 0;
      if (found) return true;
    }
    return false;
  }

  /** The way that was found once, again and again as far as all cells on it have room. */
  #goOn(times: number): void {
    let again = times;
    for (const cell of this.#touched) {
      const by = this.#moved[cell]!;
      if (by !== 0) again = Math.min(again, Math.floor(this.#room(cell, Math.sign(by)) / Math.abs(by)));
    }
    for (const cell of this.#touched) {
      const by = this.#moved[cell]!;
      if (by === 0) continue;
      if (again > 0) this.#shift(cell, by * again);
      this.#note(cell);
    }
  }

  /** @returns whether all sums hold again; what moved is left in #moved */
  #search(cell: number, by: number, attempt: number): boolean {
    const broken = this.#broken;
    broken.length = 0;
    this.#move(cell, by);
    this.#pushBroken(cell, broken);
    for (let left = longest; left > 0; left--) {
      while (broken.length > 0 && this.holds(broken.at(-1)!)) broken.pop();
      if (broken.length === 0) return true;
      const any = attempt % 3 === 2 ? broken[Math.floor(this.#next() * broken.length)]! : broken.at(-1)!;
      const sum = this.holds(any) ? broken.at(-1)! : any;
      const best = this.#choose(sum, cell, 0.5 + (attempt % 12) / 4, true);
      if (best < 0) return false;
      this.#move(best, this.#chosenBy);
      this.#pushBroken(best, broken);
    }
    return false;
  }

  #pushBroken(cell: number, broken: number[]): void {
    const { sumStart, sumOf } = this.#linked;
    for (let k = sumStart[cell]!; k < sumStart[cell + 1]!; k++)
      if (this.#excess[sumOf[k]!] !== 0) broken.push(sumOf[k]!);
  }

  #room(cell: number, sign: number): number {
    return sign < 0 ? this.#at[cell]! - this.#bounds.low[cell]! : this.#bounds.high[cell]! - this.#at[cell]!;
  }

  #note(cell: number): void {
    const value = this.#at[cell]!;
    if (value < this.least[cell]!) this.least[cell] = value;
    if (value > this.most[cell]!) this.most[cell] = value;
  }

  #move(cell: number, by: number): void {
    if (this.#moved[cell] === 0) this.#touched.push(cell);
    this.#moved[cell]! += by;
    this.#shift(cell, by);
  }

  #shift(cell: number, by: number): void {
    const { sumStart, sumOf, sumFactor } = this.#linked;
    this.#at[cell]! += by;
    for (let k = sumStart[cell]!; k < sumStart[cell + 1]!; k++) this.#excess[sumOf[k]!]! += by * sumFactor[k]!;
  }

  #chosenBy = 0;
  #score = 0;

  /**
   * The cell of a broken sum that brings all sums nearest to holding when it moves, with some chance in it.
   * @param single by one only, and no cell back to where it came from in this search
   * @returns −1 when none can move
   */
  #choose(sum: number, except: number, noise: number, single: boolean): number {
    const { termStart, termCell, termFactor, sumStart, sumOf, sumFactor } = this.#linked;
    const excess = this.#excess;
    const up = excess[sum]! < 0;
    const from = termStart[sum]!;
    const count = termStart[sum + 1]! - from;
    const looked = Math.min(count, widest);
    const start = Math.floor(this.#next() * count);
    const most = single ? 1 : Math.abs(excess[sum]!);
    let best = -1;
    let bestScore = Infinity;
    for (let k = 0; k < looked; k++) {
      const t = from + ((start + k) % count);
      const cell = termCell[t]!;
      const sign = up === termFactor[t]! > 0 ? 1 : -1;
      if (cell === except || (single && this.#moved[cell]! * sign < 0)) continue;
      const size = Math.min(most, this.#room(cell, sign));
      if (size < 1) continue;
      const by = sign * size;
      let change = 0;
      for (let p = sumStart[cell]!; p < sumStart[cell + 1]!; p++) {
        const now = excess[sumOf[p]!]!;
        const then = now + by * sumFactor[p]!;
        change += ((then < 0 ? -then : then) - (now < 0 ? -now : now)) * this.#weight[sumOf[p]!]!;
      }
      const score = change / size + noise * this.#next();
      if (score >= bestScore) continue;
      best = cell;
      bestScore = score;
      this.#chosenBy = by;
      this.#score = change;
    }
    return best;
  }

  /** A linear congruential generator: the same wandering every time. */
  #next(): number {
    this.#random = (Math.imul(this.#random, 1664525) + 1013904223) >>> 0;
    return this.#random / 4294967296;
  }
}

/** The longest way that is tried for one step, and how many cells of a long sum are looked at. */
const longest = 80;
const widest = 60;
