import { eliminate } from "./eliminate.ts";
import { generatorsOf } from "./generators.ts";
import { leastWhenHidden, shownInterval } from "./knowledge.ts";
import { isSmall, telling } from "./primary.ts";
import type { Rules } from "./rules.ts";
import { systemOf, type Sum, type System } from "./system.ts";
import { TableProblem } from "./dimension.ts";
import type { Universe } from "./universe.ts";
import { Walk } from "./walk.ts";

/** Why a cell is hidden, or that it is not. For the steward only: published marks must not tell primary from secondary. */
export type CellState = "open" | "primary" | "secondary" | "unpublished";

export interface UniverseProtection {
  /** Per cell of the universe, in its order. */
  readonly states: readonly CellState[];
  /** Cells that could not be protected. Empty when the universe is safe to publish. */
  readonly failures: readonly Unprotected[];
}

/** A cell for which no sufficient number of possible values was found, as too much around it is known already. */
export interface Unprotected {
  readonly cell: number;
  /** How many values were found possible, and how many it takes. */
  readonly values: number;
  readonly needed: number;
}

/**
 * Decides which cells of a universe are hidden, so that no hidden small count can be worked out from everything that is published.
 * Cells that are open already stay open, cells that were hidden stay hidden.
 * @throws {TableProblem} when a sum does not hold for the true counts, or names a cell that is not there
 */
export function protectUniverse(universe: Universe, rules: Rules): UniverseProtection {
  checkSums(universe);
  const work = new Work(universe, rules);
  if (work.needed.size > 0) {
    if (rules.roundingBase === 1) work.hideByElimination();
    work.prove();
  }
  const failures = [...work.needed]
    .map(([cell, needed]) => ({ cell, values: work.walk.seen(cell), needed }))
    .filter(({ values, needed }) => values < needed)
    // The complement of a telling part is a cell of our own; what fails is that part.
    .map((it) => ({ ...it, cell: work.partOf.get(it.cell) ?? it.cell }));
  return { states: work.states.slice(0, universe.cells.length), failures };
}

function checkSums({ cells, equations }: Universe): void {
  const outside = cells.findIndex(({ count, known }) => known && (count < known.low || count > known.high));
  if (outside >= 0) throw new TableProblem(`Cell ${outside} is not what is said to be known of it.`);
  for (const [e, { parent, children }] of equations.entries()) {
    const missing = [parent, ...children].find((it) => cells[it] === undefined);
    if (missing !== undefined) throw new TableProblem(`Sum ${e} names cell ${missing}, but there is no such cell.`);
    const sum = children.reduce((all, it) => all + cells[it]!.count, 0);
    if (sum !== cells[parent]!.count)
      throw new TableProblem(
        `Sum ${e} does not hold: cell ${parent} is not what its ${children.length} parts add up to.`,
      );
  }
}

/** One protection under way. */
class Work {
  readonly states: CellState[];
  /** Cells that must be left with several possible values, and how many. */
  readonly needed = new Map<number, number>();
  /** Cell of our own → the telling part of a group whose complement it is. */
  readonly partOf = new Map<number, number>();
  readonly walk: Walk;
  readonly #universe: Universe;
  readonly #rules: Rules;
  readonly #counts: Float64Array;
  readonly #sums: readonly Sum[];
  readonly #system: System;
  readonly #least: Uint8Array;

  constructor(universe: Universe, rules: Rules) {
    this.#universe = universe;
    this.#rules = rules;
    const { cells, groups = [] } = universe;
    this.states = cells.map((cell): CellState => {
      if (cell.fixed === "unpublished") return "unpublished";
      if (cell.fixed === "open") return "open";
      if (isSmall(cell, rules)) return "primary";
      return cell.fixed === "hidden" ? "secondary" : "open";
    });
    const counts = cells.map(({ count }) => count);
    const sums: Sum[] = [...universe.equations];
    for (const group of groups)
      for (const part of telling(universe, group)) {
        for (const child of group.children)
          if (this.states[child] === "open" && cells[child]!.fixed !== "open") this.states[child] = "primary";
        this.partOf.set(counts.length, part);
        sums.push({ parent: group.parent, children: [part, counts.length] });
        this.states.push("unpublished");
        counts.push(cells[group.parent]!.count - cells[part]!.count);
      }
    this.#counts = Float64Array.from(counts);
    this.#sums = sums;
    this.#system = systemOf(counts.length, sums);
    this.#least = leastWhenHidden(universe, rules);
    for (const [cell, state] of this.states.entries()) this.#ask(cell, state);
    this.walk = this.#newWalk();
  }

