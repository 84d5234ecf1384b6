import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { openEdition, type Edition } from "@impactmonitor/edition/read-edition";
import { refused } from "./decision.ts";
import type { Places } from "./places.ts";
import { readSteps, samePerson, type Step } from "./steering-log.ts";

export type Draft =
  | { readonly ok: true; readonly edition: Edition; readonly drafted: Step; readonly approved?: Step }
  | { readonly ok: false; readonly what: string; readonly mend: string };

/** A draft that is whole, with who made it and who approved of what lies there. */
export function openDraft(places: Places, id: string): Draft {
  const folder = join(places.drafts, id);
  if (!existsSync(folder)) {
    const there = existsSync(places.drafts) ? readdirSync(places.drafts).filter((it) => !it.startsWith(".")) : [];
    return refused(
      `There is no draft ${id}.`,
      there.length > 0 ? `There are: ${there.join(", ")}.` : "Draft it first.",
    );
  }
  const opened = openEdition(folder);
  if (!opened.ok) return opened;
  const log = readSteps(places.steering);
  if (!log.ok) return log;
  const about = log.entries.filter((it) => it.edition === id && it.digest === opened.edition.manifest.digest);
  const drafted = about.findLast((it) => it.act === "drafted");
  if (!drafted)
    return refused(`${folder} was not made by “edition draft”: the log doesn't know it.`, "Draft the edition anew.");
  // Of the same content drafted twice by two people neither approves: each made it.
  const makers = about.filter((it) => it.act === "drafted");
  const approved = about.findLast((it) => it.act === "approved" && !makers.some((one) => samePerson(one.by, it.by)));
  return { ok: true, edition: opened.edition, drafted, ...(approved ? { approved } : {}) };
}
