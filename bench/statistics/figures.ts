import type { AreaTraits } from "@impactmonitor/statistics/nearest-areas";

/** Figures about nobody: counts by indicator, period and region, exposures by period and region. */
export interface MadeFigures {
  readonly counts: readonly (readonly (readonly number[])[])[];
  readonly exposures: readonly (readonly number[])[];
  readonly traits: readonly AreaTraits[];
}

/** Makes them with a generator that starts the same each time. Regions differ by about a tenth; some indicators are rare. */
export function madeFigures(regions: number, indicators: number, periods: number): MadeFigures {
  let state = 42;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const spread = (): number => random() + random() + random() - 1.5;
  const sizes = Array.from({ length: regions }, () => 200_000 + 1_000_000 * random() ** 2);
  const exposures = Array.from({ length: periods }, (_, p) => sizes.map((size) => Math.round(size * 1.004 ** p)));
  const counts = Array.from({ length: indicators }, (_, i) => {
    const rate = 0.00004 * 1.15 ** i;
    const own = sizes.map(() => 1 + 0.2 * spread());
    return exposures.map((row, p) =>
      row.map((exposure, r) => {
        const mean = rate * exposure * own[r]! * (p % 2 ? 1.1 : 1) * 1.01 ** p;
        return Math.max(0, Math.round(mean + 2 * Math.sqrt(mean) * spread()));
      }),
    );
  });
  const traits = sizes.map((size, r) => ({
    code: `R${r}`,
    traits: Object.fromEntries(["density", "young", "old", "income", "alone"].map((name) => [name, size * random()])),
  }));
  return { counts, exposures, traits };
}
