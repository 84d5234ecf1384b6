import { narrow, type Bounds } from "./bounds.ts";
import { componentsOf, type Component } from "./components.ts";
import { choicesIn, extremesOf, pointOf } from "./extremes.ts";
import type { KnownRule, PublishedCell } from "./known.ts";
import type { Sum } from "./published.ts";
import { determinedCells } from "./rank.ts";
import { solver } from "./solver.ts";
import { Wander } from "./wander.ts";

/** Everything that was published, as an attacker sees it: cells, and sums that hold for the true counts. */
export interface PublishedUniverse {
  readonly cells: readonly PublishedCell[];
  readonly equations: readonly { readonly parent: number; readonly children: readonly number[] }[];
  /** Divisions of which it must not be known that all, or all but one, fall in one part. */
  readonly groups?: readonly {
    readonly parent: number;
    readonly children: readonly number[];
    readonly sensitive?: readonly number[];
  }[];
}

/** What is too much to know. */
export type Beyond = Pick<KnownRule, "threshold" | "choices" | "zerosShown">;

/** How far a cell could be narrowed, and by what. */
export interface Width {
  readonly cell: number;
  /** Of a cell that was shown to be safe: values that it can surely have; it may have more. Of one that was not: all that it can have. */
  readonly low: number;
  readonly high: number;
  readonly by: "bounds" | "tables" | "rank" | "programs";
  readonly exposed: boolean;
}

export interface UniverseReport {
  readonly hidden: number;
  /** One for every cell that is not shown. */
  readonly widths: readonly Width[];
  readonly exposures: readonly Width[];
  /** Sensitive parts of which it can be worked out that they hold all, or all but one, of a group. */
  readonly tellingParts: readonly { readonly group: number; readonly child: number }[];
}

/**
 * Works out what can be known of every hidden cell, by an attacker who knows the rule and everything published. Cheap means first:
 * bounds sum by sum, then tables that fit, then the rank test, and linear programs for what is left.
 * @throws {Contradiction} when no table fits
 */
export async function auditUniverse(universe: PublishedUniverse, beyond: Beyond): Promise<UniverseReport> {
  const parts = (universe.groups ?? []).flatMap(({ parent, children, sensitive = children }, group) =>
    sensitive.map((child) => ({ group, parent, child })),
  );
  const first = universe.cells.length;
  const cells = [
    ...universe.cells,
    ...parts.map((): PublishedCell => ({ low: 0, high: Infinity, kind: "unpublished" })),
  ];
  const sums = [
    ...universe.equations.map(({ parent, children }) => ({ whole: parent, parts: children })),
    // The others in a group, as a cell of its own.
    ...parts.map(({ parent, child }, i) => ({ whole: parent, parts: [child, first + i] })),
  ];
  const bounds = {
    low: Float64Array.from(cells, ({ low }) => low),
    high: Float64Array.from(cells, ({ high }) => high),
  };
  narrow(bounds, sums);

  const search = new Search(bounds, sums, (cell, low, high) =>
    cell < first ? secret(cells[cell]!, low, high, beyond) : high <= 1 && bounds.low[parts[cell - first]!.child]! >= 1,
  );
  const asked = [...cells.keys()].filter((cell) => cells[cell]!.kind !== "shown");
  await search.run(
    asked,
    (cell) => (cell < first ? beyond.choices : 3),
    (cell) => (cell < first ? beyond.threshold : 2),
  );
  const widths = asked.filter((cell) => cell < first).map((cell) => search.widths.get(cell)!);
  return {
    hidden: widths.length,
    widths,
    exposures: widths.filter(({ exposed }) => exposed),
    tellingParts: parts.flatMap(({ group, child }, i) =>
      search.widths.get(first + i)!.exposed ? [{ group, child }] : [],
    ),
  };
}

/** A hidden cell that can only be large is no secret; nor is an unpublished one of which it is not known that there is anything. */
function secret(
  { kind }: PublishedCell,
  low: number,
  high: number,
  { threshold, choices, zerosShown }: Beyond,
): boolean {
  if (kind === "unpublished" && zerosShown && low < 1) return false;
  return low < threshold && choicesIn(low, high) < choices;
}

