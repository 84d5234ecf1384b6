/** What there is to know of a figure: on the card of its page and in documents. */
export const definitionWords = {
  heading: { nl: "Wat dit cijfer is", en: "What this figure is" },
  counts: { nl: "Wat er wordt geteld", en: "What is counted" },
  numerator: { nl: "Teller", en: "Numerator" },
  denominator: { nl: "Noemer", en: "Denominator" },
  deviating: { nl: "Let op: andere definitie", en: "Note: another definition" },
  rounding: { nl: "Afronding", en: "Rounding" },
  breaks: { nl: "Breuken in de reeks", en: "Breaks in the series" },
  levels: { nl: "De bron geeft dit voor", en: "The source gives this for" },
  frequency: { nl: "Hoe vaak nieuw", en: "How often new" },
  polarity: { nl: "Hoger of lager", en: "Higher or lower" },
  vouched: { nl: "Wie staat in voor het cijfer", en: "Who answers for the figure" },
  notChecked: {
    nl: "Het CBS heeft dit cijfer en de methode niet gecontroleerd.",
    en: "CBS did not check this figure or its method.",
  },
  tables: { nl: "Tabellen in StatLine", en: "StatLine tables" },
  former: { nl: "Andere namen", en: "Other names" },
  status: { nl: "Status", en: "Status" },
  modelPart: { nl: "Deel van het model", en: "Part of the model" },
} as const;

export const polarityWords = {
  neither: {
    nl: "Hoger of lager is op zichzelf niet goed of slecht.",
    en: "Higher or lower is not good or bad in itself.",
  },
  "lower-is-better": { nl: "Lager is gunstiger.", en: "Lower is more favourable." },
  "higher-is-better": { nl: "Hoger is gunstiger.", en: "Higher is more favourable." },
} as const;

export const statusWords = {
  available: { nl: "beschikbaar", en: "available" },
  partly: { nl: "deels beschikbaar", en: "partly available" },
  advised: { nl: "geadviseerd, nog niet gemeten", en: "advised, not measured yet" },
  "to-be-determined": { nl: "nog te bepalen", en: "to be determined" },
} as const;

export const modelPartWords = {
  structure: { nl: "structuur en voorwaarden", en: "structure and conditions" },
  process: { nl: "proces", en: "process" },
  result: { nl: "resultaat", en: "result" },
} as const;
