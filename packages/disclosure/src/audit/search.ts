import type { Highs } from "highs";
import { Contradiction, narrow, type Bounds } from "./bounds.ts";
import { componentsOf, type Component } from "./components.ts";
import { linkedSums, type LinkedSums } from "./linked-sums.ts";
import { closedSums, neighbourhood, sumsOfCells, type SumsOf } from "./neighbourhood.ts";
import { Program } from "./program.ts";
import type { Sum } from "./published.ts";
import { determinedCells } from "./rank.ts";
import { solver } from "./solver.ts";
import { Wander } from "./wander.ts";

/** How far a cell could be narrowed, and by what. */
export interface Width {
  readonly cell: number;
  /** Of a cell that was shown to be safe: values that it can surely have; it may have more. Of one that was not: all that it can have. */
  readonly low: number;
  readonly high: number;
  /** `undecided`: it could neither be shown to be safe nor be narrowed too far. Then it does not count as safe. */
  readonly by: "bounds" | "tables" | "rank" | "programs" | "undecided";
  readonly exposed: boolean;
}

/** What is asked of each cell. */
export interface Question {
  /** Whether it is too much to know that a cell lies between these. */
  readonly secret: (cell: number, low: number, high: number) => boolean;
  /** How many more values it takes until it is settled that a cell is safe, when all of these were seen; none or less: it is. */
  readonly wanted: (cell: number, least: number, most: number) => number;
  /** Whether a cell that can be this little is no secret, whatever else it can be. */
  readonly harmlessAt: (cell: number, value: number) => boolean;
  /** A cell that is at least this is no secret. */
  readonly large: (cell: number) => number;
}

/** How many cells a program holds: those around a cell first, more when that does not settle it. Then everything. */
const sizes = [300, 1500, 6000];
/** A program in whole numbers over more cells than this is not tried, nor a proof by one over more than so many. */
const mostWhole = 6000;
const mostExact = 1500;
/** The rank test looks at so many cells around those that it asks for. */
const rankSize = 4000;

/** How far each cell can be narrowed, the cheap means first. A cell is safe by two tables of whole numbers, and known by a proof. */
export class Search {
  readonly widths = new Map<number, Width>();
  readonly #bounds: Bounds;
  readonly #sums: readonly Sum[];
  readonly #sumsOf: SumsOf;
  readonly #linked: LinkedSums;
  readonly #question: Question;
  readonly #wander: Wander;

  /** @param bounds narrowed sum by sum already */
  constructor(bounds: Bounds, sums: readonly Sum[], question: Question) {
    this.#bounds = bounds;
    this.#sums = sums;
    this.#sumsOf = sumsOfCells(bounds.low.length, sums);
    this.#linked = linkedSums(bounds.low.length, sums);
    this.#question = question;
    this.#wander = new Wander(bounds, this.#linked);
  }

