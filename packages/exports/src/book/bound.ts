import type { PracticeWords } from "@impactmonitor/charts/practice-mark";
import type { Language } from "@impactmonitor/model/text";
import type {
  Block,
  Chapter,
  FigurePart,
  Picture,
  Section,
  Table,
  Term,
} from "@impactmonitor/views/documents/book-content";
import { practiceWords } from "@impactmonitor/views/practice-words";
import type { Part } from "@impactmonitor/views/statement";
import { pictureSvg } from "./chart-svg.ts";

/** Text in pieces, of which those that are figures stand out. */
type Words = readonly { readonly text: string; readonly figure: boolean }[];

export const wordsOf = (parts: readonly Part[]): Words =>
  parts.map((it) => (typeof it === "string" ? { text: it, figure: false } : { text: it.text, figure: true }));

/** A cell with more words than this takes more lines, not more width. */
const widest = 34;

/** How wide the columns of a table are beside each other: as their longest word asks, and up to a line as their text does. */
function widthsOf({ head, rows }: Table): readonly number[] {
  const word = (text: string): number => Math.max(...text.split(/[ -]/).map((it) => it.length));
  return head.map((title, column) => {
    const cells = rows.map((row) => row.cells[column]?.text ?? "");
    const longest = Math.max(...cells.map((it) => it.length), 0);
    return Math.max(Math.min(longest, widest), word(title) * 1.1, ...cells.map((it) => word(it) * 1.1), 4) + 2;
  });
}

/** Turns content into what a template reads: plain words, and pictures as files by name. */
export class Binder {
  readonly files: Record<string, string> = {};
  readonly #language: Language;
  readonly #practice: PracticeWords | undefined;

  constructor(language: Language, practice: PracticeWords | undefined) {
    this.#language = language;
    this.#practice = practice;
  }

  /** @returns the name under which a template finds it */
  file(svg: string): string {
    const name = `picture-${Object.keys(this.files).length + 1}.svg`;
    this.files[name] = svg;
    return `/${name}`;
  }

  picture = (it: Picture) => ({
    file: this.file(pictureSvg(it, this.#language, this.#practice)),
    title: it.heading,
    unit: it.chart.unit,
    kind: it.chart.kind,
    alt: [...(this.#practice ? [practiceWords.short[this.#language]] : []), it.heading, it.alternative].join(". "),
    notes: it.notes,
    ...(it.table ? { table: this.table(it.table) } : {}),
  });

  table = (it: Table) => ({
    caption: it.caption,
    head: it.head,
    rows: it.rows.map((row) => row.cells.map((cell) => cell.text)),
    own: it.rows.flatMap((row, i) => (row.own ? [i] : [])),
    signs: it.signs.join(" · "),
    widths: widthsOf(it),
    // Numbers stand under each other at their end, words at their beginning.
    numbers: it.head.map((_, column) => it.rows.some((row) => row.cells[column]?.figure !== undefined)),
  });

  term = (it: Term) => ({ term: it.term, words: wordsOf(it.parts) });

  block = (it: Block) => {
    switch (it.kind) {
      case "heading":
        return it;
      case "text":
      case "fine":
        return { kind: it.kind, words: wordsOf(it.parts) };
      case "list":
        return { kind: it.kind, items: it.items.map(wordsOf) };
      case "note":
        return { kind: it.kind, title: it.title, items: it.items.map(wordsOf) };
      case "terms":
        return { kind: it.kind, terms: it.terms.map(this.term) };
      case "pictures":
        return { kind: it.kind, pictures: it.pictures.map(this.picture) };
      case "table":
        return { kind: it.kind, table: this.table(it.table) };
    }
  };

  section = (it: Section) => ({ id: it.id, title: it.title, blocks: it.blocks.map(this.block) });

  figure = (it: FigurePart) => ({
    title: it.title,
    statement: wordsOf(it.statement),
    sentences: it.sentences.flatMap((parts, i) => [
      ...(i > 0 ? [{ text: " ", figure: false }] : []),
      ...wordsOf(parts),
    ]),
    guards: it.guards,
    doesNotSay: it.doesNotSay,
    notes: it.notes,
    pictures: it.pictures.map(this.picture),
    compared: it.compared ? [this.table(it.compared)] : [],
    definition: it.definition.map(this.term),
    source: it.source,
  });

  chapter = (it: Chapter) => ({
    title: it.title,
    blocks: it.blocks.map(this.block),
    figures: it.figures.map(this.figure),
    talk: it.talk ? [it.talk] : [],
  });
}
