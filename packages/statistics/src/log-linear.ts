import { solve } from "./solve.ts";

/** A count with what it is explained by: the columns of the model (a constant among them) and the exposure it came from. */
export interface Observed {
  readonly count: number;
  readonly exposure: number;
  readonly columns: readonly number[];
}

export interface LogLinearFit {
  readonly coefficients: readonly number[];
  /** Variances of the coefficients if counts were as variable as chance alone makes them. */
  readonly variances: readonly number[];
  readonly deviance: number;
  /** Sum of squared distances between counted and expected, each divided by the expected. */
  readonly pearson: number;
  /** Points to spare. */
  readonly df: number;
}

/**
 * Poisson regression with a log link and the logarithm of the exposure as offset, by iteratively reweighted least squares: McCullagh &
 * Nelder (1989), Generalized Linear Models, ch. 2. Undefined where the columns don't determine the coefficients, or where counts of zero
 * send them to infinity.
 *
 * @example
 * fitLogLinear([2, 4, 8].map((count, x) => ({ count, exposure: 1, columns: [1, x] }))) // → { coefficients: [0.693147, 0.693147], df: 1 }
 */
export function fitLogLinear(points: readonly Observed[]): LogLinearFit | undefined {
  let expected = points.map(({ count }) => count + 0.5);
  for (let round = 0; round < 50; round++) {
    const working = points.map(({ count, exposure }, i) => {
      const mu = expected[i]!;
      return Math.log(mu / exposure) + (count - mu) / mu;
    });
    const solved = weightedLeastSquares(points, working, expected);
    if (solved === undefined) return undefined;
    const before = expected;
    expected = points.map(
      ({ exposure, columns }) =>
        exposure * Math.exp(columns.reduce((sum, x, j) => sum + x * solved.coefficients[j]!, 0)),
    );
    // Each round squares the error, so that a step this small leaves nothing to gain.
    if (expected.every((mu, i) => Math.abs(mu - before[i]!) <= 1e-9 * mu)) {
      const pearson = points.reduce((sum, { count }, i) => sum + (count - expected[i]!) ** 2 / expected[i]!, 0);
      const df = points.length - solved.coefficients.length;
      return { ...solved, deviance: devianceOf(points, expected), pearson, df };
    }
  }
  return undefined;
}

const devianceOf = (points: readonly Observed[], expected: readonly number[]): number =>
  2 *
  points.reduce((sum, { count }, i) => {
    const mu = expected[i]!;
    return sum + (count === 0 ? mu : count * Math.log(count / mu) - (count - mu));
  }, 0);

function weightedLeastSquares(
  points: readonly Observed[],
  working: readonly number[],
  weights: readonly number[],
): Pick<LogLinearFit, "coefficients" | "variances"> | undefined {
  const width = points[0]?.columns.length ?? 0;
  // Normal equations, with the identity beside them for the variances.
  const rows = Array.from({ length: width }, (_, j) => {
    const row = Array.from<number>({ length: 2 * width + 1 }).fill(0);
    row[width + 1 + j] = 1;
    return row;
  });
  for (const [i, { columns }] of points.entries()) {
    for (let j = 0; j < width; j++) {
      const weighted = weights[i]! * columns[j]!;
      for (let k = 0; k < width; k++) rows[j]![k]! += weighted * columns[k]!;
      rows[j]![width]! += weighted * working[i]!;
    }
  }
  const solved = solve(rows);
  return solved && { coefficients: solved.map((row) => row[0]!), variances: solved.map((row, j) => row[1 + j]!) };
}
