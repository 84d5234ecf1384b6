import type { Block, ThemeLeaf, TitleLeaf, WordsLeaf } from "@impactmonitor/views/meeting/leaf";
import { addFoot, addSlide, addWords, type Deck } from "./deck.ts";
import type { Slide } from "./presentation.ts";
import { addBlocks } from "./draw-blocks.ts";
import { blockHeight, cutTo, fitted, heightOf, sizeFor } from "./fit.ts";
import { colours, inner, page, type Box } from "./looks.ts";

export function drawTitle(deck: Deck, leaf: TitleLeaf): void {
  const { slide, top } = addSlide(deck, leaf, { layout: "TITLE", sizes: [26, 24, 22], most: 1 });
  const size = sizeFor(leaf.about, [60, 54, 48, 40, 36, 32, 28, 24], inner, 2.4, true);
  const about = cutTo(leaf.about, { size, bold: true }, inner, 6);
  addWords(slide, about, {
    x: page.side,
    y: top + 0.9,
    w: inner,
    h: 2.5,
    size,
    bold: true,
    colour: colours.white,
    name: "about",
  });
  for (const [i, line] of leaf.lines.entries())
    addWords(slide, line, {
      x: page.side,
      y: 5.5 + i * 0.42,
      w: inner,
      h: 0.38,
      size: 18,
      colour: colours.white,
      name: `line ${i + 1}`,
    });
  addFoot(slide, leaf.source, "TITLE");
}

export function drawTheme(deck: Deck, leaf: ThemeLeaf): void {
  const { slide, top } = addSlide(deck, leaf, { layout: "THEME", sizes: [36, 32, 28, 26], most: 1.4 });
  const size = sizeFor(leaf.about, [18, 16, 14], 9.5, 1.3);
  const height = heightOf(leaf.about, { size }, 9.5);
  addWords(slide, leaf.about, {
    x: page.side,
    y: top,
    w: 9.5,
    h: height + 0.05,
    size,
    colour: colours.quiet,
    name: "about",
  });
  const y = top + height + 0.45;
  const box = { x: page.side, y, w: 10.5, h: page.foot - 0.2 - y };
  const [first] = fitted(leaf.blocks, [20, 18, 16, 14, 12, 11, 10], box, true);
  addBlocks(slide, first.blocks, box, { size: first.size, bullets: true, name: "what follows" });
  addFoot(slide, leaf.source, "THEME");
}

const gap = 0.35;
const pad = 0.24;

/** Two or three cards beside each other; with room to write in the lower part of each. */
export function drawWords(deck: Deck, leaf: WordsLeaf): void {
  const { slide, top } = addSlide(deck, leaf, { layout: "CONTENT" });
  const lead = heightOf(leaf.lead, { size: 18 }, inner);
  if (leaf.lead !== "")
    addWords(slide, leaf.lead, {
      x: page.side,
      y: top,
      w: inner,
      h: lead + 0.05,
      size: 18,
      colour: colours.quiet,
      name: "lead",
    });
  const y = top + (leaf.lead === "" ? 0.1 : lead + 0.35);
  const whole = page.foot - 0.3 - y;
  const count = Math.max(leaf.blocks.length, 1);
  const w = (inner - (count - 1) * gap) / count;
  const room = leaf.writing ? whole * 0.45 : whole - 2 * pad;
  const tallest = (size: number): number =>
    Math.max(0, ...leaf.blocks.map((it) => blockHeight(it, size, w - 2 * pad, true)));
  const sizes = [24, 22, 20, 18, 16, 15, 14, 13, 12, 11, 10];
  const size = sizes.find((it) => tallest(it) <= room) ?? 10;
  const text = Math.min(tallest(size) + 2 * pad, whole);
  const h = leaf.writing ? whole : text;
  for (const [i, block] of leaf.blocks.entries())
    addCard(slide, block, { x: page.side + i * (w + gap), y, w, h }, { size, text, name: `card ${i + 1}` });
  addFoot(slide, leaf.source, "CONTENT");
}

function addCard(
  slide: Slide,
  block: Block,
  box: Box,
  { size, text, name }: { readonly size: number; readonly text: number; readonly name: string },
): void {
  slide.addShape("rect", {
    ...box,
    fill: { color: colours.white },
    line: { color: colours.line, width: 1 },
    objectName: `${name} frame`,
  });
  slide.addShape("rect", { ...box, h: text, fill: { color: colours.pale }, objectName: `${name} ground` });
  slide.addShape("rect", { ...box, h: 0.06, fill: { color: colours.blue }, objectName: `${name} edge` });
  addBlocks(
    slide,
    [block],
    { x: box.x + pad, y: box.y + pad, w: box.w - 2 * pad, h: text - 2 * pad },
    { size, bullets: true, name },
  );
}
