import type { Changes } from "@impactmonitor/model/edition";
import type { InsertBlock } from "@impactmonitor/model/report-insert";
import type { Language, Text } from "@impactmonitor/model/text";
import type { FigurePart, Section, Term } from "../documents/book-content.ts";

/**
 * A yearly report as plain data without layout: the page and the PDF hold the same. What editors wrote stands apart from what the figures say,
 * so that nobody takes the one for the other.
 */
export interface ReportContent {
  readonly language: Language;
  readonly year: number;
  readonly edition: { readonly id: string; readonly kind: "published" | "practice"; readonly date: string };
  readonly title: string;
  /** What it is, and from which edition. */
  readonly lines: readonly string[];
  readonly introduction: ReportSection;
  readonly startingPoints: ReportSection;
  readonly themes: readonly ReportTheme[];
  readonly sources: ReportSection;
  readonly news: ReportSection;
  readonly missing: ReportSection;
  readonly conclusion: ReportSection;
}

/** Running text, after what editors wrote at that place. */
export interface ReportSection extends Section {
  readonly written?: readonly InsertBlock[];
}

export interface ReportTheme {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly written?: readonly InsertBlock[];
  /** How many of its figures are about the year itself. */
  readonly newest: string;
  readonly results: readonly ReportResult[];
  /** Subjects without a national figure up to this year, each with why. */
  readonly without: readonly Term[];
}

/** One figure with its sentences, the period it is about, and what it does not say. */
export interface ReportResult extends FigurePart {
  readonly period: string;
  /** Whether the period lies in the year of the report, in whole or in part. */
  readonly own: boolean;
  /** What its signs mean. */
  readonly signs: readonly string[];
}

/** What is known of editions beside the one that the report is made from. */
export interface ReportHistory {
  /** Up to and with this edition, oldest first. */
  readonly editions: readonly {
    readonly id: string;
    readonly date: string;
    readonly corrects?: string;
    readonly notice?: Text;
    readonly withdrawn?: Text;
  }[];
  /** Since the edition before this one. */
  readonly changes: Changes;
}
