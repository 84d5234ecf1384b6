import type { Language } from "./text.ts";

/** Where in a yearly report an editor may write; beside these, at each theme as `theme-<id>`. */
export const reportPlaces = ["introduction", "starting-points", "sources", "news", "missing", "conclusion"] as const;
export type ReportPlace = (typeof reportPlaces)[number];

export const themePlace = (theme: string): string => `theme-${theme}`;

/** A piece of running text; what it holds is text and never markup. */
export interface InsertSpan {
  readonly text: string;
  readonly strong?: true;
  /** An address on the web, or a page of the monitor that begins with a slash. */
  readonly href?: string;
}

export type InsertBlock =
  | { readonly kind: "heading"; readonly spans: readonly InsertSpan[] }
  | { readonly kind: "text"; readonly spans: readonly InsertSpan[] }
  | { readonly kind: "list"; readonly items: readonly (readonly InsertSpan[])[] };

/** What an editor wrote for one place of the report on one year, as it was read from Markdown. */
export interface ReportInsert {
  /** `2025-introduction`. */
  readonly id: string;
  readonly year: number;
  readonly place: string;
  readonly body: Readonly<Record<Language, readonly InsertBlock[]>>;
}
