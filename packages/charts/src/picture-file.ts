import { fileInk } from "./ink.ts";
import { markPractice, type PracticeWords } from "./practice-mark.ts";
import { escape, text, wrap, type Drawing } from "./svg.ts";

/** Whether a picture has paper of its own, or shows what it is laid on. */
export const grounds = ["white", "none"] as const;
export type Ground = (typeof grounds)[number];

export interface FileWords {
  readonly title: string;
  readonly lines: readonly string[];
  readonly tick: (value: number) => string;
  /** Drawn into the picture when its figures are invented for practice. */
  readonly practice?: PracticeWords;
  /** White when absent. */
  readonly ground?: Ground;
  /** Pixels to a unit of the picture; 1 when absent. What is drawn stays the same. */
  readonly scale?: number;
}

/** What a picture consists of, whichever chart it is made from. */
export interface Picture {
  readonly drawing: Drawing;
  /** What the numbers are; empty where the drawing says it. */
  readonly unit: string;
  /** What the signs after its values mean. */
  readonly signs: readonly string[];
  readonly legend: readonly LegendEntry[];
  /** The main values in words, for whoever doesn't see the picture. */
  readonly alternative: string;
}

export interface LegendEntry {
  readonly label: string;
  readonly ink: string;
  /** Drawn as a mark on a bar instead of a patch of colour. */
  readonly line?: true;
}

const side = 24;
const width = 640;
/** Higher than this a drawing is made smaller. */
const highest = 620;

/**
 * A picture as a file of its own: title, drawing, legend, and a foot with source, period and edition.
 * Colours are fixed, text is text; the same state gives the same bytes.
 */
export function pictureFile(picture: Picture, words: FileWords): string {
  const { unit, signs, alternative } = picture;
  const drawing = words.practice ? markPractice(picture.drawing, words.practice, fileInk) : picture.drawing;
  const fit = Math.min((width - 2 * side) / drawing.width, highest / drawing.height);
  let y = side + 4;
  const head = wrap(words.title, 19, width - 2 * side).map((line) => {
    y += 22;
    return text(side, y - 6, line, ` font-size="18" font-weight="700" fill="#1c2b33"`);
  });
  y += 4;
  if (unit !== "") {
    const lines = wrap(unit, 13, width - 2 * side);
    head.push(...lines.map((it, i) => text(side, y + 10 + i * 18, it, ` font-size="13" fill="#4d606b"`)));
    y += 6 + lines.length * 18;
  }
  const left = side + (width - 2 * side - drawing.width * fit) / 2;
  const body = `<g transform="translate(${left.toFixed(1)} ${y}) scale(${fit.toFixed(4)})">${still(drawing.body)}</g>`;
  y += drawing.height * fit + 14;
  const legend = drawLegend(picture.legend, y);
  y += picture.legend.length * 20 + (picture.legend.length > 0 ? 8 : 0);
  const foot = [...(signs.length > 0 ? [signs.join(" · ")] : []), ...words.lines]
    .flatMap((it) => wrap(it, 12, width - 2 * side))
    .map((line) => {
      y += 16;
      return text(side, y, line, ` font-size="12" fill="#4d606b"`);
    });
  const height = Math.ceil(y + side);
  const { ground = "white", scale = 1 } = words;
  const paper = ground === "white" ? `<rect width="100%" height="100%" fill="#fff"/>` : "";
  const told = `<title>${escape(words.title)}</title>${alternative === "" ? "" : `<desc>${escape(`${words.practice ? `${words.practice.band}. ` : ""}${alternative}`)}</desc>`}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * scale}" height="${height * scale}" role="img" font-family="'Source Sans 3', 'Source Sans Pro', Arial, sans-serif">${told}${paper}${head.join("")}${body}${legend}${foot.join("")}</svg>`;
}

/** Without what only a page can do with it: reading values one by one, and links. */
const still = (body: string): string =>
  body.replace(/ class="pt[^"]*" data-l="[^"]*"/g, "").replace(/<\/?a\b[^>]*>/g, "");

const drawLegend = (legend: readonly LegendEntry[], y: number): string =>
  legend
    .map((it, i) => {
      const at = y + i * 20;
      const swatch = it.line
        ? `<path d="M${side + 9} ${at - 1}v15"${it.ink}/>`
        : `<rect x="${side}" y="${at}" width="18" height="13" rx="2"${it.ink}/>`;
      return `${swatch}${text(side + 26, at + 11, it.label, ` font-size="13" fill="#1c2b33"`)}`;
    })
    .join("");
