import { isValue } from "@impactmonitor/model/cell";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Language, Text } from "@impactmonitor/model/text";
import type { Caveat } from "@impactmonitor/statistics/comparability";
import type { Book } from "../book.ts";
import { decimalsOf, formatCell, formatDate, formatNumber, unitPhrase } from "../format.ts";
import { periodLabel } from "../period-words.ts";
import { find, type Shown } from "../shown.ts";
import { partsText, type Part } from "../statement.ts";
import { series } from "../trend.ts";
import { comparablePeriods, compareMoments, yearEarlier } from "./compare-moments.ts";
import type { Comparison } from "./judgement.ts";
import { judgementSentence } from "./judgement-words.ts";

/** Two moments that a visitor chose; either may be left out. */
export interface Moments {
  readonly from?: string;
  readonly to?: string;
}

/** One figure at two moments: the numbers, and then what they are worth. */
export interface TimeStatement {
  readonly kind: "year-earlier" | "first" | "chosen";
  readonly heading: string;
  /** What is compared; absent where there is nothing to compare, and then the parts say so. */
  readonly comparison?: Comparison;
  readonly parts: readonly Part[];
  /** The same as plain text, for files. */
  readonly text: string;
}

/**
 * What can be said of a figure through time: beside the same part of the year before, since the first figure that it
 * compares with, and between two moments that a visitor chose. What does not compare is refused in words, without a
 * difference.
 * @returns nothing for a figure without another moment
 */
export function timeStatements(book: Book, it: Shown, chosen: Moments, language: Language): readonly TimeStatement[] {
  const before = yearEarlier(it);
  const first = comparablePeriods(book, it)[0];
  const statements: TimeStatement[] = [];
  const add = (kind: TimeStatement["kind"], heading: Text, own: Shown, period: string, extra?: Text): boolean => {
    const comparison = compareMoments(book, own, period);
    if (!comparison) return false;
    const parts = [...comparisonParts(comparison, language), ...(extra ? [` ${extra[language]}`] : [])];
    statements.push({ kind, heading: heading[language], comparison, parts, text: partsText(parts) });
    return true;
  };
  if (before !== undefined) add("year-earlier", headings.yearEarlier, it, before);
  if (first !== undefined && first !== before)
    add("first", headings.first, it, first, olderLike(book, it, first).length === 0 ? undefined : olderRefused);
  const previous = olderLike(book, it, it.period).at(-1);
  if (first === undefined && previous !== undefined && previous !== before)
    add("first", headings.previous, it, previous);
  if (chosen.from !== undefined || chosen.to !== undefined) {
    const [from, to] = inOrder(chosen.from ?? first ?? "", chosen.to ?? it.period);
    const own = find(book, { ...keyOf(it), period: to });
    const said = own !== undefined && from !== to && add("chosen", headings.chosen, own, from);
    if (!said) statements.push(refusal(book, it, from, to, language));
  }
  return statements;
}

const headings = {
  yearEarlier: { nl: "Vergeleken met een jaar eerder", en: "Compared with a year earlier" },
  first: { nl: "Sinds het eerste cijfer dat te vergelijken is", en: "Since the first figure that compares" },
  previous: { nl: "Vergeleken met het vorige cijfer", en: "Compared with the figure before" },
  chosen: { nl: "Tussen de twee momenten die u koos", en: "Between the two moments that you chose" },
} as const;

const olderRefused: Text = {
  nl: "Er zijn oudere cijfers, maar die zijn hiermee niet te vergelijken.",
  en: "There are older figures, but they do not compare with this one.",
};

const keyOf = (it: Shown) => ({
  indicator: it.indicator.id,
  area: it.area,
  measure: it.measure,
  breakdown: it.breakdown,
});

const inOrder = (a: string, b: string): [string, string] => {
  const [x, y] = [parsePeriod(a)?.start ?? "", parsePeriod(b)?.start ?? ""];
  return x <= y ? [a, b] : [b, a];
};

/** Older periods with a value, of the same length and part of the year as this one. */
function olderLike(book: Book, it: Shown, period: string): string[] {
  const like = (code: string): string => `${parsePeriod(code)?.kind} ${/(?:[HQ]\d|-\d\d-\d\d)$/.exec(code)?.[0] ?? ""}`;
  return series(book, it)
    .filter((other) => isValue(other.cell) && like(other.period) === like(period))
    .map((other) => other.period)
    .filter((other) => parsePeriod(other)!.start < parsePeriod(period)!.start);
}

