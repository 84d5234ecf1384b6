import { decideAlone, refused, stepOf, type Decided, type Decision } from "./decision.ts";
import { openDraft } from "./open-draft.ts";
import { samePerson, writeStep } from "./steering-log.ts";

/**
 * Writes down that somebody else than who drafted it has looked at a draft and found it good. Holds for exactly the content that
 * lies there now.
 */
export function approveEdition({ places, id, by, when }: Decision): Decided {
  return decideAlone(places, () => {
    const draft = openDraft(places, id);
    if (!draft.ok) return draft;
    const { edition, drafted } = draft;
    if (samePerson(drafted.by, by))
      return refused(
        `${drafted.by} drafted edition ${id}, and who drafts does not approve.`,
        "Ask somebody else to look at it and approve it.",
      );
    const step = stepOf("approved", edition, { places, id, by, when });
    writeStep(places.steering, step);
    return { ok: true, edition, steps: [drafted, step] };
  });
}
