import { absences, marks } from "@impactmonitor/model/cell";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Language, Text } from "@impactmonitor/model/text";
import { absenceExplanation, absenceLabel } from "@impactmonitor/views/absence-words";
import type { Book } from "@impactmonitor/views/book";
import { formatDate, formatNumber } from "@impactmonitor/views/format";
import { markExplanation, markLabel } from "@impactmonitor/views/mark-words";
import { capital, editionName, practiceWords, sourceWord } from "@impactmonitor/views/practice-words";
import type { Paper } from "../documents/make-document.ts";
import type { TextCell, TextSheet } from "./workbook.ts";

/** What a workbook says of itself before its figures. */
export interface CoverWords {
  readonly title: string;
  readonly about: string;
  /** How many figures are in it. */
  readonly count: number;
  readonly indicators: readonly Indicator[];
  /** Where its figures come from, in a line. */
  readonly source: string;
  /** What else must be known to read these figures. */
  readonly notes: readonly string[];
  /** Each sheet with what is on it. */
  readonly sheets: readonly (readonly [name: string, about: string])[];
}

const words = {
  name: { nl: "Voorblad", en: "Cover" },
  what: { nl: "Wat dit is", en: "What this is" },
  edition: { nl: "Editie", en: "Edition" },
  date: { nl: "Bekend tot en met", en: "Known up to" },
  count: { nl: "Aantal cijfers", en: "Number of figures" },

  sheets: { nl: "Bladen", en: "Sheets" },
  sources: { nl: "Bronnen en licenties", en: "Sources and licences" },
  licence: { nl: "Licentie", en: "Licence" },
  owner: { nl: "Eigenaar", en: "Owner" },
  licences: {
    nl: "De cijfers houden de licentie van hun bron. Noem bij gebruik altijd de bron.",
    en: "The figures keep the licence of their source. Always name the source when you use a figure.",
  },
  cite: { nl: "Zo verwijst u", en: "How to cite" },
  citeSource: {
    nl: "Noem daarbij de bron van het cijfer: die staat op elke rij.",
    en: "Name the source of the figure with it: it stands on each row.",
  },
  contact: { nl: "Vragen", en: "Questions" },
  reading: { nl: "Zo leest u de cijfers", en: "How to read the figures" },
  absent: { nl: "Als er geen waarde staat", en: "Where there is no value" },
  absentAbout: {
    nl: "Een lege plek bij ‘Waarde’ is nooit nul. In dezelfde rij staat de reden, of de twee grenzen die de bron geeft.",
    en: "An empty place under ‘Value’ is never nought. The same row has the reason, or the two bounds that the source gives.",
  },
  marks: { nl: "Tekens bij een waarde", en: "Marks of a value" },
} as const satisfies Readonly<Record<string, Text>>;

/** On a cover and on each printed sheet of an edition that was taken back. */
export const withdrawnWords: Text = { nl: "DEZE EDITIE IS INGETROKKEN", en: "THIS EDITION WAS WITHDRAWN" };

/** What holds for all figures. */
export const readingWords: readonly Text[] = [
  {
    nl: "Een hoger of lager getal is op zichzelf niet goed of slecht. Meer meldingen kan ook betekenen dat meer mensen hulp durven vragen.",
    en: "A higher or lower number is not good or bad in itself. More reports can also mean that more people dare to ask for help.",
  },
  {
    nl: "Tel cijfers van verschillende bronnen of met verschillende definities niet bij elkaar op.",
    en: "Do not add up figures of different sources or with different definitions.",
  },
  {
    nl: "Vergelijk gebieden van verschillende grootte met de kolom ‘Waarde om te vergelijken’, en lees het oordeel ernaast.",
    en: "Compare areas of different size by the column ‘Value to compare’, and read the judgement beside it.",
  },
  {
    nl: "Een cijfer zegt niet waarom iets zo is.",
    en: "A figure does not say why something is as it is.",
  },
];

export const coverName = (language: Language): string => words.name[language];

/** The first sheet: what it is, from where, and how to read it. */
export function coverSheet({ book, withdrawn, contact }: Paper, cover: CoverWords, language: Language): TextSheet {
  const say = (text: Text): string => text[language];
  const band = (text: string): TextCell[] => [
    { text, look: "mark" },
    { text: "", look: "mark" },
  ];
  const rows: TextCell[][] = [
    [{ text: cover.title, look: "title" }],
    ...(book.kind === "practice" ? [band(say(practiceWords.band))] : []),
    ...(withdrawn ? [band(say(withdrawnWords)), pair("", say(withdrawn))] : []),
    [],
    pair(say(words.what), cover.about),
    pair(say(words.edition), capital(editionName(book, language))),
    pair(say(words.date), formatDate(book.date, language)),
    pair(say(words.count), formatNumber(cover.count, 0, language)),
    pair(say(words.cite), citation(book, language)),
    pair(say(words.contact), contact),
    [],
    head(say(words.sheets)),
    ...cover.sheets.map(([name, about]) => pair(name, about)),
    [],
    head(say(words.reading)),
    ...[...readingWords.map(say), ...cover.notes].map((it) => pair("", it)),
    [],
    head(say(words.absent)),
    pair("", say(words.absentAbout)),
    ...absences.map((it) => pair(say(absenceLabel(it)), `${say(absenceExplanation(it))} (${it})`)),
    [],
    head(say(words.marks)),
    ...marks.map((it) => pair(say(markLabel(it)), `${say(markExplanation(it))} (${it})`)),
    [],
    head(say(words.sources)),
    pair("", say(words.licences)),
    ...sourcesOf(book, cover.indicators).map((it) =>
      pair(
        say(it.shortTitle),
        [
          `${sourceWord(book, language)}: ${say(it.title)}.`,
          `${say(words.owner)}: ${stopped(say(it.owner))}`,
          `${say(words.licence)}: ${stopped(say(it.licence))}`,
          it.links[0]?.url ?? "",
        ]
          .join(" ")
          .trim(),
      ),
    ),
  ];
  return { kind: "text", name: coverName(language), widths: [30, 95], rows, source: cover.source };
}

const pair = (label: string, text: string): TextCell[] => [
  label === "" ? undefined : { text: label, look: "label" },
  { text, look: "wrapped" },
];
const head = (text: string): TextCell[] => [{ text, look: "heading" }];
const stopped = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The sources of these indicators, in the order of the overview. */
export const sourcesOf = (book: Book, indicators: readonly Indicator[]) => {
  const used = new Set(indicators.map((it) => it.source));
  return book.catalogue.sources.filter((it) => used.has(it.id)).toSorted((a, b) => a.number - b.number);
};

/** What stands under a text that uses these figures. */
export const citation = (book: Book, language: Language): string =>
  `Impactmonitor, ${editionName(book, language)}, ${formatDate(book.date, language)}. ${words.citeSource[language]}`;

/** Above and below each printed sheet. */
export function printedWords({ book, withdrawn }: Paper, title: string, language: Language) {
  const above = [
    ...(book.kind === "practice" ? [practiceWords.band[language]] : []),
    ...(withdrawn ? [withdrawnWords[language]] : []),
  ].join(" – ");
  const below = `Impactmonitor, ${editionName(book, language)}, ${formatDate(book.date, language)} – ${title}`;
  return { above, below };
}
