import type { Language } from "@impactmonitor/model/text";
import type { CompareForm } from "@impactmonitor/views/comparison/compare-choice";

/** What a document is about; plain data, so that it can be sent to the process that makes documents. */
export type Subject =
  /** One region, municipality, province or the country. */
  | { readonly kind: "area"; readonly area: string }
  /** One indicator: for an area, or (without one) everything there is of it. */
  | { readonly kind: "indicator"; readonly indicator: string; readonly area?: string }
  /** Areas side by side, as on the page of comparisons; the own area first. */
  | {
      readonly kind: "comparison";
      readonly areas: readonly string[];
      /** Indicator with, where one category was chosen, its breakdown as dimension to category. */
      readonly indicators: readonly {
        readonly indicator: string;
        readonly breakdown?: Readonly<Record<string, string>>;
      }[];
      readonly form: CompareForm;
      readonly period?: string;
    }
  /** All of an edition. */
  | { readonly kind: "edition" }
  /** The yearly report over a calendar year, from this edition. */
  | { readonly kind: "report"; readonly year: number };

/**
 * How it is bound. `pdf`: a book, or of one indicator a single sheet. `talk`: a PDF of one page for the conversation in a team.
 * `csv-machine`: comma, decimal point, codes; `csv-excel`: as Excel with Dutch settings opens it. `zip`: everything of an edition in one file.
 */
export type Format = "pdf" | "talk" | "pptx" | "docx" | "xlsx" | "csv-excel" | "csv-machine" | "parquet" | "zip";

/** What a reader chose to have in it; everything that is left out has its usual value. */
export interface Choices {
  /** Ids of themes; all of them when absent. */
  readonly themes?: readonly string[];
  /** Codes of areas to set beside it, at most four. */
  readonly beside?: readonly string[];
  /** First and last period, as in `2021H1` or `2023`, of tables and series. */
  readonly from?: string;
  readonly until?: string;
  /** False leaves the tables out; figures and sentences stay. */
  readonly tables?: boolean;
}

/** One document that somebody asked for. */
export interface Order {
  readonly edition: string;
  readonly subject: Subject;
  readonly format: Format;
  readonly language: Language;
  readonly choices: Choices;
}
