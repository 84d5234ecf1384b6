import type { Proportion } from "./difference-of-proportions.ts";
import { twoSidedP } from "./distribution/normal.ts";
import { requirePart } from "./refuse.ts";
import type { TooLittle } from "./result.ts";

/** Chi-square with one degree of freedom, and the chance of one at least as large without any trend. */
export interface TrendTest {
  readonly chiSquare: number;
  readonly p: number;
  /** Which way the shares go. */
  readonly direction: -1 | 0 | 1;
}

/**
 * Cochran–Armitage test for a straight trend in shares of separate groups of known size, at equal steps. It knows chance only: for a
 * series of half-years use `trendOf`, which also sees the other reasons why figures go up and down. Everybody, nobody or under three
 * groups: too little. Armitage (1955), Biometrics 11.
 *
 * @example
 * trendOfShares([[83, 86], [90, 93], [129, 136], [70, 82]].map(([count, total]) => ({ count, total }))) // → { chiSquare: 8.224922, p: 0.004131897, direction: -1 }
 */
export function trendOfShares(groups: readonly Proportion[]): TrendTest | TooLittle {
  for (const { count, total } of groups) requirePart(count, total);
  const sum = (of: (it: Proportion, step: number) => number): number =>
    groups.reduce((total, it, step) => total + of(it, step), 0);
  const [cases, all] = [sum((it) => it.count), sum((it) => it.total)];
  if (groups.filter(({ total }) => total > 0).length < 3) return { tooLittle: "too-few-points" };
  if (cases === 0 || cases === all) return { tooLittle: "no-variation" };
  const share = cases / all;
  const middle = sum(({ total }, step) => total * step) / all;
  const slope = sum(({ count, total }, step) => (count - total * share) * (step - middle));
  const spread = share * (1 - share) * sum(({ total }, step) => total * (step - middle) ** 2);
  const z = slope / Math.sqrt(spread);
  return { chiSquare: z * z, p: twoSidedP(z), direction: slope > 0 ? 1 : slope < 0 ? -1 : 0 };
}
