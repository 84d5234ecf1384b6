import { apportion } from "./apportion.ts";
import { halfYear } from "./calendar.ts";
import type { Places } from "./places.ts";
import { drawProfiles, type Profile } from "./profiles.ts";
import type { Settings } from "./settings.ts";

export interface Volume {
  readonly advies: number;
  readonly melding: number;
}

/** The profile of every region, weighted by the inhabitants that it has in the half-years that it delivers. */
export function profilesOf(settings: Settings, places: Places, seed: number): ReadonlyMap<string, Profile> {
  const weights = new Map<string, number>();
  for (const code of Object.keys(settings.volumes.halfYears))
    for (const [region, { inhabitants }] of places.territories(halfYear(code)))
      weights.set(region, (weights.get(region) ?? 0) + inhabitants);
  return drawProfiles(settings, seed, weights);
}

/**
 * How many advices and reports each region gets in a half-year: the total of the country, divided by inhabitants and way of working.
 * The parts add up to the total exactly.
 * @param scale 0.1 makes a tenth
 */
export function volumesOf(
  settings: Settings,
  places: Places,
  profiles: ReadonlyMap<string, Profile>,
  period: string,
  scale: number,
): ReadonlyMap<string, Volume> {
  const national = settings.volumes.halfYears[period];
  if (!national) throw new RangeError(`There are no volumes for ${period}.`);
  const territories = [...places.territories(halfYear(period)).values()];
  const part = (kind: "advies" | "melding"): number[] =>
    apportion(
      Math.round(national[kind] * scale),
      territories.map((it) => it.inhabitants * (profiles.get(it.region)?.volume[kind] ?? 0)),
    );
  const [advies, melding] = [part("advies"), part("melding")];
  return new Map(
    territories.map((it, i): [string, Volume] => [it.region, { advies: advies[i]!, melding: melding[i]! }]),
  );
}
