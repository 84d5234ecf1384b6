import { join } from "node:path";
import type { Manifest } from "@impactmonitor/model/edition";

/** Where editions of a kind stand, under the data folder. Practice has places of its own, so that nothing can mix. */
export interface Places {
  readonly kind: Manifest["kind"];
  /** Published: what the site serves. */
  readonly editions: string;
  /** Made and sealed, waiting for approval; never served. */
  readonly drafts: string;
  /** Records that were received for them. */
  readonly deliveries: string;
  /** The log of who did what, and the notes on withdrawn editions. */
  readonly steering: string;
}

export function placesOf(data: string, kind: Manifest["kind"]): Places {
  const base = kind === "practice" ? join(data, "practice") : data;
  return {
    kind,
    editions: join(base, "editions"),
    drafts: join(base, "drafts"),
    deliveries: join(base, "deliveries"),
    steering: join(base, "steering"),
  };
}
