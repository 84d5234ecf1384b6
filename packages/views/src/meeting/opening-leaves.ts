import type { Language, Text } from "@impactmonitor/model/text";
import type { Book } from "../book.ts";
import type { Alarms } from "../comparison/alarms.ts";
import { alarmSentence } from "../comparison/compare-words.ts";
import { counted, nouns } from "../counted.ts";
import { formatDate } from "../format.ts";
import { capital, editionName } from "../practice-words.ts";
import type { Block, Leaf, TitleLeaf, WordsLeaf } from "./leaf.ts";

const pick = (language: Language) => (it: Text) => it[language];
export const lines = (texts: readonly Text[], language: Language): Block["lines"] => texts.map((it) => [it[language]]);

/** "Impactmonitor, editie 2026-11, 22 november 2026". */
export const editionLine = (book: Book, language: Language): string =>
  `Impactmonitor, ${editionName(book, language)}, ${formatDate(book.date, language)}`;

export function titleLeaf(book: Book, about: string, contact: string, language: Language): TitleLeaf {
  const nl = language === "nl";
  return {
    kind: "title",
    id: "title",
    title: [nl ? "Huiselijk geweld en kindermishandeling in cijfers" : "Domestic violence and child abuse in figures"],
    about: capital(about),
    lines: [
      nl ? "Voor het gesprek met partners" : "For the meeting with partners",
      `${capital(editionName(book, language))}, ${formatDate(book.date, language)}`,
    ],
    notes: contact === "" ? [] : [`${nl ? "Vragen over de monitor" : "Questions about the monitor"}: ${contact}`],
    hints: [
      nl
        ? "Spreek voor het begin af waar dit gesprek over gaat en wat het moet opleveren. Houd het klein: één vraag die u samen verder brengt, is genoeg."
        : "Agree before you begin what this talk is about and what it should yield. Keep it small: one question that you take further together is enough.",
      nl
        ? "In de notities bij elke dia staan de bron, wat wordt geteld en waar u op moet letten."
        : "The notes with each slide have the source, what is counted and what to watch for.",
    ],
    source: editionLine(book, language),
  };
}

/** What figures can and cannot do, and how to talk about them. */
export function expectationsLeaf(book: Book, language: Language): WordsLeaf {
  const nl = language === "nl";
  return {
    kind: "words",
    id: "expectations",
    title: [nl ? "Wat deze cijfers wel en niet kunnen" : "What these figures can and cannot do"],
    lead: nl
      ? "Cijfers zijn een begin van een gesprek. Wij kijken samen, en rekenen niemand af."
      : "Figures are where a talk begins. We look together, and hold nothing against anybody.",
    blocks: [
      { heading: nl ? "Dit kan wel" : "They can", lines: lines(can, language) },
      { heading: nl ? "Dit kan niet" : "They cannot", lines: lines(cannot, language) },
    ],
    writing: false,
    notes: cannotMore.map(pick(language)),
    hints: [
      nl
        ? "Neem hier de tijd voor. Wie bang is te worden afgerekend, praat niet vrij."
        : "Take time for this. Whoever fears to be judged does not talk freely.",
    ],
    source: editionLine(book, language),
  };
}

const can: readonly Text[] = [
  {
    nl: "Gebieden naast elkaar leggen, en een gebied naast zichzelf in eerdere jaren.",
    en: "Set areas side by side, and an area beside itself in earlier years.",
  },
  { nl: "Laten zien wat is geteld en wat niet.", en: "Show what has been counted and what has not." },
  { nl: "Vragen oproepen die u samen bespreekt.", en: "Raise questions that you discuss together." },
];
const cannot: readonly Text[] = [
  { nl: "Zeggen waardoor iets zo is.", en: "Say why something is as it is." },
  {
    nl: "Zeggen of iets goed of slecht is: er is geen norm.",
    en: "Say whether something is good or bad: there is no norm.",
  },
  { nl: "Tonen wat niemand ziet of meldt.", en: "Show what nobody sees or reports." },
  {
    nl: "Een kant-en-klaar antwoord geven op een beleidsvraag.",
    en: "Give a ready answer to a policy question.",
  },
];
const cannotMore: readonly Text[] = [
  {
    nl: "Meer meldingen betekent niet vanzelf meer geweld. Minder meldingen betekent niet vanzelf minder geweld.",
    en: "More reports do not by themselves mean more violence. Fewer reports do not by themselves mean less violence.",
  },
  {
    nl: "Cijfers van verschillende bronnen tellen niet hetzelfde. Tel ze nooit bij elkaar op.",
    en: "Figures of different sources do not count the same. Never add them up.",
  },
];

