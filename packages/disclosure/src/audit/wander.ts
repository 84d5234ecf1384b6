import type { Bounds } from "./bounds.ts";
import type { SumsOf } from "./neighbourhood.ts";
import type { Sum } from "./published.ts";

/** So many broken sums are mended one by one to begin with. */
const mostMended = 200;

/**
 * Tables that fit what was published, found by small steps instead of linear programs: what a cell is in two of them, an attacker
 * can't tell apart. It can only show that a cell is safe. That none was found says nothing.
 */
export class Wander {
  /** Least and most seen of every cell, in tables that fit. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly #at: Float64Array;
  readonly #bounds: Bounds;
  readonly #sums: readonly Sum[];
  readonly #sumsOf: SumsOf;
  /** Parts less whole, for every sum. */
  readonly #excess: Float64Array;
  #random = 0x2545f491;

  /** @param sums those of all cells: what is fixed takes part with its one value */
  constructor(bounds: Bounds, sums: readonly Sum[], sumsOf: SumsOf) {
    this.#bounds = bounds;
    this.#sums = sums;
    this.#sumsOf = sumsOf;
    this.#at = Float64Array.from(bounds.low, (low, cell) => startOf(low, bounds.high[cell]!));
    this.least = new Float64Array(bounds.low.length).fill(Infinity);
    this.most = new Float64Array(bounds.low.length).fill(-Infinity);
    this.#excess = Float64Array.from(sums, ({ whole, parts }) =>
      parts.reduce((sum, part) => sum + this.#at[part]!, -this.#at[whole]!),
    );
  }

  /** Where it is now. */
  get at(): Readonly<Float64Array> {
    return this.#at;
  }

  /**
   * Looks for a first table that fits, from the middle of all bounds.
   * @returns the sums that could not be made to hold: none when it was found
   */
  begin(): readonly number[] {
    const broken = [...this.#sums.keys()].filter((i) => !this.holds(i));
    return this.#relax(broken, 10 * this.#sums.length + 1000);
  }

  /** Moves cells in broken sums by one as long as that mends more than it breaks. @returns the sums that stay broken */
  #relax(given: readonly number[], most: number): readonly number[] {
    let broken = given;
    let moves = most;
    while (broken.length > 0 && moves > 0) {
      const next: number[] = [];
      for (const i of broken)
        for (let tries = 0; !this.holds(i) && tries < 12 && moves > 0; tries++, moves--) {
          const best = this.#choose(i, -1, 2, undefined);
          if (best === undefined) break;
          this.#move(best.cell, best.by);
          for (const other of this.#sumsOf[best.cell]!) if (!this.holds(other)) next.push(other);
        }
      broken = [...new Set([...broken, ...next])].filter((i) => !this.holds(i));
    }
    // What is left hangs together with what was mended: move that along, one way only. Where much is left, a program is quicker.
    if (broken.length > mostMended) return broken;
    for (const i of broken)
      for (let attempt = 0; attempt < 400 && !this.holds(i); attempt++) this.#mend([i], -1, attempt, new Map());
    return broken.filter((i) => !this.holds(i));
  }

  /** Whether a sum holds now. */
  holds(sum: number): boolean {
    return Math.abs(this.#excess[sum]!) < 0.5;
  }

  /** Takes values that a program found, with which all sums of these cells hold, up to the precision of the solver. */
  beginAt(cells: readonly number[], values: ArrayLike<number>): void {
    for (const [i, cell] of cells.entries()) {
      this.#at[cell] = values[i]!;
      for (const sum of this.#sumsOf[cell]!) this.#excess[sum] = 0;
    }
  }

  /** Takes the present table as seen. */
  saw(cells: Iterable<number>): void {
    for (const cell of cells) this.#note(cell);
  }

  /** Takes it that a cell can be these, as a program found. */
  sawBetween(cell: number, low: number, high: number): void {
    this.least[cell] = Math.min(this.least[cell]!, low);
    this.most[cell] = Math.max(this.most[cell]!, high);
  }

  /** Moves a cell up or down by one, with whatever it takes. @returns whether a way was found */
  step(cell: number, by: 1 | -1, tries: number): boolean {
    const to = this.#at[cell]! + by;
    if (to > this.#bounds.high[cell]! || to < this.#bounds.low[cell]!) return false;
    for (let attempt = 0; attempt < tries; attempt++) {
      const moved = new Map<number, number>([[cell, by]]);
      this.#move(cell, by);
      const broken = this.#sumsOf[cell]!.filter((i) => !this.holds(i));
      if (this.#mend(broken, cell, attempt, moved)) {
        this.saw(moved.keys());
        return true;
      }
    }
    return false;
  }

  /** Makes broken sums hold by moving cells in them by one, each in one direction only. What moved goes back when that fails. */
  #mend(broken: number[], except: number, attempt: number, moved: Map<number, number>): boolean {
    for (let left = longest; left > 0 && broken.length > 0; left--) {
      const i = attempt % 3 === 2 ? broken[Math.floor(this.#next() * broken.length)]! : broken.at(-1)!;
      if (this.holds(i)) {
        broken.splice(broken.lastIndexOf(i), 1);
        continue;
      }
      const best = this.#choose(i, except, 1 + (attempt % 12) / 4, moved);
      if (best === undefined) break;
      this.#move(best.cell, best.by);
      moved.set(best.cell, (moved.get(best.cell) ?? 0) + best.by);
      for (const other of this.#sumsOf[best.cell]!) if (!this.holds(other)) broken.push(other);
    }
    if (broken.every((i) => this.holds(i))) return true;
    for (const [cell, by] of moved) this.#move(cell, -by);
    return false;
  }

  #note(cell: number): void {
    const value = this.#at[cell]!;
    if (value < this.least[cell]!) this.least[cell] = value;
    if (value > this.most[cell]!) this.most[cell] = value;
  }

  #move(cell: number, by: number): void {
    this.#at[cell]! += by;
    for (const i of this.#sumsOf[cell]!) this.#excess[i]! += this.#sums[i]!.whole === cell ? -by : by;
  }

  /** The cell of a sum that brings all sums nearest to holding when it moves, with some chance in it. */
  #choose(i: number, except: number, noise: number, moved: ReadonlyMap<number, number> | undefined) {
    const { whole, parts } = this.#sums[i]!;
    const excess = this.#excess[i]!;
    const count = parts.length + 1;
    const looked = Math.min(count, widest);
    const start = Math.floor(this.#next() * count);
    let best: { readonly cell: number; readonly by: number } | undefined;
    let bestScore = Infinity;
    for (let k = 0; k < looked; k++) {
      const place = (start + k) % count;
      const cell = place === parts.length ? whole : parts[place]!;
      if (cell === except) continue;
      const down = (cell === whole) !== excess > 0;
      const room = down ? this.#at[cell]! - this.#bounds.low[cell]! : this.#bounds.high[cell]! - this.#at[cell]!;
      if (room < 1) continue;
      const size = moved === undefined ? Math.min(Math.floor(room), Math.max(1, Math.abs(excess))) : 1;
      const by = down ? -size : size;
      if (moved !== undefined && (moved.get(cell) ?? 0) * by < 0) continue;
      let score = noise * this.#next();
      for (const other of this.#sumsOf[cell]!) {
        const now = this.#excess[other]!;
        score += (Math.abs(now + (this.#sums[other]!.whole === cell ? -by : by)) - Math.abs(now)) / size;
      }
      if (score < bestScore) {
        bestScore = score;
        best = { cell, by };
      }
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

const startOf = (low: number, high: number): number => (high === Infinity ? low : Math.floor((low + high) / 2));
