import { proportionInterval } from "@impactmonitor/statistics/proportion-interval";
import { rateInterval } from "@impactmonitor/statistics/rate-interval";
import { isEstimate } from "@impactmonitor/statistics/result";
import type { Between } from "./judgement.ts";
import { corners, type Measured } from "./measured.ts";

/**
 * The 95 % interval of a figure for chance alone, over everything that it can rest on, in its own units.
 * @returns undefined for a bare number, and where there is nothing to divide by
 */
export function betweenOf(it: Measured): Between | undefined {
  if (it.kind === "bare") return undefined;
  const intervals = it.readings
    .flatMap(corners)
    .map(({ count, size }) =>
      it.kind === "rate" ? rateInterval(count, size, { per: it.per }) : proportionInterval(Math.min(count, size), size),
    );
  const known = intervals.filter(isEstimate);
  if (known.length < intervals.length) return undefined;
  const scale = it.kind === "rate" ? 1 : it.per;
  return {
    lower: Math.min(...known.map(({ lower }) => lower)) * scale,
    upper: Math.max(...known.map(({ upper }) => upper)) * scale,
  };
}
