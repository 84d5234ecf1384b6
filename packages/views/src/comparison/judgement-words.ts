import { isValue } from "@impactmonitor/model/cell";
import type { Measure } from "@impactmonitor/model/indicator";
import type { Language, Text } from "@impactmonitor/model/text";
import type { NotComparable } from "@impactmonitor/statistics/comparability";
import type { TooLittleReason } from "@impactmonitor/statistics/result";
import { levelNames } from "../area-words.ts";
import { decimalsOf, formatNumber } from "../format.ts";
import type { Shown } from "../shown.ts";
import type { Between, Comparison, Judgement } from "./judgement.ts";

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

/**
 * One or two sentences that say what the comparison is worth; the numbers go before it.
 * Never why, never whether it is good, never that two figures are the same.
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
      return chanceSentence(judgement, {
        nl: "dan in de rest van Nederland",
        en: "than in the rest of the Netherlands",
      })[language];
    case "pair":
      return judgement.ordinaryDifferences
        ? pairInBandSentence(judgement)[language]
        : chanceSentence(
            judgement,
            it.with === "earlier" ? { nl: "dan toen", en: "than then" } : { nl: "dan daar", en: "than there" },
          )[language];
  }
}

type Weighed = Extract<Judgement, { readonly certainty: unknown }>;

function bandSentence(it: Extract<Judgement, { by: "band" }>, language: Language): string {
  const areas = levelNames(it.level);
  const words = { nl: side(it.verdict, true), en: side(it.verdict, false) };
  const say: Readonly<Record<Weighed["certainty"], Text>> = {
    clear: {
      nl: `Dat is ${words.nl} dan je verwacht op grond van toeval en de gewone verschillen tussen ${areas.nl}.`,
      en: `That is ${words.en} than you would expect from chance and the ordinary differences between ${areas.en}.`,
    },
    tentative: {
      nl: `Dat lijkt ${words.nl} dan gewoon is voor ${areas.nl}, maar het kan toeval zijn.`,
      en: `That seems ${words.en} than is ordinary for ${areas.en}, but it may be chance.`,
    },
    none: {
      nl: `Dat is niet duidelijk anders dan landelijk: het valt binnen de gewone verschillen tussen ${areas.nl}.`,
      en: `That is not clearly different from the country: it lies within the ordinary differences between ${areas.en}.`,
    },
  };
  return say[it.certainty][language];
}

/** Chance alone was weighed: then the words claim no more than that. */
function chanceSentence(it: Weighed, than: Text): Text {
  const words = { nl: side(it.verdict, true), en: side(it.verdict, false) };
  const anders = { nl: than.nl.replace(/^dan /, ""), en: than.en.replace(/^than /, "") };
  switch (it.certainty) {
    case "clear":
      return {
        nl: `Dat is ${words.nl} ${than.nl}; het verschil is groter dan je door toeval verwacht.`,
        en: `That is ${words.en} ${than.en}; the difference is larger than you would expect from chance.`,
      };
    case "tentative":
      return {
        nl: `Dat lijkt ${words.nl} ${than.nl}, maar het kan toeval zijn.`,
        en: `That seems ${words.en} ${than.en}, but it may be chance.`,
      };
    case "none":
      return {
        nl: `Dat is niet duidelijk anders dan ${anders.nl}.`,
        en: `That is not clearly different from ${anders.en}.`,
      };
  }
}

function pairInBandSentence(it: Weighed): Text {
  const words = { nl: side(it.verdict, true), en: side(it.verdict, false) };
  switch (it.certainty) {
    case "clear":
      return {
        nl: `Dat is ${words.nl} dan daar; het verschil is groter dan toeval en de gewone verschillen tussen gebieden.`,
        en: `That is ${words.en} than there; the difference is larger than chance and the ordinary differences between areas.`,
      };
    case "tentative":
      return {
        nl: `Dat lijkt ${words.nl} dan daar, maar het kan toeval zijn.`,
        en: `That seems ${words.en} than there, but it may be chance.`,
      };
    case "none":
      return {
        nl: "Dat is niet duidelijk anders dan daar: zo’n verschil tussen twee gebieden is gewoon.",
        en: "That is not clearly different from there: such a difference between two areas is ordinary.",
      };
  }
}

