import type { Highs } from "highs";
import { Contradiction, type Bounds } from "./bounds.ts";
import { componentsOf, type Component } from "./components.ts";
import { choicesIn, extremesOf, pointOf } from "./extremes.ts";
import { closedSums, neighbourhood, sumsOfCells, type SumsOf } from "./neighbourhood.ts";
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
  readonly by: "bounds" | "tables" | "rank" | "programs";
  readonly exposed: boolean;
}

/** What is asked of each cell. */
export interface Question {
  /** Whether it is too much to know that a cell lies between these. */
  readonly secret: (cell: number, low: number, high: number) => boolean;
  /** So many possible values settle that a cell is safe. */
  readonly enough: (cell: number) => number;
  /** Whether a cell that can be this little is no secret, whatever else it can be. */
  readonly harmlessAt: (cell: number, value: number) => boolean;
  /** A cell that is at least this is no secret. */
  readonly large: (cell: number) => number;
}

/** How many cells a program holds: a neighbourhood first, a wider one when that does not settle it. Then everything. */
const sizes = [300, 1500];
/** The rank test looks at so many cells around those that it asks for. */
const rankSize = 4000;

/** How far each cell can be narrowed, the cheap means first. */
export class Search {
  readonly widths = new Map<number, Width>();
  readonly #bounds: Bounds;
  readonly #sums: readonly Sum[];
  readonly #sumsOf: SumsOf;
  readonly #question: Question;
  readonly #wander: Wander;

  /** @param bounds narrowed sum by sum already */
  constructor(bounds: Bounds, sums: readonly Sum[], question: Question) {
    this.#bounds = bounds;
    this.#sums = sums;
    this.#sumsOf = sumsOfCells(bounds.low.length, sums);
    this.#question = question;
    this.#wander = new Wander(bounds, sums, this.#sumsOf);
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
    this.#begin(highs, components);
    for (const component of components) {
      this.#wander.saw(component.cells);
      const left = this.#wanderFor(component.cells.filter((it) => open.has(it)));
      const rest = this.#rank(component, left);
      this.#solve(highs, component, new Set(rest.filter((cell) => !this.#solveNear(highs, component, cell))));
    }
  }

  #isFree = (cell: number): boolean => this.#bounds.low[cell] !== this.#bounds.high[cell];

  #lacks(cell: number): boolean {
    if (this.#question.harmlessAt(cell, this.#wander.least[cell]!)) return false;
    return choicesIn(this.#wander.least[cell]!, this.#wander.most[cell]!) < this.#question.enough(cell);
  }

  /** A first table that fits: by small moves, and where these get stuck by a program over the cells around. */
  #begin(highs: Highs, components: readonly Component[]): void {
    const asked = new Set(components.flatMap(({ sums }) => sums));
    const broken = this.#wander.begin();
    const brokenSums = new Set(broken.map((i) => this.#sums[i]!));
    for (const component of components) {
      const count = component.sums.filter((sum) => brokenSums.has(sum)).length;
      if (count <= mostNear) continue;
      const point = pointOf(highs, component, this.#bounds, this.#wander.at);
      if (point === undefined) throw new Contradiction(component.sums.find((sum) => brokenSums.has(sum))!);
      this.#wander.beginAt(component.cells, point);
    }
    for (const i of broken) {
      const sum = this.#sums[i]!;
      if (this.#wander.holds(i) || !asked.has(sum)) continue;
      const from = [sum.whole, ...sum.parts].filter(this.#isFree);
      const found = [...sizes, Infinity].some((most) => {
        const near = neighbourhood(from, this.#sums, this.#sumsOf, this.#isFree, most);
        const point = pointOf(highs, near, this.#bounds, this.#wander.at);
        if (point !== undefined) this.#wander.beginAt(near.cells, point);
        return point !== undefined;
      });
      if (!found) throw new Contradiction(sum);
    }
  }

  /** @returns the cells for which steps did not show enough values */
  #wanderFor(cells: readonly number[]): readonly number[] {
    let left = cells.filter((cell) => this.#lacks(cell));
    for (const tries of [1, 6, 24, 96, 400, 1600]) {
      // Many tries are for the few that are left.
      if (left.length * tries > mostTries) break;
      for (const cell of left)
        for (const by of [1, -1] as const)
          for (let steps = 0; steps < mostSteps && this.#lacks(cell); steps++)
            if (!this.#wander.step(cell, by, tries)) break;
      left = left.filter((cell) => this.#lacks(cell));
    }
    const { least, most } = this.#wander;
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
   * Programs over a neighbourhood settle a cell from both sides: with everything outside kept as it is, they find values that are
   * possible; with the sums that reach outside left out, they find what can't be.
   * @returns whether that settled it
   */
  #solveNear(highs: Highs, component: Component, cell: number): boolean {
    const { enough, large, secret } = this.#question;
    const asked = new Set([cell]);
    for (const size of sizes.filter((it) => it < component.cells.length)) {
      const near = neighbourhood([cell], this.#sums, this.#sumsOf, this.#isFree, size);
      const inner = extremesOf(highs, near, this.#bounds, asked, enough(cell), this.#wander.at).get(cell)!;
      this.#wander.sawBetween(cell, inner.low, inner.high);
      if (!this.#lacks(cell)) {
        this.#report(cell, this.#wander.least[cell]!, this.#wander.most[cell]!, "programs");
        return true;
      }
      if (size !== sizes[0]) continue;
      const outer = extremesOf(highs, closedSums(near, this.#isFree), this.#bounds, asked, Infinity).get(cell)!;
      if (outer.low < large(cell) && !secret(cell, outer.low, outer.high)) continue;
      this.#report(cell, outer.low, outer.high, "programs");
      return true;
    }
    return false;
  }

  /** What is left by then takes a program over all cells that hang together: one for all of them. */
  #solve(highs: Highs, component: Component, cells: ReadonlySet<number>): void {
    if (cells.size === 0) return;
    const enough = Math.max(...Array.from(cells, this.#question.enough));
    for (const [cell, { low, high }] of extremesOf(highs, component, this.#bounds, cells, enough))
      this.#report(cell, low, high, "programs");
  }

  #report(cell: number, low: number, high: number, by: Width["by"]): void {
    // + 0: there is no such count as −0.
    const width = { low: Math.ceil(low - 1e-5) + 0, high: Math.floor(high + 1e-5) + 0 };
    this.widths.set(cell, { cell, ...width, by, exposed: this.#question.secret(cell, width.low, width.high) });
  }
}

/** With more broken sums than this in one component, one program over all of it makes a beginning. */
const mostNear = 20;
const mostTries = 200_000;
/** More steps in one direction are not taken. */
const mostSteps = 60;
