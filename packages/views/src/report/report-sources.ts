import { isAbsent } from "@impactmonitor/model/cell";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Source } from "@impactmonitor/model/source";
import type { Text } from "@impactmonitor/model/text";
import { counted, nouns } from "../counted.ts";
import { definitionWords } from "../definition-words.ts";
import { sentence, type Asked } from "../documents/asked.ts";
import type { Block, Section, Term } from "../documents/book-content.ts";
import { formatList } from "../format.ts";
import { periodLabel } from "../period-words.ts";
import { reportWords } from "./report-words.ts";

const words = {
  intro: {
    nl: "Per bron staat hier wie de cijfers maakt en hoe, waar u op moet letten, en wat er van deze bron in het rapport staat.",
    en: "For each source it says here who makes the figures and how, what to keep in mind, and what of this source is in the report.",
  },
  introPractice: {
    nl: "De cijfers zijn verzonnen. Per bron staat hier hoe de echte cijfers van die bron tot stand komen.",
    en: "The figures are invented. For each source it says here how the real figures of that source come about.",
  },
  owner: { nl: "Wie", en: "Who" },
  method: { nl: "Hoe de cijfers tot stand komen", en: "How the figures come about" },
  population: { nl: "Over wie", en: "About whom" },
  limits: { nl: "Waar u op moet letten", en: "What to keep in mind" },
  frequency: { nl: "Hoe vaak nieuw", en: "How often new" },
  breaks: { nl: "Breuken", en: "Breaks" },
  licence: { nl: "Licentie", en: "Licence" },
  links: { nl: "Vindplaats", en: "Where to find it" },
  here: { nl: "In dit rapport", en: "In this report" },
  has: { nl: "{subjects}, van {first} tot en met {last}.", en: "{subjects}, from {first} up to {last}." },
  hasOne: { nl: "{subjects}, over {first}.", en: "{subjects}, about {first}." },
  nothing: {
    nl: "Geen landelijke cijfers in deze editie.",
    en: "No national figures in this edition.",
  },
} as const;

/**
 * Of each source who answers for it and how its figures come about, and what of it the report holds.
 * @param brief without how they come about: the page of the source says that
 */
export function sourcesSection(asked: Asked, brief: boolean): Section {
  const { book, language } = asked;
  const intro = book.kind === "practice" ? words.introPractice : words.intro;
  return {
    id: "sources",
    title: reportWords.sources[language],
    blocks: [
      { kind: "text", parts: [intro[language]] },
      ...book.catalogue.sources.flatMap((it): Block[] => [
        { kind: "heading", text: it.title[language] },
        ...(brief ? [] : [{ kind: "text" as const, parts: [sentence(it.about[language])] }]),
        { kind: "terms", terms: sourceTerms(asked, it, brief) },
      ]),
    ],
  };
}

function sourceTerms(asked: Asked, it: Source, brief: boolean): readonly Term[] {
  const { language } = asked;
  const say = (text: Text): string => sentence(text[language]);
  const term = (name: Text, text: string): Term[] => (text === "" ? [] : [{ term: name[language], parts: [text] }]);
  const who = [
    ...term(words.owner, say(it.owner)),
    ...term(
      definitionWords.vouched,
      [say(it.vouchedBy), ...(it.checkedByCbs ? [] : [definitionWords.notChecked[language]])].join(" "),
    ),
    ...term(words.limits, it.limits.map(say).join(" ")),
    ...term(words.here, hereWords(asked, it)),
  ];
  if (brief) return who;
  return [
    ...who,
    ...term(words.method, say(it.method)),
    ...term(words.population, say(it.population)),
    ...term(words.frequency, say(it.frequency)),
    ...term(words.breaks, it.breaks.map((one) => `${periodLabel(one.at, language)}: ${say(one.reason)}`).join(" ")),
    ...term(words.licence, say(it.licence)),
    ...term(
      words.links,
      formatList(
        it.links.map((one) => `${one.title[language]} (${one.url})`),
        language,
      ),
    ),
  ];
}

/** How many subjects with a national figure the report has of a source, and of which time. */
function hereWords({ book, language }: Asked, source: Source): string {
  const rows = book.catalogue.indicators
    .filter((it) => it.source === source.id)
    .flatMap((it) => book.observationsOf(it.id, "NL01"))
    .filter((it) => !isAbsent(it.cell));
  const years = rows.flatMap((it) => {
    const period = parsePeriod(it.period);
    return period ? [Number(period.start.slice(0, 4)), Number(period.end.slice(0, 4))] : [];
  });
  if (years.length === 0) return words.nothing[language];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const subjects = counted(new Set(rows.map((it) => it.indicator)).size, nouns.subject, language);
  return (first === last ? words.hasOne : words.has)[language]
    .replace("{subjects}", subjects)
    .replace("{first}", String(first))
    .replace("{last}", String(last));
}
