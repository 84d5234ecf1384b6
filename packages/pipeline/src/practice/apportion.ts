/**
 * Divides a whole number in proportion to weights, without a remainder: each part is its quota rounded down, and the parts with the
 * largest remainder get one more (Hamilton's method).
 * @param weights together more than zero
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, it) => all + it, 0);
  const quotas = weights.map((it) => (total * it) / sum);
  const parts = quotas.map(Math.floor);
  const left = total - parts.reduce((all, it) => all + it, 0);
  const byRemainder = [...quotas.keys()].sort((a, b) => quotas[b]! - parts[b]! - (quotas[a]! - parts[a]!) || a - b);
  for (const i of byRemainder.slice(0, left)) parts[i]! += 1;
  return parts;
}
