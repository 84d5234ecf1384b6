/**
 * Widths of letters in Arial, in thousandths of the size. Liberation Sans and Helvetica have the same, so what fits here fits on nearly
 * every computer. Source: the advance widths in the font files of Liberation Sans 2.1.
 */
const regular: readonly (readonly [number, string])[] = [
  [191, "'"],
  [222, "ijl‘’"],
  [260, "|¦"],
  [278, " !,./:;I[\\]ft\u00a0·ÌÍÎÏìíîï"],
  [333, "()-`r¡¨­²³´¸¹“”"],
  [334, "{}"],
  [350, "•"],
  [355, '"'],
  [389, "*"],
  [400, "°"],
  [469, "^"],
  [494, "◊"],
  [500, "Jcksvxyzçýÿš"],
  [549, "±÷≈≠"],
  [556, "#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöøùúûüþ–€"],
  [584, "+<=>~¬×−"],
  [604, "○"],
  [611, "FTZ¿ßø"],
  [667, "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞŠŸ"],
  [722, "CDHNRUwÇÐÑÙÚÛÜ"],
  [778, "GOQÒÓÔÕÖØ"],
  [833, "Mm"],
  [889, "%æ"],
  [944, "Wœ"],
  [1000, "Æ—…Œ"],
];
const bold: readonly (readonly [number, string])[] = [
  [238, "'"],
  [278, " ,./I\\ijl\u00a0·ÌÍÎÏìíîï‘’"],
  [280, "|¦"],
  [333, "!()-:;[]`ft¡¨­²³´¸¹"],
  [350, "•"],
  [389, "*r{}"],
  [400, "°"],
  [474, '"'],
  [494, "◊"],
  [500, "z“”"],
  [549, "±÷≈≠"],
  [556, "#$0123456789J_aceksvxy¢£¤¥§«»àáâãäåçèéêëýÿ–€š"],
  [584, "+<=>^~¬×−"],
  [604, "○"],
  [611, "?FLTZbdghnopqu¿ßðñòóôõöøùúûüþ"],
  [667, "EPSVXYÈÉÊËÝÞŠŸ"],
  [722, "&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜ"],
  [778, "GOQwÒÓÔÕÖØ"],
  [833, "M"],
  [889, "%mæ"],
  [944, "Wœ"],
  [975, "@"],
  [1000, "Æ—…Œ"],
];
/** A letter of another script may be as wide as it is high. */
const unknown = 1015;

const tableOf = (groups: typeof regular): ReadonlyMap<string, number> =>
  new Map(groups.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));
const widths = { regular: tableOf(regular), bold: tableOf(bold) };

/** How letters are set: size in points. */
export interface Type {
  readonly size: number;
  readonly bold?: boolean;
}

/** Width of a line of text, in inches. */
export function textWidth(words: string, { size, bold: heavy }: Type): number {
  const table = heavy ? widths.bold : widths.regular;
  let sum = 0;
  for (const letter of words) sum += table.get(letter) ?? unknown;
  return ((sum / 1000) * size) / 72;
}

/** Text in lines of at most this width in inches, as programs break it: at spaces and after hyphens, and a longer word anywhere. */
export function linesOf(words: string, type: Type, width: number): readonly string[] {
  return words.split("\n").flatMap((paragraph) => {
    const lines: string[] = [""];
    for (const word of paragraph.split(/(?<=[ -])/u)) {
      const last = lines.at(-1)!;
      if (textWidth((last + word).trimEnd(), type) <= width) lines[lines.length - 1] = last + word;
      else if (textWidth(word.trimEnd(), type) <= width) lines.push(word);
      else lines.push(...pieces(word, type, width));
    }
    return lines.map((it) => it.trimEnd()).filter((it, i) => it !== "" || i > 0 || lines.length === 1);
  });
}

function pieces(word: string, type: Type, width: number): string[] {
  const found: string[] = [""];
  for (const letter of word) {
    const last = found.at(-1)!;
    if (last === "" || textWidth(last + letter, type) <= width) found[found.length - 1] = last + letter;
    else found.push(letter);
  }
  return found;
}