/** "60.880 meldingen (2021, 1e helft). Eerder was het 62.700 (2020, 1e helft); het verschil is −1.820 (−2,9%). Daarna …" */
function comparisonParts(comparison: Comparison, language: Language): readonly Part[] {
  const { own, other, judgement } = comparison;
  const sentence = judgementSentence(comparison, language);
  const nl = language === "nl";
  const label = (it: Shown): string => periodLabel(it.period, language);
  if (judgement.by === "none" && judgement.verdict === "not-comparable")
    return [`${label(other)} ${nl ? "en" : "and"} ${label(own)}: ${lowerFirst(sentence)}`];
  const figure = (it: Shown): Part => ({
    figure: it,
    text: formatCell(it.cell, it.indicator, it.measure, language),
  });
  const unit = unitPhrase(own.indicator, own.measure, language, own.cell);
  const difference = judgement.by === "pair" ? differenceWords(comparison, sentence, language) : "";
  return [
    figure(own),
    `${unit} (${label(own)}). ${nl ? "Eerder was het" : "Earlier it was"} `,
    figure(other),
    ` (${label(other)})${difference}. ${sentence}`,
    ...comparison.caveats.filter((it) => it === "provisional").map((it) => ` ${caveatWords[it][language]}`),
  ];
}

/**
 * "; het verschil is −1.820 (−2,9%)": from the values as they are written, so that a reader who subtracts finds the same.
 * The percentage is left out where the sentence that follows has it.
 */
function differenceWords({ own, other, change }: Comparison, sentence: string, language: Language): string {
  const decimals = [own, other].some((it) => isValue(it.cell) && !Number.isInteger(it.cell.value))
    ? decimalsOf(own.indicator, own.measure)
    : 0;
  const written = (it: Shown): number =>
    isValue(it.cell) ? Math.round(it.cell.value * 10 ** decimals) / 10 ** decimals : 0;
  const by = signed(written(own) - written(other), decimals, language);
  const unit = own.measure === "percent" ? (language === "nl" ? " procentpunt" : " percentage points") : "";
  const told = change === undefined || sentence.includes(`${formatNumber(Math.abs(change), 1, language)}%`);
  const relative = told || own.measure === "percent" ? "" : ` (${signed(change, 1, language)}%)`;
  return `; ${language === "nl" ? "het verschil is" : "the difference is"} ${by}${unit}${relative}`;
}

const signed = (value: number, decimals: number, language: Language): string => {
  const words = formatNumber(value, decimals, language);
  return value > 0 && /[1-9]/.test(words) ? `+${words}` : words;
};

const caveatWords: Readonly<Record<Caveat, Text>> = {
  provisional: {
    nl: "Let op: een van deze cijfers is voorlopig en kan nog veranderen.",
    en: "Note: one of these figures is provisional and may still change.",
  },
  rounded: { nl: "De aantallen zijn afgerond.", en: "The counts are rounded." },
};

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** Why there is nothing to say of the two moments that were chosen. */
function refusal(book: Book, it: Shown, from: string, to: string, language: Language): TimeStatement {
  const known = new Set(
    series(book, it)
      .filter((other) => isValue(other.cell))
      .map((other) => other.period),
  );
  const without = [...new Set([from, to])].filter((period) => period !== "" && !known.has(period));
  const nl = language === "nl";
  const text =
    from === to
      ? nl
        ? "U koos twee keer hetzelfde moment. Kies twee verschillende."
        : "You chose the same moment twice. Choose two different ones."
      : without.length > 0
        ? `${nl ? "Er is geen cijfer voor" : "There is no figure for"} ${without.map((period) => periodLabel(period, language)).join(nl ? " en " : " and ")}.`
        : nl
          ? "Er is geen tweede moment om mee te vergelijken."
          : "There is no second moment to compare with.";
  return { kind: "chosen", heading: headings.chosen[language], parts: [text], text };
}

/** Moments that compare with each other, in order; a choice within one group is never refused. */
export interface MomentGroup {
  readonly label: string;
  readonly periods: readonly string[];
}

/** What a visitor can choose from: each period with a value that compares with at least one other. */
export function momentGroups(book: Book, it: Shown, language: Language): readonly MomentGroup[] {
  const groups: string[][] = [];
  const placed = new Set<string>();
  for (const other of series(book, it).toReversed()) {
    if (placed.has(other.period) || !isValue(other.cell)) continue;
    const group = [...comparablePeriods(book, other), other.period];
    for (const period of group) placed.add(period);
    if (group.length > 1) groups.push(group);
  }
  const names = groups.map((group) => groupName(group[0]!, language));
  return groups.map((periods, i) => ({
    label:
      names.filter((name) => name === names[i]).length > 1
        ? `${names[i]}, ${periods[0]!.slice(0, 4)}–${periods.at(-1)!.slice(0, 4)}`
        : names[i]!,
    periods,
  }));
}

function groupName(period: string, language: Language): string {
  const nl = language === "nl";
  const kind = parsePeriod(period)?.kind;
  if (kind === "year") return nl ? "Hele jaren" : "Whole years";
  if (kind === "half-year")
    return period.endsWith("1")
      ? nl
        ? "Eerste helft van het jaar"
        : "First half of the year"
      : nl
        ? "Tweede helft van het jaar"
        : "Second half of the year";
  if (kind === "quarter") return nl ? `${period.at(-1)}e kwartaal` : `Quarter ${period.at(-1)}`;
  if (kind === "date") return formatDate(period, language).replace(/ \d{4}$/, "");
  return nl ? "Andere perioden" : "Other periods";
}
