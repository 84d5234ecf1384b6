import { renameSync } from "node:fs";
import { join } from "node:path";
import { openEdition } from "@impactmonitor/edition/read-edition";
import { flushFolder, writeFlushed } from "@impactmonitor/edition/write-flushed";
import type { Withdrawal } from "@impactmonitor/model/edition";
import type { Text } from "@impactmonitor/model/text";
import { decideAlone, refused, stepOf, type Decided, type Decision } from "./decision.ts";
import { readSteps, writeStep } from "./steering-log.ts";

/**
 * Takes back a published edition. Its folder stays as it is and its permanent link keeps working; a note beside it makes every page of it
 * say that it was withdrawn and why, and makes an earlier edition the newest.
 */
export function withdrawEdition(decision: Decision & { readonly reason: Text; readonly byRole: string }): Decided {
  const { places, id, reason, byRole, when } = decision;
  return decideAlone(places, () => {
    const opened = openEdition(join(places.editions, id));
    if (!opened.ok) return opened;
    const log = readSteps(places.steering);
    if (!log.ok) return log;
    const { digest } = opened.edition.manifest;
    if (log.entries.some((it) => it.act === "withdrawn" && it.digest === digest))
      return refused(`Edition ${id} is withdrawn already.`, "Nothing needs to be done.");
    const folder = join(places.steering, "withdrawn");
    const note: Withdrawal = { id, when: when.toISOString().slice(0, 10), reason, byRole };
    const partial = join(folder, `.${id}.${process.pid}.partial`);
    writeFlushed(partial, Buffer.from(`${JSON.stringify(note, null, 1)}\n`));
    renameSync(partial, join(folder, `${id}.json`));
    flushFolder(folder);
    const step = { ...stepOf("withdrawn", opened.edition, decision), reason };
    writeStep(places.steering, step);
    return { ok: true, edition: opened.edition, steps: [step] };
  });
}
