/**
 * Solves linear equations: each row has the coefficients of one equation, as many as there are rows, followed by any number of right
 * sides. Gauss–Jordan with the largest pivot. Undefined where the equations don't determine the unknowns.
 *
 * @example
 * solve([[2, 0, 4], [0, 4, 2]]) // → [[2], [0.5]]
 */
export function solve(equations: readonly (readonly number[])[]): readonly (readonly number[])[] | undefined {
  const rows = equations.map((row) => [...row]);
  const size = rows.length;
  const scale = Math.max(...rows.flatMap((row) => row.slice(0, size)).map(Math.abs));
  for (let j = 0; j < size; j++) {
    let best = j;
    for (let i = j + 1; i < size; i++) if (Math.abs(rows[i]![j]!) > Math.abs(rows[best]![j]!)) best = i;
    const pivot = rows[best]!;
    if (!(Math.abs(pivot[j]!) > 1e-12 * scale)) return undefined;
    [rows[j], rows[best]] = [pivot, rows[j]!];
    const lead = pivot[j]!;
    for (let k = j; k < pivot.length; k++) pivot[k]! /= lead;
    for (const [i, row] of rows.entries()) {
      const times = row[j]!;
      if (i !== j && times !== 0) for (let k = j; k < row.length; k++) row[k]! -= times * pivot[k]!;
    }
  }
  return rows.map((row) => row.slice(size));
}
