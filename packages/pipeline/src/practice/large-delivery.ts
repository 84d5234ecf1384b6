import { makeAdvices } from "./advices.ts";
import { halfYear } from "./calendar.ts";
import { endHalfYear } from "./end-half-year.ts";
import { defaultSeed, type DeliveryName, type DeliveryWriter } from "./generate.ts";
import type { Practice } from "./practice.ts";
import { beginHalfYear, openRegion } from "./region-run.ts";
import { makeReports } from "./reports.ts";
import { profilesOf } from "./volumes.ts";

export interface LargeOptions {
  readonly open: (delivery: DeliveryName) => DeliveryWriter;
  /** How many records all files hold together, at least 1 000. */
  readonly records: number;
  readonly seed?: number;
  readonly region?: string;
  readonly period?: string;
}

/** A report brings about 5.7 records along, and with the advices a seventh of all records is a report. */
const recordsPerReport = 7;

/** Makes one delivery of exactly so many records, larger than any region sends, to measure with. It has no history. */
export function largeDelivery(practice: Practice, options: LargeOptions): DeliveryName {
  const { settings, places, protocol } = practice;
  const { records, seed = defaultSeed, region = "VT18" } = options;
  const code = options.period ?? Object.keys(settings.volumes.halfYears).sort().at(-1)!;
  const period = halfYear(code);
  const territory = places.territories(period).get(region);
  const profile = profilesOf(settings, places, seed).get(region);
  if (!territory || !profile) throw new RangeError(`${region} delivers nothing in ${code}.`);
  if (records < 1000) throw new RangeError("A large delivery has at least 1000 records.");
  const run = openRegion(region, { profile, shares: settings.shares, seed }, period, territory);
  const name = { organisatie: region, periode: code, protocol: protocol.id };
  const writer = options.open(name);
  let written = 0;
  run.last = true;
  run.write = (type, row) => {
    written++;
    writer.write(type, row);
  };
  beginHalfYear(run, period, territory, (it) => it);
  makeReports(run, Math.floor(records / recordsPerReport));
  endHalfYear(run, () => true);
  // Advices stand alone, so they can fill up what is left.
  makeAdvices(run, records - written);
  writer.close();
  return name;
}
