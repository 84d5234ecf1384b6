import type { Measure } from "@impactmonitor/model/indicator";

/** How exact a value is, as the supplier promises: `round5` a multiple of 5, `pct1` and `dec1` one decimal at most. */
export const precisions = [
  "exact",
  "round5",
  "round10",
  "round100",
  "round1000",
  "round10000",
  "pct0",
  "pct1",
  "dec1",
  "dec2",
] as const;
export type Precision = (typeof precisions)[number];

const whole: ReadonlySet<Measure> = new Set(["count", "persons"]);

/**
 * Whether a number, as it was written, is as rounded as was promised. The text is what counts: 12.5 in binary is not.
 * @param text digits with perhaps a minus and a point
 * @returns what it should be, or undefined when it is
 */
export function roundingFault(text: string, precision: Precision, measure: Measure): string | undefined {
  const decimals = (text.split(".")[1] ?? "").replace(/0+$/, "").length;
  if (whole.has(measure) && decimals > 0) return "a whole number";
  switch (precision) {
    case "exact":
      return undefined;
    case "pct0":
      return decimals > 0 ? "a whole percentage" : undefined;
    case "pct1":
    case "dec1":
      return decimals > 1 ? "a number with one decimal at most" : undefined;
    case "dec2":
      return decimals > 2 ? "a number with two decimals at most" : undefined;
    case "round5":
    case "round10":
    case "round100":
    case "round1000":
    case "round10000": {
      const base = Number(precision.slice("round".length));
      return decimals > 0 || Number(text) % base !== 0 ? `a multiple of ${base}` : undefined;
    }
  }
}

/** Rounded so far that a reader should know: to whole percentages, or to hundreds or more. */
export const isCoarse = (precision: Precision): boolean => precision === "pct0" || /^round\d{3,}$/.test(precision);
