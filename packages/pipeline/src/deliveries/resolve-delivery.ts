import type { Area, Membership } from "@impactmonitor/model/area";
import { parsePeriod, type Period } from "@impactmonitor/model/period";
import { fault, showable, type Fault } from "./fault.ts";
import type { Said } from "./find-files.ts";
import type { Protocol } from "./protocol.ts";

/** The catalogue, as far as deliveries are read against it. */
export interface DeliveryCatalogue {
  readonly protocols: ReadonlyMap<string, Protocol>;
  readonly areas: readonly Area[];
  readonly memberships: readonly Membership[];
}

/** Whose delivery it is, about when, after which protocol. */
export interface Resolved {
  readonly region: string;
  readonly period: Period;
  readonly protocol: Protocol;
}

/** Checks who sends what about when. @param file names the place of what is wrong @param today ISO */
export function resolveDelivery(
  said: Said,
  { protocols, areas }: DeliveryCatalogue,
  file: string,
  today: string,
): Resolved | readonly Fault[] {
  const faults: Fault[] = [];
  const period = said.period === undefined ? undefined : parsePeriod(said.period);
  if (said.period === undefined) faults.push(fault({ kind: "not-said", file, named: "periode (period)" }));
  if (said.region === undefined) faults.push(fault({ kind: "not-said", file, named: "regio (region)" }));
  const known = [...protocols.values()];
  const ofPeriod = known.filter((it) => period !== undefined && covers(it, period));
  const protocol = said.protocol === undefined ? only(ofPeriod) : protocols.get(said.protocol);
  if (said.protocol !== undefined && !protocol)
    faults.push(
      fault({
        kind: "protocol-unknown",
        file,
        named: showable(said.protocol),
        expected: known.map((it) => it.id).join(", "),
      }),
    );
  else if (said.period !== undefined && (!period || !protocol || !covers(protocol, period)))
    faults.push(
      fault({
        kind: "period-wrong",
        file,
        named: showable(said.period),
        expected: (protocol ? [protocol] : known).map(span).join("; "),
      }),
    );
  else if (period && period.start > today) faults.push(fault({ kind: "period-future", file, named: period.code }));
  const isRegion = (it: Area): boolean =>
    it.level === "vt-region" &&
    it.code === said.region &&
    (!period || (it.validFrom <= period.end && (it.validTo ?? "9999") >= period.start));
  if (said.region !== undefined && !areas.some(isRegion))
    faults.push(fault({ kind: "region-unknown", file, named: showable(said.region) }));
  if (faults.length > 0 || said.region === undefined || !period || !protocol) return faults;
  return { region: said.region, period, protocol };
}

const only = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);

const covers = ({ periods }: Protocol, { kind, code }: Period): boolean =>
  kind === periods.kind && code >= periods.from && (periods.until === undefined || code <= periods.until);

const span = ({ id, periods }: Protocol): string => `${id} ${periods.from} – ${periods.until ?? "…"}`;

/**
 * Municipalities that existed on some day of a period, and whether they belonged to the region. A year for which no membership
 * is known takes that of the last year before it.
 */
export function municipalitiesIn(
  { areas, memberships }: DeliveryCatalogue,
  { region, period }: Pick<Resolved, "region" | "period">,
): readonly { readonly code: string; readonly inRegion: boolean }[] {
  const year = Number(period.start.slice(0, 4));
  const years = memberships.map((it) => it.year).filter((it) => it <= year);
  const nearest = years.length > 0 ? years.reduce((a, b) => Math.max(a, b)) : undefined;
  const members = new Set(
    memberships.filter((it) => it.year === nearest && it.region === region).map((it) => it.municipality as string),
  );
  const codes = areas
    .filter((it) => it.level === "municipality" && it.validFrom <= period.end && (it.validTo ?? "9999") >= period.start)
    .map((it) => it.code as string);
  return [...new Set(codes)].map((code) => ({ code, inRegion: members.has(code) }));
}