  /** @throws {Contradiction} when no table fits */
  async run(asked: readonly number[]): Promise<void> {
    const { low, high } = this.#bounds;
    const { secret, large } = this.#question;
    const open = new Set<number>();
    for (const cell of asked) {
      // What is too much to know already stays so, and what can only be large can't become small.
      if (!this.#isFree(cell) || low[cell]! >= large(cell) || secret(cell, low[cell]!, high[cell]!))
        this.#report(cell, low[cell]!, high[cell]!, "bounds");
      else open.add(cell);
    }
    if (open.size === 0) return;
    const components = componentsOf(this.#bounds, this.#sums).filter(({ cells }) => cells.some((it) => open.has(it)));
    const highs = await solver();
    const brokenSums = new Set(this.#wander.begin().map((i) => this.#sums[i]!));
    for (const component of components) {
      const inside = component.cells.filter((it) => open.has(it));
      if (this.#begin(highs, component, brokenSums)) {
        this.#wander.saw(component.cells);
        for (const cell of this.#rank(component, this.#wanderFor(inside))) this.#settle(highs, component, cell);
      } else for (const cell of inside) this.#report(cell, low[cell]!, high[cell]!, "undecided");
    }
  }

  #isFree = (cell: number): boolean => this.#bounds.low[cell] !== this.#bounds.high[cell];

  #lacks(cell: number): boolean {
    if (this.#question.harmlessAt(cell, this.#wander.least[cell]!)) return false;
    return this.#wanted(cell) > 0;
  }

  #wanted(cell: number): number {
    return this.#question.wanted(cell, this.#wander.least[cell]!, this.#wander.most[cell]!);
  }

  /**
   * A first table that fits, where small moves found none: by programs over the cells around each sum that does not hold.
   * @returns whether it was found
   */
  #begin(highs: Highs, component: Component, broken: ReadonlySet<Sum>): boolean {
    for (const sum of component.sums) {
      if (!broken.has(sum) || this.#wander.balances(sum)) continue;
      const from = [sum.whole, ...sum.parts].filter(this.#isFree);
      const found = this.#growing(component, from).some((near) => {
        if (this.#any(highs, near.closed, false) === "none") throw new Contradiction(sum);
        const table = near.all.cells.length <= mostWhole ? this.#any(highs, near.all, true) : undefined;
        return table !== undefined && table !== "none" && this.#wander.place(near.all, table);
      });
      if (!found) return false;
    }
    return true;
  }

  #any(highs: Highs, component: Component, whole: boolean): Float64Array | "none" | undefined {
    const program = new Program(highs, component, this.#bounds, { fixed: this.#wander.at, whole });
    try {
      return program.any();
    } finally {
      program.dispose();
    }
  }

  /**
   * Ever more of the cells around some; the last time all of the component. `all` has every sum that these are in, with cells outside kept as
   * they are: what is found there is possible. `closed` leaves out the sums that reach outside: what is impossible there, is.
   */
  #growing(component: Component, from: readonly number[]): { readonly all: Component; readonly closed: Component }[] {
    const smaller = sizes.filter((it) => it < component.cells.length);
    return [
      ...smaller.map((size) => {
        const all = neighbourhood(from, this.#sums, this.#sumsOf, this.#isFree, size);
        return { all, closed: closedSums(all, this.#isFree) };
      }),
      { all: component, closed: component },
    ];
  }

  /** @returns the cells for which steps did not show enough values */
  #wanderFor(cells: readonly number[]): readonly number[] {
    let left = cells.filter((cell) => this.#lacks(cell));
    const { least, most } = this.#wander;
    for (const tries of [1, 4, 16, 64, 256]) {
      // Many tries are for the few that are left.
      if (tries > 4 && left.length * tries > mostTries) break;
      for (const cell of left)
        for (const by of [1, -1] as const)
          for (let steps = 0; steps < mostSteps && this.#lacks(cell); steps++)
            if (!this.#wander.step(cell, by, tries, this.#wanted(cell))) break;
      left = left.filter((cell) => this.#lacks(cell));
    }
    const lacking = new Set(left);
    for (const cell of cells) if (!lacking.has(cell)) this.#report(cell, least[cell]!, most[cell]!, "tables");
    return left;
  }

  /** Only what never moved can be determined by the sums alone. @returns the cells that are not */
  #rank(component: Component, cells: readonly number[]): readonly number[] {
    const { least, most } = this.#wander;
    const still = cells.filter((cell) => least[cell] === most[cell]);
    if (still.length === 0) return cells;
    const whole = component.cells.length <= rankSize;
    const near = whole ? component : neighbourhood(still, this.#sums, this.#sumsOf, this.#isFree, rankSize);
    const determined = determinedCells(closedSums(near, this.#isFree), still);
    for (const cell of determined) this.#report(cell, least[cell]!, most[cell]!, "rank");
    return cells.filter((cell) => !determined.has(cell));
  }

  /**
   * Supposes that a cell is more, or less, than it was ever seen to be, and follows what that means, sum by sum.
   * @returns whether it turned out to be impossible, seen, or neither
   */
  #suppose(component: Component, cell: number, sign: 1 | -1): "impossible" | "seen" | undefined {
    const { low, high } = this.#bounds;
    const bounds = { low: low.slice(), high: high.slice() };
    if (sign > 0) bounds.low[cell] = this.#wander.most[cell]! + 1;
    else bounds.high[cell] = this.#wander.least[cell]! - 1;
    if (bounds.low[cell]! > bounds.high[cell]!) return "impossible";
    try {
      narrow(bounds, this.#sums, this.#linked, this.#sumsOf[cell]!);
    } catch (error) {
      if (error instanceof Contradiction) return "impossible";
      throw error;
    }
    const narrower = component.cells.filter((it) => bounds.low[it] !== low[it] || bounds.high[it] !== high[it]);
    for (const moves of [1000, 1000, 5000, 20_000]) if (this.#wander.within(bounds, narrower, moves)) return "seen";
    return this.#afresh(component, bounds) ? "seen" : undefined;
  }

  /** Looks for a table of the component within narrower bounds from the inside of these, as if there were none yet. */
  #afresh(component: Component, bounds: Bounds): boolean {
    const { cells, sums } = component;
    const inside = [...new Set(sums.flatMap(({ whole, parts }) => [whole, ...parts]))];
    const place = new Map(inside.map((cell, i) => [cell, i]));
    const own = sums.map(({ whole, parts }) => ({
      whole: place.get(whole)!,
      parts: parts.map((it) => place.get(it)!),
    }));
    const [low, high] = [bounds.low, bounds.high].map((it) => Float64Array.from(inside, (cell) => it[cell]!));
    const found = new Wander({ low: low!, high: high! }, linkedSums(inside.length, own));
    if (found.begin().length > 0) return false;
    const taken = this.#wander.place(
      component,
      cells.map((cell) => found.at[place.get(cell)!]!),
    );
    if (taken) this.#wander.saw(cells);
    return taken;
  }

  /** Goes on supposing, up and down, until that settles the cell or brings nothing more. @returns what the cell can be at most */
  #probe(component: Component, cell: number): Range {
    const known = { low: this.#bounds.low[cell]!, high: this.#bounds.high[cell]! };
    const { least, most } = this.#wander;
    for (const sign of [1, -1] as const)
      while (this.#lacks(cell)) {
        const wanted = this.#wanted(cell);
        const found = this.#suppose(component, cell, sign);
        if (found === "impossible" && sign > 0) known.high = most[cell]!;
        if (found === "impossible" && sign < 0) known.low = least[cell]!;
        // What was seen in this direction may settle nothing, and go on for ever.
        if (found !== "seen" || this.#wanted(cell) >= wanted) break;
      }
    return known;
  }

  /** Programs over ever more cells settle a cell from both sides: what it can't be, and tables that show what it can. */
  #settle(highs: Highs, component: Component, cell: number): void {
    const { secret, large } = this.#question;
    const { least, most } = this.#wander;
    let known: Range = { low: this.#bounds.low[cell]!, high: this.#bounds.high[cell]! };
    const settled = (by: Width["by"]): boolean => {
      if (!this.#lacks(cell)) this.#report(cell, least[cell]!, most[cell]!, by);
      else if (known.low === known.high || known.low >= large(cell) || secret(cell, known.low, known.high))
        this.#report(cell, known.low, known.high, by);
      else return false;
      return true;
    };
    // What was done for another cell may have moved this one.
    if (settled("tables")) return;
    known = this.#probe(component, cell);
    if (settled("tables")) return;
    for (const { all, closed } of this.#growing(component, [cell])) {
      known = narrower(known, this.#farthest(highs, closed, cell, false));
      if (settled("programs")) return;
      if (all.cells.length > mostWhole) continue;
      const here = this.#farthest(highs, all, cell, true);
      if (all === closed) known = narrower(known, here);
      if (settled("programs")) return;
      if (all === closed || all.cells.length > mostExact) continue;
      known = narrower(known, this.#farthest(highs, closed, cell, true));
      if (settled("programs")) return;
    }
    this.#report(cell, known.low, known.high, "undecided");
  }

  /** @returns how far the cell can move in a component, rounded inwards; undefined when the program did not settle it */
  #farthest(highs: Highs, component: Component, cell: number, whole: boolean): Range | undefined {
    const program = new Program(highs, component, this.#bounds, { fixed: this.#wander.at, whole });
    try {
      const [least, most] = [program.least(cell), program.most(cell)];
      // A table over a part of the sums fits these only; placing it tells whether all sums hold.
      if (whole)
        for (const { table } of [least, most])
          if (table && this.#wander.place(component, table)) this.#wander.saw(component.cells);
      if (least.extreme === undefined || most.extreme === undefined) return undefined;
      return { low: Math.ceil(least.extreme - 1e-5), high: Math.floor(most.extreme + 1e-5) };
    } finally {
      program.dispose();
    }
  }

  #report(cell: number, low: number, high: number, by: Width["by"]): void {
    // + 0: there is no such count as −0.
    const width = { low: Math.ceil(low - 1e-5) + 0, high: Math.floor(high + 1e-5) + 0 };
    const exposed = by !== "undecided" && this.#question.secret(cell, width.low, width.high);
    this.widths.set(cell, { cell, ...width, by, exposed });
  }
}

type Range = Pick<Width, "low" | "high">;

const narrower = (one: Range, other: Range = one): Range => ({
  low: Math.max(one.low, other.low),
  high: Math.min(one.high, other.high),
});

const mostTries = 200_000;
/** More steps in one direction are not taken. */
const mostSteps = 60;
