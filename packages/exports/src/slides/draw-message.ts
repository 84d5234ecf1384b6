import type { MessageLeaf, Picture } from "@impactmonitor/views/meeting/leaf";
import { addFoot, addSlide, addWords, type Deck } from "./deck.ts";
import type { Slide } from "./presentation.ts";
import { addBlocks } from "./draw-blocks.ts";
import { cutTo, fitted, heightOf, sizeFor } from "./fit.ts";
import { colours, inner, page, typeface, type Box } from "./looks.ts";
import { plotted } from "./plotted.ts";
import { clean } from "./xml-text.ts";

const questionHeight = 0.72;
const columns = { picture: 7.0, gap: 0.45 } as const;
const words = {
  ask: { nl: "Vraag aan ons", en: "A question for us" },
  more: { nl: "vervolg", en: "continued" },
} as const;

/** A figure that says one thing: its sentence, its chart, what belongs beside it, and the question that it raises. */
export function drawMessage(deck: Deck, leaf: MessageLeaf): void {
  const { language } = deck.meeting;
  const { slide, top } = addSlide(deck, leaf, { layout: "CONTENT", over: leaf.theme });
  const bottom = page.foot - 0.18 - (leaf.question === "" ? 0 : questionHeight + 0.16);
  const left = page.side + columns.picture + columns.gap;
  const box = { x: left, y: top, w: page.width - page.side - left, h: bottom - top };
  const shown = { x: page.side, y: top, w: columns.picture, h: bottom - top };
  if (leaf.picture) addPicture(deck, slide, leaf.picture, shown);
  else addFigure(slide, leaf, shown);
  const sizes = [16, 15, 14, 13, 12, 11];
  const [first, ...others] = withoutSpare(leaf, sizes, box);
  addBlocks(slide, first.blocks, box, { size: first.size, bullets: false, name: "beside" });
  if (leaf.question !== "") addQuestion(slide, words.ask[language], leaf.question, bottom + 0.16);
  addFoot(slide, leaf.source, "CONTENT");
  for (const [i, more] of others.entries()) {
    const part = `${words.more[language]}${i > 0 ? ` ${i + 1}` : ""}`;
    const next = addSlide(deck, { ...leaf, notes: [], hints: [] }, { layout: "CONTENT", over: leaf.theme, part });
    const room = { x: page.side, y: next.top, w: inner, h: page.foot - 0.2 - next.top };
    addBlocks(next.slide, more.blocks, room, { size: more.size, bullets: false, name: "beside" });
    addFoot(next.slide, leaf.source, "CONTENT");
  }
}

/** Letters smaller than this are hard to read at the back: then what can be spared goes. */
const readable = 13;

function withoutSpare({ blocks }: MessageLeaf, sizes: readonly number[], box: Box) {
  const all = fitted(blocks, sizes, box, false);
  if (all.length === 1 && all[0].size >= readable) return all;
  return fitted(
    blocks.filter((it) => !it.spare),
    sizes,
    box,
    false,
  );
}

function addPicture(deck: Deck, slide: Slide, picture: Picture, box: Box): void {
  const notes = picture.notes.join(" ");
  const size = sizeFor(notes, [10, 9], box.w, 0.75);
  const shown = cutTo(notes, { size }, box.w, 5);
  const under = notes === "" ? 0 : heightOf(shown, { size }, box.w) + 0.1;
  const it = plotted(picture, deck.meeting.language);
  deck.charts.push(it);
  const practice = deck.meeting.practice ? `${deck.meeting.practice}. ` : "";
  // Stands in for the chart that is written into the file afterwards.
  slide.addChart("bar", [{ name: "", labels: [""], values: [0] }], {
    x: box.x,
    y: box.y,
    w: box.w,
    h: box.h - under,
    altText: clean(practice + picture.alternative),
    objectName: "chart",
  });
  addWords(slide, shown, {
    x: box.x,
    y: box.y + box.h - under + 0.08,
    w: box.w,
    h: Math.max(under - 0.08, 0),
    size,
    colour: colours.quiet,
    name: "chart notes",
  });
}

/** A figure without a series or anything beside it: the number itself, large. */
function addFigure(slide: Slide, leaf: MessageLeaf, box: Box): void {
  const text = leaf.title.flatMap((it) => (typeof it === "string" ? [] : [it.text])).join(" ");
  const size = sizeFor(text, [110, 96, 80, 64, 54, 44, 36, 28], box.w - 0.6, Math.min(box.h, 1.9), true);
  slide.addShape("rect", { ...box, fill: { color: colours.pale }, objectName: "figure ground" });
  addWords(slide, text, {
    ...box,
    size,
    bold: true,
    colour: colours.blue,
    align: "center",
    valign: "middle",
    name: "figure",
  });
}

function addQuestion(slide: Slide, ask: string, question: string, y: number): void {
  const pad = 0.2;
  const label = 1.75;
  const w = inner - 2 * pad - label;
  const size = sizeFor(question, [18, 16, 15, 14, 13, 12, 11], w, questionHeight - 0.12, true);
  slide.addShape("rect", {
    x: page.side,
    y,
    w: inner,
    h: questionHeight,
    fill: { color: colours.warm },
    objectName: "question ground",
  });
  addWords(slide, ask, {
    x: page.side + pad,
    y,
    w: label,
    h: questionHeight,
    size: 12,
    bold: true,
    colour: colours.warmInk,
    valign: "middle",
    name: "question label",
  });
  slide.addText(clean(cutTo(question, { size, bold: true }, w, 3)), {
    x: page.side + pad + label,
    y,
    w,
    h: questionHeight,
    fontFace: typeface,
    fontSize: size,
    bold: true,
    color: colours.ink,
    margin: 0,
    valign: "middle",
    align: "left",
    objectName: "question",
  });
}
