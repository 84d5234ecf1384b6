import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { claimFolder } from "@impactmonitor/edition/claim-folder";
import { openChain } from "@impactmonitor/edition/open-chain";
import { openEdition, type Edition } from "@impactmonitor/edition/read-edition";
import { flushFolder } from "@impactmonitor/edition/write-flushed";
import type { Places } from "./places.ts";
import { readSteps, samePerson, writeStep, type Step } from "./steering-log.ts";

export interface Decision {
  readonly places: Places;
  readonly id: string;
  readonly by: string;
  readonly when: Date;
}
export type Decided =
  | { readonly ok: true; readonly edition: Edition; readonly steps: readonly Step[] }
  | { readonly ok: false; readonly what: string; readonly mend: string };

/**
 * Writes down that somebody else than who drafted it has looked at a draft and found it good. Holds for exactly the content that
 * lies there now.
 */
export function approveEdition({ places, id, by, when }: Decision): Decided {
  return alone(places, () => {
    const draft = openDraft(places, id);
    if (!draft.ok) return draft;
    const { edition, drafted } = draft;
    if (samePerson(drafted.by, by))
      return no(
        `${drafted.by} drafted edition ${id}, and who drafts does not approve.`,
        "Ask somebody else to look at it and approve it.",
      );
    const step = stepOf("approved", edition, { places, id, by, when });
    writeStep(places.steering, step);
    return { ok: true, edition, steps: [drafted, step] };
  });
}

/** Moves an approved draft to the published editions, in one step: a reader sees it whole or not at all. */
export function publishEdition(decision: Decision): Decided {
  const { places, id } = decision;
  return alone(places, () => {
    const draft = openDraft(places, id);
    if (!draft.ok) return finish(decision) ?? draft;
    const { edition, drafted, approved } = draft;
    const { previous } = edition.manifest;
    // Nobody takes a practice figure for a finding: those need no second pair of eyes.
    if (!approved && places.kind === "published")
      return no(
        `Edition ${id} is not approved as it lies there now.`,
        `Somebody else than ${drafted.by} approves it: impactmonitor edition approve ${id} --by NAME`,
      );
    const chain = openChain(places.editions, places.kind);
    if (!chain.ok) return no(chain.faults[0]!.what, chain.faults[0]!.mend);
    const newest = chain.editions.at(-1)?.manifest;
    if (newest?.digest !== previous?.digest)
      return no(
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

/** Throws a draft away; the log keeps that it was there. */
export function discardDraft(decision: Decision): Decided {
  const { places, id } = decision;
  return alone(places, () => {
    const draft = openDraft(places, id);
    if (!draft.ok) return draft;
    const step = stepOf("discarded", draft.edition, decision);
    writeStep(places.steering, step);
    rmSync(draft.edition.folder, { recursive: true, force: true });
    return { ok: true, edition: draft.edition, steps: [draft.drafted, step] };
  });
}

export const stepOf = (act: Step["act"], { manifest }: Edition, { places, id, by, when }: Decision): Step => ({
  act,
  edition: id,
  kind: places.kind,
  digest: manifest.digest,
  by,
  when: when.toISOString(),
});

type Draft =
  | { readonly ok: true; readonly edition: Edition; readonly drafted: Step; readonly approved?: Step }
  | { readonly ok: false; readonly what: string; readonly mend: string };

/** A draft that is whole, with who made it and who approved of what lies there. */
function openDraft(places: Places, id: string): Draft {
  const folder = join(places.drafts, id);
  if (!existsSync(folder)) {
    const there = existsSync(places.drafts) ? readdirSync(places.drafts).filter((it) => !it.startsWith(".")) : [];
    return no(`There is no draft ${id}.`, there.length > 0 ? `There are: ${there.join(", ")}.` : "Draft it first.");
  }
  const opened = openEdition(folder);
  if (!opened.ok) return opened;
  const log = readSteps(places.steering);
  if (!log.ok) return log;
  const about = log.entries.filter((it) => it.edition === id && it.digest === opened.edition.manifest.digest);
  const drafted = about.findLast((it) => it.act === "drafted");
  if (!drafted)
    return no(`${folder} was not made by “edition draft”: the log doesn't know it.`, "Draft the edition anew.");
  // Of the same content drafted twice by two people neither approves: each made it.
  const makers = about.filter((it) => it.act === "drafted");
  const approved = about.findLast((it) => it.act === "approved" && !makers.some((one) => samePerson(one.by, it.by)));
  return { ok: true, edition: opened.edition, drafted, ...(approved ? { approved } : {}) };
}

function alone(places: Places, act: () => Decided): Decided {
  const claimed = claimFolder(places.drafts);
  if (!claimed.ok) return claimed;
  try {
    return act();
  } finally {
    claimed.release();
  }
}

const no = (what: string, mend: string) => ({ ok: false, what, mend }) as const;
