import { partsText, type Part } from "../statement.ts";

/** What a sentence of a paragraph is about. */
export type About =
  "figure" | "marks" | "relative" | "likely" | "nation" | "earlier" | "trend" | "amount" | "limit" | "absent";

/** One sentence of a paragraph, with the figures in it as figures. */
export interface Said {
  readonly about: About;
  readonly parts: readonly Part[];
}

/** Text that may hold several sentences, each of them apart. A decimal point or a thousands' one has no space after it. */
export const sentencesIn = (about: About, text: string): Said[] =>
  text
    .trim()
    .split(/(?<=[.?!]) (?=[\p{Lu}‘“])/u)
    .filter((it) => it !== "")
    .map((it) => ({ about, parts: [it] }));

export const saidText = (all: readonly Said[]): string => all.map((it) => partsText(it.parts)).join(" ");
