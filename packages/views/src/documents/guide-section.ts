import { marks } from "@impactmonitor/model/cell";
import { absences } from "@impactmonitor/model/cell";
import type { Text } from "@impactmonitor/model/text";
import { absenceExplanation, absenceLabel, absenceSymbol } from "../absence-words.ts";
import { markExplanation, markLabel, markSymbol } from "../mark-words.ts";
import { practiceWords } from "../practice-words.ts";
import { contextReminder } from "../sentences/talk.ts";
import { sentence, type Asked } from "./asked.ts";
import type { Block, Section, Table } from "./book-content.ts";

const words = {
  title: { nl: "Zo leest u dit boek", en: "How to read this book" },
  order: {
    nl: "Lees de thema’s in hun volgorde: zij volgen de weg van wat mensen meemaken naar wat organisaties doen. Of zoek in de inhoud het cijfer dat u nodig hebt: elk cijfer staat op zichzelf.",
    en: "Read the themes in their order: they follow the way from what people experience to what organisations do. Or look up the figure you need in the contents: each figure stands by itself.",
  },
  each: { nl: "Bij elk cijfer vindt u", en: "With each figure you find" },
  parts: [
    {
      nl: "het cijfer in één zin: wat er is geteld, waar en over welke periode;",
      en: "the figure in one sentence: what was counted, where and over which period;",
    },
    {
      nl: "waarmee het is vergeleken, en hoe zeker dat is;",
      en: "what it is compared with, and how sure that is;",
    },
    {
      nl: "een beeld van het verloop, van de verdeling over gebieden en van de groepen, met de waarden erbij;",
      en: "a picture of its course, of where areas lie and of the groups, with the values beside it;",
    },
    { nl: "wat het cijfer niet zegt;", en: "what the figure does not say;" },
    { nl: "wat het precies is, en uit welke bron.", en: "what exactly it is, and from which source." },
  ],
  higher: { nl: "Hoger, lager en toeval", en: "Higher, lower and chance" },
  judged: [
    {
      nl: "“Hoger” of “lager” staat er alleen als het verschil groter is dan u door toeval en gewone verschillen verwacht.",
      en: "“Higher” or “lower” is said only where the difference is larger than you would expect from chance and ordinary differences.",
    },
    { nl: "“Lijkt hoger” of “lijkt lager” kan toeval zijn.", en: "“Seems higher” or “seems lower” may be chance." },
    {
      nl: "“Niet duidelijk anders” betekent niet dat twee cijfers gelijk zijn. Het verschil is te klein om er iets over te zeggen.",
      en: "“Not clearly different” does not mean that two figures are the same. The difference is too small to say anything about.",
    },
    {
      nl: "Hoger of lager is op zichzelf niet goed of slecht. Waarom een cijfer anders is, laat het cijfer niet zien.",
      en: "Higher or lower is not good or bad in itself. Why a figure differs is not something that the figure shows.",
    },
  ],
  signs: { nl: "Tekens bij cijfers", en: "Signs with figures" },
  sign: { nl: "Teken", en: "Sign" },
  means: { nl: "Betekenis", en: "Meaning" },
  practice: {
    nl: "Alle cijfers in dit boek zijn verzonnen om mee te oefenen. Ze gaan over geen enkele echte regio. Haal er geen conclusies uit en gebruik ze niet als bron.",
    en: "All figures in this book are invented to practise with. They are about no real region. Draw no conclusions from them and don’t use them as a source.",
  },
  withdrawn: { nl: "Deze editie is ingetrokken", en: "This edition was withdrawn" },
} as const;

/** The reading guide: what stands where, what the words of a comparison are worth, and what the signs mean. */
export function guideSection(asked: Asked): Section {
  const { language, book, withdrawn } = asked;
  const say = (it: Text): string => it[language];
  const list = (all: readonly Text[]): Block => ({ kind: "list", items: all.map((it) => [say(it)]) });
  const warning: Block[] = [
    ...(book.kind === "practice"
      ? [{ kind: "note" as const, title: say(practiceWords.short), items: [[say(words.practice)]] }]
      : []),
    ...(withdrawn ? [{ kind: "note" as const, title: say(words.withdrawn), items: [[sentence(say(withdrawn))]] }] : []),
  ];
  return {
    id: "guide",
    title: say(words.title),
    blocks: [
      ...warning,
      { kind: "text", parts: [say(words.order)] },
      { kind: "heading", text: say(words.each) },
      list(words.parts),
      { kind: "heading", text: say(words.higher) },
      list([...words.judged, contextReminder]),
      { kind: "heading", text: say(words.signs) },
      { kind: "table", table: signsTable(asked) },
    ],
  };
}

function signsTable({ language }: Asked): Table {
  const rows = [
    ...marks.map((it) => [markSymbol(it), markLabel(it)[language], markExplanation(it)[language]]),
    ...absences.map((it) => [absenceSymbol(it), absenceLabel(it)[language], absenceExplanation(it)[language]]),
  ];
  return {
    caption: words.signs[language],
    head: [words.sign[language], words.means[language]],
    rows: rows.map(([sign = "", label = "", why = ""]) => ({
      cells: [{ text: sign }, { text: `${label.slice(0, 1).toUpperCase()}${label.slice(1)}. ${why}` }],
      own: false,
    })),
    signs: [],
  };
}
