import type { ReportHistory } from "@impactmonitor/views/report/report-content";
import type { Library, Shelfmark } from "./library.ts";

/** The editions up to and with this one, and what this one changed. */
export function historyOf({ manifests, standing }: Library, { edition, book }: Shelfmark): ReportHistory {
  const upTo = manifests.slice(0, manifests.findIndex((it) => it.id === book.id) + 1);
  return {
    editions: upTo.map(({ id, date, corrects, notice }) => {
      const withdrawn = standing(id).withdrawn?.reason;
      return {
        id,
        date,
        ...(corrects === undefined ? {} : { corrects }),
        ...(notice ? { notice } : {}),
        ...(withdrawn ? { withdrawn } : {}),
      };
    }),
    get changes() {
      return edition.changes;
    },
  };
}
