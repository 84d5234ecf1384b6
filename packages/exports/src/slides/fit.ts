import { partsText } from "@impactmonitor/views/statement";
import type { Block, Sentence } from "@impactmonitor/views/meeting/leaf";
import { lineHeight } from "./looks.ts";
import { linesOf, type Type } from "./letter-widths.ts";

/** Room between two paragraphs and above a heading, in parts of the size. */
export const gaps = { line: 0.35, heading: 0.8 } as const;
/** Room that the sign before a line takes, in parts of the size. */
export const hang = 1.15;
/** What programs measure a little wider than we do still fits. */
const reserve = 0.97;

/** Height of text in inches. */
export const heightOf = (words: string, type: Type, width: number): number =>
  (linesOf(words, type, width * reserve).length * type.size * lineHeight) / 72;

/** The largest of these sizes at which text fits; the last when none does. */
export function sizeFor(words: string, sizes: readonly number[], width: number, height: number, bold = false): number {
  return sizes.find((size) => heightOf(words, { size, bold }, width) <= height) ?? sizes.at(-1)!;
}

/** Text as far as it fits: what is cut off ends in "…". */
export function cutTo(words: string, type: Type, width: number, most: number): string {
  const fits = (text: string): boolean => linesOf(text, type, width * reserve).length <= most;
  if (fits(words)) return words;
  const letters = [...words];
  const cut = (at: number): string => `${letters.slice(0, at).join("").trimEnd()}…`;
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(cut(middle))) low = middle;
    else high = middle - 1;
  }
  return cut(low);
}

export const blockHeight = ({ heading, lines }: Block, size: number, width: number, bullets: boolean): number => {
  const em = size / 72;
  const head = heading === "" ? 0 : heightOf(heading, { size, bold: true }, width) + gaps.line * em;
  const room = bullets ? width - hang * em : width;
  return lines.reduce((sum, it) => sum + heightOf(partsText(it), { size }, room) + gaps.line * em, head);
};

export const blocksHeight = (blocks: readonly Block[], size: number, width: number, bullets: boolean): number =>
  blocks.reduce((sum, it) => sum + blockHeight(it, size, width, bullets) + gaps.heading * (size / 72), 0);

/** Blocks for one page, at the size at which they fit. */
export interface Fitted {
  readonly size: number;
  readonly blocks: readonly Block[];
}

/**
 * Blocks at the largest of these sizes at which they all fit; when none does they go over several pages at the last one. Nothing is left
 * out, and a sentence is only cut in two when it is longer than a page.
 */
export function fitted(
  blocks: readonly Block[],
  sizes: readonly number[],
  box: { readonly w: number; readonly h: number },
  bullets: boolean,
): readonly [Fitted, ...Fitted[]] {
  const size = sizes.find((it) => blocksHeight(blocks, it, box.w, bullets) <= box.h);
  if (size !== undefined) return [{ size, blocks }];
  const small = sizes.at(-1)!;
  const pages: Block[][] = [[]];
  for (const { heading, lines } of blocks)
    for (const [i, line] of lines.flatMap((it) => shorter(it, small, box)).entries()) {
      const now = pages.at(-1)!;
      const last = now.at(-1);
      const continues = i > 0 && last?.heading === heading;
      const next = continues
        ? [...now.slice(0, -1), { heading, lines: [...last.lines, line] }]
        : [...now, { heading, lines: [line] }];
      if (now.length === 0 || blocksHeight(next, small, box.w, bullets) <= box.h) pages[pages.length - 1] = next;
      else pages.push([{ heading, lines: [line] }]);
    }
  const [first, ...others] = pages.map((it) => ({ size: small, blocks: it }));
  return [first!, ...others];
}

/** A sentence that is longer than a page, in pieces. */
function shorter(line: Sentence, size: number, box: { readonly w: number; readonly h: number }): readonly Sentence[] {
  const most = Math.max(1, Math.floor((box.h * 72) / (size * lineHeight)) - 4);
  const lines = linesOf(partsText(line), { size }, box.w * 0.9);
  if (lines.length <= most) return [line];
  return Array.from({ length: Math.ceil(lines.length / most) }, (_, i) => [
    lines.slice(i * most, (i + 1) * most).join(" "),
  ]);
}
