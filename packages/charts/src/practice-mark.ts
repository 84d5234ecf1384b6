import { px, text, textWidth, type Drawing } from "./svg.ts";
import type { Ink } from "./ink.ts";

/** What is drawn into every picture of practice figures, in the language of the picture. */
export interface PracticeWords {
  /** Short and in capitals, over the whole drawing: "OEFENEN". */
  readonly across: string;
  /** A sentence in a band above it: "Oefencijfers: verzonnen". */
  readonly band: string;
}

/**
 * Marks a drawing as one of practice figures: a band above it, and large, faint words across the whole picture.
 * Both are part of the drawing, so that no cut of it, and no copy without the page around it, passes for real figures.
 * @returns the drawing, higher by the band; its own coordinates moved down in a group
 */
export function markPractice(drawing: Drawing, words: PracticeWords, ink: Ink): Drawing {
  const { width } = drawing;
  // Drawings have units of their own: a map is a thousand wide, a line chart some six hundred.
  const most = Math.max(12, Math.min(15, width / 40)) * Math.max(1, width / 640);
  const size = Math.min(most, (width - 12) / Math.max(1, textWidth(words.band, 1)));
  const band = Math.ceil(size * 1.8);
  const height = drawing.height + band;
  return {
    width,
    height,
    body: [
      `<g transform="translate(0 ${band})">${drawing.body}</g>`,
      across(words.across, width, drawing.height, band, ink),
      `<rect width="${px(width)}" height="${band}"${ink("practice-band")}/>`,
      sized(size, text(width / 2, band * 0.68, words.band, ink("practice-text"), "middle")),
    ].join(""),
  };
}

/**
 * The large, faint words alone, behind a drawing: for a document of which every page has the band.
 * @returns the drawing, no higher
 */
export function markBehind(drawing: Drawing, words: PracticeWords, ink: Ink): Drawing {
  const { width, height, body } = drawing;
  return { width, height, body: across(words.across, width, height, 0, ink) + body };
}

/** Over the drawing, but faint, so that what is under it stays readable; twice where the picture is high. */
function across(words: string, width: number, height: number, top: number, ink: Ink): string {
  const size = Math.min((width * 0.8) / textWidth(words, 1), Math.max(height * 0.5, 14));
  const times = Math.max(1, Math.min(3, Math.floor(height / (size * 2.2))));
  const turn = height > size * 1.5 ? -12 : 0;
  return Array.from({ length: times }, (_, i) => {
    const [x, y] = [width / 2, top + ((i + 0.5) * height) / times + size * 0.35];
    const place = ` transform="rotate(${turn} ${px(x)} ${px(y)})"${ink("practice-across")}`;
    return sized(size, text(x, y, words, place, "middle"));
  }).join("");
}

/** The size stands on a group: the style of a page sets that of texts, and lets these inherit. */
const sized = (size: number, words: string): string => `<g font-size="${px(size)}" pointer-events="none">${words}</g>`;
