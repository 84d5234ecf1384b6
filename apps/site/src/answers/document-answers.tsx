import type { Text } from "@impactmonitor/model/text";
import { homePath } from "../paths.ts";
import { DocumentBusyPage, DocumentMissingPage, DocumentWaitingPage } from "../pages/document-pages.tsx";
import { pageWords } from "../pages/document-words.ts";
import type { Ordered } from "../document-query.ts";
import { page, type Answer } from "./answer.tsx";

/** How far a document is that isn't ready yet; times in milliseconds. */
export interface Progress {
  /** Place in the row; 0 when it is being made. */
  readonly place: number;
  readonly done: number;
  readonly after: number;
}

/** A document that is being made or waits for its turn. */
export function documentWaiting(it: Ordered, progress: Progress): Answer {
  const { asked } = it;
  const title = pageWords.waiting[asked.language];
  return page(
    asked,
    { title, status: 202, needs: ["guide"], address: homePath, closed: true },
    <DocumentWaitingPage desk={asked.mark.desk(asked.language)} it={it} progress={progress} />,
  );
}

/** More documents are asked for than can wait. */
export function documentBusy(it: Ordered, after: number): Answer {
  const { asked } = it;
  const title = pageWords.busy[asked.language];
  return page(
    asked,
    { title, status: 503, needs: ["guide"], address: homePath, closed: true },
    <DocumentBusyPage desk={asked.mark.desk(asked.language)} it={it} after={after} />,
  );
}

/** A document of what isn't there, such as of an area without figures. */
export function documentMissing(it: Ordered, why: Text): Answer {
  const { asked } = it;
  const title = pageWords.missing[asked.language];
  return page(
    asked,
    { title, status: 404, needs: ["guide"], address: homePath, closed: true },
    <DocumentMissingPage desk={asked.mark.desk(asked.language)} it={it} why={why} />,
  );
}
