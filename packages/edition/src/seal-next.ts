import type { Changes } from "@impactmonitor/model/edition";
import { diffEditions, isNothing } from "./diff.ts";
import { openEdition, type Edition } from "./read-edition.ts";
import { sealedContent } from "./sealed-content.ts";
import { writeEdition, type EditionContent } from "./write-edition.ts";

export type Sealed =
  | { readonly ok: true; readonly state: "written" | "unchanged"; readonly edition: Edition; readonly changes: Changes }
  /** Nothing differs from the edition before, so none was made. */
  | { readonly ok: true; readonly state: "nothing-new" }
  | { readonly ok: false; readonly what: string; readonly mend: string };

/**
 * Seals content as the edition after `newest`. What changed is computed against that edition as it was read from disk,
 * so that it doesn't matter when, or by whom, the edition before was made.
 * @param newest the last edition of the folder; undefined for a first one
 */
export function sealNext(
  parent: string,
  newest: Edition | undefined,
  content: Omit<EditionContent, "previous" | "changes">,
): Sealed {
  const changes = diffEditions(newest && { id: newest.manifest.id, ...sealedContent(newest) }, content);
  if (newest && isNothing(changes)) return { ok: true, state: "nothing-new" };
  const previous = newest && { id: newest.manifest.id, digest: newest.manifest.digest };
  const written = writeEdition(parent, { ...content, ...(previous ? { previous } : {}), changes });
  if (!written.ok) return written;
  const opened = openEdition(written.folder);
  return opened.ok ? { ok: true, state: written.state, edition: opened.edition, changes } : opened;
}
