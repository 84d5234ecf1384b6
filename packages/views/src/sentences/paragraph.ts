import type { Area } from "@impactmonitor/model/area";
import { isAbsent, isValue } from "@impactmonitor/model/cell";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Language } from "@impactmonitor/model/text";
import type { Book } from "../book.ts";
import { betweenOf } from "../comparison/between-of.ts";
import { comparable, compareWithNation } from "../comparison/compare-with-nation.ts";
import { compareMoments, yearEarlier } from "../comparison/compare-moments.ts";
import type { Comparison } from "../comparison/judgement.ts";
import { betweenWords } from "../comparison/judgement-words.ts";
import { noteLine, notesOf } from "../comparison/notes-of.ts";
import { measured } from "../comparison/measured.ts";
import { trendOfSeries } from "../comparison/trend-of-series.ts";
import { decimalsOf, formatCell, formatNumber, unitPhrase } from "../format.ts";
import { practiceWords } from "../practice-words.ts";
import type { Shown } from "../shown.ts";
import { partsText, sourceLine, statement, type Part } from "../statement.ts";
import { absentSentences, withoutFigure } from "./absent-sentences.ts";
import { amountSentences, fittingLimit } from "./limit-sentence.ts";
import { markSentences } from "./mark-sentence.ts";
import { earlierSentences, trendSentences } from "./moment-sentences.ts";
import { aloneSentences, nationSentences } from "./nation-sentences.ts";
import { saidText, sentencesIn, type Said } from "./said.ts";

/** A figure in a few sentences, ready to be sent to somebody who never saw the page. */
export interface Paragraph {
  readonly sentences: readonly Said[];
  readonly source: string;
  /** The same as plain text, with its source; practice figures begin by saying that they are. */
  readonly text: string;
}

/** What a paragraph compares a figure with; each is left out where there is nothing to compare with. */
export interface Compared {
  readonly nation?: Comparison;
  readonly earlier?: Comparison;
}

export function comparedOf(book: Book, it: Shown): Compared {
  const nation = compareWithNation(book, it);
  const period = yearEarlier(it);
  const earlier = period === undefined ? undefined : compareMoments(book, it, period);
  return { ...(nation ? { nation } : {}), ...(earlier ? { earlier } : {}) };
}

/**
 * What we see, compared with what, how sure that is, and what it doesn't say. Nothing in it explains or judges; what can't be compared is
 * left out or refused with its reason.
 */
export function paragraph(
  book: Book,
  it: Shown,
  language: Language,
  compared: Compared = comparedOf(book, it),
): Paragraph {
  const source = sourceLine(book, it, language);
  if (isAbsent(it.cell)) return finished(book, absentSentences(book, it, it.cell.absent, language), source, language);
  const { nation, earlier } = compared;
  const trend = trendOfSeries(book, it);
  const amount = amountSentences(book, it, language);
  const beside = nation
    ? "areas"
    : (earlier ?? (trend && trend.verdict.verdict !== "too-few-points"))
      ? "moments"
      : "anywhere";
  const limit = fittingLimit(it.indicator, beside, amount.length > 0);
  const sentences: Said[] = [
    { about: "figure", parts: statement(book, it, language) },
    ...sureSentences(book, it, language),
    ...markSentences(it.cell, language),
    ...(nation ? nationSentences(nation, language) : aloneSentences(book, it, language)),
    ...(earlier ? earlierSentences(earlier, language) : []),
    ...(trend ? trendSentences(trend, earlier !== undefined, language) : []),
    ...amount,
    ...(limit ? sentencesIn("limit", limit[language]) : []),
  ];
  return finished(book, sentences, source, language, noteWords(book, it, earlier, language));
}

function finished(
  book: Book,
  sentences: readonly Said[],
  source: string,
  language: Language,
  notes: readonly string[] = [],
): Paragraph {
  const mark = book.kind === "practice" ? [`${practiceWords.band[language]}.`] : [];
  const once = withoutRepeats(sentences);
  return { sentences: once, source, text: [...mark, saidText(once, language), ...notes, source].join(" ") };
}

/** What must be known of working practice goes along with the text; the page has it beside the figure. */
function noteWords(book: Book, it: Shown, earlier: Comparison | undefined, language: Language): readonly string[] {
  const periods = [it.period, ...(earlier ? [earlier.other.period] : [])];
  const notes = notesOf(book, { area: it.area, indicator: it.indicator.id, periods });
  const about = language === "nl" ? "Opmerking bij dit gebied" : "Note on this area";
  return notes.map((note) => `${about}: ${noteLine(book, note, language)}`);
}

/** The count as a rate or share, and between which limits chance leaves it; or the margin that the source gives. */
function sureSentences(book: Book, it: Shown, language: Language): Said[] {
  const nl = language === "nl";
  const like = comparable(book, it);
  if (like && like !== it) return [{ about: "relative", parts: relativeParts(book, like, language) }];
  if (isValue(it.cell) && it.cell.lower !== undefined && it.cell.upper !== undefined) {
    const decimals = decimalsOf(it.indicator, it.measure);
    const sign = it.measure === "percent" ? "%" : "";
    const [lower, upper] = [it.cell.lower, it.cell.upper].map((limit) => formatNumber(limit, decimals, language));
    return sentencesIn(
      "likely",
      nl
        ? `De bron geeft als marge ${lower}${sign} tot ${upper}${sign}.`
        : `The source gives a margin of ${lower}${sign} to ${upper}${sign}.`,
    );
  }
  const known = like && measured(book, like);
  const between = like && known ? betweenWords(like, betweenOf(known), language) : "";
  if (between === "") return [];
  return sentencesIn(
    "likely",
    nl ? `Toeval meegerekend ligt het cijfer ${between}.` : `Allowing for chance, the figure lies ${between}.`,
  );
}

/** "Omgerekend zijn dat 73,2 meldingen per 10.000 inwoners (waarschijnlijk tussen 69,8 en 76,7)." */
function relativeParts(book: Book, like: Shown, language: Language): Part[] {
  const nl = language === "nl";
  const known = measured(book, like);
  const between = known ? betweenWords(like, betweenOf(known), language) : "";
  const figure: Part = { figure: like, text: formatCell(like.cell, like.indicator, like.measure, language) };
  const share = like.derivation?.kind === "share";
  const whole = like.derivation?.kind === "share" ? like.derivation.wholeIndicator.unit[language] : "";
  const after = share
    ? nl
      ? ` van alle ${whole}`
      : ` of all ${whole}`
    : unitPhrase(like.indicator, like.measure, language);
  return [
    nl ? (share ? "Dat is " : "Omgerekend zijn dat ") : share ? "That is " : "In proportion that is ",
    figure,
    `${after}${between === "" ? "" : ` (${between})`}.`,
  ];
}

/** The paragraph of an area that has no figure for an indicator at all: shorter, and as honest. */
export function paragraphWithout(book: Book, indicator: Indicator, area: Area, language: Language): Paragraph {
  const { sentences, source } = withoutFigure(book, indicator, area, language);
  return finished(book, sentences, source, language);
}

/** What holds of two comparisons alike, as that chance can't be judged, is said once. */
function withoutRepeats(sentences: readonly Said[]): readonly Said[] {
  const before = new Set<string>();
  return sentences.filter(({ parts }) => {
    const text = partsText(parts);
    const first = !before.has(text);
    before.add(text);
    return first;
  });
}
