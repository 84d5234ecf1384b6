/** Text that may stand in SVG and HTML, whatever a name holds. */
export const escape = (text: string): string =>
  text
    .toWellFormed()
    .replace(forbidden, "")
    .replace(/[&<>"]/g, (it) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[it]!);

/** What XML 1.0 does not allow: nothing opens a picture that holds it. */
// oxlint-disable-next-line no-control-regex -- these are exactly those characters
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A coordinate with at most one decimal: half the bytes, no visible difference. */
export const px = (value: number): string => String(Math.round(value * 10) / 10);

/** A drawing of a chart: its inner SVG and its size in its own units. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

export const text = (x: number, y: number, words: string, attributes: string, anchor?: "middle" | "end"): string =>
  `<text x="${px(x)}" y="${px(y)}"${anchor ? ` text-anchor="${anchor}"` : ""}${attributes}>${escape(words)}</text>`;

/** Rough width of text in Source Sans, for keeping labels apart; units are those of the font size. */
export const textWidth = (words: string, size: number): number => words.length * size * 0.52;

/** Words centred at `x`, moved so far that they stay within a picture of this width. */
export function centred(width: number, x: number, y: number, words: string, attributes: string): string {
  const half = textWidth(words, 15) / 2;
  return text(Math.min(Math.max(x, half + 2), Math.max(width - half - 2, half + 2)), y, words, attributes, "middle");
}

/** Breaks text into lines of at most `width`, at spaces. */
export function wrap(words: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
