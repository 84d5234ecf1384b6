import { requireShare } from "./refuse.ts";

/**
 * Adjusted p-values against even one false alarm in the list, in the order given. Holm (1979), Scandinavian Journal of Statistics 6.
 *
 * @example
 * holm([0.001, 0.02, 0.4]) // → [0.003, 0.04, 0.4]
 */
export function holm(p: readonly number[]): readonly number[] {
  const adjusted = [...p];
  const order = p.map((_, i) => i).toSorted((a, b) => requireShare("p", p[a]!) - requireShare("p", p[b]!));
  let largest = 0;
  for (const [rank, i] of order.entries()) {
    largest = Math.max(largest, requireShare("p", p[i]!) * (p.length - rank));
    adjusted[i] = Math.min(1, largest);
  }
  return adjusted;
}
