import type { Changes, EntryChanges } from "@impactmonitor/model/edition";
import type { Built, BuiltEdition } from "@impactmonitor/pipeline/build-editions";

/** What a build did, line by line, for the person at the terminal. */
export function sayBuilt(built: Built): string[] {
  if (!built.ok) {
    const done = built.written.map(sayEdition);
    return [...built.messages, "", ...(done.length > 0 ? ["Before that:", ...done] : ["No edition was written."])];
  }
  const newest = built.editions.at(-1);
  const lines = built.editions.flatMap((it) => [
    sayEdition(it),
    ...(it.state === "written" ? sayChanges(it.changes) : []),
  ]);
  if (newest && built.editions.every((it) => it.state === "unchanged"))
    lines.push(`Nothing differs from edition ${newest.id}: no new edition.`);
  if (newest && built.waiting > 0)
    lines.push(
      `${count(built.waiting, "row")} published after ${newest.date}: not in edition ${newest.id}. ` +
        "A later edition in figures/editions.yaml takes them in.",
    );
  return lines;
}

const sayEdition = (it: BuiltEdition): string =>
  `edition ${it.id}: ${it.observations} figures, ${it.state}: ${it.folder}`;

/** Nothing for a first edition, which has none before it. */
function sayChanges(it: Changes): string[] {
  if (it.since === undefined) return [];
  const figures = `${it.added.length} new, ${it.revised.length} revised, ${it.withdrawn.length} withdrawn figures`;
  const parts = [`  since ${it.since}: ${figures}`];
  if (it.resourced?.length) parts.push(`${count(it.resourced.length, "figure")} with another source line`);
  if (entries(it.catalogue) > 0) parts.push(`catalogue changed: ${count(entries(it.catalogue), "entry", "entries")}`);
  if (entries(it.context) > 0) parts.push(`context changed: ${count(entries(it.context), "entry", "entries")}`);
  return [parts.join("; ")];
}

const entries = (it: EntryChanges | undefined): number =>
  it ? it.added.length + it.changed.length + it.removed.length : 0;

const count = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`;
