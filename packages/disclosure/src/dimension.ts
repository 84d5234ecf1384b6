/**
 * One side of a table: its codes, and how they add up. Code 0 is always `Total`.
 *
 * A dimension may have several hierarchies over the same codes (municipality → region, municipality → province): each gives
 * its own equations "parent = sum of children", and a leaf counts towards the ancestors of all of them.
 */
export interface Dimension {
  readonly name: string;
  /** `Total` first, the others in code order. */
  readonly codes: readonly string[];
  /** Indexes of the codes that have nothing below them. */
  readonly leaves: readonly number[];
  /** Per leaf (in the order of `leaves`): the leaf itself and everything that it counts towards, `Total` last. */
  readonly ancestors: readonly (readonly number[])[];
  readonly equations: readonly Equation[];
}

/** parent = sum of children, as code indexes. */
export interface Equation {
  readonly parent: number;
  readonly children: readonly number[];
}

/** Code → parent. A code without a parent stands directly under `Total`. */
export type Hierarchy = Readonly<Record<string, string>>;

export const total = "Total";

/** What is wrong with a specification or a table, in one sentence that says where and how to mend it. */
export class TableProblem extends Error {
  override readonly name = "TableProblem";
}

/**
 * Builds a dimension out of its hierarchies and the codes that the counts use.
 * @throws {TableProblem} for a loop, a code named `Total`, or a code that both has counts and has codes below it
 */
export function makeDimension(name: string, used: Iterable<string>, hierarchies: readonly Hierarchy[]): Dimension {
  const counted = new Set(used);
  const named = new Set(counted);
  for (const hierarchy of hierarchies)
    for (const [code, parent] of Object.entries(hierarchy)) named.add(code).add(parent);
  if (counted.has(total))
    throw new TableProblem(`${name}: counts must be of separate codes, leave out the rows of “${total}”.`);
  named.delete(total);
  const codes = [total, ...[...named].sort()];
  const indexOf = new Map(codes.map((code, i) => [code, i]));

  const parents = (hierarchies.length > 0 ? hierarchies : [{}]).map((it) =>
    parentsIn(name, it, codes, indexOf, counted),
  );
  const hasChildren = new Set(parents.flatMap((up) => [...up].slice(1)));
  for (const code of counted)
    if (hasChildren.has(indexOf.get(code)!))
      throw new TableProblem(
        `${name}: “${code}” has counts of its own and codes below it; give counts for the lowest codes only.`,
      );

  const leaves = codes.map((_, i) => i).filter((i) => i > 0 && !hasChildren.has(i));
  return {
    name,
    codes,
    leaves,
    ancestors: leaves.map((leaf) => ancestorsOf(leaf, parents)),
    equations: equationsOf(parents),
  };
}

/** Per code the index of its parent in one hierarchy; -1 where the hierarchy does not hold the code. */
function parentsIn(
  name: string,
  hierarchy: Hierarchy,
  codes: readonly string[],
  indexOf: ReadonlyMap<string, number>,
  counted: ReadonlySet<string>,
): readonly number[] {
  const inside = new Set([...counted, ...Object.keys(hierarchy), ...Object.values(hierarchy)]);
  const up = codes.map((code, i) => (i === 0 || !inside.has(code) ? -1 : indexOf.get(hierarchy[code] ?? total)!));
  for (const [i, code] of codes.entries()) {
    const seen = new Set<number>();
    for (let at = i; at > 0; at = up[at]!) {
      if (seen.has(at))
        throw new TableProblem(`${name}: “${code}” stands above itself; take the loop out of the hierarchy.`);
      seen.add(at);
    }
  }
  return up;
}

function ancestorsOf(leaf: number, parents: readonly (readonly number[])[]): readonly number[] {
  const found = new Set<number>([leaf]);
  for (const up of parents) for (let at = up[leaf]!; at >= 0; at = up[at]!) found.add(at);
  found.delete(0);
  return [...found, 0];
}

function equationsOf(parents: readonly (readonly number[])[]): readonly Equation[] {
  const equations = new Map<string, Equation>();
  for (const up of parents) {
    const children = Map.groupBy(up.keys(), (code) => up[code]!);
    children.delete(-1);
    // Two hierarchies may share a part: the same sum is one equation.
    for (const [parent, below] of children) equations.set(`${parent}=${below.join("+")}`, { parent, children: below });
  }
  return [...equations.values()];
}
