/** Words of the pages with worked examples. */
export const words = {
  all: { nl: "Uitgewerkte voorbeelden", en: "Worked examples" },
  lede: {
    nl: "Twee regio’s kozen een vraag en doorliepen de eerste zes van de tien stappen. U leest wat zij deden, met de cijfers van toen. Elk cijfer met een link kunt u nagaan.",
    en: "Two regions chose a question and went through the first six of the ten steps. You read what they did, with the figures of that time. Each figure with a link you can check.",
  },
  eyebrow: { nl: "Uitgewerkt voorbeeld", en: "Worked example" },
  period: {
    nl: "{by} werkte dit voorbeeld uit in {month}. De cijfers zijn van {period}, tenzij er iets anders staat. Deze pagina haalt elk cijfer uit {edition}.",
    en: "{by} worked out this example in {month}. The figures are those of {period}, unless stated otherwise. This page takes each figure from {edition}.",
  },
  legend: {
    nl: "Een cijfer met een link staat in deze monitor en is na te gaan. Wat u leest achter ‘Volgens {by}’, staat alleen in het rapport: dat is hier niet na te rekenen.",
    en: "A figure with a link is in this monitor and can be checked. What you read after ‘According to {by}’ is in the report only: it can’t be redone here.",
  },
  stops: {
    nl: "Het voorbeeld houdt op bij stap 6, met vragen. Antwoorden komen pas uit het gesprek.",
    en: "The example stops at step 6, with questions. Answers only come from the conversation.",
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
  plan: { nl: "Begin een plan met deze vraag", en: "Begin a plan with this question" },
  talk: { nl: "Verder met stap 7: het goede gesprek", en: "On to step 7: the good conversation" },
  steps: { nl: "Alle tien de stappen", en: "All ten steps" },
  practice: {
    nl: "De voorbeelden gaan over echte regio’s en echte cijfers. Hier in de oefenomgeving zijn alle cijfers verzonnen, dus staan de voorbeelden er niet. U vindt ze buiten de oefenomgeving, onder ‘Vragen’.",
    en: "The examples are about real regions and real figures. Here in the practice environment all figures are invented, so the examples are not here. You find them outside the practice environment, under ‘Questions’.",
  },
  none: { nl: "In deze editie staan nog geen voorbeelden.", en: "This edition has no examples yet." },
  sources: { nl: "Waar deze cijfers vandaan komen", en: "Where these figures come from" },
  report: { nl: "Rapport:", en: "Report:" },
} as const;
