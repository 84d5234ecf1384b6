import { rmSync } from "node:fs";
import { decideAlone, stepOf, type Decided, type Decision } from "./decision.ts";
import { openDraft } from "./open-draft.ts";
import { writeStep } from "./steering-log.ts";

/** Throws a draft away; the log keeps that it was there. */
export function discardDraft(decision: Decision): Decided {
  const { places, id } = decision;
  return decideAlone(places, () => {
    const draft = openDraft(places, id);
    if (!draft.ok) return draft;
    const step = stepOf("discarded", draft.edition, decision);
    writeStep(places.steering, step);
    rmSync(draft.edition.folder, { recursive: true, force: true });
    return { ok: true, edition: draft.edition, steps: [draft.drafted, step] };
  });
}
