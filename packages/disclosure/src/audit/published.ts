/**
 * What has been published, as an attacker reads it. Nothing here comes from the side that protects: the auditor builds its own
 * sums out of the same specification, so that a mistake over there cannot hide itself here.
 */
export interface PublishedRow {
  /** A code per dimension, in the order of the specification. */
  readonly codes: readonly string[];
  /** Undefined where the cell is hidden. */
  readonly value: number | undefined;
}

/** Code → parent, per dimension one or more; a code without a parent adds to `Total`. */
export type Parents = readonly (readonly Readonly<Record<string, string>>[])[];

/** Σ factor × cell = 0, as whole = parts. */
export interface Sum {
  readonly whole: number;
  readonly parts: readonly number[];
}

const separator = "\u001f";

/**
 * Every sum that holds among the published cells: for each dimension, each hierarchy and each code with codes below it, over
 * all combinations of the other dimensions. A sum with a part that was never published tells nothing and is left out.
 */
export function sumsOf(rows: readonly PublishedRow[], parents: Parents): Sum[] {
  const cellOf = new Map(rows.map((row, i) => [row.codes.join(separator), i]));
  const sums = new Map<string, Sum>();
  for (const [d, hierarchies] of parents.entries()) {
    const present = new Set(rows.map((row) => row.codes[d]!));
    for (const parentOf of hierarchies.length > 0 ? hierarchies : [{}]) {
      const below = childrenIn(parentOf, present);
      for (const [i, row] of rows.entries()) {
        const children = below.get(row.codes[d]!);
        if (children === undefined) continue;
        const parts: number[] = [];
        for (const child of children) {
          const cell = cellOf.get(row.codes.with(d, child).join(separator));
          if (cell === undefined) break;
          parts.push(cell);
        }
        if (parts.length === children.length) sums.set(`${i}=${parts.join()}`, { whole: i, parts });
      }
    }
  }
  return [...sums.values()];
}

function childrenIn(parentOf: Readonly<Record<string, string>>, present: ReadonlySet<string>): Map<string, string[]> {
  const standsHere = new Set([...Object.keys(parentOf), ...Object.values(parentOf)]);
  const below = new Map<string, string[]>();
  const put = (code: string, parent: string): void => {
    const list = below.get(parent);
    if (list === undefined) below.set(parent, [code]);
    else list.push(code);
  };
  for (const code of new Set([...present, ...standsHere])) {
    if (code === "Total") continue;
    const parent = parentOf[code];
    // A code that only another hierarchy knows is a sum over there, unless it is a lowest code of this one too.
    if (parent !== undefined) put(code, parent);
    else if (Object.keys(parentOf).length === 0 || standsHere.has(code)) put(code, "Total");
  }
  return below;
}
