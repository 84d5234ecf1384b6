import type { Language, Text } from "@impactmonitor/model/text";
import { formatNumber } from "../format.ts";
import { periodName } from "../period-words.ts";
import type { SeriesTrend } from "./trend-of-series.ts";

/** In a table: "stijgt", "lijkt te dalen", "geen duidelijke verandering". */
export function trendLabel({ verdict }: SeriesTrend, language: Language): string {
  const nl = language === "nl";
  switch (verdict.verdict) {
    case "rising":
      return verdict.certainty === "clear" ? (nl ? "stijgt" : "rising") : nl ? "lijkt te stijgen" : "seems to rise";
    case "falling":
      return verdict.certainty === "clear" ? (nl ? "daalt" : "falling") : nl ? "lijkt te dalen" : "seems to fall";
    case "no-clear-trend":
      return nl ? "geen duidelijke verandering" : "no clear change";
    case "unstable":
      return nl ? "geen vaste lijn" : "no steady line";
    case "too-few-points":
      return nl ? "te weinig metingen" : "too few measurements";
  }
}

/**
 * What a series does since its last break, in one or two sentences, with the change per year and its limits. The change of a share is told
 * as part of that share, which is not the same as percentage points.
 */
export function trendSentence(it: SeriesTrend, language: Language): string {
  const { verdict } = it;
  const nl = language === "nl";
  if (verdict.verdict === "too-few-points")
    return few[verdict.reason === "small-numbers" ? "small" : "points"][language];
  const [first, last] = [periodName(it.first, language), periodName(it.last, language)];
  const over = nl ? `Tussen ${first} en ${last}` : `Between ${first} and ${last}`;
  const subject = (it.of === "share" ? share : figure)[language];
  switch (verdict.verdict) {
    case "rising":
    case "falling": {
      const up = verdict.verdict === "rising";
      const by = eachYear(verdict.tentative, it.of === "share", language);
      return verdict.certainty === "clear"
        ? nl
          ? `${over} ${up ? "steeg" : "daalde"} ${subject} ${by}. Dat is meer dan toeval en de gewone schommelingen.`
          : `${over} ${subject} ${up ? "rose" : "fell"} ${by}. That is more than chance and ordinary ups and downs.`
        : nl
          ? `${over} lijkt ${subject} te ${up ? "stijgen" : "dalen"}, ${by}. Dat kan toeval zijn.`
          : `${over} ${subject} seems to ${up ? "rise" : "fall"}, ${by}. That may be chance.`;
    }
    case "no-clear-trend":
      return nl
        ? `${over} is er geen duidelijke stijging of daling (${perYear(verdict.tentative, language)}).`
        : `${over} there is no clear rise or fall (${perYear(verdict.tentative, language)}).`;
    case "unstable":
      return nl
        ? `${over} is er geen vaste lijn: met één meting minder is de uitkomst anders.`
        : `${over} there is no steady line: with one measurement less the outcome differs.`;
  }
}

const figure: Text = { nl: "het cijfer", en: "the figure" };
const share: Text = { nl: "het aandeel", en: "the share" };

const few: Readonly<Record<"small" | "points", Text>> = {
  small: {
    nl: "Voor een uitspraak over stijgen of dalen over langere tijd zijn de aantallen te klein.",
    en: "The numbers are too small to say whether it rises or falls over a longer time.",
  },
  points: {
    nl: "Voor een uitspraak over stijgen of dalen over langere tijd zijn er te weinig metingen die te vergelijken zijn.",
    en: "There are too few comparable measurements to say whether it rises or falls over a longer time.",
  },
};

interface PerYear {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * "elk jaar met gemiddeld 3,1% (waarschijnlijk tussen 1,0% en 5,2%)": after a verb that tells the direction, so without signs. Of a share
 * "3,1% van dat aandeel", as these are no percentage points.
 */
function eachYear(it: PerYear, ofShare: boolean, language: Language): string {
  const [mean, ...limits] = [it.estimate, it.lower, it.upper].map((ratio) => Math.abs(ratio - 1) * 100);
  const [least, most] = limits.sort((a, b) => a - b).map((value) => `${formatNumber(value, 1, language)}%`);
  const by = `${formatNumber(mean ?? 0, 1, language)}%`;
  return language === "nl"
    ? `elk jaar met gemiddeld ${by}${ofShare ? " van dat aandeel" : ""} (waarschijnlijk tussen ${least} en ${most})`
    : `by about ${by}${ofShare ? " of that share" : ""} a year (probably between ${least} and ${most})`;
}

/** "gemiddeld +0,4% per jaar, waarschijnlijk tussen −2,1% en +3,0%". */
function perYear(it: PerYear, language: Language): string {
  const [mean, lower, upper] = [it.estimate, it.lower, it.upper].map((ratio) => signed((ratio - 1) * 100, language));
  return language === "nl"
    ? `gemiddeld ${mean} per jaar, waarschijnlijk tussen ${lower} en ${upper}`
    : `on average ${mean} a year, probably between ${lower} and ${upper}`;
}

const signed = (value: number, language: Language): string =>
  `${Math.round(value * 10) > 0 ? "+" : ""}${formatNumber(value, 1, language)}%`;
