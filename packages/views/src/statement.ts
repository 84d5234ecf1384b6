import { isAbsent, isRange } from "@impactmonitor/model/cell";
import type { Breakdown } from "@impactmonitor/model/observation";
import type { Language } from "@impactmonitor/model/text";
import { absenceExplanation } from "./absence-words.ts";
import { areaPhrase } from "./area-words.ts";
import type { Book } from "./book.ts";
import { formatCell, isOne, unitPhrase } from "./format.ts";
import { marksInWords } from "./mark-words.ts";
import { periodPhrase } from "./period-words.ts";
import type { Shown } from "./shown.ts";
import { editionName, practiceWords, sourceWord } from "./practice-words.ts";

/** A sentence in parts, so that the figure in it stays a figure: it can be marked up, checked and copied. */
export type Part = string | { readonly figure: Shown; readonly text: string };

export const partsText = (parts: readonly Part[]): string =>
  parts.map((it) => (typeof it === "string" ? it : it.text)).join("");

/** The sentence as plain text, for copying and search results: its marks go along in words. */
export function copyText(parts: readonly Part[], it: Shown, language: Language): string {
  const marks = marksInWords(it.cell, language);
  return marks === "" ? partsText(parts) : partsText(parts).replace(/\.$/, ` (${marks}).`);
}

/** "politie", or "vrouwen, 16 tot 25 jaar": the labels of a breakdown in running text. */
export function breakdownLabel(book: Book, breakdown: Breakdown, language: Language): string {
  return Object.entries(breakdown)
    .map(([dimension, code]) => categoryLabel(book, dimension, code, language))
    .join(", ");
}

export function categoryLabel(book: Book, dimension: string, code: string, language: Language): string {
  return book.codelists.get(dimension)?.codes.find((it) => it.id === code)?.title[language] ?? code;
}

/**
 * States one figure without judging: what, where, when.
 * The wording is the catalogue's; only period, area, value and category are filled in.
 */
export function statement(book: Book, it: Shown, language: Language): Part[] {
  const area = book.area(it.area);
  const place = area ? areaPhrase(area, language) : it.area;
  const category = breakdownLabel(book, it.breakdown, language);
  if (isAbsent(it.cell)) {
    const subject = category === "" ? it.indicator.title[language] : `${it.indicator.title[language]}: ${category}`;
    return [
      `${periodPhrase(it.period, language)} ${place}: ${subject}. ${absenceExplanation(it.cell.absent)[language]}`,
    ];
  }
  const total = category === "";
  const template = (total ? it.indicator.sentence : it.indicator.categorySentence)?.[language];
  const fallback = `{period} {area}: {value} (${total ? it.indicator.shortTitle[language] : "{category}"}).`;
  const number = formatCell(it.cell, it.indicator, it.measure, language);
  const value: Part = {
    figure: it,
    text: isRange(it.cell) ? number.replace("–", language === "nl" ? " tot " : " to ") : number,
  };
  const form = agree(template ?? fallback, it);
  const fill: Readonly<Record<string, readonly Part[]>> = {
    period: [periodPhrase(it.period, language)],
    area: [place],
    value: [value, nounAfter(it, form, language)].filter((part) => part !== ""),
    category: [form.match(/[‘'"“]\{category\}/) ? category : midSentence(category)],
  };
  return capitalise(
    form.split(/\{(\w+)\}/i).flatMap((piece, i) => {
      if (i % 2 === 0) return piece === "" ? [] : [piece];
      const parts = fill[piece.toLowerCase()] ?? [piece];
      const inside = i > 1 && piece === "period";
      return inside ? parts.map((part) => (typeof part === "string" ? lowerFirst(part) : part)) : [...parts];
    }),
  );
}

/** "[kreeg|kregen]": a percentage and a single one take the first form, all else the second. */
const agree = (template: string, it: Shown): string =>
  template.replace(/\[([^|\]]*)\|([^\]]*)\]/g, it.measure === "percent" || isOne(it.cell, it.measure) ? "$1" : "$2");

/**
 * The noun after a value. A share that we derived takes the place of a count, so it names what it is a share of,
 * unless the sentence already does: "0,4% van de adviezen".
 */
function nounAfter(it: Shown, template: string, language: Language): string {
  if (it.derivation?.kind === "share") {
    const whole = it.derivation.wholeIndicator.unit[language];
    if (template.includes(whole)) return "";
    return language === "nl" ? ` van de ${whole}` : ` of the ${whole}`;
  }
  // Where a value is a mean, the sentence of the catalogue says so.
  if (it.measure === "mean") return ` ${it.indicator.unit[language]}`;
  return unitPhrase(it.indicator, it.measure, language, it.cell);
}

/** A label in running text: "Politie" becomes "politie", but names keep their capital. */
export const midSentence = (label: string): string =>
  /^(Veilig Thuis|Nederland|Raad|Openbaar|VT |\p{Lu}[\p{Lu}\p{N}(])/u.test(label) ? label : lowerFirst(label);

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

function capitalise(parts: Part[]): Part[] {
  const [first, ...rest] = parts;
  return typeof first === "string" ? [first.slice(0, 1).toUpperCase() + first.slice(1), ...rest] : parts;
}

/** The line under every figure and in every file: source, table or report, and edition. */
export function sourceLine(book: Book, it: Shown, language: Language): string {
  const source = it.indicator.source ? book.sources.get(it.indicator.source) : undefined;
  const own = source ? source.shortTitle[language] : "";
  const published = it.reading.published === "" ? "" : ` (${it.reading.published.slice(0, 4)})`;
  const title = book.kind === "practice" ? practiceWords.title[language] : it.reading.title;
  return `${sourceWord(book, language)}: ${own}${own ? "; " : ""}${title}${published}. Impactmonitor, ${editionName(book, language)}.`;
}
