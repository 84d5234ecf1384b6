import type { Language, Text } from "@impactmonitor/model/text";
import { formatNumber } from "../format.ts";
import { periodLabel } from "../period-words.ts";
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

/** What a series does since its last break, in one or two sentences, with the change per year and its limits. */
export function trendSentence(it: SeriesTrend, language: Language): string {
  const { verdict } = it;
  const nl = language === "nl";
  const [first, last] = [periodLabel(it.first, language), periodLabel(it.last, language)];
  const over = nl ? `Van ${first} tot en met ${last}` : `From ${first} to ${last}`;
  if (verdict.verdict === "too-few-points")
    return few[verdict.reason === "small-numbers" ? "small" : "points"][language];
  const numbers = changeWords(verdict.tentative, language);
  switch (verdict.verdict) {
    case "rising":
    case "falling": {
      const up = verdict.verdict === "rising";
      if (verdict.certainty === "clear")
        return nl
          ? `${over} ${up ? "stijgt" : "daalt"} dit cijfer: ${numbers}. Dat is meer dan toeval en de gewone schommelingen.`
          : `${over} this figure ${up ? "rises" : "falls"}: ${numbers}. That is more than chance and ordinary ups and downs.`;
      return nl
        ? `${over} lijkt dit cijfer te ${up ? "stijgen" : "dalen"}: ${numbers}. Het kan toeval zijn.`
        : `${over} this figure seems to ${up ? "rise" : "fall"}: ${numbers}. It may be chance.`;
    }
    case "no-clear-trend":
      return nl
        ? `${over} is er geen duidelijke stijging of daling (${numbers}).`
        : `${over} there is no clear rise or fall (${numbers}).`;
    case "unstable":
      return nl
        ? `${over} is er geen vaste lijn: met één meting minder is de uitkomst anders.`
        : `${over} there is no steady line: with one measurement less the outcome differs.`;
  }
}

const few: Readonly<Record<"small" | "points", Text>> = {
  small: {
    nl: "De aantallen zijn te klein om van een stijging of daling te spreken.",
    en: "The numbers are too small to speak of a rise or fall.",
  },
  points: {
    nl: "Er zijn te weinig metingen die met elkaar te vergelijken zijn om van een stijging of daling te spreken.",
    en: "There are too few comparable measurements to speak of a rise or fall.",
  },
};

function changeWords(perYear: { estimate: number; lower: number; upper: number }, language: Language): string {
  const nl = language === "nl";
  const [mean, lower, upper] = [perYear.estimate, perYear.lower, perYear.upper].map((ratio) =>
    signed((ratio - 1) * 100, language),
  );
  return nl
    ? `gemiddeld ${mean} per jaar, waarschijnlijk tussen ${lower} en ${upper}`
    : `on average ${mean} a year, probably between ${lower} and ${upper}`;
}

const signed = (value: number, language: Language): string =>
  `${Math.round(value * 10) > 0 ? "+" : ""}${formatNumber(value, 1, language)}%`;
