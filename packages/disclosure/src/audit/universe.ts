import { narrow, type Bounds } from "./bounds.ts";
import { choicesIn } from "./program.ts";
import type { KnownRule, PublishedCell } from "./known.ts";
import type { Sum } from "./published.ts";
import { Search, type Width } from "./search.ts";

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

export interface UniverseReport {
  readonly hidden: number;
  /** One for every cell that is not shown. */
  readonly widths: readonly Width[];
  readonly exposures: readonly Width[];
  /** Cells that could neither be shown to be safe nor be narrowed too far: whoever must be sure does not publish. */
  readonly undecided: readonly Width[];
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

  const search = new Search(bounds, sums, {
    secret: (cell, low, high) => (cell < first ? secret(cells[cell]!, low, high, beyond) : high <= 1),
    // Of what no table shows it is not even known that there is anything.
    harmlessAt: (cell, value) =>
      cell < first && cells[cell]!.kind === "unpublished" && beyond.zerosShown && value === 0,
    // Others of whom there can be two say nothing about anyone, however many there must be.
    wanted: (cell, least, most) => (cell < first ? beyond.choices - choicesIn(least, most) : 2 - most),
    large: (cell) => (cell < first ? beyond.threshold : 2),
  });
  const asked = [...cells.keys()].filter((cell) => cells[cell]!.kind !== "shown");
  await search.run(asked);
  const alone = parts.filter((_, i) => search.widths.get(first + i)!.exposed);
  const there = await surelyThere(
    bounds,
    sums,
    alone.map(({ child }) => child),
  );
  const widths = asked.filter((cell) => cell < first).map((cell) => search.widths.get(cell)!);
  return {
    hidden: widths.length,
    widths,
    exposures: widths.filter(({ exposed }) => exposed),
    undecided: [...search.widths.values(), ...there.values()].filter(({ by }) => by === "undecided"),
    tellingParts: alone.flatMap(({ group, child }) => (there.get(child)!.exposed ? [{ group, child }] : [])),
  };
}

/** What stands alone in a group is telling when it is known that there is anyone in it. */
async function surelyThere(
  bounds: Bounds,
  sums: readonly Sum[],
  cells: readonly number[],
): Promise<ReadonlyMap<number, Width>> {
  const search = new Search(bounds, sums, {
    secret: (_, low) => low >= 1,
    harmlessAt: () => false,
    wanted: (_, least) => least,
    large: () => 1,
  });
  await search.run([...new Set(cells)]);
  return search.widths;
}

/**
 * A hidden cell that can only be large is no secret; nor is an unpublished one of which it is not known that there is anything. Where zeros are
 * shown, a cell that can only be zero is none either, whatever hides it: what a zero may tell of a group is asked of the group.
 */
function secret(
  { kind }: PublishedCell,
  low: number,
  high: number,
  { threshold, choices, zerosShown }: Beyond,
): boolean {
  if (zerosShown && (high < 1 || (kind === "unpublished" && low < 1))) return false;
  return low < threshold && choicesIn(low, high) < choices;
}
