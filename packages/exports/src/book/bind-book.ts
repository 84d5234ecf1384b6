import { readFileSync } from "node:fs";
import type { BookContent, FigurePart } from "@impactmonitor/views/documents/book-content";
import { figureWords } from "@impactmonitor/views/figure-words";
import { practiceMark } from "@impactmonitor/views/practice-words";
import type { Paper } from "../documents/make-document.ts";
import { sheetWords } from "../typeset/sheet-words.ts";
import { typeset } from "../typeset/typst.ts";
import { Binder } from "./bound.ts";
import { locatorSvg } from "./chart-svg.ts";

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
const parts = read("./parts.typ");
const book = read("./book.typ");
const single = read("./single.typ");

const words = {
  contents: { nl: "Inhoud", en: "Contents" },
  doesNotSay: figureWords.doesNotSay,
  definition: { nl: "Wat dit cijfer is", en: "What this figure is" },
  notes: { nl: "Werkwijze die u moet kennen", en: "Working practice that you should know" },
  talk: { nl: "Vragen voor het gesprek", en: "Questions for the talk" },
  about: {
    nl: "Monitor van de aanpak van huiselijk geweld en kindermishandeling",
    en: "Monitor of the approach to domestic violence and child abuse",
  },
} as const;

const wordsIn = (language: BookContent["language"]): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([key, it]) => [key, it[language]]));

/** A book as a PDF: cover, contents, guide, summary, chapters, what is missing and how it came about. */
export function bindBook(paper: Paper, content: BookContent): Uint8Array {
  const { language, cover } = content;
  const binder = new Binder(language, practiceMark(paper.book, language));
  const shapes = cover.area === undefined ? undefined : shapesOf(paper, cover.area);
  const data = {
    paper: sheetWords(paper, language, { title: `${cover.kind} ${cover.title}` }),
    words: wordsIn(language),
    cover: {
      kind: cover.kind,
      title: cover.title,
      lines: cover.lines,
      map: shapes && cover.area ? [binder.file(locatorSvg(shapes, cover.area))] : [],
      attribution: shapes?.attribution[language] ?? "",
    },
    guide: binder.section(content.guide),
    summary: binder.section(content.summary),
    chapters: content.chapters.map(binder.chapter),
    missing: content.missing ? [binder.section(content.missing)] : [],
    method: binder.section(content.method),
  };
  return typeset(book, { "parts.typ": parts, "data.json": data, ...binder.files }, { date: content.edition.date });
}

/** One figure as a PDF of a single page. */
export function bindSingle(
  paper: Paper,
  content: Pick<BookContent, "language" | "edition">,
  area: string,
  figure: FigurePart,
): Uint8Array {
  const { language } = content;
  const binder = new Binder(language, practiceMark(paper.book, language));
  const data = {
    paper: sheetWords(paper, language, { title: `${figure.title}, ${area}`, source: figure.source }),
    words: wordsIn(language),
    area,
    figure: binder.figure(figure),
  };
  return typeset(single, { "parts.typ": parts, "data.json": data, ...binder.files }, { date: content.edition.date });
}

/** The map on which an area stands, of its own time where that is over; undefined where no map has it. */
function shapesOf(paper: Paper, area: string) {
  const found = paper.book.area(area);
  const region = found?.validTo ? "regions-2022" : "regions";
  const shapes = paper.map(
    found?.level === "province" ? "provinces" : found?.level === "municipality" ? "municipalities" : region,
  );
  return shapes?.shapes.some((it) => it.code === area) ? shapes : undefined;
}
