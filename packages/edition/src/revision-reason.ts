import type { Cell } from "@impactmonitor/model/cell";
import type { Observation } from "@impactmonitor/model/observation";

/**
 * Why a figure differs from the edition before, as far as the two editions tell:
 * `status`: the same value, and only its mark changed, such as from provisional to final;
 * `completed`: there was no value, and there is one now; `removed`: the other way round;
 * `republished`: the source published it again later, with another value;
 * `corrected`: the source is the same publication, so the mistake was made here.
 */
export const revisionReasons = ["status", "completed", "removed", "republished", "corrected"] as const;
export type RevisionReason = (typeof revisionReasons)[number];

export function revisionReason({ from, to }: { from: Observation; to: Observation }): RevisionReason {
  const [was, is] = [valueOf(from.cell), valueOf(to.cell)];
  if (was === undefined && is !== undefined) return "completed";
  if (was !== undefined && is === undefined) return "removed";
  if (was === is) return "status";
  const same = from.reading.published === to.reading.published && from.reading.url === to.reading.url;
  return same ? "corrected" : "republished";
}

/** What a reader would quote; undefined for a reason in place of a value. */
function valueOf(cell: Cell): string | undefined {
  if ("value" in cell) return [cell.value, cell.lower, cell.upper, cell.n].join(" ");
  return "range" in cell ? `${cell.range.lower} ${cell.range.upper}` : undefined;
}
