import { practiceMark } from "../deliveries/practice-mark.ts";
import { CaseStore } from "./case-store.ts";
import { dayText, type HalfYear } from "./calendar.ts";
import { drawsOf, type Draws } from "./draws.ts";
import { personNumbers } from "./numbers.ts";
import type { Territory } from "./places.ts";
import { involvementKinds, type Profile } from "./profiles.ts";
import { chooser, randomStream, type Random } from "./random.ts";
import type { Shares } from "./settings.ts";

export const recordTypes = [
  "advies",
  "casus",
  "persoon",
  "melding",
  "beoordeling",
  "dienst",
  "overdracht",
  "monitoring",
] as const;
export type RecordName = (typeof recordTypes)[number];

/** Takes one record as a line of CSV, with its line end. */
export type WriteRow = (type: RecordName, row: string) => void;

/** A record about a day that has not come yet. */
interface Later {
  readonly type: RecordName;
  readonly at: number;
  readonly day: number;
  readonly row: string;
}

/** A service that may run on in the next half-year. */
export interface Service {
  readonly at: number;
  readonly key: string;
  readonly kind: "01" | "02";
  readonly start: number;
  readonly end: number;
  readonly early: string;
  readonly outcome: string;
  readonly nature: string;
}

/** What a region carries along from one half-year to the next. */
export interface RegionRun {
  readonly region: string;
  readonly owner: number;
  readonly seed: number;
  readonly random: Random;
  readonly profile: Profile;
  readonly shares: Shares;
  readonly draws: Draws;
  readonly nextPerson: () => number;
  readonly cases: CaseStore;
  readonly counters: Record<string, number>;
  /** The chance that a report which Veilig Thuis keeps leads to an investigation, and to conditions and follow-up. */
  readonly serviceChance: { readonly investigation: number; readonly conditions: number };
  period: HalfYear;
  territory: Territory;
  drawMunicipality: (random: Random) => number;
  /** Whether the region stops existing after this half-year. */
  ends: boolean;
  /** Whether no later half-year is made, so that nothing has to be kept for it. */
  last: boolean;
  /** Cases that are in the delivery of this half-year. */
  live: number[];
  services: Service[];
  later: Later[];
  /** Cases of the latest reports with their days, to find those that are being assessed. */
  recent: { at: number; day: number }[];
  recentFrom: number;
  /** How many cases there were when each half-year began. */
  starts: number[];
  /** Cases that left with their municipality. */
  gone: Set<number>;
  serving: Map<number, number>;
  write: WriteRow | undefined;
}

/** Municipalities by number, so that a case keeps one in a few bytes; 0 is unknown. */
const municipalityCodes: string[] = [""];
const municipalityNumbers = new Map<string, number>([["", 0]]);
export function municipalityNumber(code: string): number {
  let number = municipalityNumbers.get(code);
  if (number === undefined) {
    number = municipalityCodes.push(code) - 1;
    municipalityNumbers.set(code, number);
  }
  return number;
}
export const municipalityCode = (number: number): string => municipalityCodes[number]!;

/** A region before its first half-year. */
export function openRegion(
  region: string,
  { profile, shares, seed }: { profile: Profile; shares: Shares; seed: number },
  period: HalfYear,
  territory: Territory,
): RegionRun {
  const owner = Number(region.slice(2));
  const kept = profile.decisions[Object.keys(shares.decisions.shares).indexOf("01")]! * (1 - shares.assessment.never);
  // A follow-up report about a case that is being helped already starts no second service.
  const starting = kept * (1 - 0.65 * followUpShare(profile));
  const wanted = {
    investigation: (shares.services.investigationsPerReport * profile.investigation) / starting,
    conditions: shares.services.conditionsPerReport / starting,
  };
  const shrink = Math.min(1, 0.95 / (wanted.investigation + wanted.conditions));
  return {
    region,
    owner,
    seed,
    random: randomStream(seed, `region ${region}`),
    profile,
    shares,
    draws: drawsOf(profile, shares),
    nextPerson: personNumbers(owner - 1),
    cases: new CaseStore(),
    counters: {},
    serviceChance: { investigation: wanted.investigation * shrink, conditions: wanted.conditions * shrink },
    period,
    territory,
    drawMunicipality: () => 0,
    ends: false,
    last: false,
    live: [],
    services: [],
    later: [],
    recent: [],
    recentFrom: 0,
    starts: [],
    gone: new Set(),
    serving: new Map(),
    write: undefined,
  };
}

const followUpShare = (profile: Profile): number =>
  ["duringAssessment", "afterAssessment", "duringMonitoring"].reduce(
    (sum, it) => sum + profile.involvement[involvementKinds.findIndex((kind) => kind === it)]!,
    0,
  );

/** Begins a half-year: what was waiting for it is written, and people live where they live now. */
export function beginHalfYear(
  run: RegionRun,
  period: HalfYear,
  territory: Territory,
  successor: (code: string) => string | undefined,
): void {
  run.period = period;
  run.territory = territory;
  const numbers = territory.municipalities.map((it) => municipalityNumber(it.code));
  const choose = chooser(territory.municipalities.map((it) => it.inhabitants));
  run.drawMunicipality = (random) => numbers[choose(random)]!;
  run.starts.push(run.cases.size);
  const now = new Map<number, number>();
  for (const at of run.live) {
    const old = run.cases.municipality(at);
    if (!now.has(old)) now.set(old, old === 0 ? 0 : municipalityNumber(successor(municipalityCode(old)) ?? ""));
    run.cases.moveTo(at, now.get(old)!);
  }
  const waiting = run.later;
  run.later = [];
  for (const it of waiting) if (!run.gone.has(it.at)) emit(run, it.type, it.at, it.day, it.row);
  run.recent = run.recent.slice(run.recentFrom);
  run.recentFrom = 0;
}

/** Writes a record in the half-year of its day: this one, or a later one. */
export function emit(run: RegionRun, type: RecordName, at: number, day: number, row: string): void {
  if (day <= run.period.last) run.write?.(type, row);
  else if (!run.last) run.later.push({ type, at, day, row });
}

/** `OEF10M1000001`: every number says that it is made up (oefening), by which region, and what it numbers. Seven digits: more could be a date or a person. */
export function newKey(run: RegionRun, letter: string): string {
  const count = (run.counters[letter] = (run.counters[letter] ?? 0) + 1);
  return keyOf(run.owner, letter, count);
}

export const keyOf = (owner: number, letter: string, count: number): string =>
  `${practiceMark}${owner < 10 ? "0" : ""}${owner}${letter}${1_000_000 + count}`;

export const caseKey = (run: RegionRun, at: number): string => keyOf(run.cases.owner(at), "C", run.cases.number(at));

/** The date of a day that has come; empty when it lies after the half-year. */
export const datePast = (run: RegionRun, day: number): string => (day > run.period.last ? "" : dayText(day));

/** Carries on what a region that ended was doing: its open cases keep their numbers, its former ones are remembered. */
export function takeOver(run: RegionRun, from: RegionRun): void {
  const index = new Map<number, number>();
  for (let at = 0; at < from.cases.size; at++) index.set(at, run.cases.takeOver(from.cases, at));
  const first = run.period.first;
  run.live.push(...from.live.flatMap((at) => (from.cases.close(at) >= first ? [index.get(at)!] : [])));
  run.services.push(...from.services.map((it) => ({ ...it, at: index.get(it.at)! })));
  run.later.push(...from.later.flatMap((it) => (from.gone.has(it.at) ? [] : [{ ...it, at: index.get(it.at)! }])));
  for (const [at, end] of from.serving) run.serving.set(index.get(at)!, end);
}