function bareSentence(it: Comparison, judgement: Extract<Judgement, { by: "bare" }>, language: Language): string {
  const nl = language === "nl";
  if (judgement.verdict === "same-after-rounding")
    return nl ? "Na afronding is er geen verschil te zien." : "After rounding no difference can be seen.";
  const by = formatNumber(Math.abs(judgement.difference.difference), decimalsApart(judgement), language);
  const unit = differenceUnit(it.own.measure, language);
  const more = side(judgement.verdict, nl);
  const percent = it.own.measure === "percent";
  return nl
    ? `Dat is ${by} ${unit} ${more}. Of dat toeval is, valt niet te beoordelen: hoeveel ${percent ? "er achter het percentage zitten" : "het er precies zijn"}, is niet gepubliceerd.`
    : `That is ${by} ${unit} ${more}. Whether that is chance can’t be judged: ${percent ? "the number behind the percentage" : "the number itself"} was not published.`;
}

const decimalsApart = (it: Extract<Judgement, { by: "bare" }>): number =>
  Number.isInteger(it.difference.difference) ? 0 : 1;

function differenceUnit(measure: Measure, language: Language): string {
  const nl = language === "nl";
  if (measure === "percent") return nl ? "procentpunt" : "percentage points";
  if (measure === "per-10000") return nl ? "per 10.000 inwoners" : "per 10,000 inhabitants";
  if (measure === "per-100000") return nl ? "per 100.000 inwoners" : "per 100,000 inhabitants";
  if (measure === "per-million") return nl ? "per miljoen inwoners" : "per million inhabitants";
  return "";
}

function tooLittleSentence(reason: TooLittleReason): Text {
  switch (reason) {
    case "small-numbers":
    case "zero-count":
      return {
        nl: "Het gaat om zo weinig dat een oordeel over het verschil niet kan.",
        en: "There are so few that the difference can’t be judged.",
      };
    case "no-denominator":
      return {
        nl: "Het aantal waarover dit gaat is niet bekend, dus een oordeel over het verschil kan niet.",
        en: "The number it is about is not known, so the difference can’t be judged.",
      };
    case "too-few-areas":
      return {
        nl: "Te weinig gebieden hebben dit cijfer om te zeggen hoe groot gewone verschillen zijn.",
        en: "Too few areas have this figure to say how large ordinary differences are.",
      };
    default:
      return { nl: "Er is te weinig bekend voor een oordeel.", en: "Too little is known to judge." };
  }
}

const reasons: Readonly<Record<NotComparable, Text>> = {
  "different-definition": { nl: "er is iets anders geteld", en: "something else was counted" },
  "different-population": { nl: "het gaat deels over dezelfde mensen", en: "it is partly about the same people" },
  "different-period": { nl: "de periode is anders", en: "the period differs" },
  "different-length": { nl: "de ene periode is langer dan de andere", en: "one period is longer than the other" },
  "different-season": {
    nl: "de eerste en de tweede helft van een jaar verschillen altijd al",
    en: "the first and second half of a year always differ",
  },
  "across-a-break": {
    nl: "er zit een breuk tussen: er is anders geteld, of het gebied is veranderd",
    en: "there is a break between them: it was counted in another way, or the area has changed",
  },
};

const notComparableSentence = (all: readonly NotComparable[]): Text => ({
  nl: `Deze cijfers zijn niet te vergelijken: ${all.map((it) => reasons[it].nl).join("; ")}.`,
  en: `These figures can’t be compared: ${all.map((it) => reasons[it].en).join("; ")}.`,
});

/** "waarschijnlijk tussen 22,6 en 24,4": what chance alone leaves open; empty where that can't be told. */
export function betweenWords(it: Shown, between: Between | undefined, language: Language): string {
  if (!between || !isValue(it.cell)) return "";
  const decimals = decimalsOf(it.indicator, it.measure);
  const [lower, upper] = [between.lower, between.upper].map((limit) => formatNumber(limit, decimals, language));
  const sign = it.measure === "percent" ? "%" : "";
  return language === "nl"
    ? `waarschijnlijk tussen ${lower}${sign} en ${upper}${sign}`
    : `probably between ${lower}${sign} and ${upper}${sign}`;
}
