import { readFileSync } from "node:fs";
import { fileInk } from "@impactmonitor/charts/ink";
import { markPractice } from "@impactmonitor/charts/practice-mark";
import { drawSmallLine } from "@impactmonitor/charts/small-line";
import { practiceMark } from "@impactmonitor/views/practice-words";
import { talkSheet, type TalkFigure } from "@impactmonitor/views/talk-sheet";
import { CannotMake, type Make, type Paper } from "../documents/make-document.ts";
import type { Order } from "../documents/order.ts";
import { sheetWords } from "../typeset/sheet-words.ts";
import { typeset, TypesetError, type TypesetFiles } from "../typeset/typst.ts";

const template = readFileSync(new URL("./talk.typ", import.meta.url), "utf8");
/** Figures on a sheet; fewer where the words of so many leave no room to write. */
const most = 4;

/** One sheet of A4 for a talk in a team about an area: "Herkennen wij dit?" */
export const makeTalk: Make = async (paper, order, told) => {
  for (let count = most; count > 1; count--) {
    told((most - count) / most);
    try {
      return oneSheet(paper, order, count);
    } catch (error) {
      if (!isTooMuch(error)) throw error;
    }
  }
  return oneSheet(paper, order, 1);
};

const isTooMuch = (error: unknown): boolean =>
  error instanceof TypesetError && error.diagnostics.some((it) => it.includes("more than one sheet"));

function oneSheet(paper: Paper, { subject, language }: Order, count: number): Uint8Array {
  const { book } = paper;
  const area = subject.kind === "area" ? book.area(subject.area) : undefined;
  const sheet = area && talkSheet(book, area, language, count);
  if (!sheet)
    throw new CannotMake({
      nl: "Over dit gebied zijn geen cijfers om te bespreken.",
      en: "There are no figures on this area to talk about.",
    });
  const files: Record<string, TypesetFiles[string]> = {};
  const figures = sheet.figures.map((it, i) => {
    const { chart, title, text, limit } = it;
    const said = { title, text, limit };
    if (!chart) return { ...said, file: null, alt: "", unit: "" };
    files[`chart-${i}.svg`] = svgOf(it, paper, language);
    const unit = [chart.unit, ...chart.signs].filter(Boolean).join(" · ");
    return { ...said, file: `/chart-${i}.svg`, alt: `${chart.title}. ${chart.alternative}`, unit };
  });
  const words = sheetWords(paper, language, { title: sheet.title, source: sheet.source });
  const { title, lede, ask, room, chosen, reminder } = sheet;
  const data = { paper: words, title, lede, figures, ask, room, chosen, reminder };
  return typeset(template, { ...files, "data.json": data }, { date: book.date });
}

function svgOf({ chart }: TalkFigure, { book }: Paper, language: Order["language"]): string {
  if (!chart) return "";
  const plain = drawSmallLine(chart, fileInk);
  const mark = practiceMark(book, language);
  const { width, height, body } = mark ? markPractice(plain, mark, fileInk) : plain;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Source Sans 3">${body}</svg>`;
}
