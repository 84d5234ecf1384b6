/**
 * Rounds half up, as percentages of counts are: 17.857… with one decimal is 17.9, 2.5 without is 3.
 * The small step makes up for what binary fractions fall short of: 1.005 × 100 is 100.49999999999999.
 */
export function halfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(value * scale + 0.5 + 1e-9) / scale;
}