  #ask(cell: number, state: CellState): void {
    const { threshold, choices } = this.#rules;
    const count = this.#counts[cell]!;
    const published = this.#universe.cells[cell];
    if (published?.harmless === true && state === "unpublished") return;
    // That nothing is behind an unpublished cell is no secret where zeros are shown.
    const plainZero =
      count === 0 && state === "unpublished" && !(published !== undefined && isSmall(published, this.#rules));
    // The complement of a telling part must be able to be two: none and one are what is not to be known.
    if (this.partOf.has(cell)) this.needed.set(cell, Math.max(choices, 3));
    else if (state === "primary") this.needed.set(cell, choices);
    // Nor may it seem that a larger count is a small one that is nearly known.
    else if (state !== "open" && !plainZero && count < threshold + choices - 2) this.needed.set(cell, choices);
  }

  #newWalk(): Walk {
    const low = new Float64Array(this.#counts.length);
    const high = new Float64Array(this.#counts.length).fill(Infinity);
    for (const [cell, state] of this.states.entries()) {
      if (state === "open") {
        const known = this.#universe.cells[cell]?.known ?? shownInterval(this.#counts[cell]!, this.#rules);
        low[cell] = known.low;
        high[cell] = known.high;
      } else low[cell] = this.#least[cell] ?? 0;
    }
    return new Walk(this.#system, this.#counts, { low, high }, this.#counts.keys());
  }

  #hide(cell: number): void {
    this.states[cell] = "secondary";
    this.walk.low[cell] = this.#least[cell]!;
    this.walk.high[cell] = Infinity;
    this.#ask(cell, "secondary");
  }

  #mayHide(cell: number): boolean {
    const it = this.#universe.cells[cell];
    return it !== undefined && this.states[cell] === "open" && it.fixed !== "open" && it.count > 0;
  }

  /** Without rounding, what is open is known exactly, and linear algebra tells which cells can be open together. */
  hideByElimination(): void {
    const { cells } = this.#universe;
    const groups = this.#groupsOfSingles();
    const sums = [...this.#sums, ...groups.map((children, i) => ({ parent: this.#counts.length + i, children }))];
    const { vectors, ties, size } = generatorsOf(this.#counts.length + groups.length, sums);
    const open = [...this.states.keys()].filter((cell) => this.states[cell] === "open");
    const known = open.filter((cell) => !this.#mayHide(cell));
    const cost = (cell: number): number => cells[cell]!.cost ?? cells[cell]!.count;
    const free = open.filter((cell) => this.#mayHide(cell)).sort((a, b) => cost(b) - cost(a) || a - b);
    const { hidden, changes } = eliminate({
      vectors,
      candidates: Int32Array.from([...ties, ...known, ...free]),
      forced: ties.length + known.length,
      protectedCells: Int32Array.from([...this.needed.keys(), ...groups.map((_, i) => this.#counts.length + i)]),
      size,
    });
    for (const cell of hidden) this.#hide(cell);
    for (const change of changes) {
      const own = new Map([...change].filter(([cell]) => cell < this.#counts.length));
      this.walk.look(own, 1);
      this.walk.look(own, -1);
    }
  }

  /** Hidden cells within one sum that are all as small as they can be: who knows their sum knows each. */
  #groupsOfSingles(): readonly (readonly number[])[] {
    return this.#sums
      .map(({ children }) =>
        children.filter((it) => this.states[it] === "primary" && this.#counts[it] === this.#least[it]),
      )
      .filter(({ length }) => length > 1);
  }

  /** Looks for the possible values of every cell that needs them, and hides more where they are not found. */
  prove(): void {
    let left = this.#lacking();
    for (const tries of [1, 4, 16, 48]) left = left.filter((cell) => !this.#reach(cell, tries));
    for (let cells = left; cells.length > 0; cells = this.#lacking().filter((it) => !left.includes(it))) {
      const compared = Math.min(600, Math.max(20, Math.round(100_000 / cells.length)));
      for (const cell of cells) if (!this.#reach(cell, 16)) this.#reach(cell, 600, (it) => this.#price(it), compared);
      left = [...left, ...cells];
    }
  }

  #lacking(): number[] {
    return [...this.needed].filter(([cell, needed]) => this.walk.seen(cell) < needed).map(([cell]) => cell);
  }

  /** Hiding a cell weighs as much as several more moves; a large one, or one that would need company itself, weighs more. */
  #price(cell: number): number {
    if (!this.#mayHide(cell)) return Infinity;
    const { threshold, choices } = this.#rules;
    const { count, cost = count } = this.#universe.cells[cell]!;
    return 4 + Math.log2(1 + cost) / 4 + (count < threshold + choices - 2 ? 1 : 0);
  }

  /** @returns whether the cell was seen with as many values as it needs */
  #reach(cell: number, tries: number, price?: (cell: number) => number, compared?: number): boolean {
    const needed = this.needed.get(cell)!;
    for (const sign of [1, -1] as const)
      for (let steps = 0; steps < 4 * needed && this.walk.seen(cell) < needed; steps++) {
        const left = this.walk.step(cell, sign, tries, price, compared);
        if (left === undefined) break;
        for (const it of left) this.#hide(it);
      }
    return this.walk.seen(cell) >= needed;
  }
}
