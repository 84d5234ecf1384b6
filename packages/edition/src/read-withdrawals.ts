import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { editionIdPattern, withdrawalSchema, type Withdrawal } from "@impactmonitor/model/edition";

export interface Withdrawals {
  /** By the id of the edition. */
  readonly byId: ReadonlyMap<string, Withdrawal>;
  /** Files that can't be read as they should; their editions count as withdrawn all the same. */
  readonly faults: readonly { readonly what: string; readonly mend: string }[];
}

/** Stands for a reason that can't be read: better no word than a figure that was taken back. */
const unread: Withdrawal["reason"] = {
  nl: "De reden is op dit moment niet te lezen.",
  en: "The reason can’t be read at the moment.",
};

/**
 * Reads which editions were withdrawn: one file `<id>.json` for each, in `steering/withdrawn` of the data folder.
 * A damaged file withdraws the edition that it is named after, since its being there is the decision.
 */
export function readWithdrawals(folder: string): Withdrawals {
  const byId = new Map<string, Withdrawal>();
  const faults: { what: string; mend: string }[] = [];
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    if (!name.endsWith(".json") || name.startsWith(".")) continue;
    const path = join(folder, name);
    const id = name.slice(0, -".json".length);
    const said = withdrawalSchema.safeParse(parsed(readFileSync(path, "utf8")));
    if (said.success && said.data.id === id) {
      byId.set(id, said.data);
      continue;
    }
    if (!editionIdPattern.test(id)) {
      faults.push({ what: `${path} names no edition.`, mend: "Name it after the withdrawn edition, as 2026-11.json." });
      continue;
    }
    byId.set(id, { id, when: statSync(path).mtime.toISOString(), reason: unread, byRole: "unknown" });
    const mend = `Edition ${id} counts as withdrawn. Write the file anew: id, when, reason (nl, en), byRole.`;
    faults.push({ what: `${path} can't be read${said.success ? `: it names ${said.data.id}` : ""}.`, mend });
  }
  return { byId, faults };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
