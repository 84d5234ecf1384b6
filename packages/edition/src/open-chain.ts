import { basename } from "node:path";
import type { Manifest } from "@impactmonitor/model/edition";
import { openEditions, type Edition } from "./read-edition.ts";

export type Chain =
  | { readonly ok: true; readonly editions: readonly Edition[] }
  | { readonly ok: false; readonly faults: readonly { readonly what: string; readonly mend: string }[] };

/**
 * Opens the editions of a folder on which the next one is to be built: each whole, of one kind, and made on top of
 * the one before it. The oldest may name an edition that isn't there: it was put into an archive.
 * @returns them oldest first, or what is wrong with which file or folder; none when the folder isn't there
 */
export function openChain(folder: string, kind: Manifest["kind"] = "published"): Chain {
  const { editions, refused } = openEditions(folder);
  if (refused.length > 0) return { ok: false, faults: refused };
  const faults = editions.flatMap((it, i) => {
    const what = strangeness(it, editions[i - 1], kind);
    return what === undefined
      ? []
      : [{ what: `${it.folder}: ${what}`, mend: "Move this folder away, or put back what is missing." }];
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, editions };
}

/** Why an edition doesn't belong in its place, in words; undefined when it does. */
function strangeness(
  { folder, manifest }: Edition,
  before: Edition | undefined,
  kind: Manifest["kind"],
): string | undefined {
  if (basename(folder) !== manifest.id) return `manifest.json says that this is edition ${manifest.id}.`;
  if (manifest.kind !== kind) return `manifest.json says that this is a ${manifest.kind} edition.`;
  if (!before) return undefined;
  const { previous } = manifest;
  if (previous?.digest === before.manifest.digest) return undefined;
  const follows = previous ? `edition ${previous.id} with digest ${previous.digest.slice(0, 16)}` : "no other edition";
  const { id, digest } = before.manifest;
  return `manifest.json says that it follows ${follows}; before it stands ${id} with digest ${digest.slice(0, 16)}.`;
}
