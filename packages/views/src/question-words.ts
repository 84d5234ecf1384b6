import type { Question, QuestionUse } from "@impactmonitor/model/question";
import type { Area } from "@impactmonitor/model/area";
import type { Language, Text } from "@impactmonitor/model/text";
import { areaInText } from "./area-words.ts";
import { formatNumber } from "./format.ts";
import type { Answer, QuestionCounts } from "./question-view.ts";

const answers: Readonly<Record<Answer, Text>> = {
  part: {
    nl: "De cijfers geven op deze vraag een deel van het antwoord.",
    en: "The figures give a part of the answer to this question.",
  },
  "nation-only": {
    nl: "Voor {area} geven de cijfers op deze vraag geen antwoord. Voor heel Nederland geven zij een deel van het antwoord.",
    en: "For {area} the figures give no answer to this question. For the whole country they give a part of the answer.",
  },
  "none-here": {
    nl: "Voor {area} staat bij deze vraag geen enkel cijfer in deze editie.",
    en: "For {area} this edition has no figure at all for this question.",
  },
  none: {
    nl: "Op deze vraag geven de cijfers geen antwoord.",
    en: "The figures give no answer to this question.",
  },
};

/** How far figures answer a question: the first thing that its page says. */
export const answerSentence = (answer: Answer, area: Area, language: Language): string =>
  answers[answer][language].replace("{area}", areaInText(area, language));

/** "5 van de 16 cijfers zijn er voor regio Drenthe, 4 alleen voor heel Nederland." */
export function countSentence({ indicators, own, national }: QuestionCounts, area: Area, language: Language): string {
  const name = areaInText(area, language);
  const number = (it: number): string => formatNumber(it, 0, language);
  if (language === "nl") {
    if (own === 0 && national === 0) return `Van de ${number(indicators)} cijfers is er geen voor ${name}.`;
    if (own === 0)
      return `Van de ${number(indicators)} cijfers is er geen voor ${name}; ${number(national)} ${national === 1 ? "is" : "zijn"} er alleen voor heel Nederland.`;
    const first = `${number(own)} van de ${number(indicators)} cijfers ${own === 1 ? "is" : "zijn"} er voor ${name}`;
    return national === 0 ? `${first}.` : `${first}, ${number(national)} alleen voor heel Nederland.`;
  }
  if (own === 0 && national === 0) return `Of the ${number(indicators)} figures none is there for ${name}.`;
  if (own === 0)
    return `Of the ${number(indicators)} figures none is there for ${name}; ${number(national)} ${national === 1 ? "is" : "are"} there for the whole country only.`;
  const first = `${number(own)} of the ${number(indicators)} figures ${own === 1 ? "is" : "are"} there for ${name}`;
  return national === 0 ? `${first}.` : `${first}, ${number(national)} for the whole country only.`;
}

/** What there is for an area without a figure of its own: figures of the country, which say nothing about the area, or only reasons. */
export function insteadSentence({ national }: QuestionCounts, area: Area, language: Language): string {
  const name = areaInText(area, language);
  const number = formatNumber(national, 0, language);
  if (national === 0)
    return language === "nl"
      ? "Hieronder staat bij elk onderwerp waarom er geen cijfer is, en wie het kan leveren."
      : "Below you read for each subject why there is no figure, and who could supply it.";
  return language === "nl"
    ? `${number} ${national === 1 ? "cijfer" : "cijfers"} voor heel Nederland, hieronder. Hoe het in ${name} is, ziet u daar niet aan.`
    : `${number} ${national === 1 ? "figure" : "figures"} for the whole country, below. How things are in ${name} can’t be seen from ${national === 1 ? "it" : "them"}.`;
}

export const sideWords: Readonly<Record<Question["side"][number], Text>> = {
  policy: { nl: "beleid", en: "policy" },
  execution: { nl: "uitvoering", en: "implementation" },
  result: { nl: "resultaat", en: "result" },
};

/** What an answer is used for, as it stands after "om" / "to". */
export const useWords: Readonly<Record<QuestionUse, Text>> = {
  agenda: { nl: "het onderwerp op de agenda te zetten", en: "put the subject on the agenda" },
  steer: { nl: "bij te sturen", en: "steer" },
  design: { nl: "de aanpak in te richten", en: "design the approach" },
  execute: { nl: "het werk zelf te doen", en: "carry out the work itself" },
};
