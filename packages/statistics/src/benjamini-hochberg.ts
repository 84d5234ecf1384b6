import { requireShare } from "./refuse.ts";

/**
 * Adjusted p-values that bound the share of false alarms among what is reported, in the order given: for a list of areas to look at, not
 * for a statement on one of them. Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57.
 *
 * @example
 * benjaminiHochberg([0.001, 0.02, 0.4]) // → [0.003, 0.03, 0.4]
 */
export function benjaminiHochberg(p: readonly number[]): readonly number[] {
  const adjusted = [...p];
  const order = p.map((_, i) => i).toSorted((a, b) => requireShare("p", p[b]!) - requireShare("p", p[a]!));
  let smallest = 1;
  for (const [fromTop, i] of order.entries()) {
    smallest = Math.min(smallest, (requireShare("p", p[i]!) * p.length) / (p.length - fromTop));
    adjusted[i] = smallest;
  }
  return adjusted;
}
