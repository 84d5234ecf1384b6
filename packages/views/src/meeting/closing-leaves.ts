import type { Language, Text } from "@impactmonitor/model/text";
import type { Book } from "../book.ts";
import type { Block, TableLeaf, WordsLeaf } from "./leaf.ts";
import { editionLine, lines } from "./opening-leaves.ts";

/** Room for what the partners bring themselves: beside the monitor, never added to it. */
export function ownFiguresLeaf(book: Book, language: Language): TableLeaf {
  const nl = language === "nl";
  return {
    kind: "table",
    id: "own-figures",
    title: [nl ? "Cijfers die partners zelf meebrengen" : "Figures that partners bring themselves"],
    lead: nl
      ? "Zet ze hiernaast, en tel ze niet op bij cijfers uit de monitor: zij tellen vaak iets anders."
      : "Set them beside these, and don’t add them to figures of the monitor: they often count something else.",
    head: nl
      ? ["Organisatie", "Cijfer", "Periode", "Wat is geteld?", "Bron"]
      : ["Organisation", "Figure", "Period", "What was counted?", "Source"],
    widths: [0.2, 0.16, 0.14, 0.32, 0.18],
    rows: [],
    empty: 6,
    foot: [],
    notes: [
      nl
        ? "Alleen totalen: geen gegevens van personen, en geen aantallen waarin iemand te herkennen is."
        : "Totals only: no details of persons, and no numbers in which somebody can be recognised.",
    ],
    hints: [
      nl
        ? "Vraag elke partner vooraf om één of twee cijfers, met wat er is geteld en over welke periode."
        : "Ask each partner beforehand for one or two figures, with what was counted and over which period.",
      nl
        ? "Zijn cijfers lastig naast elkaar te leggen? Nodig een onderzoeker uit."
        : "Are figures hard to set side by side? Invite a researcher.",
    ],
    source: editionLine(book, language),
  };
}

/** Making sense of it together: recognise, practice, plans, other voices. */
export function reflectionLeaf(book: Book, language: Language): WordsLeaf {
  const nl = language === "nl";
  return {
    ...plain(
      "reflection",
      nl ? "Samen kijken: herkennen wij dit?" : "Looking together: do we recognise this?",
      book,
      language,
    ),
    lead: nl
      ? "Nog geen conclusies. Meer dan één uitleg mag naast elkaar blijven staan."
      : "No conclusions yet. More than one reading may stand side by side.",
    blocks: [
      block({ nl: "De cijfers", en: "The figures" }, language, [
        { nl: "Herkent u ze? Waarom wel of niet?", en: "Do you recognise them? Why, or why not?" },
        { nl: "Passen ze bij de praktijk van elke dag?", en: "Do they fit everyday practice?" },
        { nl: "Meten ze wat wij willen weten?", en: "Do they measure what we want to know?" },
      ]),
      block({ nl: "Onze plannen", en: "Our plans" }, language, [
        {
          nl: "Welke doelen stelden wij, en wat hebben wij gedaan?",
          en: "Which aims did we set, and what have we done?",
        },
        { nl: "Hoe past dat bij deze cijfers?", en: "How does that fit these figures?" },
        { nl: "Wat kan er nog meer hebben gespeeld?", en: "What else may have played a part?" },
      ]),
      block({ nl: "Wie er nog niet is", en: "Who is not here" }, language, [
        { nl: "Welke ervaring hoort hier nog bij?", en: "Which experience belongs here too?" },
        { nl: "Wie ziet dit van een andere kant?", en: "Who sees this from another side?" },
        { nl: "Wat vertellen mensen die het hebben meegemaakt?", en: "What do people tell who lived through it?" },
      ]),
    ],
    hints: [
      nl
        ? "Laat eerst iedereen zeggen wat hij of zij herkent. Zoek wat u deelt, en benoem ook waar u verschilt."
        : "Let everybody first say what they recognise. Look for what you share, and name where you differ too.",
    ],
    notes: [
      nl
        ? "Deel geen verhalen waarin iemand te herkennen is."
        : "Share no stories in which somebody can be recognised.",
    ],
  };
}

