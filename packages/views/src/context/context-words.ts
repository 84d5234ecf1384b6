import type { Absence } from "@impactmonitor/model/cell";
import type { ContextVariable } from "@impactmonitor/model/context";
import type { Language, Text } from "@impactmonitor/model/text";
import { absenceLabel } from "../absence-words.ts";
import { levelName, levelNames } from "../area-words.ts";
import { formatList, formatNumber } from "../format.ts";
import { periodLabel } from "../period-words.ts";
import type { ContextFigure } from "./context-figure.ts";
import { mostYearsApart, type ContextBeside, type LeftOut } from "./context-beside.ts";

const groups: Readonly<Record<ContextVariable["group"], Text>> = {
  population: { nl: "Bevolking", en: "Population" },
  households: { nl: "Huishoudens", en: "Households" },
  prosperity: { nl: "Welvaart", en: "Prosperity" },
  space: { nl: "Ruimte", en: "Space" },
  health: { nl: "Gezondheid", en: "Health" },
  safety: { nl: "Veiligheid", en: "Safety" },
  "youth-care": { nl: "Jeugdzorg", en: "Youth care" },
};
export const groupName = (group: ContextVariable["group"]): Text => groups[group];

const statuses: Readonly<Record<ContextFigure["status"], Text>> = {
  official: { nl: "officieel", en: "official" },
  approximation: { nl: "bij benadering", en: "approximate" },
};
export const statusName = (status: ContextFigure["status"]): Text => statuses[status];

/** What the two words mean, under every table that has them. */
export const statusMeaning: Readonly<Record<ContextFigure["status"], Text>> = {
  official: { nl: "Officieel: zoals de bron het geeft.", en: "Official: as the source gives it." },
  approximation: {
    nl: "Bij benadering: de monitor telde cijfers van de bron op, bijvoorbeeld van gemeenten, of nam er een gewogen gemiddelde van.",
    en: "Approximate: the monitor added up figures of the source, of municipalities for instance, or took a weighted average of them.",
  },
};

type OwnReason = Exclude<LeftOut, Absence>;
const whys: Readonly<Record<OwnReason, Text>> = {
  "no-figure": { nl: "geen cijfer in deze editie", en: "no figure in this edition" },
  range: { nl: "alleen bekend tussen twee grenzen", en: "only known between two bounds" },
  "no-context": { nl: "dit gegeven is er niet voor dat jaar", en: "this fact is not there for that year" },
  "other-territory": {
    nl: "het gebied veranderde tussen de twee jaren",
    en: "the territory changed between the two years",
  },
};
const isOwn = (why: LeftOut): why is OwnReason => why in whys;
export const leftOutName = (why: LeftOut): Text => (isOwn(why) ? whys[why] : absenceLabel(why));

/** More names than this say less than their number. */
const mostNames = 30;

/** Which areas are not among the pairs, a line for each reason: "Flevoland en Zeeland: afgeschermd". */
export function leftOutLines({ leftOut, figure }: ContextBeside, language: Language): readonly string[] {
  return [...Map.groupBy(leftOut, (it) => it.why)].map(([why, list]) => {
    const names = list.map((it) => it.area.name);
    const who =
      names.length > mostNames
        ? `${formatNumber(names.length, 0, language)} ${levelNames(figure.level)[language]}`
        : formatList(names, language);
    return `${who}: ${leftOutName(why)[language]}`;
  });
}

/** "een jaar later", "hetzelfde jaar": the year of the fact, seen from that of the figure. */
function yearsLater(years: number, language: Language): string {
  const nl = language === "nl";
  if (years === 0) return nl ? "hetzelfde jaar" : "the same year";
  const many = Math.abs(years) === 1 ? (nl ? "een jaar" : "a year") : nl ? "twee jaar" : "two years";
  return `${many} ${years > 0 ? (nl ? "later" : "later") : nl ? "eerder" : "earlier"}`;
}

/** How many areas there are, and of what year each of the two is. */
export function whatIsShown(it: ContextBeside, language: Language): string {
  const { level, period } = it.figure;
  const [n, total] = [it.pairs.length, it.pairs.length + it.leftOut.length];
  const apart = yearsLater(it.yearsLater, language);
  return language === "nl"
    ? `Elke stip is een ${levelName(level).nl}. ${n} van de ${total} ${levelNames(level).nl} staan erin. Het cijfer gaat over ${periodLabel(period, language)}, het gegeven ernaast over ${it.year} (${apart}).`
    : `Each dot is a ${levelName(level).en}. ${n} of the ${total} ${levelNames(level).en} are in it. The figure is about ${periodLabel(period, language)}, the fact beside it about ${it.year} (${apart}).`;
}

/** What such a picture does not show. The same under each, on the page and in a file. */
export const whatItDoesNotShow: readonly Text[] = [
  {
    nl: "Dit laat geen oorzaak zien, ook niet als de stippen samen een richting lijken te hebben.",
    en: "This shows no cause, not even when the dots together seem to have a direction.",
  },
  {
    nl: "Een waarde gaat over een heel gebied en zegt niets over gezinnen of huishoudens daarin.",
    en: "A value is about a whole area and says nothing about families or households in it.",
  },
  {
    nl: "Gebieden verschillen in grootte; hier telt elke stip even zwaar. Ook werken en registreren gebieden verschillend.",
    en: "Areas differ in size; here each dot weighs the same. Areas also work and register differently.",
  },
];

/** How near in time a fact must be to stand beside a figure. */
export const nearInTime: Text = {
  nl: `Er is gekozen voor het jaar dat het dichtst bij het cijfer ligt, hooguit ${mostYearsApart} jaar ervandaan.`,
  en: `The year was chosen that is nearest to the figure, at most ${mostYearsApart} years from it.`,
};
