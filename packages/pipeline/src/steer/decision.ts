import { claimFolder } from "@impactmonitor/edition/claim-folder";
import type { Edition } from "@impactmonitor/edition/read-edition";
import type { Places } from "./places.ts";
import type { Step } from "./steering-log.ts";

/** What a steward decides about a draft: who, when, which. */
export interface Decision {
  readonly places: Places;
  readonly id: string;
  readonly by: string;
  readonly when: Date;
}
export type Decided =
  | { readonly ok: true; readonly edition: Edition; readonly steps: readonly Step[] }
  | { readonly ok: false; readonly what: string; readonly mend: string };

/** The line of the log for a decision about an edition. */
export const stepOf = (act: Step["act"], { manifest }: Edition, { places, id, by, when }: Decision): Step => ({
  act,
  edition: id,
  kind: places.kind,
  digest: manifest.digest,
  by,
  when: when.toISOString(),
});

/** Acts while nobody else does: two decisions at once would each know half. */
export function decideAlone(places: Places, act: () => Decided): Decided {
  const claimed = claimFolder(places.drafts);
  if (!claimed.ok) return claimed;
  try {
    return act();
  } finally {
    claimed.release();
  }
}

/** Nothing was decided: why, and what to do. */
export const refused = (what: string, mend: string) => ({ ok: false, what, mend }) as const;
