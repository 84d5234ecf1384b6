import type { Language } from "@impactmonitor/model/text";
import type { BarChart, LineChart } from "../chart-state.ts";
import type { Part } from "../statement.ts";

/** A sentence in which each figure is still a figure. */
export type Sentence = readonly Part[];

/** Sentences that belong together, under a few words. */
export interface Block {
  /** Empty where they need none. */
  readonly heading: string;
  readonly lines: readonly Sentence[];
  /** May be left out where there is no room: the notes say it too. */
  readonly spare?: true;
}

interface Every {
  /** Stays the same from edition to edition, such as `message-reports-received`. */
  readonly id: string;
  /** No two leaves of a meeting have the same. */
  readonly title: Sentence;
  /** For whoever tells it or reads it at home: source, caveat, definition, what to watch for. */
  readonly notes: readonly string[];
  /** For whoever leads the talk only: how to go about it. Not on paper. */
  readonly hints?: readonly string[];
  /** Where its figures come from and of which edition they are. */
  readonly source: string;
}

/** The first one. */
export interface TitleLeaf extends Every {
  readonly kind: "title";
  readonly about: string;
  readonly lines: readonly string[];
}

/** Begins a theme: what it is about and what follows. */
export interface ThemeLeaf extends Every {
  readonly kind: "theme";
  readonly about: string;
  readonly blocks: readonly Block[];
}

/** One figure that says one thing, with what belongs beside it. The title is the message. */
export interface MessageLeaf extends Every {
  readonly kind: "message";
  readonly theme: string;
  readonly picture?: Picture;
  /** What can be taken in while somebody talks. */
  readonly blocks: readonly Block[];
  /** The same at length, for paper. */
  readonly full: readonly Block[];
  /** What it asks of those at the table. */
  readonly question: string;
}

/** A chart with what must be known to read it. */
export interface Picture {
  readonly chart: LineChart | BarChart;
  /** Whose figures they are, beside those of the country. */
  readonly own: string;
  /** For whoever can't see it: every value in words. */
  readonly alternative: string;
  /** Signs that all its values have: said in the notes instead of at each value. */
  readonly everywhere: string;
  readonly notes: readonly string[];
}

/** Sentences in one, two or three columns. */
export interface WordsLeaf extends Every {
  readonly kind: "words";
  readonly lead: string;
  readonly blocks: readonly Block[];
  /** Room to write under each block. */
  readonly writing: boolean;
}

/** Rows under a head. */
export interface Rows {
  readonly head: readonly string[];
  /** Of each column, as parts of one. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Sentence[])[];
}

export interface TableLeaf extends Every, Rows {
  readonly kind: "table";
  readonly lead: string;
  /** The same at length, for paper; absent where there is no more to say. */
  readonly full?: Rows;
  /** Rows to write in. */
  readonly empty: number;
  readonly foot: readonly string[];
}

export type Leaf = TitleLeaf | ThemeLeaf | MessageLeaf | WordsLeaf | TableLeaf;

/** What is shown and told at a meeting with partners, before anybody decides how it looks. */
export interface Meeting {
  readonly language: Language;
  /** "Drenthe", or "Drenthe vergeleken met Groningen". */
  readonly about: string;
  readonly title: string;
  /** "Impactmonitor, editie 2026-11, 22 november 2026": on every page. */
  readonly edition: string;
  /** Of the edition, ISO. */
  readonly day: string;
  /** Over everything that is made up. */
  readonly practice?: string;
  /** That the edition was withdrawn, and why. */
  readonly withdrawn?: string;
  readonly leaves: readonly Leaf[];
}
