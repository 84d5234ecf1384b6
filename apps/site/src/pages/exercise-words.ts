export const words = {
  title: { nl: "Oefening: van vraag naar gesprek", en: "Exercise: from question to conversation" },
  lede: {
    nl: "Zeven stappen, ongeveer vijftien minuten. U oefent met verzonnen cijfers. Aan het eind drukt u uw eigen woorden af.",
    en: "Seven steps, about fifteen minutes. You practise with invented figures. At the end you print your own words.",
  },
  open: { nl: "Toon het antwoord", en: "Show the answer" },
  do: { nl: "Doe dit:", en: "Do this:" },
  ask: { nl: "Vraag:", en: "Question:" },
  choose: { nl: "Kies een regio", en: "Choose a region" },
  take: { nl: "Kies", en: "Choose" },
  none: { nl: "Voor deze regio is hier geen cijfer.", en: "There is no figure here for this region." },
  noCompare: {
    nl: "Dit cijfer is niet met Nederland te vergelijken. Dat zegt u er dan bij.",
    en: "This figure cannot be compared with the Netherlands. You say so then.",
  },
  noTime: {
    nl: "Er is geen eerder cijfer dat te vergelijken is. Dan zegt u niets over vroeger.",
    en: "There is no earlier figure that can be compared. Then you say nothing about earlier.",
  },
  noContext: {
    nl: "Voor deze regio zijn er hier geen feiten over de omgeving.",
    en: "There are no facts about the setting of this region here.",
  },
  notSay: { nl: "En dit zegt het cijfer niet:", en: "And this the figure does not say:" },
  example: { nl: "Zo kan het:", en: "It can be done like this:" },
  starter: { nl: "Een vraag die kan passen:", en: "A question that may fit:" },
  subjects: { nl: "Onderwerpen met een oefencijfer:", en: "Subjects with a practice figure:" },
  own: { nl: "Uw eigen woorden", en: "Your own words" },
  course: (named: string) => ({ nl: `${named}: het verloop`, en: `${named}: over time` }),
  notSaid: { nl: "Wat het cijfer niet zegt", en: "What the figure does not say" },
  mine: { nl: "Mijn zin", en: "My sentence" },
  mineHint: { nl: "Zeg het cijfer in één zin.", en: "Say the figure in one sentence." },
  question: { nl: "Mijn vraag", en: "My question" },
  questionHint: { nl: "Stel één open vraag aan een partner.", en: "Ask one partner one open question." },
  sheet: { nl: "Maak een blad om af te drukken", en: "Make a page to print" },
  kept: {
    nl: "Uw woorden worden nergens bewaard. Schrijf geen namen van mensen op.",
    en: "Your words are kept nowhere. Do not write down names of people.",
  },
  sheetTitle: { nl: "Mijn oefening", en: "My exercise" },
  empty: { nl: "(niets ingevuld)", en: "(nothing filled in)" },
  back: { nl: "Terug naar de oefening", en: "Back to the exercise" },
  figure: { nl: "Het oefencijfer", en: "The practice figure" },
} as const;

export const steps = {
  region: {
    title: { nl: "Kies een regio", en: "Choose a region" },
    todo: { nl: "Open de bladzijde van de regio en kijk rond.", en: "Open the page of the region and look around." },
    ask: { nl: "Over hoeveel onderwerpen is er een cijfer?", en: "On how many subjects is there a figure?" },
  },
  read: {
    title: { nl: "Lees één cijfer", en: "Read one figure" },
    todo: {
      nl: "Open het cijfer. Lees ook wat er precies geteld is.",
      en: "Open the figure. Read what exactly was counted too.",
    },
    ask: {
      nl: "Hoeveel is het, over welke periode, en van welke bron?",
      en: "How much is it, over which period, and from which source?",
    },
  },
  compare: {
    title: { nl: "Vergelijk voorzichtig", en: "Compare with care" },
    todo: { nl: "Zet de regio naast Nederland.", en: "Put the region beside the Netherlands." },
    ask: {
      nl: "Is er een duidelijk verschil, of kan het toeval zijn?",
      en: "Is there a clear difference, or can it be chance?",
    },
  },
  time: {
    title: { nl: "Kijk naar de tijd", en: "Look at time" },
    todo: { nl: "Kijk naar het verloop van hetzelfde cijfer.", en: "Look at the same figure over time." },
    ask: { nl: "Wat kunt u zeggen over eerder?", en: "What can you say about earlier?" },
  },
  context: {
    title: { nl: "Kijk naar de omgeving", en: "Look at the setting" },
    todo: { nl: "Kijk wat er over de regio zelf bekend is.", en: "Look at what is known of the region itself." },
    ask: { nl: "Wat voor regio is dit?", en: "What kind of region is this?" },
  },
  say: {
    title: { nl: "Zeg het in één zin", en: "Say it in one sentence" },
    todo: {
      nl: "Schrijf onderaan één zin. Noem het cijfer, de periode en de regio.",
      en: "Write one sentence below. Name the figure, the period and the region.",
    },
    ask: { nl: "Zegt uw zin niet meer dan het cijfer?", en: "Does your sentence say no more than the figure?" },
  },
  ask: {
    title: { nl: "Stel één vraag", en: "Ask one question" },
    todo: {
      nl: "Schrijf onderaan één open vraag voor een partner in de regio.",
      en: "Write one open question below for a partner in the region.",
    },
    ask: {
      nl: "Kan die partner er iets op antwoorden dat u nog niet wist?",
      en: "Can that partner answer something that you did not know yet?",
    },
  },
} as const;
export type Step = keyof typeof steps;
