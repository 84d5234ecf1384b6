import { isValue } from "@impactmonitor/model/cell";
import type { Measure } from "@impactmonitor/model/indicator";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Language, Text } from "@impactmonitor/model/text";
import { levelNames } from "../area-words.ts";
import { decimalsOf, formatNumber } from "../format.ts";
import type { Shown } from "../shown.ts";
import type { Between, Comparison, Judgement } from "./judgement.ts";
import { notComparableSentence, tooLittleSentence } from "./reason-words.ts";

/** In a table or on a chip: a few words, that never say more than the sentence does. */
export function judgementLabel(it: Judgement, language: Language): string {
  const nl = language === "nl";
  if (it.by === "none") return (it.verdict === "too-little" ? tooLittle : notComparable)[language];
  if (it.by === "bare")
    return it.verdict === "same-after-rounding"
      ? nl
        ? "geen verschil te zien"
        : "no difference to be seen"
      : nl
        ? `${side(it.verdict, nl)} getal; toeval niet te beoordelen`
        : `${side(it.verdict, nl)} number; chance can’t be judged`;
  if (it.certainty === "none") return nl ? "niet duidelijk anders" : "not clearly different";
  const word = side(it.verdict, nl);
  return it.certainty === "clear" ? word : nl ? `lijkt ${word}` : `seems ${word}`;
}

const tooLittle: Text = { nl: "te klein voor een oordeel", en: "too small to judge" };
const notComparable: Text = { nl: "niet te vergelijken", en: "not comparable" };
const side = (verdict: string, nl: boolean): string =>
  verdict === "higher" ? (nl ? "hoger" : "higher") : nl ? "lager" : "lower";
const sides = (it: Weighed): Text => ({ nl: side(it.verdict, true), en: side(it.verdict, false) });

/**
 * One or two sentences that say what the comparison is worth. They follow the number that the figure is compared with: "In heel
 * Nederland was het 42,8%." Never why, never whether it is good, never that two figures are the same.
 */
export function judgementSentence(it: Comparison, language: Language): string {
  const { judgement } = it;
  switch (judgement.by) {
    case "none":
      return judgement.verdict === "too-little"
        ? tooLittleSentence(judgement.reason)[language]
        : notComparableSentence(judgement.reasons)[language];
    case "bare":
      return bareSentence(it, judgement, language);
    case "band":
      return bandSentence(judgement, language);
    case "rest":
      return restSentence(judgement)[language];
    case "pair":
      if (it.with === "earlier") return momentsSentence(it, judgement)[language];
      return judgement.ordinaryDifferences
        ? pairInBandSentence(judgement)[language]
        : chanceSentence(judgement, { nl: "daar", en: "there" })[language];
  }
}

type Weighed = Extract<Judgement, { readonly certainty: unknown }>;

function bandSentence(it: Extract<Judgement, { by: "band" }>, language: Language): string {
  const areas = levelNames(it.level);
  const words = sides(it);
  const say: Readonly<Record<Weighed["certainty"], Text>> = {
    clear: {
      nl: `Het cijfer is hier ${words.nl} dan u op grond van toeval en de gewone verschillen tussen ${areas.nl} verwacht.`,
      en: `The figure here is ${words.en} than you would expect from chance and the ordinary differences between ${areas.en}.`,
    },
    tentative: {
      nl: `Het cijfer lijkt hier ${words.nl} dan bij de gewone verschillen tussen ${areas.nl} past, maar dat kan toeval zijn.`,
      en: `The figure here seems ${words.en} than fits the ordinary differences between ${areas.en}, but that may be chance.`,
    },
    none: {
      nl: `Het cijfer is hier niet duidelijk anders dan landelijk: het past bij de gewone verschillen tussen ${areas.nl}.`,
      en: `The figure here is not clearly different from the country’s: it fits the ordinary differences between ${areas.en}.`,
    },
  };
  return say[it.certainty][language];
}

/** With thousands of cases nearly every area differs from the rest by more than chance, so that must not be the last word. */
function restSentence(it: Weighed): Text {
  const said = chanceSentence(it, { nl: "in de rest van Nederland", en: "in the rest of the Netherlands" });
  return it.certainty === "clear"
    ? {
        nl: `${said.nl} Hoe ver gebieden hierin gewoonlijk uiteenlopen, is niet bekend.`,
        en: `${said.en} How far areas ordinarily differ in this is not known.`,
      }
    : said;
}

/** Chance alone was weighed: then the words claim no more than that. */
function chanceSentence(it: Weighed, where: Text): Text {
  const words = sides(it);
  switch (it.certainty) {
    case "clear":
      return {
        nl: `Het cijfer is hier ${words.nl} dan ${where.nl}; het verschil is groter dan u door toeval verwacht.`,
        en: `The figure here is ${words.en} than ${where.en}; the difference is larger than you would expect from chance.`,
      };
    case "tentative":
      return {
        nl: `Het cijfer lijkt hier ${words.nl} dan ${where.nl}, maar dat kan toeval zijn.`,
        en: `The figure here seems ${words.en} than ${where.en}, but that may be chance.`,
      };
    case "none":
      return {
        nl: `Het cijfer is hier niet duidelijk anders dan ${where.nl}.`,
        en: `The figure here is not clearly different from that ${where.en}.`,
      };
  }
}

