import type { Language } from "@impactmonitor/model/text";
import type { Chart } from "../chart-state.ts";
import type { Distribution } from "../comparison/distribution.ts";
import type { Multiples } from "../comparison/multiples.ts";
import type { Shown } from "../shown.ts";
import type { Part } from "../statement.ts";

/**
 * What stands in a document, as plain data without layout: a book, a sheet, a handout and a report bind the same content. A figure stays a
 * figure in it (`Part`, `TableCell`), so that every number can be held against the view that it came from.
 */
export interface BookContent {
  readonly language: Language;
  readonly edition: { readonly id: string; readonly kind: "published" | "practice"; readonly date: string };
  readonly cover: Cover;
  /** How to read it. */
  readonly guide: Section;
  /** On one page: the sentences that matter. */
  readonly summary: Section;
  /** By theme or, in a comparison, by figure. */
  readonly chapters: readonly Chapter[];
  /** What is not there and why; absent when nothing is. */
  readonly missing?: Section;
  /** How the figures came about, with each source. */
  readonly method: Section;
}

export interface Cover {
  /** Above the title: "Regioboek". */
  readonly kind: string;
  readonly title: string;
  /** Code of the area that a map on the cover shows. */
  readonly area?: string;
  /** What is in it, the edition and its day. */
  readonly lines: readonly string[];
}

/** Running text with lists, tables and pictures between. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly parts: readonly Part[] }
  /** Smaller: what must be known, after what is said. */
  | { readonly kind: "fine"; readonly parts: readonly Part[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Part[])[] }
  /** Set apart: a warning, or what a figure does not say. */
  | { readonly kind: "note"; readonly title: string; readonly items: readonly (readonly Part[])[] }
  | { readonly kind: "terms"; readonly terms: readonly Term[] }
  | { readonly kind: "pictures"; readonly pictures: readonly Picture[] }
  | { readonly kind: "table"; readonly table: Table };

export interface Term {
  readonly term: string;
  readonly parts: readonly Part[];
}

export interface Chapter {
  readonly id: string;
  readonly title: string;
  /** Before the figures. */
  readonly blocks: readonly Block[];
  readonly figures: readonly FigurePart[];
  /** Questions for the talk about it, and whom to show it. */
  readonly talk?: { readonly questions: readonly string[]; readonly show: string };
}

/** Everything about one indicator for one area, or for the areas of a comparison. */
export interface FigurePart {
  readonly indicator: string;
  readonly title: string;
  /** The sentence with the figure. */
  readonly statement: readonly Part[];
  /** What it is compared with, and how sure that is. */
  readonly sentences: readonly (readonly Part[])[];
  /** What figures like this have been misread as. */
  readonly guards: readonly string[];
  readonly doesNotSay: readonly string[];
  /** Working practice that must be known, each with its source. */
  readonly notes: readonly string[];
  readonly pictures: readonly Picture[];
  /** The figure beside that of other areas. */
  readonly compared?: Table;
  readonly definition: readonly Term[];
  /** Source, reading and edition, one line. */
  readonly source: string;
}

export interface Picture {
  readonly chart: Chart | Distribution | Multiples;
  readonly heading: string;
  /** In words, for who can't see it: its main values, or all of them when it has no table. */
  readonly alternative: string;
  /** Under it: what its signs, breaks and dots mean. */
  readonly notes: readonly string[];
  /** The same values; absent when tables are left out, and of a picture whose main values are in the sentences. */
  readonly table?: Table;
}

export interface TableCell {
  readonly text: string;
  readonly figure?: Shown;
}

export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly TableRow[];
  /** What the signs in it mean. */
  readonly signs: readonly string[];
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** The area that it is all about. */
  readonly own: boolean;
}
