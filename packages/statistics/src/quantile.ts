/**
 * Quantile of numbers, with straight lines between them: type 7 of Hyndman & Fan (1996), the default of R and NumPy. NaN for no numbers.
 *
 * @example
 * quantile([1, 2, 3, 4], 0.9) // → 3.7
 */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below === undefined || above === undefined ? Number.NaN : below + (at - Math.floor(at)) * (above - below);
}
