import { z } from "zod";
import type { Outcome, Problem } from "../problem.ts";
import { readYaml } from "../read-yaml.ts";

/** The figures that practice deliveries follow: `catalogue/practice/*.yaml`, each with where it comes from. */

const halfYearCode = z.string().regex(/^\d{4}H[12]$/);
const region = z.string().regex(/^VT\d{2}$/);
const share = z.number().min(0).max(1);
const weights = z.record(z.string(), z.number().min(0));
const basis = { basis: z.enum(["published", "derived", "assumed"]), source: z.string().min(1) };
const both = { advies: z.number().min(0), melding: z.number().min(0) };

export const volumesSchema = z.strictObject({
  sources: z.array(z.strictObject({ about: z.string(), title: z.string(), url: z.url() })).min(1),
  halfYears: z.record(
    halfYearCode,
    z.strictObject({
      advies: z.int().positive(),
      melding: z.int().positive(),
      status: z.enum(["published", "rounded", "split", "interpolated", "extrapolated"]),
    }),
  ),
});

export const regionsSchema = z.strictObject({
  takes: z.record(region, region).refine(isDerangement, "each region takes the way of working of one other region"),
  spread: z.strictObject({
    volume: share,
    preference: share,
    reporters: share,
    natures: share,
    durations: share,
    involvement: share,
    decisions: share,
    transfers: share,
    safety: share,
    services: share,
    assessment: share,
    unknown: share,
  }),
  late: z.int().min(0),
});

/** Whether every region takes another one, and each is taken once. */
export function isDerangement(takes: Readonly<Record<string, string>>): boolean {
  const taken = new Set(Object.values(takes));
  const own = Object.keys(takes);
  return taken.size === own.length && own.every((it) => taken.has(it) && takes[it] !== it);
}

const combination = z.strictObject({ answers: z.array(z.string()), ...both });
const origin = z.tuple([z.string(), z.string(), z.number().positive()]);

export const sharesSchema = z.strictObject({
  protocol: z.string(),
  reporters: z.strictObject({
    ...basis,
    groups: z.array(
      z.strictObject({ id: z.string(), ...both, acute: z.number(), structural: z.number(), origins: z.array(origin) }),
    ),
  }),
  safety: z.strictObject({
    ...basis,
    acute: z.record(halfYearCode, share),
    either: z.record(halfYearCode, share),
    structuralWhenAcute: share,
  }),
  natures: z.strictObject({ ...basis, combinations: z.array(combination) }),
  additional: z.strictObject({ ...basis, combinations: z.array(combination) }),
  durations: z.strictObject({ ...basis, advies: weights, melding: weights }),
  involvement: z.strictObject({
    ...basis,
    first: z.number(),
    severalKnown: z.number(),
    oneKnown: z.number(),
    duringAssessment: z.number(),
    afterAssessment: z.number(),
    duringMonitoring: z.number(),
    unclassified: z.number(),
  }),
  decisions: z.strictObject({ ...basis, shares: weights }),
  assessment: z.strictObject({ ...basis, meanDays: z.number().positive(), never: share }),
  services: z.strictObject({
    ...basis,
    investigationsPerReport: share,
    conditionsPerReport: share,
    endedEarly: share,
    meanDays: z.strictObject({ "01": z.number(), "02": z.number() }),
    outcomes: z.array(z.strictObject({ form: z.string(), share, codes: weights })).min(1),
    transferAfter: share,
  }),
  transfers: z.strictObject({
    ...basis,
    organisations: weights,
    organisationsWhenAcute: weights,
    help: weights,
    helpOf: z.array(z.string()),
    second: share,
    policeReport: weights,
    policeReportWhenAcute: weights,
  }),
  monitoring: z.strictObject({ ...basis, share, second: share, noScore: share }),
  persons: z.strictObject({
    ...basis,
    numberUnknown: share,
    birthDateAbsent: share,
    dayUnknown: share,
    monthUnknown: share,
    sexUnknown: share,
    unborn: share,
    municipalityUnknown: share,
    flagUnknown: share,
  }),
  season: z.strictObject({
    ...basis,
    months: z.strictObject({ advies: z.array(z.number()).length(12), melding: z.array(z.number()).length(12) }),
    days: z.strictObject({ advies: z.array(z.number()).length(7), melding: z.array(z.number()).length(7) }),
  }),
});

export type Volumes = Readonly<z.output<typeof volumesSchema>>;
export type RegionSettings = Readonly<z.output<typeof regionsSchema>>;
export type Shares = Readonly<z.output<typeof sharesSchema>>;

export interface Settings {
  readonly volumes: Volumes;
  readonly regions: RegionSettings;
  readonly shares: Shares;
}

/** Reads the three files of `catalogue/practice/`. */
export function readSettings(root: string): Outcome<Settings> {
  const volumes = readYaml(root, "catalogue/practice/volumes.yaml", volumesSchema);
  const regions = readYaml(root, "catalogue/practice/regions.yaml", regionsSchema);
  const shares = readYaml(root, "catalogue/practice/shares.yaml", sharesSchema);
  const problems: Problem[] = [volumes, regions, shares].flatMap((it) => (it.ok ? [] : it.problems));
  if (!volumes.ok || !regions.ok || !shares.ok) return { ok: false, problems };
  return {
    ok: true,
    value: { volumes: volumes.value.value, regions: regions.value.value, shares: shares.value.value },
  };
}
