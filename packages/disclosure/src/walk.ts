import type { System } from "./system.ts";

/**
 * A walk over the tables that an attacker must reckon with: whole-number tables in which every sum holds and every cell lies within
 * what is known of it. It starts at the true table. Each table on the way is a witness: the values that a hidden cell has in the
 * different tables can't be told apart from what is published.
 *
 * A step moves one cell by one, and then mends the sums that this broke by moving other cells in them by one, those first that
 * mend more sums than they break. Short steps are found most: two areas and two kinds that exchange one, say. Where no step is found
 * there may be one all the same; that costs an extra hidden cell, never safety.
 */
export class Walk {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The table where the walk is now. */
  readonly at: Float64Array;
  readonly #system: System;
  /** Distinct values seen, for the cells of which they are asked. */
  readonly #seen: ReadonlyMap<number, Set<number>>;
  readonly #moved: Int32Array;
  readonly #unbalance: Int32Array;
  readonly #touched: number[] = [];
  readonly #broken: number[] = [];
  #state = 0x9e3779b9;

  constructor(system: System, counts: Float64Array, { low, high }: Bounds, asked: Iterable<number>) {
    this.#system = system;
    this.at = counts.slice();
    this.low = low;
    this.high = high;
    this.#seen = new Map(Array.from(asked, (cell) => [cell, new Set([counts[cell]!])]));
    this.#moved = new Int32Array(system.cells);
    this.#unbalance = new Int32Array(system.equations);
  }

  /** How many values were seen for a cell that was asked for. */
  seen(cell: number): number {
    return this.#seen.get(cell)?.size ?? 0;
  }

