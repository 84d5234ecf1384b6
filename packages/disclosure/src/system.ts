/** A sum as an equation between cells: parent = sum of children. */
export interface Sum {
  readonly parent: number;
  readonly children: readonly number[];
}

/**
 * Equations in both directions: which cells are in an equation, and in which equations a cell is. A parent has factor −1, a child 1,
 * and the factors times the counts of every equation add up to zero. Flat arrays, as these are walked over millions of times.
 */
export interface System {
  readonly cells: number;
  readonly equations: number;
  /** Terms of equation e: positions termsFrom[e] up to termsFrom[e + 1]. */
  readonly termsFrom: Int32Array;
  readonly termCell: Int32Array;
  readonly termFactor: Int8Array;
  /** Equations of cell c: positions placesFrom[c] up to placesFrom[c + 1]. */
  readonly placesFrom: Int32Array;
  readonly placeEquation: Int32Array;
  readonly placeFactor: Int8Array;
}

/** @param cells how many there are: sums name them by position */
export function systemOf(cells: number, sums: readonly Sum[]): System {
  const termsFrom = new Int32Array(sums.length + 1);
  for (const [e, { children }] of sums.entries()) termsFrom[e + 1] = termsFrom[e]! + children.length + 1;
  const terms = termsFrom[sums.length]!;
  const termCell = new Int32Array(terms);
  const termFactor = new Int8Array(terms).fill(1);
  const placesFrom = new Int32Array(cells + 1);
  for (const [e, { parent, children }] of sums.entries()) {
    const from = termsFrom[e]!;
    termCell[from] = parent;
    termFactor[from] = -1;
    termCell.set(children, from + 1);
  }
  for (const cell of termCell) placesFrom[cell + 1]!++;
  for (let cell = 0; cell < cells; cell++) placesFrom[cell + 1]! += placesFrom[cell]!;
  const next = placesFrom.slice();
  const placeEquation = new Int32Array(terms);
  const placeFactor = new Int8Array(terms);
  for (let e = 0; e < sums.length; e++)
    for (let t = termsFrom[e]!; t < termsFrom[e + 1]!; t++) {
      const place = next[termCell[t]!]!++;
      placeEquation[place] = e;
      placeFactor[place] = termFactor[t]!;
    }
  return {
    cells,
    equations: sums.length,
    termsFrom,
    termCell,
    termFactor,
    placesFrom,
    placeEquation,
    placeFactor,
  };
}
