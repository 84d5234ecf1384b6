/**
 * Concentration rules for magnitude tables (costs, durations, scores): a sum gives a contributor away when others, or the second
 * largest, can estimate the largest too well. Source: Handbook on Statistical Disclosure Control, 4.2. Which rule and which
 * percentages are used must not be published.
 */
export type ConcentrationRule =
  /** Unsafe when the n largest make up more than k percent of the total. */
  | { readonly rule: "n-k"; readonly n: number; readonly k: number }
  /** Unsafe when the total less the two largest is less than p percent of the largest. */
  | { readonly rule: "p"; readonly p: number }
  /** As p %, when everyone can estimate the others to within q percent beforehand: the rest is less than p/q of the largest. */
  | { readonly rule: "p-q"; readonly p: number; readonly q: number };

/** What stands behind one cell of a magnitude table. */
export interface Magnitude {
  /** The total as published: with sampling weights, the weighted estimate. */
  readonly total: number;
  /** The largest contributions first; as many as the rule needs, unweighted. */
  readonly largest: readonly number[];
}

/** @returns whether the cell must be hidden */
export function isConcentrated({ total, largest }: Magnitude, rule: ConcentrationRule): boolean {
  const [first = 0, second = 0] = largest;
  const rest = total - first - second;
  switch (rule.rule) {
    case "n-k":
      return sumOf(largest.slice(0, rule.n)) > (rule.k / 100) * total;
    case "p":
      return rest < (rule.p / 100) * first;
    case "p-q":
      return rest < (rule.p / rule.q) * first;
  }
}

/**
 * How far above the true total an attacker's upper bound must stay when the cell is hidden (the upper protection level).
 * 0 when the cell is safe already.
 */
export function upperProtection({ total, largest }: Magnitude, rule: ConcentrationRule): number {
  const [first = 0, second = 0] = largest;
  const rest = total - first - second;
  switch (rule.rule) {
    case "n-k":
      return Math.max(0, (100 / rule.k) * sumOf(largest.slice(0, rule.n)) - total);
    case "p":
      return Math.max(0, (rule.p / 100) * first - rest);
    case "p-q":
      return Math.max(0, (rule.p / rule.q) * first - rest);
  }
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, it) => sum + it, 0);
