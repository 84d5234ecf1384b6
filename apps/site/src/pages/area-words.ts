/** The words of the area page. */
export const words = {
  intro: {
    nl: "{subjects} met cijfers, uit {sources}. Elk cijfer noemt zijn periode en bron.",
    en: "{subjects} with figures, from {sources}. Every figure names its period and source.",
  },
  none: {
    nl: "Voor dit gebied staan er nog geen cijfers in deze editie.",
    en: "This edition has no figures for this area yet.",
  },
  orderWhy: { nl: "Leesvolgorde", en: "Reading order" },
  order: { nl: "Stap voor stap, en wat er hier is", en: "Step by step, and what there is here" },
  begin: {
    nl: "Lees de thema’s van boven naar beneden: zij volgen de weg van wat mensen meemaken naar wat organisaties doen.",
    en: "Read the themes from top to bottom: they follow the way from what people experience to what organisations do.",
  },
  beginNation: {
    nl: "Hoe groot het probleem naar schatting is, is alleen voor heel Nederland bekend. Begin daar:",
    en: "How large the problem is estimated to be is known for the Netherlands as a whole only. Begin there:",
  },
  noneBut: {
    nl: "U ziet wat er wel is voor een groter gebied, en waar u verder kunt zoeken.",
    en: "You see what there is for a larger area, and where you can look further.",
  },
  subject: { nl: "Onderwerp", en: "Subject" },
  figure: { nl: "Cijfer", en: "Figure" },
  nation: { nl: "Nederland", en: "Netherlands" },
  here: { nl: "hier", en: "here" },
  period: { nl: "Periode", en: "Period" },
  line: { nl: "Verloop", en: "Over time" },
  per: { nl: "per 10.000 inwoners", en: "per 10,000 inhabitants" },
  ofAll: { nl: "van alle {whole}", en: "of all {whole}" },
  around: { nl: "Wat er wel is voor {area}", en: "What there is for {area}" },
  aroundIntro: {
    nl: "Deze cijfers gaan over iedereen {around}, niet over {area} alleen.",
    en: "These figures are about everyone {around}, not about {area} alone.",
  },
  aroundAll: { nl: "Alle {n} onderwerpen voor {area}", en: "All {n} subjects for {area}" },
  elsewhere: { nl: "Verder zoeken naar cijfers voor {area}", en: "Looking further for figures on {area}" },
  atSource: {
    nl: "Het CBS heeft tabellen met cijfers per gebied over {n} onderwerpen die hier ontbreken. Zoek daarin {area}:",
    en: "CBS has tables with figures by area on {n} subjects that are missing here. Look for {area} in (in Dutch):",
  },
  elsewhereWider: { nl: "Andere gebieden hier omheen:", en: "Other areas around here:" },
  supply: {
    nl: "Wat nog niemand meet, staat op deze pagina bij de thema’s, met wie het zou kunnen leveren.",
    en: "What nobody measures yet is listed by theme on this page, with who could supply it.",
  },
  supplier: { nl: "Wie kan dit leveren?", en: "Who could supply it?" },
  elsewhereMunicipalities: { nl: "Gemeenten met cijfers:", en: "Municipalities with figures:" },
  more: { nl: "en {values}", en: "and {values}" },
  missing: { nl: "Geen cijfer voor {area}: {subjects}", en: "No figure for {area}: {subjects}" },
  empty: { nl: "Thema’s zonder cijfer voor {area}", en: "Themes without a figure for {area}" },
  toTheme: { nl: "Landelijke cijfers en wat er ontbreekt", en: "National figures and what is missing" },
  insteadSee: { nl: "Wel voor", en: "There is one for" },
  national: { nl: "Landelijk", en: "National" },
  nationalOne: { nl: "1 landelijk cijfer", en: "1 national figure" },
  nationalMany: { nl: "{n} landelijke cijfers", en: "{n} national figures" },
  whyEach: {
    nl: "Waarom er per onderwerp geen regionaal cijfer is ({n} onderwerpen)",
    en: "Why there is no regional figure for each subject ({n} subjects)",
  },
  notInCohort: {
    nl: "Uitkomsten na een melding zijn voor deze regio zelf niet gemeten.",
    en: "Outcomes after a report were not measured for this region itself.",
  },
  source: { nl: "Bron", en: "Source" },
  age: { nl: "Periode eindigde {age} vóór deze editie.", en: "Period ended {age} before this edition." },
  context: { nl: "Over dit gebied", en: "About this area" },
  contextIntro: {
    nl: "Deze gegevens helpen om cijfers te plaatsen. Ze verklaren geen verschil.",
    en: "These data help to place figures. They don’t explain any difference.",
  },
  municipalities: { nl: "Gemeenten", en: "Municipalities" },
  municipalitiesIntro: {
    nl: "Een link betekent: deze editie heeft cijfers voor de gemeente. Voor alle gemeenten heeft StatLine cijfers van Veilig Thuis.",
    en: "A link means: this edition has figures for the municipality. StatLine has Veilig Thuis figures for all municipalities.",
  },
  kin: { nl: "Zie ook", en: "See also" },
  same: { nl: "zelfde gebied", en: "same territory" },
  changes: { nl: "Wat veranderde aan dit gebied", en: "What changed about this area" },
  old: { nl: "oud cijfer: {age}", en: "old figure: {age}" },
  cohort: {
    second: {
      nl: "Deze regio deed mee aan het tweede cohortonderzoek naar uitkomsten na een melding (2016–2020).",
      en: "This region took part in the second cohort study of outcomes after a report (2016–2020).",
    },
    third: {
      nl: "Uitkomsten na een melding zijn in deze regio niet gemeten in het tweede cohortonderzoek. De regio zat in het derde (2021–2023).",
      en: "Outcomes after a report were not measured in this region in the second cohort study. The region was in the third (2021–2023).",
    },
  },
  approx: { nl: "opgeteld of gewogen uit gemeenten", en: "summed or weighted from municipalities" },
  onThisPage: { nl: "Op deze pagina", en: "On this page" },
  balance: {
    nl: "De meeste cijfers gaan over Veilig Thuis. Over hulp ná Veilig Thuis is weinig bekend.",
    en: "Most figures are about Veilig Thuis. Little is known about help after Veilig Thuis.",
  },
} as const;
