import type { Cell } from "@impactmonitor/model/cell";
import type { Changes } from "@impactmonitor/model/edition";
import { observationKey, type Observation } from "@impactmonitor/model/observation";

interface Known {
  readonly id: string;
  readonly observations: readonly Observation[];
  readonly indicators: readonly string[];
}

/**
 * What is new, revised or withdrawn since the previous edition; order follows the editions' own order.
 * A mark that changes (a figure turned definitive) is a revision too: the reader may quote it otherwise.
 */
export function diffEditions(previous: Known | undefined, next: Omit<Known, "id">): Changes {
  if (!previous) return { added: [], revised: [], withdrawn: [], indicatorsAdded: [], indicatorsRemoved: [] };
  const before = new Map(previous.observations.map((it) => [observationKey(it), it]));
  const after = new Set(next.observations.map(observationKey));
  const added: Observation[] = [];
  const revised: { from: Observation; to: Observation }[] = [];
  for (const to of next.observations) {
    const from = before.get(observationKey(to));
    if (!from) added.push(to);
    else if (!equalCells(from.cell, to.cell)) revised.push({ from, to });
  }
  return {
    since: previous.id,
    added,
    revised,
    withdrawn: previous.observations.filter((it) => !after.has(observationKey(it))),
    indicatorsAdded: next.indicators.filter((id) => !previous.indicators.includes(id)),
    indicatorsRemoved: previous.indicators.filter((id) => !next.indicators.includes(id)),
  };
}

function equalCells(a: Cell, b: Cell): boolean {
  if ("absent" in a || "absent" in b) return "absent" in a && "absent" in b && a.absent === b.absent;
  if (a.marks.toSorted().join() !== b.marks.toSorted().join()) return false;
  if ("value" in a)
    return "value" in b && a.value === b.value && a.lower === b.lower && a.upper === b.upper && a.n === b.n;
  return "range" in b && a.range.lower === b.range.lower && a.range.upper === b.range.upper;
}
