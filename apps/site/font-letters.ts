const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join("");

/**
 * What Dutch and English texts, and the names of places and people in them, are written with. Of Latin-1 all letters, of
 * its signs those that texts here use: the others (old currencies, fractions, loose accents) are a tenth of a font.
 */
export const letters = `${range(0x20, 0x7e)}\u00a0£§©«\u00ad®°±²·»×÷${range(0xc0, 0xff).replace(/[×÷]/g, "")}‘’“”„–—…€−≈≠◊↑→`;

/**
 * What the fonts may do with them: fit letters to each other, join fi, put accents. Digits are of one width by themselves;
 * fractions and digits of their own width, which no style here asks for, are further drawings of each.
 */
export const features: readonly string[] = ["kern", "liga", "ccmp", "locl"];
