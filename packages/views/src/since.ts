import { observationKey, type Observation } from "@impactmonitor/model/observation";
import type { Book } from "./book.ts";

/**
 * Since which edition the monitor shows a figure as it is now: the first of the editions in a row that have it
 * with this value and from this publication.
 * @param books the editions up to and including the one that shows it, oldest first
 * @returns the edition's id; undefined when the last of them does not have the figure
 */
export function shownSince(books: readonly Book[], it: Observation): string | undefined {
  const key = observationKey(it);
  const has = (book: Book): boolean =>
    book
      .observationsOf(it.indicator, it.area)
      .some((row) => observationKey(row) === key && asPublished(row) === asPublished(it));
  let since: string | undefined;
  for (const book of [...books].reverse()) {
    if (!has(book)) break;
    since = book.id;
  }
  return since;
}

const asPublished = (it: Observation): string => JSON.stringify([it.cell, it.reading]);