/** What was seen alike and what not, each with room to write. */
export function sharedLeaf(book: Book, language: Language): WordsLeaf {
  const nl = language === "nl";
  return {
    ...plain(
      "shared",
      nl ? "Wat wij samen zien, en waar wij verschillen" : "What we see alike, and where we differ",
      book,
      language,
    ),
    lead: "",
    blocks: [
      { heading: nl ? "Dit zien wij allemaal" : "All of us see this", lines: [] },
      { heading: nl ? "Hier denken wij verschillend over, want …" : "On this we differ, for …", lines: [] },
      { heading: nl ? "Dit weten wij nog niet" : "This we don’t know yet", lines: [] },
    ],
    writing: true,
    notes: [],
    hints: [
      nl
        ? "Schrijf op welke organisaties meededen, met hun rol en zonder namen van personen."
        : "Write down which organisations took part, with their role and without names of persons.",
      nl
        ? "Een verschil van inzicht hoeft vandaag niet opgelost. Schrijf op wat nodig is om verder te komen."
        : "A difference of view need not be settled today. Write down what it takes to get further.",
    ],
  };
}

/** What follows from it, for now; and how the talk itself went. */
export function conclusionsLeaf(book: Book, language: Language): WordsLeaf {
  const nl = language === "nl";
  return {
    ...plain("conclusions", nl ? "Voorlopige conclusies" : "Provisional conclusions", book, language),
    lead: nl
      ? "Voorlopig: een volgend cijfer of gesprek kan ze veranderen."
      : "Provisional: a next figure or talk may change them.",
    blocks: [
      block({ nl: "Over de doelen", en: "About the aims" }, language, [
        {
          nl: "Hoe verhoudt dit zich tot de doelen van de regio en van elke partner?",
          en: "How does this relate to the aims of the region and of each partner?",
        },
        {
          nl: "Geldt het voor iedereen, of voor bepaalde groepen?",
          en: "Does it hold for all, or for certain groups?",
        },
      ]),
      block({ nl: "Over wat wij leren", en: "About what we learn" }, language, [
        {
          nl: "Wat willen wij blijven volgen, en wat hebben wij daarvoor nodig?",
          en: "What do we want to keep following, and what does that take?",
        },
        {
          nl: "Doet een andere regio iets wat hier ook zou kunnen?",
          en: "Does another region do something that could be done here too?",
        },
      ]),
      block({ nl: "Over dit gesprek", en: "About this talk" }, language, [
        { nl: "Wie miste er, of kwam niet aan het woord?", en: "Who was missing, or did not get a say?" },
        { nl: "Bracht het gesprek wat wij hoopten?", en: "Did the talk bring what we hoped?" },
      ]),
    ],
    writing: true,
    notes: [
      nl
        ? "Schrijf bij elke conclusie waar zij op rust: een cijfer, een ervaring uit de praktijk, of beide."
        : "Write with each conclusion what it rests on: a figure, experience from practice, or both.",
    ],
  };
}

/** Who does what, when, and when one may expect to see it in figures. */
export function agreementsLeaf(book: Book, language: Language): TableLeaf {
  const nl = language === "nl";
  return {
    kind: "table",
    id: "agreements",
    title: [nl ? "Afspraken" : "Agreements"],
    lead: nl ? "Wij kijken opnieuw op: …………………………" : "We look again on: …………………………",
    head: nl
      ? ["Wat gaan wij doen?", "Wie?", "Wanneer klaar?", "Wat is nodig?", "Wanneer te zien in cijfers?"]
      : ["What will we do?", "Who?", "Done when?", "What does it take?", "To be seen in figures when?"],
    widths: [0.3, 0.17, 0.15, 0.19, 0.19],
    rows: [],
    empty: 6,
    foot: [],
    notes: [
      nl
        ? "Is een besluit van een bestuur nodig? Schrijf op van welk, en wie het vraagt."
        : "Is a decision of a board needed? Write down of which, and who asks for it.",
      nl
        ? "Geef elke afspraak een redelijke tijd: een cijfer over een jaar verschijnt pas lang na dat jaar."
        : "Give each agreement a reasonable time: a figure about a year appears only long after that year.",
      nl ? "Herhaal dit gesprek, bijvoorbeeld elk jaar." : "Repeat this talk, every year for instance.",
    ],
    source: editionLine(book, language),
  };
}

const plain = (id: string, title: string, book: Book, language: Language) => ({
  kind: "words" as const,
  id,
  title: [title],
  writing: false,
  source: editionLine(book, language),
});

const block = (heading: Text, language: Language, texts: readonly Text[]): Block => ({
  heading: heading[language],
  lines: lines(texts, language),
});
