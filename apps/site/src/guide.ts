import type { Book } from "@impactmonitor/views/book";

/** Whether an edition has the guide; one that was sealed before it was written has not. */
export const hasGuide = (book: Pick<Book, "catalogue">): boolean =>
  book.catalogue.pages.some((it) => it.id === "guide");