type IsSecret = (cell: number, low: number, high: number) => boolean;

class Search {
  readonly widths = new Map<number, Width>();
  readonly #bounds: Bounds;
  readonly #sums: readonly Sum[];
  readonly #secret: IsSecret;

  constructor(bounds: Bounds, sums: readonly Sum[], isSecret: IsSecret) {
    this.#bounds = bounds;
    this.#sums = sums;
    this.#secret = isSecret;
  }

  async run(
    asked: readonly number[],
    enough: (cell: number) => number,
    large: (cell: number) => number,
  ): Promise<void> {
    const { low, high } = this.#bounds;
    const open = new Set<number>();
    for (const cell of asked) {
      // What is too much to know already stays so, and what can only be large can't become small.
      if (low[cell] === high[cell] || low[cell]! >= large(cell) || this.#secret(cell, low[cell]!, high[cell]!))
        this.#report(cell, low[cell]!, high[cell]!, "bounds");
      else open.add(cell);
    }
    if (open.size === 0) return;
    const components = componentsOf(this.#bounds, this.#sums).filter(({ cells }) => cells.some((it) => open.has(it)));
    const highs = await solver();
    const wander = new Wander(this.#bounds, this.#sums);
    const stuck = new Set(wander.begin().map((i) => this.#sums[i]!));
    for (const component of components) {
      const inside = component.cells.filter((it) => open.has(it));
      if (component.sums.length === 0) {
        for (const cell of inside) this.#report(cell, low[cell]!, high[cell]!, "bounds");
        continue;
      }
      if (stuck.size > 0 && component.sums.some((it) => stuck.has(it)))
        wander.beginAt(component, pointOf(highs, component, this.#bounds));
      else wander.saw(component.cells);
      this.#settle(component, inside, wander, enough, highs);
    }
  }

  #settle(
    component: Component,
    inside: readonly number[],
    wander: Wander,
    enough: (cell: number) => number,
    highs: Awaited<ReturnType<typeof solver>>,
  ): void {
    const lacks = (cell: number): boolean => choicesIn(wander.least[cell]!, wander.most[cell]!) < enough(cell);
    let left = inside.filter(lacks);
    for (const tries of [1, 6, 24]) {
      for (const cell of left)
        for (const by of [1, -1] as const) for (let k = 0; k < 60 && lacks(cell) && wander.step(cell, by, tries); k++);
      left = left.filter(lacks);
    }
    for (const cell of inside) if (!lacks(cell)) this.#report(cell, wander.least[cell]!, wander.most[cell]!, "tables");

    const still = left.filter((cell) => wander.least[cell] === wander.most[cell]);
    const determined = determinedCells(component, still);
    for (const cell of determined) this.#report(cell, wander.least[cell]!, wander.most[cell]!, "rank");
    left = left.filter((cell) => !determined.has(cell));
    if (process.env.DBG)
      console.log(
        "left",
        left.length,
        "of",
        inside.length,
        "component",
        component.cells.length,
        component.sums.length,
        left
          .slice(0, 8)
          .map((c) => [c, wander.least[c], wander.most[c], this.#bounds.low[c], this.#bounds.high[c]].join()),
      );
    if (left.length === 0) return;
    const most = Math.max(...left.map(enough));
    const found = extremesOf(highs, component, this.#bounds, new Set(left), most);
    for (const cell of left) {
      const { low, high } = found.get(cell)!;
      this.#report(cell, low, high, "programs");
    }
  }

  #report(cell: number, low: number, high: number, by: Width["by"]): void {
    // + 0: there is no such count as −0.
    const width = { low: Math.ceil(low - 1e-5) + 0, high: Math.floor(high + 1e-5) + 0 };
    this.widths.set(cell, { cell, ...width, by, exposed: this.#secret(cell, width.low, width.high) });
  }
}
