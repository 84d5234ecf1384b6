import type { Source } from "@impactmonitor/model/source";
import type { Text } from "@impactmonitor/model/text";
import { definitionWords } from "../definition-words.ts";
import { figureWords } from "../figure-words.ts";
import { formatDate } from "../format.ts";
import { capital, editionName } from "../practice-words.ts";
import { sentence, type Asked } from "./asked.ts";
import type { Block, Section, Term } from "./book-content.ts";

const words = {
  title: { nl: "Verantwoording", en: "How these figures came about" },
  edition: {
    nl: "Dit boek is gemaakt uit de Impactmonitor, {edition}, van {date}. Een editie verandert nooit meer: wie dit boek opnieuw maakt uit dezelfde editie, krijgt dezelfde cijfers.",
    en: "This book was made from the Impactmonitor, {edition}, of {date}. An edition never changes: making this book again from the same edition gives the same figures.",
  },
  newer: {
    nl: "Kijk op de site of er een nieuwere editie is, voordat u cijfers verder gebruikt.",
    en: "Look on the site for a newer edition before you use figures further.",
  },
  own: { nl: "Wat de monitor zelf berekent", en: "What the monitor calculates itself" },
  calculated: [
    {
      nl: "Elk cijfer is door de bron gepubliceerd, of berekend uit wat de bron publiceerde. Bij een berekend cijfer staat hoe.",
      en: "Each figure was published by the source, or calculated from what the source published. With a calculated figure it says how.",
    },
    figureWords.derived,
    figureWords.derivedShare,
    {
      nl: "Halfjaren en delen worden niet bij elkaar opgeteld: de bron rondt elk getal apart af. Een cijfer dat de bron niet toont, vullen wij niet aan.",
      en: "Half-years and parts are not added up: the source rounds each number by itself. A figure that the source does not show is not filled in.",
    },
  ],
  compared: { nl: "Hoe er is vergeleken", en: "How comparisons were made" },
  comparing: [
    {
      nl: "Een cijfer is beoordeeld naast de gewone verschillen tussen gebieden van dezelfde soort. Is daarover te weinig bekend, dan is alleen toeval gewogen, tegen de rest van Nederland.",
      en: "A figure is judged beside the ordinary differences between areas of the same kind. Where too little is known of these, only chance is weighed, against the rest of the Netherlands.",
    },
    {
      nl: "“Duidelijk” is: buiten de grenzen waar door toeval 2 van de 1.000 cijfers buiten vallen. “Lijkt” is: buiten de grenzen waar door toeval 50 van de 1.000 buiten vallen.",
      en: "“Clearly” is: outside the limits that chance alone puts 2 in 1,000 figures outside of. “Seems” is: outside the limits that chance puts 50 in 1,000 outside of.",
    },
    {
      nl: "Aantallen van gebieden van verschillende grootte zijn niet vergeleken, kleine aantallen niet beoordeeld, en cijfers van verschillende bronnen niet bij elkaar opgeteld.",
      en: "Numbers of areas of different size were not compared, small numbers not judged, and figures of different sources not added together.",
    },
  ],
  sources: { nl: "De bronnen", en: "The sources" },
  sourcesPractice: { nl: "De bronnen die zijn nagebootst", en: "The sources that are imitated" },
  method: { nl: "Werkwijze", en: "Method" },
  population: { nl: "Over wie", en: "About whom" },
  keep: { nl: "Houd rekening met", en: "Keep in mind" },
  licence: { nl: "Licentie", en: "Licence" },
  links: { nl: "Vindplaats", en: "Where to find it" },
} as const;

/** How the figures came about: of which edition, what was calculated, how was compared, and every source that the book draws on. */
export function methodSection({ book, language }: Asked, sourceIds: ReadonlySet<string>): Section {
  const say = (it: Text): string => it[language];
  const sources = book.catalogue.sources.filter((it) => sourceIds.has(it.id));
  const list = (all: readonly Text[]): Block => ({ kind: "list", items: all.map((it) => [say(it)]) });
  const edition = say(words.edition)
    .replace("{edition}", editionName(book, language))
    .replace("{date}", formatDate(book.date, language));
  return {
    id: "method",
    title: say(words.title),
    blocks: [
      { kind: "text", parts: [`${edition} ${say(words.newer)}`] },
      { kind: "heading", text: say(words.own) },
      list(words.calculated),
      { kind: "heading", text: say(words.compared) },
      list(words.comparing),
      ...(sources.length > 0
        ? [
            {
              kind: "heading" as const,
              text: say(book.kind === "practice" ? words.sourcesPractice : words.sources),
            },
          ]
        : []),
      ...sources.flatMap((it): Block[] => [
        { kind: "text", parts: [`${capital(say(it.title))}. ${sentence(say(it.about))}`] },
        { kind: "terms", terms: sourceTerms(it, say) },
      ]),
    ],
  };
}

function sourceTerms(it: Source, say: (it: Text) => string): readonly Term[] {
  const vouched = [sentence(say(it.vouchedBy)), ...(it.checkedByCbs ? [] : [say(definitionWords.notChecked)])];
  return [
    { term: say(words.method), parts: [sentence(say(it.method))] },
    { term: say(words.population), parts: [sentence(say(it.population))] },
    { term: say(words.keep), parts: [it.limits.map((limit) => sentence(say(limit))).join(" ")] },
    { term: say(definitionWords.vouched), parts: [vouched.join(" ")] },
    { term: say(words.licence), parts: [sentence(say(it.licence))] },
    { term: say(words.links), parts: [it.links.map((link) => `${say(link.title)}: ${link.url}`).join("; ")] },
  ];
}
