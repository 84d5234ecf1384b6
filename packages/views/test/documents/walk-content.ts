import type { Block, BookContent, FigurePart, Picture, Table } from "../../src/documents/book-content.ts";
import type { Shown } from "../../src/shown.ts";
import type { Part } from "../../src/statement.ts";

export interface Written {
  readonly text: string;
  readonly figure: Shown;
}
export interface Walked {
  /** Every figure with the text that stands for it. */
  readonly figures: Written[];
  /** Every piece of text that a reader sees or hears, figures too. */
  readonly texts: string[];
  readonly tables: Table[];
  readonly pictures: Picture[];
}

const empty = (): Walked => ({ figures: [], texts: [], tables: [], pictures: [] });

/** Everything that stands in a document. */
export function walkContent(content: BookContent): Walked {
  const all = empty();
  const { cover, guide, summary, chapters, missing, method } = content;
  all.texts.push(cover.kind, cover.title, ...cover.lines);
  for (const it of [guide, summary, ...(missing ? [missing] : []), method]) {
    all.texts.push(it.title);
    walkBlocks(it.blocks, all);
  }
  for (const it of chapters) {
    all.texts.push(it.title, ...(it.talk ? [...it.talk.questions, it.talk.show] : []));
    walkBlocks(it.blocks, all);
    for (const figure of it.figures) walkFigure(figure, all);
  }
  return all;
}

export function walkFigure(it: FigurePart, all: Walked = empty()): Walked {
  all.texts.push(it.title, ...it.guards, ...it.doesNotSay, ...it.notes, it.source);
  for (const parts of [it.statement, ...it.sentences, ...it.definition.map((term) => term.parts)])
    walkParts(parts, all);
  for (const picture of it.pictures) walkPicture(picture, all);
  if (it.compared) walkTable(it.compared, all);
  return all;
}

function walkBlocks(blocks: readonly Block[], all: Walked): void {
  for (const it of blocks) {
    if (it.kind === "heading") all.texts.push(it.text);
    if (it.kind === "text" || it.kind === "fine") walkParts(it.parts, all);
    if (it.kind === "list" || it.kind === "note") for (const parts of it.items) walkParts(parts, all);
    if (it.kind === "terms") for (const term of it.terms) walkParts([term.term, ...term.parts], all);
    if (it.kind === "table") walkTable(it.table, all);
    if (it.kind === "pictures") for (const picture of it.pictures) walkPicture(picture, all);
  }
}

function walkParts(parts: readonly Part[], all: Walked): void {
  for (const it of parts) {
    all.texts.push(typeof it === "string" ? it : it.text);
    if (typeof it !== "string") all.figures.push(it);
  }
}

function walkPicture(it: Picture, all: Walked): void {
  all.pictures.push(it);
  all.texts.push(it.heading, it.alternative, ...it.notes);
  if (it.table) walkTable(it.table, all);
}

function walkTable(it: Table, all: Walked): void {
  all.tables.push(it);
  all.texts.push(it.caption, ...it.head, ...it.signs);
  for (const { text, figure } of it.rows.flatMap((row) => row.cells)) {
    all.texts.push(text);
    if (figure) all.figures.push({ text, figure });
  }
}
