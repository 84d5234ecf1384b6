import type { Area } from "@impactmonitor/model/area";
import type { Language, Text } from "@impactmonitor/model/text";
import type { Book } from "../book.ts";
import type { Within } from "../within.ts";

/** What a document is made of: an edition, in a language, with what its reader chose to have in it. */
export interface Asked {
  readonly book: Book;
  readonly language: Language;
  /** Why the edition was withdrawn, where it was. */
  readonly withdrawn?: Text;
  /** Ids of themes; all of them when absent. */
  readonly themes?: readonly string[];
  /** Areas to set beside it. */
  readonly beside: readonly Area[];
  /** Of tables and series. */
  readonly within: Within;
  /** False leaves the tables out; figures and sentences stay. */
  readonly tables: boolean;
}

/** Editors may leave out the last full stop. */
export const sentence = (text: string): string => text.replace(/[^.!?…]$/, "$&.");
