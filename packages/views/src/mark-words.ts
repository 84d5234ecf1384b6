import { isAbsent, marks as allMarks, type Cell, type Mark } from "@impactmonitor/model/cell";
import type { Indicator, Measure } from "@impactmonitor/model/indicator";
import type { Language, Text } from "@impactmonitor/model/text";
import type { Written } from "./chart-state.ts";
import { formatCell } from "./format.ts";

/**
 * Each mark has a sign of its own, the same in tables, charts and files. The stars are those of CBS.
 * None looks like a digit, a unit or a sign for a missing value.
 */
const words: Readonly<Record<Mark, { readonly symbol: string; readonly label: Text; readonly explanation: Text }>> = {
  provisional: {
    symbol: "*",
    label: { nl: "voorlopig", en: "provisional" },
    explanation: {
      nl: "De bron kan dit cijfer nog aanpassen.",
      en: "The source may still adjust this figure.",
    },
  },
  "revised-provisional": {
    symbol: "**",
    label: { nl: "nader voorlopig", en: "revised, still provisional" },
    explanation: {
      nl: "De bron heeft dit cijfer al een keer aangepast en kan dat nog eens doen.",
      en: "The source has adjusted this figure once and may do so again.",
    },
  },
  estimate: {
    symbol: "≈",
    label: { nl: "schatting", en: "estimate" },
    explanation: { nl: "Dit is een schatting, geen telling.", en: "This is an estimate, not a count." },
  },
  rounded: {
    symbol: "◊",
    label: { nl: "afgerond", en: "rounded" },
    explanation: { nl: "De bron heeft dit getal afgerond.", en: "The source has rounded this number." },
  },
  break: {
    symbol: "≠",
    label: { nl: "breuk in de reeks", en: "break in the series" },
    explanation: {
      nl: "Vanaf hier is anders gemeten dan daarvoor.",
      en: "From here it was measured in another way than before.",
    },
  },
};

export const markSymbol = (mark: Mark): string => words[mark].symbol;
export const markLabel = (mark: Mark): Text => words[mark].label;
export const markExplanation = (mark: Mark): Text => words[mark].explanation;

/** What a reader must know about a cell, each once and always in the same order; nothing about one without a value. */
export const marksOf = (cell: Cell): readonly Mark[] =>
  isAbsent(cell) || cell.marks.length === 0 ? [] : allMarks.filter((it) => cell.marks.includes(it));

/** The marks of a cell in words: "schatting, afgerond"; empty without any. */
export const marksInWords = (cell: Cell, language: Language): string =>
  marksOf(cell)
    .map((it) => markLabel(it)[language])
    .join(", ");

/** A cell as a chart writes it: its value with the signs of its marks. */
export function writtenCell(cell: Cell, indicator: Indicator, measure: Measure, language: Language): Written {
  const text = formatCell(cell, indicator, measure, language);
  const signs = marksOf(cell).map(markSymbol).join("");
  return signs === "" ? { text } : { text, marked: { signs, words: marksInWords(cell, language) } };
}

/** The meaning of each sign that these cells have: "≈ schatting", "◊ afgerond". */
export function signLegend(cells: Iterable<Cell>, language: Language): readonly string[] {
  const present = new Set([...cells].flatMap((it) => marksOf(it)));
  return allMarks.filter((it) => present.has(it)).map((it) => `${markSymbol(it)} ${markLabel(it)[language]}`);
}
