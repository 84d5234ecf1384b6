import type { Language } from "@impactmonitor/model/text";
import type { Comparison } from "../comparison/judgement.ts";
import { judgementSentence } from "../comparison/judgement-words.ts";
import type { SeriesTrend } from "../comparison/trend-of-series.ts";
import { trendSentence } from "../comparison/trend-words.ts";
import { periodName, periodPhrase } from "../period-words.ts";
import { wasNumber } from "./number-words.ts";
import { sentencesIn, type Said } from "./said.ts";
import { vary } from "./vary.ts";

/** The number of a year earlier, and whether the figure has moved since; the number is left out where the two don't compare. */
export function earlierSentences(it: Comparison, language: Language): Said[] {
  const judged = sentencesIn("earlier", judgementSentence(it, language));
  const nl = language === "nl";
  const { period } = it.other;
  if (it.judgement.by === "none" && it.judgement.verdict === "not-comparable") {
    const name = periodName(period, language);
    const also = nl ? `Ook over ${name} is er een cijfer.` : `There is a figure for ${name} too.`;
    return [...sentencesIn("earlier", also), ...judged];
  }
  const phrase = periodPhrase(period, language);
  const inside = phrase.slice(0, 1).toLowerCase() + phrase.slice(1);
  const when = vary(
    `${it.own.area} ${it.own.indicator.id}`,
    nl ? `Een jaar eerder, ${inside}, ` : `A year earlier, ${inside}, `,
    nl ? `${phrase}, een jaar eerder, ` : `${phrase}, a year earlier, `,
  );
  return [{ about: "earlier", parts: [when, ...wasNumber(it.other, "", language), "."] }, ...judged];
}

/** What the whole series does. That it is too short is told only where two of its moments were compared. */
export function trendSentences(it: SeriesTrend, compared: boolean, language: Language): Said[] {
  if (it.verdict.verdict === "too-few-points" && !compared) return [];
  return sentencesIn("trend", trendSentence(it, language));
}
