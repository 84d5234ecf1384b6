/** What an area has figures on, before the figures: on its page and in its documents. */
export const areaIntro = {
  intro: {
    nl: "{subjects} met cijfers, uit {sources}. Elk cijfer noemt zijn periode en bron.",
    en: "{subjects} with figures, from {sources}. Every figure names its period and source.",
  },
  none: {
    nl: "Voor dit gebied staan er nog geen cijfers in deze editie.",
    en: "This edition has no figures for this area yet.",
  },
  noneBut: {
    nl: "U ziet wat er wel is voor een groter gebied, en waar u verder kunt zoeken.",
    en: "You see what there is for a larger area, and where you can look further.",
  },
  balance: {
    nl: "De meeste cijfers gaan over Veilig Thuis. Over hulp ná Veilig Thuis is weinig bekend.",
    en: "Most figures are about Veilig Thuis. Little is known about help after Veilig Thuis.",
  },
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
  notInCohort: {
    nl: "Uitkomsten na een melding zijn voor deze regio zelf niet gemeten.",
    en: "Outcomes after a report were not measured for this region itself.",
  },
} as const;
