import type { Term } from "@impactmonitor/model/glossary";
import type { Language, Text } from "@impactmonitor/model/text";
import { counted, nouns } from "../counted.ts";
import type { Asked } from "../documents/asked.ts";
import { sentence } from "../documents/asked.ts";
import type { Block, Section } from "../documents/book-content.ts";
import { practiceWords } from "../practice-words.ts";
import { contextReminder } from "../sentences/talk.ts";
import { partsText } from "../statement.ts";
import type { ReportTheme } from "./report-content.ts";
import type { ReportAsked } from "./report-of.ts";
import { reportWords } from "./report-words.ts";

const words = {
  practice: {
    nl: "Alle cijfers in dit rapport zijn verzonnen om mee te oefenen. Gebruik ze niet als bron.",
    en: "All figures in this report are invented to practise with. Don’t use them as a source.",
  },
  withdrawn: { nl: "Deze editie is ingetrokken", en: "This edition was withdrawn" },
  counts: {
    nl: "Dit rapport vertelt over {subjects} wat er landelijk bekend is tot en met {year}. Bij {own} gaat het nieuwste cijfer over {year} zelf. Bij de andere is het ouder; de periode staat erbij.",
    en: "This report tells of {subjects} what is known for the country up to and including {year}. For {own} the newest figure is about {year} itself. For the others it is older; the period stands with it.",
  },
  countsNone: {
    nl: "Dit rapport vertelt over {subjects} wat er landelijk bekend is tot en met {year}. Over {year} zelf staat nog geen landelijk cijfer in deze editie. Elk cijfer hieronder is ouder; de periode staat erbij.",
    en: "This report tells of {subjects} what is known for the country up to and including {year}. This edition has no national figure about {year} itself yet. Each figure below is older; the period stands with it.",
  },
  empty: {
    nl: "Over de tijd tot en met {year} staan er geen landelijke cijfers in deze editie.",
    en: "This edition has no national figures about the time up to and including {year}.",
  },
  figures: {
    nl: "De zinnen bij de cijfers zijn dezelfde als op de site. Ze zeggen wat er is geteld en waarmee het te vergelijken is. Waarom een cijfer anders is dan een ander, zeggen ze niet: dat laat een cijfer niet zien.",
    en: "The sentences with the figures are the same as on the site. They say what was counted and with what it compares. They don’t say why one figure differs from another: a figure does not show that.",
  },
  editors: {
    nl: "Wat de redactie schreef, staat steeds onder het kopje “Van de redactie”. Al het andere komt uit de editie zelf.",
    en: "What the editors wrote stands under the heading “From the editors” each time. All else comes from the edition itself.",
  },
  points: [
    {
      nl: "Elk cijfer komt uit een bron die al bestaat. Voor de monitor wordt niets extra geregistreerd.",
      en: "Each figure comes from a source that exists already. Nothing extra is recorded for the monitor.",
    },
    {
      nl: "Cijfers van verschillende bronnen of met verschillende definities zijn niet bij elkaar opgeteld.",
      en: "Figures of different sources or with different definitions were not added together.",
    },
    {
      nl: "Een verschil heet alleen “hoger” of “lager” als het groter is dan u door toeval verwacht. “Niet duidelijk anders” betekent niet dat twee cijfers gelijk zijn.",
      en: "A difference is called “higher” or “lower” only where it is larger than you would expect from chance. “Not clearly different” does not mean that two figures are the same.",
    },
    {
      nl: "Hoger of lager is op zichzelf niet goed of slecht. Gebieden staan nergens op volgorde van hoog naar laag.",
      en: "Higher or lower is not good or bad in itself. Areas nowhere stand in order from high to low.",
    },
    {
      nl: "Wat een bron niet toont, vullen wij niet in.",
      en: "What a source does not show, we don’t fill in.",
    },
  ],
  terms: { nl: "Begrippen", en: "Terms" },
  none: {
    nl: "De redactie heeft bij dit rapport geen conclusie geschreven. De cijfers trekken er zelf geen: zij laten zien wat er is geteld, niet waardoor het zo is of wat er moet gebeuren.",
    en: "The editors wrote no conclusion for this report. The figures draw none themselves: they show what was counted, not what made it so or what should be done.",
  },
  draft: {
    nl: "Hier is plaats voor de conclusie van de redactie.",
    en: "Here is room for the conclusion of the editors.",
  },
} as const;

/** What the report holds, in numbers of subjects. */
export function introductionSection(asked: Asked, year: number, themes: readonly ReportTheme[]): Section {
  const { language, book, withdrawn } = asked;
  const results = themes.flatMap((it) => it.results);
  const own = results.filter((it) => it.own).length;
  const told = results.length === 0 ? words.empty : own > 0 ? words.counts : words.countsNone;
  const text = told[language]
    .replace("{subjects}", counted(results.length, nouns.subject, language))
    .replace("{own}", String(own))
    .replaceAll("{year}", String(year));
  const say = (it: Text): string => it[language];
  return {
    id: "introduction",
    title: say(reportWords.introduction),
    blocks: [
      ...(book.kind === "practice"
        ? [{ kind: "note" as const, title: say(practiceWords.short), items: [[say(words.practice)]] }]
        : []),
      ...(withdrawn
        ? [{ kind: "note" as const, title: say(words.withdrawn), items: [[sentence(say(withdrawn))]] }]
        : []),
      { kind: "text", parts: [text] },
      { kind: "text", parts: [`${say(words.figures)} ${say(words.editors)}`] },
    ],
  };
}

/** On what the report rests, and the terms of the glossary that its sentences use. */
export function startingPointsSection({ book, language }: Asked, themes: readonly ReportTheme[]): Section {
  const say = (it: Text): string => it[language];
  const used = termsIn(book.catalogue.glossary, textOf(themes), language);
  const terms: Block[] =
    used.length === 0
      ? []
      : [
          { kind: "heading", text: say(words.terms) },
          {
            kind: "terms",
            terms: used.map((it) => ({ term: say(it.term), parts: [sentence(say(it.explanation))] })),
          },
        ];
  return {
    id: "starting-points",
    title: say(reportWords.startingPoints),
    blocks: [{ kind: "list", items: [...words.points, contextReminder].map((it) => [say(it)]) }, ...terms],
  };
}

const textOf = (themes: readonly ReportTheme[]): string =>
  themes
    .flatMap(({ title, about, results }) => [
      title,
      about,
      ...results.flatMap((it) => [it.title, partsText(it.statement), ...it.sentences.map(partsText), ...it.doesNotSay]),
    ])
    .join(" \n ")
    .toLowerCase();

/** Terms of which the word itself, whole, stands in the text; in alphabetical order. */
function termsIn(glossary: readonly Term[], text: string, language: Language): readonly Term[] {
  const collator = new Intl.Collator(language);
  return glossary
    .filter((it) => new RegExp(`(?<![\\p{L}])${escaped(it.term[language].toLowerCase())}(?![\\p{L}])`, "u").test(text))
    .toSorted((a, b) => collator.compare(a.term[language], b.term[language]));
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** Left to the editors: where they wrote none, that is what it says. */
export function conclusionSection({ language, draft }: ReportAsked, written: boolean): Section {
  const text = draft ? words.draft : words.none;
  return {
    id: "conclusion",
    title: reportWords.conclusion[language],
    blocks: written ? [] : [{ kind: "text", parts: [text[language]] }],
  };
}
