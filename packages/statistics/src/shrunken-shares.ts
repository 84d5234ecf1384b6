import type { Proportion } from "./difference-of-proportions.ts";
import { betaQuantile } from "./distribution/beta.ts";
import { requireLevel, requirePart } from "./refuse.ts";
import type { TooLittle } from "./result.ts";
import type { Shrunken } from "./shrunken-rates.ts";

/**
 * Shares drawn towards the share of all areas, the more the smaller an area's total; see `shrunkenRates`. In the order given, from 0 to 1.
 *
 * Empirical Bayes, beta–binomial: the variance between areas by moments, A = (Σ nᵢ (pᵢ − m)² − (k − 1) m (1 − m)) / (N − Σ nᵢ² / N −
 * (k − 1)) of k areas, or 0 (Kleinman 1973, JASA 68, with weights nᵢ). The mean weighs as much as one person at least. Limits are quantiles
 * of the beta posterior. An area with a total of 0 gets the mean. Under three areas, nobody or everybody: too little.
 *
 * @example
 * shrunkenShares([{ count: 2, total: 10 }, { count: 60, total: 100 }, { count: 30, total: 100 }]) // → [{ estimate: 0.279420 }, { estimate: 0.592283 }, { estimate: 0.306582 }]
 */
export function shrunkenShares(areas: readonly Proportion[], level = 0.95): readonly Shrunken[] | TooLittle {
  requireLevel("level", level);
  for (const { count, total } of areas) requirePart(count, total);
  const present = areas.filter(({ total }) => total > 0);
  if (present.length < 3) return { tooLittle: "too-few-areas" };
  const all = present.reduce((sum, { total }) => sum + total, 0);
  const mean = present.reduce((sum, { count }) => sum + count, 0) / all;
  if (mean === 0) return { tooLittle: "zero-count" };
  if (mean === 1) return { tooLittle: "no-variation" };
  const within = mean * (1 - mean);
  const spread = present.reduce((sum, { count, total }) => sum + total * (count / total - mean) ** 2, 0);
  const effective = all - present.reduce((sum, { total }) => sum + total * total, 0) / all;
  const between = (spread - (present.length - 1) * within) / (effective - (present.length - 1));
  const method = "beta-binomial";
  if (!(between > 0)) return areas.map(() => ({ estimate: mean, lower: mean, upper: mean, level, method, own: 0 }));
  const size = Math.max(1, within / between - 1);
  return areas.map(({ count, total }) => {
    const [yes, no] = [mean * size + count, (1 - mean) * size + total - count];
    const estimate = yes / (yes + no);
    return {
      estimate,
      // A very lopsided posterior has its mean beyond its quantiles.
      lower: Math.min(estimate, betaQuantile((1 - level) / 2, yes, no)),
      upper: Math.max(estimate, betaQuantile((1 + level) / 2, yes, no)),
      level,
      method,
      own: total / (size + total),
    };
  });
}
