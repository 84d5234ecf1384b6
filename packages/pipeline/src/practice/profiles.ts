import { normal, randomStream, type Random } from "./random.ts";
import type { Settings } from "./settings.ts";

/** A way of working and a public: what differs between regions. Drawn by lot, never taken from a region that exists. */
export interface Profile {
  /** Advices and reports per inhabitant, against the country. */
  readonly volume: { readonly advies: number; readonly melding: number };
  readonly reporters: { readonly advies: readonly number[]; readonly melding: readonly number[] };
  readonly natures: { readonly advies: readonly number[]; readonly melding: readonly number[] };
  readonly durations: { readonly advies: readonly number[]; readonly melding: readonly number[] };
  readonly involvement: readonly number[];
  readonly decisions: readonly number[];
  readonly transfers: readonly number[];
  /** What the figure of the country is multiplied by. */
  readonly acute: number;
  readonly structural: number;
  readonly investigation: number;
  readonly monitoring: number;
  readonly assessmentDays: number;
  readonly unknown: number;
}

export const involvementKinds = [
  "first",
  "severalKnown",
  "oneKnown",
  "duringAssessment",
  "afterAssessment",
  "duringMonitoring",
  "unclassified",
] as const;

/**
 * Draws a profile for every code and gives each region that of another code (`takes`). Then the shares are brought back to those of
 * the country: the mean over regions, weighted by inhabitants, is the national figure.
 * @param weights inhabitants per region
 * @returns region → the profile that it works by
 */
export function drawProfiles(
  settings: Settings,
  seed: number,
  weights: ReadonlyMap<string, number>,
): ReadonlyMap<string, Profile> {
  const { shares, regions } = settings;
  const { spread } = regions;
  const codes = Object.keys(regions.takes).sort();
  const weight = codes.map((it) => weights.get(it) ?? 0);
  const lots = codes.map((code) => randomStream(seed, `profile ${regions.takes[code]!}`));
  const single = (sd: number): number[] =>
    centre(
      lots.map((lot) => [factor(lot, sd)]),
      weight,
      [1],
    ).map((it) => it[0]!);
  const several = (sd: number, national: readonly number[]): number[][] => {
    const total = national.reduce((sum, it) => sum + it, 0);
    const target = national.map((it) => it / total);
    return rake(
      lots.map((lot) => target.map((it) => it * factor(lot, sd))),
      weight,
      target,
    );
  };
  const volume = single(spread.volume);
  const preference = lots.map((lot) => factor(lot, spread.preference));
  const groups = shares.reporters.groups;
  const combinations = shares.natures.combinations;
  const drawn = {
    reporters: both((kind) =>
      several(
        spread.reporters,
        groups.map((it) => it[kind]),
      ),
    ),
    natures: both((kind) =>
      several(
        spread.natures,
        combinations.map((it) => it[kind]),
      ),
    ),
    durations: both((kind) => several(spread.durations, Object.values(shares.durations[kind]))),
    involvement: several(
      spread.involvement,
      involvementKinds.map((it) => shares.involvement[it]),
    ),
    decisions: several(spread.decisions, Object.values(shares.decisions.shares)),
    transfers: several(spread.transfers, Object.values(shares.transfers.organisations)),
    acute: single(spread.safety),
    structural: single(spread.safety / 2),
    investigation: single(spread.services),
    monitoring: single(spread.services),
    assessment: single(spread.assessment),
    unknown: single(spread.unknown),
  };
  return new Map(
    codes.map((code, i): [string, Profile] => [
      code,
      {
        volume: { advies: volume[i]! * preference[i]!, melding: volume[i]! / preference[i]! },
        reporters: both((kind) => drawn.reporters[kind][i]!),
        natures: both((kind) => drawn.natures[kind][i]!),
        durations: both((kind) => drawn.durations[kind][i]!),
        involvement: drawn.involvement[i]!,
        decisions: drawn.decisions[i]!,
        transfers: drawn.transfers[i]!,
        acute: drawn.acute[i]!,
        structural: drawn.structural[i]!,
        investigation: drawn.investigation[i]!,
        monitoring: drawn.monitoring[i]!,
        assessmentDays: shares.assessment.meanDays * drawn.assessment[i]!,
        unknown: drawn.unknown[i]!,
      },
    ]),
  );
}

const both = <T>(make: (kind: "advies" | "melding") => T): { advies: T; melding: T } => ({
  advies: make("advies"),
  melding: make("melding"),
});

/** Never more than two and a half standard deviations: no region is absurd. */
const factor = (random: Random, sd: number): number => Math.exp(sd * Math.max(-2.5, Math.min(2.5, normal(random))));

/** Scales columns so that their weighted means are the target. */
function centre(
  rows: readonly (readonly number[])[],
  weight: readonly number[],
  target: readonly number[],
): number[][] {
  const total = weight.reduce((sum, it) => sum + it, 0);
  const means = target.map((_, j) => rows.reduce((sum, row, i) => sum + row[j]! * weight[i]!, 0) / total);
  return rows.map((row) => row.map((it, j) => (means[j] === 0 ? it : (it * target[j]!) / means[j]!)));
}

/** Rows that add up to 1 and columns with the given weighted means: iterative proportional fitting (Deming and Stephan, 1940). */
function rake(rows: readonly (readonly number[])[], weight: readonly number[], target: readonly number[]): number[][] {
  let fitted = rows.map((row) => [...row]);
  for (let round = 0; round < 60; round++) {
    fitted = centre(fitted, weight, target).map((row) => {
      const sum = row.reduce((all, it) => all + it, 0);
      return row.map((it) => it / sum);
    });
  }
  return fitted;
}
