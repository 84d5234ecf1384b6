import type { Cell } from "@impactmonitor/model/cell";
import type { Changes } from "@impactmonitor/model/edition";
import { observationKey, type Observation, type Reading } from "@impactmonitor/model/observation";
import { canonical, catalogueChanges, contextChanges, type Setting } from "./entry-changes.ts";

interface Known extends Setting {
  readonly id: string;
  readonly observations: readonly Observation[];
}

/**
 * What is new, revised or withdrawn since the previous edition; order follows the editions' own order.
 * A mark that changes (a figure turned definitive) is a revision too: the reader may quote it otherwise.
 * The line on which a row stands in `figures/` is no matter: a row that only moved did not change.
 */
export function diffEditions(previous: Known | undefined, next: Omit<Known, "id">): Changes {
  if (!previous) return { added: [], revised: [], withdrawn: [], indicatorsAdded: [], indicatorsRemoved: [] };
  const before = new Map(previous.observations.map((it) => [observationKey(it), it]));
  const after = new Set(next.observations.map(observationKey));
  const added: Observation[] = [];
  const revised: { from: Observation; to: Observation }[] = [];
  const resourced: Observation[] = [];
  for (const to of next.observations) {
    const from = before.get(observationKey(to));
    if (!from) added.push(to);
    else if (!equalCells(from.cell, to.cell)) revised.push({ from, to });
    else if (sources(from) !== sources(to)) resourced.push(to);
  }
  const [was, is] = [indicatorIds(previous), indicatorIds(next)];
  return {
    since: previous.id,
    added,
    revised,
    withdrawn: previous.observations.filter((it) => !after.has(observationKey(it))),
    resourced,
    indicatorsAdded: is.filter((id) => !was.includes(id)),
    indicatorsRemoved: was.filter((id) => !is.includes(id)),
    catalogue: catalogueChanges(previous, next),
    context: contextChanges(previous, next),
  };
}

const indicatorIds = (it: Setting): string[] => it.catalogue.indicators.map((one) => one.id);

/** Whether these changes hold nothing at all: then there is no reason for another edition. */
export function isNothing(changes: Changes): boolean {
  const { since: _, catalogue, context, ...lists } = changes;
  return [...Object.values(lists), ...Object.values(catalogue ?? {}), ...Object.values(context ?? {})].every(
    (list: readonly unknown[]) => list.length === 0,
  );
}

/** Where a figure was read, and what else was published of it; in words that can be compared. */
function sources(it: Observation): string {
  const reading = ({ title, url, published, primary }: Reading) => [title, url, published, primary];
  const vintages = it.vintages.map((vintage) => canonical([vintage.cell, reading(vintage.reading)]));
  return canonical([reading(it.reading), vintages.sort()]);
}

function equalCells(a: Cell, b: Cell): boolean {
  if ("absent" in a || "absent" in b) return "absent" in a && "absent" in b && a.absent === b.absent;
  if (a.marks.toSorted().join() !== b.marks.toSorted().join()) return false;
  if ("value" in a)
    return "value" in b && a.value === b.value && a.lower === b.lower && a.upper === b.upper && a.n === b.n;
  return "range" in b && a.range.lower === b.range.lower && a.range.upper === b.range.upper;
}
