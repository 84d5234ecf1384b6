import { daysInOrder, pick } from "./advices.ts";
import { isKnown, never, type Person } from "./case-store.ts";
import { dayText } from "./calendar.ts";
import { safetyChances, type SafetyChances } from "./draws.ts";
import { afterDecision } from "./follow-up.ts";
import { household } from "./household.ts";
import { involvementKinds } from "./profiles.ts";
import { below, waiting } from "./random.ts";
import { caseKey, emit, newKey, type RegionRun } from "./region-run.ts";

/**
 * Reports that are received in the half-year, day by day. Of each is drawn first how far Veilig Thuis knows these people already; that
 * says whether it belongs to a case that is open, or opens a new one with people who are new or known.
 */
export function makeReports(run: RegionRun, count: number): void {
  const chances = safetyChances(run.shares, run.profile, run.period);
  for (const day of daysInOrder(run, count)) {
    const at = caseOf(run, day);
    const { draws, random } = run;
    const first = run.cases.start(at) === day;
    run.cases.reportAgain(at, day);
    const nature = first || random() < 0.8 ? run.cases.nature(at) : draws.nature.melding(random);
    const origin = draws.origins[draws.origin.melding(random)]!;
    const key = newKey(run, "M");
    // Made also when it isn't written: what is drawn here shifts all that is drawn after it.
    const row = `${key},${caseKey(run, at)},${dayText(day)},${draws.natures[nature]!.text},${draws.additional.melding(random)},${draws.duration.melding(random)},${origin.text}\n`;
    run.write?.("melding", row);
    run.recent.push({ at, day });
    assess(run, at, key, day, origin.group, chances);
  }
}

function caseOf(run: RegionRun, day: number): number {
  const { cases } = run;
  switch (involvementKinds[run.draws.involvement(run.random)]) {
    case "duringAssessment":
      return beingAssessed(run, day) ?? openCase(run, day) ?? newCase(run, day);
    case "afterAssessment":
      return openCase(run, day) ?? newCase(run, day);
    case "duringMonitoring":
      return (
        pick(run, run.live.length, liveCase(run), (at) => cases.monitored(at) <= day && isOpen(run, at, day)) ??
        openCase(run, day) ??
        newCase(run, day)
      );
    case "severalKnown":
      return knownCase(run, day, 2) ?? newCase(run, day);
    case "oneKnown":
      return knownCase(run, day, 1) ?? newCase(run, day);
    case "unclassified":
      return newCase(run, day, { anonymous: true });
    default:
      return newCase(run, day);
  }
}

const liveCase =
  (run: RegionRun) =>
  (index: number): number =>
    run.live[index]!;
const isOpen = (run: RegionRun, at: number, day: number): boolean =>
  run.cases.start(at) < day && run.cases.assessed(at) < day && run.cases.close(at) > day;

function beingAssessed(run: RegionRun, day: number): number | undefined {
  while ((run.recent[run.recentFrom]?.day ?? day) < day - 25) run.recentFrom++;
  if (run.recentFrom > 50_000) {
    run.recent = run.recent.slice(run.recentFrom);
    run.recentFrom = 0;
  }
  return pick(
    run,
    run.recent.length - run.recentFrom,
    (index) => run.recent[run.recentFrom + index]!.at,
    (at) => run.cases.start(at) < day && run.cases.assessed(at) > day && !run.gone.has(at),
  );
}

const openCase = (run: RegionRun, day: number): number | undefined =>
  pick(run, run.live.length, liveCase(run), (at) => run.cases.monitored(at) > day && isOpen(run, at, day));

/** A new case about people of a former one: at least two of them, or exactly one. Rather a late one than an early one. */
function knownCase(run: RegionRun, day: number, many: 1 | 2): number | undefined {
  const { cases, random } = run;
  const known = (at: number): Person[] => cases.persons(at).filter((it) => isKnown(it.number));
  const oldest = run.starts.at(-6) ?? 0;
  const found = pick(
    run,
    cases.size - oldest,
    (index) => cases.size - 1 - Math.floor((index * index) / (cases.size - oldest)),
    (at) => cases.close(at) < day && !cases.isContinued(at) && known(at).length >= many,
  );
  if (found === undefined) return undefined;
  cases.continueLater(found);
  const people = known(found);
  const keep =
    many === 1 ? [people[below(random, people.length)]!] : people.slice(0, 2 + below(random, people.length - 1));
  return newCase(run, day, { keep, from: found });
}

function newCase(
  run: RegionRun,
  day: number,
  { keep, from, anonymous = false }: { keep?: readonly Person[]; from?: number; anonymous?: boolean } = {},
): number {
  const { random, draws, shares, cases, profile } = run;
  const same = from !== undefined && random() < 0.6;
  const nature = same ? cases.nature(from) : draws.nature.melding(random);
  const lost = random() < Math.min(0.5, shares.persons.municipalityUnknown * profile.unknown);
  const at = cases.add({
    owner: run.owner,
    number: (run.counters.C = (run.counters.C ?? 0) + 1),
    start: day,
    municipality: lost ? 0 : run.drawMunicipality(random),
    nature,
    persons: household(random, shares.persons, draws.natures[nature]!.answers, day, run.nextPerson, {
      ...(keep === undefined ? {} : { keep }),
      anonymous,
      unknown: profile.unknown,
    }),
  });
  run.live.push(at);
  return at;
}

/** The safety assessment of a report, some days later; a few never come. */
function assess(run: RegionRun, at: number, report: string, day: number, group: number, chances: SafetyChances): void {
  const { random, shares, draws, cases } = run;
  if (random() < shares.assessment.never) {
    cases.assessOn(at, never);
    return cases.keepOpenUntil(at, Math.min(day + 30, lastDay(run)));
  }
  const assessed = Math.min(day + waiting(random, run.profile.assessmentDays, 70), lastDay(run));
  const acute = random() < chances.acute[group]!;
  const structural = random() < (acute ? shares.safety.structuralWhenAcute : chances.structural[group]!);
  const decision = draws.decision(random);
  // One draw for both flags: a form that isn't filled in says nothing of either.
  const filled = random() >= shares.persons.flagUnknown;
  const flag = (it: boolean): string => (filled ? (it ? "J" : "N") : "");
  cases.assessOn(at, assessed);
  cases.keepOpenUntil(at, assessed);
  emit(
    run,
    "beoordeling",
    at,
    assessed,
    `${newKey(run, "B")},${report},${dayText(assessed)},${decision},${flag(acute)},${flag(structural)}\n`,
  );
  afterDecision(run, at, assessed, decision, acute);
}

/** The organisation that takes over can't assess a report that it did not receive. */
const lastDay = (run: RegionRun): number => (run.ends ? run.period.last : Number.MAX_SAFE_INTEGER);
