import { makeAdvices } from "./advices.ts";
import { halfYear, halfYears, type HalfYear } from "./calendar.ts";
import { endHalfYear } from "./end-half-year.ts";
import type { Territory } from "./places.ts";
import type { Practice } from "./practice.ts";
import { beginHalfYear, openRegion, takeOver, type RegionRun, type WriteRow } from "./region-run.ts";
import { makeReports } from "./reports.ts";
import { profilesOf, volumesOf } from "./volumes.ts";

/** Receives the records of one delivery. */
export interface DeliveryWriter {
  readonly write: WriteRow;
  close(): void;
}

/** What names a delivery: the content of its `levering.json`. */
export interface DeliveryName {
  readonly organisatie: string;
  readonly periode: string;
  readonly protocol: string;
}

export interface GenerateOptions {
  /** Opens the place where a delivery is written. */
  readonly open: (delivery: DeliveryName) => DeliveryWriter;
  readonly seed?: number;
  /**
   * The first and last half-year that are written. What came before is made too, but not written. The first delivery refers to nothing
   * before it: what is decided in it about earlier reports is left out.
   */
  readonly from?: string;
  readonly until?: string;
  /** Only these regions, or all. A region is the same whether it is made alone or with the others. */
  readonly regions?: readonly string[];
  /** 0.1 makes a tenth of the advices and reports. */
  readonly scale?: number;
  /** Leaves out the last half-year of a few regions: they are late. */
  readonly late?: boolean;
}

export const defaultSeed = 20190101;

/** Half-years that are made before the first one, so that it begins with cases that run and people who are known. */
const warmUp = 3;

/**
 * Makes practice deliveries, half-year by half-year and region by region, and yields each when it is written.
 * The same options give the same bytes. Memory holds the cases of the regions that are made, not the records.
 */
export async function* generateDeliveries(practice: Practice, options: GenerateOptions): AsyncGenerator<DeliveryName> {
  const { settings, places, protocol } = practice;
  const { seed = defaultSeed, scale = 1 } = options;
  const known = Object.keys(settings.volumes.halfYears).sort();
  const from = options.from ?? known[0]!;
  const until = options.until ?? known.at(-1)!;
  const profiles = profilesOf(settings, places, seed);
  const runs = new Map<string, RegionRun>();
  const wanted = wantedRegions(practice, options.regions, known);
  const late = options.late ? lateRegions(practice, seed, until) : new Set<string>();
  for (const code of [...before(known[0]!, warmUp), ...halfYears(known[0]!, until)]) {
    const period = halfYear(code);
    const volumes = volumesOf(settings, places, profiles, code < known[0]! ? known[0]! : code, scale);
    const after = places.territories(halfYear(next(code)));
    for (const [region, territory] of places.territories(period)) {
      if (!wanted.has(region)) continue;
      const run = runs.get(region) ?? firstRun(practice, profiles, seed, period, territory, runs);
      runs.set(region, run);
      const name = { organisatie: region, periode: code, protocol: protocol.id };
      const asked = (options.regions?.includes(region) ?? true) && !(code === until && late.has(region));
      const writer = code >= from && asked ? options.open(name) : undefined;
      run.write = writer?.write;
      run.last = code === until;
      run.ends = code !== known.at(-1) && !after.has(region);
      // Reports of before the first delivery are in none: nor is what is decided about them.
      if (code === from) run.later = run.later.filter((it) => it.type !== "beoordeling");
      beginHalfYear(run, period, territory, (it) => places.successor(it, territory));
      const { advies, melding } = volumes.get(region)!;
      makeAdvices(run, advies);
      makeReports(run, melding);
      const heir = after.get(region) ?? [...after.values()].find((it) => isHeir(practice, it, region, next(code)));
      endHalfYear(run, (it) => heir === undefined || places.successor(it, heir) !== undefined);
      if (!writer) continue;
      writer.close();
      yield name;
    }
  }
}

function firstRun(
  practice: Practice,
  profiles: ReturnType<typeof profilesOf>,
  seed: number,
  period: HalfYear,
  territory: Territory,
  runs: Map<string, RegionRun>,
): RegionRun {
  const { region } = territory;
  const profile = profiles.get(region);
  if (!profile) throw new RangeError(`catalogue/practice/regions.yaml has no ${region}.`);
  const run = openRegion(region, { profile, shares: practice.settings.shares, seed }, period, territory);
  for (const former of practice.places.predecessors(region, period.year)) {
    const from = runs.get(former);
    if (from) takeOver(run, from);
    runs.delete(former);
  }
  return run;
}

const isHeir = (practice: Practice, it: Territory, region: string, code: string): boolean =>
  practice.places.predecessors(it.region, Number(code.slice(0, 4))).includes(region);

/** The regions that are asked for, and those that went into them. */
function wantedRegions(
  practice: Practice,
  asked: readonly string[] | undefined,
  known: readonly string[],
): Set<string> {
  const wanted = new Set<string>();
  for (const code of known)
    for (const region of practice.places.territories(halfYear(code)).keys())
      if (asked === undefined || asked.includes(region)) {
        wanted.add(region);
        for (const former of practice.places.predecessors(region, Number(code.slice(0, 4)))) wanted.add(former);
      }
  return wanted;
}

/** The regions whose last delivery has not come in yet: the first of an order that the number gives. */
export function lateRegions({ settings, places }: Practice, seed: number, until: string): ReadonlySet<string> {
  const codes = [...places.territories(halfYear(until)).keys()];
  const start = Math.abs(seed) % codes.length;
  return new Set(Array.from({ length: settings.regions.late }, (_, i) => codes[(start + i * 7) % codes.length]!));
}

const next = (code: string): string =>
  code.endsWith("H1") ? `${code.slice(0, 4)}H2` : `${Number(code.slice(0, 4)) + 1}H1`;

function before(code: string, count: number): readonly string[] {
  const year = Number(code.slice(0, 4));
  return halfYears(`${year - count}H1`, `${year - 1}H2`).slice(-count);
}
