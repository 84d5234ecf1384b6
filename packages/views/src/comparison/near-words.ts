import type { Language, Text } from "@impactmonitor/model/text";
import type { Trait } from "@impactmonitor/model/trait";
import { formatList, formatNumber } from "../format.ts";
import type { ComparableArea, TraitDifference } from "./comparable-areas.ts";

/** Limits between words, in standard deviations over all areas of the level. */
export const differenceLimits = { slight: 0.25, plain: 0.75, large: 1.5 } as const;
export const likenessLimits = { very: 0.5, much: 0.8, fairly: 1.2 } as const;

const size = {
  same: { nl: "bijna gelijk", en: "almost the same" },
  slight: { nl: "iets {word}", en: "slightly {word}" },
  plain: { nl: "{word}", en: "{word}" },
  large: { nl: "veel {word}", en: "far {word}" },
} as const;

/** The difference of an area in one trait: "bijna gelijk", "iets lager", "veel stedelijker". Says which way, never which is better. */
export function differenceWords({ trait, apart }: TraitDifference, language: Language): string {
  const away = Math.abs(apart);
  const { slight, plain, large } = differenceLimits;
  const kind = away < slight ? "same" : away < plain ? "slight" : away < large ? "plain" : "large";
  const word = (apart > 0 ? trait.more : trait.less)[language];
  return size[kind][language].replace("{word}", word);
}

const likeness = {
  very: { nl: "lijkt heel sterk op {area}", en: "is very much like {area}" },
  much: { nl: "lijkt sterk op {area}", en: "is much like {area}" },
  fairly: { nl: "lijkt redelijk op {area}", en: "is fairly like {area}" },
  little: { nl: "lijkt maar weinig op {area}", en: "is only a little like {area}" },
} as const satisfies Record<string, Text>;

/** How near an area is over all traits that count, to follow its name: "lijkt sterk op Drenthe". */
export function likenessWords({ distance }: ComparableArea, own: string, language: Language): string {
  const { very, much, fairly } = likenessLimits;
  const kind = distance < very ? "very" : distance < much ? "much" : distance < fairly ? "fairly" : "little";
  return likeness[kind][language].replace("{area}", own);
}

/** A trait within a sentence: "aandeel kinderen tot 15 jaar". */
export const inSentence = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

/** Why an area is near: in what it is almost the same, and in what it differs most. Only traits that count. */
export function whyNear({ differences }: ComparableArea, language: Language): string {
  const counting = differences.filter((it) => it.counts);
  const same = counting.filter((it) => Math.abs(it.apart) < differenceLimits.slight);
  const farthest = counting.toSorted((a, b) => Math.abs(b.apart) - Math.abs(a.apart))[0];
  const titles = formatList(
    same.map((it) => inSentence(it.trait.title[language])),
    language,
  );
  const sentences = [
    ...(same.length === 0 ? [] : [language === "nl" ? `Bijna gelijk in ${titles}.` : `Almost the same in ${titles}.`]),
    ...(farthest === undefined || same.includes(farthest)
      ? []
      : [
          `${language === "nl" ? "Verschilt het meest in" : "Differs most in"} ${inSentence(farthest.trait.title[language])} (${differenceWords(farthest, language)}).`,
        ]),
  ];
  return sentences.join(" ");
}

/** A value with its unit: "14,1%", "832 adressen per km²". */
export function traitValue(trait: Trait, value: number, language: Language): string {
  const unit = trait.unit[language];
  return `${formatNumber(value, trait.decimals, language)}${unit === "%" ? "" : " "}${unit}`;
}