/** How a choice was made, of how many figures, and how often chance alone would show a difference. */
export function choiceLeaf(
  book: Book,
  it: {
    readonly how: readonly Text[];
    readonly shown: number;
    readonly available: number;
    readonly alarms: Alarms | undefined;
  },
  language: Language,
): WordsLeaf {
  const nl = language === "nl";
  const { subject } = nouns;
  const many = nl
    ? `Hier staan ${counted(it.shown, subject, language)}. In deze editie zijn er voor dit gebied cijfers over ${counted(it.available, subject, language)}.`
    : `Here are ${counted(it.shown, subject, language)}. This edition has figures on ${counted(it.available, subject, language)} for this area.`;
  return {
    kind: "words",
    id: "choice",
    title: [nl ? "Hoe deze cijfers zijn gekozen" : "How these figures were chosen"],
    lead: many,
    blocks: [
      { heading: nl ? "De keuze" : "The choice", lines: lines(it.how, language) },
      ...(it.alarms
        ? [
            {
              heading: nl ? "De rol van toeval" : "The part of chance",
              lines: [[alarmSentence(it.alarms, withNation, language)]],
            },
          ]
        : []),
    ],
    writing: false,
    notes: [],
    hints: [
      nl
        ? "Mist u een cijfer? De andere cijfers staan op de website. Kies niet alleen wat opvalt: wie lang zoekt, vindt altijd een verschil."
        : "Do you miss a figure? The other figures are on the website. Don’t choose only what stands out: whoever looks long enough always finds a difference.",
    ],
    source: editionLine(book, language),
  };
}
const withNation: Text = { nl: "met Nederland", en: "with the Netherlands" };

/** In which order the talk goes; each part has its own time. */
export function courseLeaf(book: Book, language: Language): Leaf {
  const nl = language === "nl";
  const part = (heading: Text, texts: readonly Text[]): Block => ({
    heading: heading[language],
    lines: lines(texts, language),
  });
  return {
    kind: "words",
    id: "course",
    title: [nl ? "Zo gaat dit gesprek: eerst kijken, dan besluiten" : "How this talk goes: look first, decide later"],
    lead: nl
      ? "Wij houden drie dingen uit elkaar. Dat geeft rust en een beter besluit."
      : "We keep three things apart. That gives calm and a better decision.",
    blocks: [
      part({ nl: "1. Kijken en duiden", en: "1. Look and make sense" }, [
        { nl: "Herkennen wij de cijfers?", en: "Do we recognise the figures?" },
        {
          nl: "Wat zien wij samen, en waar denken wij verschillend?",
          en: "What do we see alike, and where do we differ?",
        },
      ]),
      part({ nl: "2. Voorlopige conclusies", en: "2. Provisional conclusions" }, [
        { nl: "Wat weten wij nu, en wat nog niet?", en: "What do we know now, and what not yet?" },
        { nl: "Wat betekent dit voor onze doelen?", en: "What does it mean for our aims?" },
      ]),
      part({ nl: "3. Afspraken", en: "3. Agreements" }, [
        { nl: "Wie doet wat, en wanneer?", en: "Who does what, and when?" },
        { nl: "Wanneer kijken wij opnieuw?", en: "When do we look again?" },
      ]),
    ],
    writing: false,
    notes: [],
    hints: [
      nl
        ? "Een voorzitter die zelf geen belang heeft, bewaakt dat iedereen aan het woord komt en dat de drie delen uit elkaar blijven."
        : "A chair without a stake sees to it that everybody gets a say and that the three parts stay apart.",
      nl
        ? "Is er te weinig tijd? Doe dan alleen het eerste deel goed, en maak een tweede afspraak."
        : "Too little time? Then do only the first part well, and make a second appointment.",
    ],
    source: editionLine(book, language),
  };
}
