import type { Language } from "@impactmonitor/model/text";
import type { Book } from "@impactmonitor/views/book";
import { pastsOf } from "@impactmonitor/views/past";
import type { Paper } from "../../src/documents/make-document.ts";
import type { Choices, Format, Order, Subject } from "../../src/documents/order.ts";

/** What documents of this edition are made from. */
export const paperOf = (book: Book, more: Partial<Paper> = {}): Paper => ({
  book,
  map: () => undefined,
  pasts: (indicator) => pastsOf({ books: [book], corrects: () => false }, indicator),
  contact: "info@example.org",
  ...more,
});

export const orderOf = (
  subject: Subject,
  format: Format = "xlsx",
  language: Language = "nl",
  choices: Choices = {},
): Order => ({ edition: "2026-11", subject, format, language, choices });
