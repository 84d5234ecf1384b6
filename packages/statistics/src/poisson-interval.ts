import { gammaQuantile } from "./distribution/gamma.ts";
import { twoSidedZ } from "./distribution/normal.ts";
import { requireCount, requireLevel } from "./refuse.ts";
import type { Estimate, LevelOption } from "./result.ts";

export interface PoissonOptions extends LevelOption {
  /** By default exact below ten events and Byar's approximation from ten, as the English public health indicators are made. */
  readonly method?: "exact" | "byar";
}

/**
 * Interval for the mean number of events behind a count, in events.
 *
 * Exact: Garwood (1936), Biometrika 28, through gamma quantiles. Byar's approximation: Breslow & Day (1987), Statistical Methods in
 * Cancer Research II, p. 69; a lower limit below zero is zero. Both suppose that events come one by one, whatever happened before: for
 * reports that come in clusters the interval is too narrow. Zero events have a lower limit of zero.
 *
 * @example
 * poissonInterval(65, { level: 0.95 }) // → { estimate: 65, lower: 50.163188, upper: 82.849139, method: "byar" }
 * @example
 * poissonInterval(0) // → { estimate: 0, lower: 0, upper: 3.688879, method: "exact-poisson" }
 */
export function poissonInterval(events: number, options: PoissonOptions = {}): Estimate {
  requireCount("events", events);
  const level = requireLevel("level", options.level ?? 0.95);
  const byar = (options.method ?? (events < 10 ? "exact" : "byar")) === "byar";
  const tail = (1 - level) / 2;
  const [lower, upper] = byar
    ? [byarLimit(events, -twoSidedZ(level)), byarLimit(events + 1, twoSidedZ(level))]
    : [gammaQuantile(tail, events), gammaQuantile(1 - tail, events + 1)];
  return { estimate: events, lower, upper, level, method: byar ? "byar" : "exact-poisson" };
}

const byarLimit = (x: number, z: number): number =>
  x === 0 ? 0 : x * Math.max(0, 1 - 1 / (9 * x) + z / (3 * Math.sqrt(x))) ** 3;
