/** Words of the pages with worked examples. */
export const words = {
  all: { nl: "Uitgewerkte voorbeelden", en: "Worked examples" },
  lede: {
    nl: "Twee regio’s namen een vraag en liepen de eerste zes van de tien stappen. Wat zij vonden staat hier opnieuw, met de cijfers van toen. U kunt elk cijfer nagaan.",
    en: "Two regions took a question and went through the first six of the ten steps. What they found stands here anew, with the figures of that time. You can check each figure.",
  },
  eyebrow: { nl: "Uitgewerkt voorbeeld", en: "Worked example" },
  period: {
    nl: "{by} werkte dit voorbeeld uit in {month}. De cijfers zijn van {period}, tenzij er iets anders staat. Deze pagina haalt elk cijfer uit {edition}.",
    en: "{by} worked this example out in {month}. The figures are of {period}, unless something else is said. This page takes each figure from {edition}.",
  },
  legend: {
    nl: "Een cijfer met een link staat in deze monitor en is na te gaan. Wat u leest achter ‘Volgens {by}’, staat alleen in het rapport: dat is hier niet na te rekenen.",
    en: "A figure with a link is in this monitor and can be checked. What you read after ‘According to {by}’ is in the report only: it can’t be redone here.",
  },
  stops: {
    nl: "Het voorbeeld houdt op bij stap 6, met vragen. Antwoorden komen pas uit het gesprek.",
    en: "The example stops at step 6, with questions. Answers come only out of the talk.",
  },
  crumbs: { nl: "U bent hier", en: "You are here" },
  step: { nl: "Stap {n}", en: "Step {n}" },
  view: { nl: "Bekijk dit cijfer", en: "See this figure" },
  according: { nl: "Volgens {by}:", en: "According to {by}:" },
  cannotRedo: { nl: "Hier niet na te rekenen.", en: "Can’t be redone here." },
  differs: { nl: "Hier zegt het rapport twee dingen", en: "Here the report says two things" },
  mind: { nl: "Lees dit eerst", en: "Read this first" },
  ours: { nl: "Wat wij doen:", en: "What we do:" },
  lacking: {
    nl: "Dit cijfer staat niet in deze editie: {subject}, {period}.",
    en: "This figure is not in this edition: {subject}, {period}.",
  },
  subject: { nl: "Wat de regio wilde zien", en: "What the region wanted to see" },
  figure: { nl: "Cijfer in deze monitor", en: "Figure in this monitor" },
  now: { nl: "En nu?", en: "And now?" },
  nowText: {
    nl: "Bekijk dezelfde vraag met de nieuwste cijfers, voor deze regio of voor uw eigen.",
    en: "See the same question with the newest figures, for this region or for your own.",
  },
  practice: {
    nl: "De voorbeelden gaan over echte regio’s en echte cijfers. Hier in de oefenomgeving zijn alle cijfers verzonnen, dus staan de voorbeelden er niet. U vindt ze buiten de oefenomgeving, onder ‘Vragen’.",
    en: "The examples are about real regions and real figures. Here in the practice environment all figures are invented, so the examples are not here. You find them outside the practice environment, under ‘Questions’.",
  },
  none: { nl: "In deze editie staan nog geen voorbeelden.", en: "This edition has no examples yet." },
  sources: { nl: "Waar deze cijfers vandaan komen", en: "Where these figures come from" },
  report: { nl: "Rapport:", en: "Report:" },
} as const;
