import type { HalfYear } from "./calendar.ts";
import type { Profile } from "./profiles.ts";
import { chooser, type Random } from "./random.ts";
import type { Shares } from "./settings.ts";

type Kind = "advies" | "melding";
type Draw<T> = (random: Random) => T;

/** Everything that is drawn by lot in one region, ready to draw from. */
export interface Draws {
  /** Group of reporters, and the codes of role and organisation as they are written: `17,09`. */
  readonly origin: Readonly<Record<Kind, Draw<number>>>;
  readonly origins: readonly { readonly group: number; readonly text: string }[];
  readonly nature: Readonly<Record<Kind, Draw<number>>>;
  readonly natures: readonly { readonly answers: readonly string[]; readonly text: string }[];
  readonly additional: Readonly<Record<Kind, Draw<string>>>;
  readonly duration: Readonly<Record<Kind, Draw<string>>>;
  readonly involvement: Draw<number>;
  readonly decision: Draw<string>;
  readonly transfer: Draw<string>;
  readonly transferWhenAcute: Draw<string>;
  readonly help: Draw<string>;
  readonly policeReport: Draw<string>;
  readonly policeReportWhenAcute: Draw<string>;
  readonly outcomes: readonly { readonly form: string; readonly share: number; readonly code: Draw<string> }[];
}

export function drawsOf(profile: Profile, shares: Shares): Draws {
  const groups = shares.reporters.groups;
  const origins = groups.flatMap(({ origins }, group) =>
    origins.map(([role, organisation, weight]) => ({
      group,
      text: `${role},${organisation}`,
      share: weight / origins.reduce((sum, it) => sum + it[2], 0),
    })),
  );
  const originOf = (kind: Kind): Draw<number> =>
    chooser(origins.map((it) => it.share * profile.reporters[kind][it.group]!));
  const additionalOf = (kind: Kind): Draw<string> =>
    oneOf(
      shares.additional.combinations.map((it) => it.answers.join("|")),
      shares.additional.combinations.map((it) => it[kind]),
    );
  return {
    origin: { advies: originOf("advies"), melding: originOf("melding") },
    origins,
    nature: { advies: chooser(profile.natures.advies), melding: chooser(profile.natures.melding) },
    natures: shares.natures.combinations.map(({ answers }) => ({ answers, text: answers.join("|") })),
    additional: { advies: additionalOf("advies"), melding: additionalOf("melding") },
    duration: {
      advies: oneOf(Object.keys(shares.durations.advies), profile.durations.advies),
      melding: oneOf(Object.keys(shares.durations.melding), profile.durations.melding),
    },
    involvement: chooser(profile.involvement),
    decision: oneOf(Object.keys(shares.decisions.shares), profile.decisions),
    transfer: oneOf(Object.keys(shares.transfers.organisations), profile.transfers),
    transferWhenAcute: ofRecord(shares.transfers.organisationsWhenAcute),
    help: ofRecord(shares.transfers.help),
    policeReport: ofRecord(shares.transfers.policeReport),
    policeReportWhenAcute: ofRecord(shares.transfers.policeReportWhenAcute),
    outcomes: shares.services.outcomes.map(({ form, share, codes }) => ({ form, share, code: ofRecord(codes) })),
  };
}

/** Codes sorted, because an object puts “10” before “01” whatever order the file has. */
function ofRecord(weights: Readonly<Record<string, number>>): Draw<string> {
  const codes = Object.keys(weights).sort();
  return oneOf(
    codes,
    codes.map((it) => weights[it]!),
  );
}

function oneOf(values: readonly string[], weights: readonly number[]): Draw<string> {
  const choose = chooser(weights);
  return (random) => values[choose(random)]!;
}

/** The chance, by group of reporters, that a report is called acutely unsafe, and structurally unsafe if it isn't acute. */
export interface SafetyChances {
  readonly acute: readonly number[];
  readonly structural: readonly number[];
}

/** Bayes: the share of a group among unsafe reports, and among all, says how often its reports are unsafe. */
export function safetyChances(shares: Shares, profile: Profile, period: HalfYear): SafetyChances {
  const { safety, reporters, persons, assessment } = shares;
  const filled = (1 - persons.flagUnknown) * (1 - assessment.never);
  const acuteTotal = between(safety.acute, period.code) / filled;
  const eitherTotal = between(safety.either, period.code) / filled;
  const sum = (of: (it: (typeof reporters.groups)[number]) => number): number =>
    reporters.groups.reduce((all, it) => all + of(it), 0);
  const [all, acuteAll, structuralAll] = [sum((it) => it.melding), sum((it) => it.acute), sum((it) => it.structural)];
  const chance = (value: number): number => Math.min(0.95, value);
  const acute = reporters.groups.map((it) =>
    chance(((acuteTotal * it.acute) / acuteAll / (it.melding / all)) * profile.acute),
  );
  const either = reporters.groups.map((it) =>
    chance(((eitherTotal * it.structural) / structuralAll / (it.melding / all)) * profile.structural),
  );
  return { acute, structural: acute.map((it, g) => Math.max(0, (either[g]! - it) / (1 - it))) };
}

/** Between two half-years on a straight line; before the first and after the last the nearest. */
export function between(series: Readonly<Record<string, number>>, code: string): number {
  const at = (it: string): number => Number(it.slice(0, 4)) * 2 + (it.endsWith("H2") ? 1 : 0);
  const points = Object.entries(series)
    .map(([it, value]) => ({ x: at(it), value }))
    .sort((a, b) => a.x - b.x);
  const x = at(code);
  const after = points.findIndex((it) => it.x >= x);
  if (after === 0) return points[0]!.value;
  if (after < 0) return points.at(-1)!.value;
  const [left, right] = [points[after - 1]!, points[after]!];
  return left.value + ((right.value - left.value) * (x - left.x)) / (right.x - left.x);
}
