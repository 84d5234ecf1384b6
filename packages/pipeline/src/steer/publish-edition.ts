import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { openChain } from "@impactmonitor/edition/open-chain";
import { openEdition } from "@impactmonitor/edition/read-edition";
import { flushFolder } from "@impactmonitor/edition/write-flushed";
import { decideAlone, refused, stepOf, type Decided, type Decision } from "./decision.ts";
import { openDraft } from "./open-draft.ts";
import { readSteps, writeStep } from "./steering-log.ts";

/** Moves an approved draft to the published editions, in one step: a reader sees it whole or not at all. */
export function publishEdition(decision: Decision): Decided {
  const { places, id } = decision;
  return decideAlone(places, () => {
    const draft = openDraft(places, id);
    if (!draft.ok) return finish(decision) ?? draft;
    const { edition, drafted, approved } = draft;
    const { previous } = edition.manifest;
    // Nobody takes a practice figure for a finding: those need no second pair of eyes.
    if (!approved && places.kind === "published")
      return refused(
        `Edition ${id} is not approved as it lies there now.`,
        `Somebody else than ${drafted.by} approves it: impactmonitor edition approve ${id} --by NAME`,
      );
    const chain = openChain(places.editions, places.kind);
    if (!chain.ok) return refused(chain.faults[0]!.what, chain.faults[0]!.mend);
    const newest = chain.editions.at(-1)?.manifest;
    if (newest?.digest !== previous?.digest)
      return refused(
        `Edition ${id} was drafted on top of ${previous?.id ?? "nothing"}, and ${newest?.id ?? "nothing"} is the newest now.`,
        "Draft it again, and have it approved again.",
      );
    const place = join(places.editions, id);
    mkdirSync(places.editions, { recursive: true });
    renameSync(edition.folder, place);
    flushFolder(places.editions);
    const step = stepOf("published", { ...edition, folder: place }, decision);
    writeStep(places.steering, step);
    return {
      ok: true,
      edition: { ...edition, folder: place },
      steps: [drafted, ...(approved ? [approved] : []), step],
    };
  });
}

/** A process killed between moving and writing it down has published all the same: the next try writes the line. */
function finish(decision: Decision): Decided | undefined {
  const { places, id } = decision;
  const opened = openEdition(join(places.editions, id));
  const log = readSteps(places.steering);
  if (!opened.ok || !log.ok) return undefined;
  const { digest } = opened.edition.manifest;
  const about = log.entries.filter((it) => it.digest === digest);
  if (!about.some((it) => it.act === "approved") || about.some((it) => it.act === "published")) return undefined;
  const step = stepOf("published", opened.edition, decision);
  writeStep(places.steering, step);
  return { ok: true, edition: opened.edition, steps: [...about, step] };
}
