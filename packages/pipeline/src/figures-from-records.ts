import type { Edition } from "@impactmonitor/edition/read-edition";
import { protectUniverse } from "@impactmonitor/disclosure/protect-universe";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { ContextValue } from "@impactmonitor/model/context";
import type { PeriodCode } from "@impactmonitor/model/id";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Policy } from "@impactmonitor/model/policy";
import type { Protection } from "@impactmonitor/model/protection";
import type { Protocol } from "./deliveries/protocol.ts";
import type { StoredDelivery } from "./deliveries/stored-delivery.ts";
import { derive } from "./derive/derive.ts";
import type { Derived } from "./derive/counts.ts";
import type { Definitions } from "./derive/read-definitions.ts";
import { openDuck } from "./duck.ts";
import type { Outcome } from "./problem.ts";
import { earlierOf } from "./protect/earlier.ts";
import { failureProblem } from "./protect/failure-problem.ts";
import { populationOf } from "./protect/population.ts";
import { protectDerived, type ProtectedCounts } from "./protect/protect-derived.ts";
import { protectionOf } from "./protect/protection-of.ts";
import type { Place } from "./protect/true-counts.ts";
import { publishFigures } from "./protect/publish-figures.ts";
import type { Figure } from "./read-figures.ts";

export interface RecordsToCount {
  readonly deliveries: readonly StoredDelivery[];
  readonly protocols: ReadonlyMap<string, Protocol>;
  readonly definitions: Definitions;
  readonly catalogue: Catalogue;
  readonly context: readonly ContextValue[];
  readonly policy: Policy;
  /** Editions of the same kind that are published already, oldest first. */
  readonly earlier: readonly Edition[];
  /** What readers see as the source of these figures. */
  readonly title: string;
  /** The day up to which the edition holds what is known, ISO. */
  readonly date: string;
  /** For what doesn't fit in memory. */
  readonly spill: string;
  readonly memoryMb?: number;
  /** Hears what is being done; a long work says where it is. */
  readonly progress?: (step: string) => void;
}

/** Figures that may be shown, and what the edition says of how they were made. */
export interface FiguresFromRecords {
  readonly figures: readonly Figure[];
  readonly protection: Protection;
  readonly totals: ProtectedCounts["totals"];
  readonly skipped: Derived["skipped"];
  /**
   * The same with more counts hidden, where these figures and those of earlier editions together give some away.
   * @returns undefined when there is nothing left to hide
   */
  readonly hidingMore: (exposed: readonly Place[]) => Outcome<FiguresFromRecords> | undefined;
}

/**
 * Records that stand → figures that may be published: counted, protected together with everything that earlier editions showed, and rounded.
 * True counts do not leave this function.
 */
export async function figuresFromRecords(job: RecordsToCount): Promise<Outcome<FiguresFromRecords>> {
  const { progress = () => {} } = job;
  progress("counting records");
  const derived = await countRecords(job);
  if (!derived.ok) return derived;
  progress("protecting counts");
  return protectedFigures(job, derived.value, []);
}

function protectedFigures(
  job: RecordsToCount,
  derived: Derived,
  hidden: readonly Place[],
): Outcome<FiguresFromRecords> {
  const { catalogue, policy, earlier } = job;
  const shownBefore = earlier.map((edition) =>
    edition.manifest.files
      .flatMap(({ path }) => /^observations\/(.+)\.json$/.exec(path)?.[1] ?? [])
      .flatMap((indicator) => edition.observations(indicator)),
  );
  const before = earlierOf(shownBefore, policy);
  const counts = protectDerived(derived, policy, catalogue, protectUniverse, before, hidden);
  if (counts.failures.length > 0)
    return { ok: false, problems: counts.failures.map((it) => failureProblem(it, policy)) };
  const figures = publishFigures(derived, counts, {
    policy,
    population: populationOf(job.context, catalogue),
    reading: { title: job.title, url: "", published: job.date, primary: true },
    isProvisional: provisionalAmong(derived.periods),
  });
  return {
    ok: true,
    value: {
      figures,
      protection: protectionOf(derived, counts, policy),
      totals: counts.totals,
      skipped: derived.skipped,
      hidingMore: (exposed) => {
        const more = counts.toHide(exposed);
        return more.length === 0 ? undefined : protectedFigures(job, derived, [...hidden, ...more]);
      },
    },
  };
}

async function countRecords(job: RecordsToCount): Promise<Outcome<Derived>> {
  const { spill, memoryMb } = job;
  await using duck = await openDuck({ spill, ...(memoryMb === undefined ? {} : { memoryMb }) });
  // Awaited here: the engine is closed when this block ends.
  return await derive(duck, job);
}

/** Senders may correct their latest two half-years: what is about these can still change. */
function provisionalAmong(periods: readonly PeriodCode[]): (period: PeriodCode) => boolean {
  const halves = periods.map((it) => parsePeriod(it)).filter((it) => it?.kind === "half-year");
  const from = halves
    .map((it) => it?.start ?? "")
    .sort()
    .at(-2);
  return (period) => from !== undefined && (parsePeriod(period)?.end ?? "") > from;
}