function pairInBandSentence(it: Weighed): Text {
  const words = sides(it);
  switch (it.certainty) {
    case "clear":
      return {
        nl: `Het cijfer is hier ${words.nl} dan daar; het verschil is groter dan u op grond van toeval en de gewone verschillen tussen gebieden verwacht.`,
        en: `The figure here is ${words.en} than there; the difference is larger than you would expect from chance and the ordinary differences between areas.`,
      };
    case "tentative":
      return {
        nl: `Het cijfer lijkt hier ${words.nl} dan daar, maar dat kan toeval zijn.`,
        en: `The figure here seems ${words.en} than there, but that may be chance.`,
      };
    case "none":
      return {
        nl: "Het cijfer is hier niet duidelijk anders dan daar: zo’n verschil tussen twee gebieden is gewoon.",
        en: "The figure here is not clearly different from that there: such a difference between two areas is ordinary.",
      };
  }
}

/** Between moments a figure rises or falls; told in the order of time, whichever of the two was asked about. */
function momentsSentence(it: Comparison, judgement: Weighed): Text {
  const later = isLater(it);
  const up = (judgement.verdict === "higher") === later;
  const by = (language: Language): string =>
    it.change === undefined || !later ? "" : `${formatNumber(Math.abs(it.change), 1, language)}%`;
  switch (judgement.certainty) {
    case "clear":
      return {
        nl: `Daarna is het cijfer ${phrase("met", by("nl"))}${up ? "gestegen" : "gedaald"}; het verschil is groter dan u door toeval verwacht.`,
        en: `After that the figure ${up ? "rose" : "fell"}${phrase(" by", by("en")).trimEnd()}; the difference is larger than you would expect from chance.`,
      };
    case "tentative":
      return {
        nl: `Daarna lijkt het cijfer ${phrase("met", by("nl"))}${up ? "gestegen" : "gedaald"}, maar dat kan toeval zijn.`,
        en: `After that the figure seems to have ${up ? "risen" : "fallen"}${phrase(" by", by("en")).trimEnd()}, but that may be chance.`,
      };
    case "none":
      return {
        nl: "Daarna is het cijfer niet duidelijk veranderd.",
        en: "After that the figure did not clearly change.",
      };
  }
}

/** "met 3,1% ", or nothing at all. */
const phrase = (before: string, words: string): string => (words === "" ? "" : `${before} ${words} `);

/** Whether the figure that was asked about is the later one of two moments. */
function isLater({ own, other }: Comparison): boolean {
  const [mine, theirs] = [parsePeriod(own.period), parsePeriod(other.period)];
  return mine === undefined || theirs === undefined || mine.start >= theirs.start;
}

function bareSentence(it: Comparison, judgement: Extract<Judgement, { by: "bare" }>, language: Language): string {
  const nl = language === "nl";
  if (judgement.verdict === "same-after-rounding")
    return nl ? "Na afronding is er geen verschil te zien." : "After rounding no difference can be seen.";
  const number = formatNumber(Math.abs(judgement.difference.difference), decimalsApart(judgement), language);
  const by = [number, differenceUnit(it.own.measure, number, language)].filter(Boolean).join(" ");
  const up = side((judgement.verdict === "higher") === isLater(it) ? "higher" : "lower", nl);
  const more = side(judgement.verdict, nl);
  const moments = it.with === "earlier";
  const far = nl
    ? moments
      ? `Daarna kwam het cijfer ${by} ${up} uit.`
      : `Het cijfer ligt hier ${by} ${more}.`
    : moments
      ? `After that the figure came out ${by} ${up}.`
      : `The figure here is ${by} ${more}.`;
  const percent = it.own.measure === "percent";
  return nl
    ? `${far} Of dat toeval kan zijn, valt niet te zeggen: ${percent ? "om hoeveel gevallen het gaat" : "het aantal erachter"} is niet gepubliceerd.`
    : `${far} Whether that can be chance can’t be told: ${percent ? "how many cases there are" : "the number behind it"} was not published.`;
}

const decimalsApart = (it: Extract<Judgement, { by: "bare" }>): number =>
  Number.isInteger(it.difference.difference) ? 0 : 1;

function differenceUnit(measure: Measure, number: string, language: Language): string {
  const nl = language === "nl";
  if (measure === "percent") return nl ? "procentpunt" : number === "1" ? "percentage point" : "percentage points";
  if (measure === "per-10000") return nl ? "per 10.000 inwoners" : "per 10,000 inhabitants";
  if (measure === "per-100000") return nl ? "per 100.000 inwoners" : "per 100,000 inhabitants";
  if (measure === "per-million") return nl ? "per miljoen inwoners" : "per million inhabitants";
  if (measure === "years") return nl ? "jaar" : number === "1" ? "year" : "years";
  return "";
}

/** "waarschijnlijk tussen 22,6 en 24,4": what chance alone leaves open; empty where that can't be told. */
export function betweenWords(it: Shown, between: Between | undefined, language: Language): string {
  if (!between || !isValue(it.cell)) return "";
  const decimals = decimalsOf(it.indicator, it.measure);
  const [lower, upper] = [between.lower, between.upper].map((limit) => formatNumber(limit, decimals, language));
  const sign = it.measure === "percent" ? "%" : "";
  if (lower === upper)
    return language === "nl" ? `waarschijnlijk rond ${lower}${sign}` : `probably around ${lower}${sign}`;
  return language === "nl"
    ? `waarschijnlijk tussen ${lower}${sign} en ${upper}${sign}`
    : `probably between ${lower}${sign} and ${upper}${sign}`;
}
