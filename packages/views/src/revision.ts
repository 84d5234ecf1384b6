import { isAbsent, type Cell, type Mark } from "@impactmonitor/model/cell";
import type { Changes } from "@impactmonitor/model/edition";
import type { Observation } from "@impactmonitor/model/observation";
import type { Text } from "@impactmonitor/model/text";

/** Why a figure differs from the edition before, as far as the figures themselves tell. */
export const revisionReasons = ["break", "final", "source", "correction", "unknown"] as const;
export type RevisionReason = (typeof revisionReasons)[number];

export const revisionWords: Readonly<Record<RevisionReason, Text>> = {
  break: { nl: "breuk in de reeks", en: "break in the series" },
  final: { nl: "voorlopig cijfer vervangen door een later cijfer", en: "provisional figure replaced by a later one" },
  source: { nl: "de bron publiceerde een ander cijfer", en: "the source published another figure" },
  correction: {
    nl: "fout hersteld, zie het bericht bij deze editie",
    en: "mistake mended, see the notice with this edition",
  },
  unknown: { nl: "de bron noemt geen reden", en: "the source gives no reason" },
};

/**
 * The first reason that applies. A break goes before all: then the two figures can't be compared.
 * @param correction whether the edition says that it corrects an earlier one
 */
export function revisionReason(from: Observation, to: Observation, correction: boolean): RevisionReason {
  if (isNewBreak(from, to)) return "break";
  if (certainty(to.cell) > certainty(from.cell)) return "final";
  if (publication(from) !== publication(to)) return "source";
  return correction ? "correction" : "unknown";
}

const has = (cell: Cell, mark: Mark): boolean => !isAbsent(cell) && cell.marks.includes(mark);
const isNewBreak = (from: Observation | undefined, to: Observation): boolean =>
  has(to.cell, "break") && !(from && has(from.cell, "break"));

/** Provisional, adjusted but still provisional, final; a reason for having no value is as final as any. */
const certainty = (cell: Cell): number => (has(cell, "provisional") ? 0 : has(cell, "revised-provisional") ? 1 : 2);
const publication = ({ reading }: Observation): string => [reading.title, reading.url, reading.published].join("\n");

export interface RevisedSubject {
  readonly indicator: string;
  readonly count: number;
  /** How often each reason, in fixed order; reasons that don't occur are left out. */
  readonly reasons: readonly { readonly reason: RevisionReason; readonly count: number }[];
}

/** Revised figures counted by indicator, in the order of the edition: as short for a hundred thousand as for ten. */
export function revisedSubjects(changes: Changes, correction: boolean): RevisedSubject[] {
  return [...Map.groupBy(changes.revised, (it) => it.to.indicator as string)].map(([indicator, list]) => {
    const counts = new Map<RevisionReason, number>();
    for (const { from, to } of list) {
      const reason = revisionReason(from, to, correction);
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
    const reasons = revisionReasons.flatMap((reason) => {
      const count = counts.get(reason);
      return count === undefined ? [] : [{ reason, count }];
    });
    return { indicator, count: list.length, reasons };
  });
}

/** Indicators whose figures got a mark of a break since the edition before, with the first period that has it. */
export function newBreaks(changes: Changes): { readonly indicator: string; readonly period: string }[] {
  const found = new Map<string, string>();
  const note = (from: Observation | undefined, to: Observation): void => {
    if (!isNewBreak(from, to)) return;
    const before = found.get(to.indicator);
    if (before === undefined || to.period < before) found.set(to.indicator, to.period);
  };
  for (const { from, to } of changes.revised) note(from, to);
  for (const it of changes.added) note(undefined, it);
  return [...found].map(([indicator, period]) => ({ indicator, period }));
}