  /**
   * Takes a step that moves a cell by one.
   * @param price what it costs to let an open cell leave what is known of it; Infinity where it may not. Without it, none may.
   * @param compared how many tries are compared by their price once one was found
   * @returns the cells that left, which the step only allows when they are hidden; undefined when no step was found
   */
  step(
    cell: number,
    sign: 1 | -1,
    tries: number,
    price?: (cell: number) => number,
    compared = 1,
  ): readonly number[] | undefined {
    const to = this.at[cell]! + sign;
    if (to < this.low[cell]! || to > this.high[cell]!) return undefined;
    let best: { readonly moves: readonly Move[]; readonly left: readonly number[] } | undefined;
    let bestPrice = Infinity;
    let last = tries;
    for (let i = 0; i < last; i++) {
      const found = this.#search(cell, sign, i, price);
      if (found) {
        const moves = this.#touched.filter((it) => this.#moved[it] !== 0).map((it) => [it, this.#moved[it]!] as const);
        const left = price === undefined ? [] : moves.filter((it) => this.#leaves(it)).map(([it]) => it);
        const paid = left.reduce((sum, it) => sum + price!(it), 0);
        if (best === undefined) last = Math.min(tries, i + compared);
        if (paid < bestPrice) {
          best = { moves, left };
          bestPrice = paid;
        }
      }
      this.#forget();
      if (bestPrice === 0) break;
    }
    if (best === undefined) return undefined;
    this.#take(best.moves);
    return best.left;
  }

  /** Takes a change that was found elsewhere, when every sum and every bound allows it, and then goes back. */
  look(change: ReadonlyMap<number, number>, sign: 1 | -1): void {
    for (const [cell, by] of change) this.#move(cell, by * sign);
    const fits = this.#broken.every((e) => this.#unbalance[e] === 0);
    const moves = [...change].map(([cell, by]) => [cell, by * sign] as const);
    this.#forget();
    if (!fits || moves.some((it) => this.#leaves(it))) return;
    this.#take(moves);
    for (const [cell, by] of moves) this.at[cell]! -= by;
  }

  #leaves([cell, by]: Move): boolean {
    const to = this.at[cell]! + by;
    return to < this.low[cell]! || to > this.high[cell]!;
  }

  #take(moves: readonly Move[]): void {
    for (const [cell, by] of moves) {
      this.at[cell]! += by;
      this.#seen.get(cell)?.add(this.at[cell]!);
    }
  }

  #forget(): void {
    for (const cell of this.#touched) this.#moved[cell] = 0;
    for (const e of this.#broken) this.#unbalance[e] = 0;
    this.#touched.length = 0;
    this.#broken.length = 0;
  }

  #move(cell: number, by: number): void {
    const { placesFrom, placeEquation, placeFactor } = this.#system;
    if (this.#moved[cell] === 0) this.#touched.push(cell);
    this.#moved[cell]! += by;
    for (let p = placesFrom[cell]!; p < placesFrom[cell + 1]!; p++) {
      const e = placeEquation[p]!;
      if (this.#unbalance[e] === 0) this.#broken.push(e);
      this.#unbalance[e]! += by * placeFactor[p]!;
    }
  }

  /** @returns whether all sums hold again; what moved is left in #moved */
  #search(cell: number, sign: 1 | -1, attempt: number, price?: (cell: number) => number): boolean {
    this.#move(cell, sign);
    const open = this.#broken.slice();
    for (let moves = 0; moves < mostMoves; moves++) {
      while (open.length > 0 && this.#unbalance[open.at(-1)!] === 0) open.pop();
      // The newest broken sum first, mostly; another try takes them in another order.
      const other = attempt % 2 === 1 ? open[Math.floor(this.#random() * open.length)] : undefined;
      const e = other !== undefined && this.#unbalance[other] !== 0 ? other : open.at(-1);
      if (e === undefined) return true;
      const best = this.#mending(e, cell, attempt, price);
      if (best < 0) return false;
      const { placesFrom, placeEquation } = this.#system;
      this.#move(best, this.#mendingSign);
      for (let p = placesFrom[best]!; p < placesFrom[best + 1]!; p++)
        if (this.#unbalance[placeEquation[p]!] !== 0) open.push(placeEquation[p]!);
    }
    return false;
  }

  #mendingSign = 1;

  /** The cell in a broken sum that mends most and breaks least when it moves by one. @returns −1 when none can move */
  #mending(e: number, asked: number, attempt: number, price?: (cell: number) => number): number {
    const { termsFrom, termCell, termFactor, placesFrom, placeEquation, placeFactor } = this.#system;
    const moved = this.#moved;
    const unbalance = this.#unbalance;
    const up = unbalance[e]! < 0;
    const from = termsFrom[e]!;
    const length = termsFrom[e + 1]! - from;
    const looked = Math.min(length, mostLooked);
    const start = length > mostLooked ? Math.floor(this.#random() * length) : 0;
    const noise = attempt === 0 ? 0.5 : 1.5;
    let best = -1;
    let bestScore = Infinity;
    for (let i = 0; i < looked; i++) {
      const t = from + ((start + i) % length);
      const cell = termCell[t]!;
      const by = up === termFactor[t]! > 0 ? 1 : -1;
      if (cell === asked || moved[cell]! * by < 0) continue;
      const to = this.at[cell]! + moved[cell]! + by;
      let score = 0;
      if (to < this.low[cell]! || to > this.high[cell]!) {
        if (price === undefined) continue;
        const paid = price(cell);
        if (paid === Infinity || to < 1) continue;
        // What is dear at first sight may be cheap in the end: other tries look at the price less.
        score = paid * eager[attempt % eager.length]!;
      }
      for (let p = placesFrom[cell]!; p < placesFrom[cell + 1]!; p++) {
        const now = unbalance[placeEquation[p]!]!;
        const then = now + by * placeFactor[p]!;
        score += (then < 0 ? -then : then) - (now < 0 ? -now : now);
      }
      score += noise * this.#random();
      if (score < bestScore) {
        bestScore = score;
        best = cell;
        this.#mendingSign = by;
      }
    }
    return best;
  }

  /** Xorshift: the same walk every time. */
  #random(): number {
    let it = this.#state;
    it ^= it << 13;
    it ^= it >>> 17;
    it ^= it << 5;
    this.#state = it;
    return (it >>> 0) / 4294967296;
  }
}

export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

type Move = readonly [cell: number, by: number];

const eager = [1, 1, 0.4, 0.4, 0.1, 0.1];
/** Longer steps than this are not looked for. */
const mostMoves = 64;
/** In a long sum so many cells are looked at, from a random one on. */
const mostLooked = 64;
