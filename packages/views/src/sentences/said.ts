import type { Language } from "@impactmonitor/model/text";
import { marksInWords } from "../mark-words.ts";
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

/**
 * As plain text. What must be known of a figure goes along in words, "42,8% (voorlopig)"; of the figure that it is all about a sentence of
 * its own says it.
 */
export const saidText = (all: readonly Said[], language: Language): string =>
  all
    .map(({ about, parts }) =>
      partsText(parts.map((part) => (about === "figure" || about === "relative" ? part : marked(part, language)))),
    )
    .join(" ");

function marked(part: Part, language: Language): Part {
  if (typeof part === "string") return part;
  const marks = marksInWords(part.figure.cell, language);
  return marks === "" ? part : { ...part, text: `${part.text} (${marks})` };
}
