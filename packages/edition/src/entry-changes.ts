import type { EntryChanges } from "@impactmonitor/model/edition";
import type { EditionContent } from "./write-edition.ts";

/** What an edition holds beside its figures. */
export type Setting = Pick<EditionContent, "catalogue" | "context" | "maps">;

/** Entries of the catalogue and maps that came, differ or went; a list that is only in another order is named itself. */
export function catalogueChanges(before: Setting, after: Setting): EntryChanges {
  const [was, is] = [listsOf(before), listsOf(after)];
  const reordered = [...is].flatMap(([part, list]) => (sameOrder(was.get(part) ?? [], list) ? [] : [part]));
  const changes = compare(catalogueEntries(before), catalogueEntries(after));
  return { ...changes, changed: [...changes.changed, ...reordered].sort() };
}

/** Context values, taken together by variable and year, and the tables they come from, that came, differ or went. */
export function contextChanges(before: Setting, after: Setting): EntryChanges {
  return compare(contextEntries(before), contextEntries(after));
}

/** The same words for the same content, whatever the order of its fields. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, it: unknown) =>
    typeof it === "object" && it !== null && !Array.isArray(it)
      ? Object.fromEntries(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1)))
      : it,
  );

/** Name of an entry → everything that it says. */
type Entries = ReadonlyMap<string, string>;

function compare(before: Entries, after: Entries): EntryChanges {
  const names = (all: Entries): string[] => [...all.keys()].sort();
  return {
    added: names(after).filter((name) => !before.has(name)),
    changed: names(after).filter((name) => before.has(name) && before.get(name) !== after.get(name)),
    removed: names(before).filter((name) => !after.has(name)),
  };
}

function catalogueEntries({ catalogue, maps }: Setting): Entries {
  const entries = new Map<string, string>();
  for (const [part, value] of Object.entries(catalogue)) {
    if (!Array.isArray(value)) entries.set(part, canonical(value));
    else for (const [name, alike] of Map.groupBy(value, nameOf)) entries.set(`${part}/${name}`, canonical(alike));
  }
  for (const [name, text] of maps) entries.set(`map/${name}`, text);
  return entries;
}

function contextEntries({ context }: Setting): Entries {
  const entries = new Map<string, string>();
  const groups = Map.groupBy(context.values, (it) => `${it.variable}/${it.year}`);
  for (const [name, values] of groups) entries.set(name, values.map(canonical).sort().join("\n"));
  for (const source of context.sources) entries.set(`sources/${source.id}`, canonical(source));
  return entries;
}

/** What an entry is known by. Entries known by the same, such as an area before and after a change, count as one. */
function nameOf(entry: unknown): string {
  if (Array.isArray(entry)) return String(entry[0]);
  const fields = new Map(Object.entries(entry ?? {}));
  const names = ["id", "code", "municipality", "region"].map((field) => fields.get(field));
  return names.find((it) => typeof it === "string") ?? canonical(entry);
}

/** Part of the catalogue → names of its entries, in the order in which readers see them. */
function listsOf({ catalogue }: Setting): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const [part, value] of Object.entries(catalogue))
    if (Array.isArray(value)) lists.set(part, [...new Set(value.map(nameOf))]);
  return lists;
}

/** Whether the names in both lists come in the same order; what was added or removed between them moves nothing. */
function sameOrder(before: readonly string[], after: readonly string[]): boolean {
  const [was, is] = [new Set(before), new Set(after)];
  const common = after.filter((name) => was.has(name));
  return before.filter((name) => is.has(name)).every((name, i) => name === common[i]);
}
