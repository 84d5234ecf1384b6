/** What a yearly report says around its figures. */
export const reportWords = {
  title: { nl: "Jaarrapport {year}", en: "Yearly report {year}" },
  what: {
    nl: "Cijfers over huiselijk geweld en kindermishandeling in Nederland, tot en met {year}",
    en: "Figures on domestic violence and child abuse in the Netherlands, up to and including {year}",
  },
  introduction: { nl: "Inleiding", en: "Introduction" },
  startingPoints: { nl: "Uitgangspunten en begrippen", en: "Starting points and terms" },
  results: { nl: "Resultaten", en: "Results" },
  sources: { nl: "Verantwoording per bron", en: "Account of each source" },
  news: { nl: "Wat is nieuw", en: "What is new" },
  missing: { nl: "Wat ontbreekt, en waarom", en: "What is missing, and why" },
  conclusion: { nl: "Conclusie", en: "Conclusion" },
  written: { nl: "Van de redactie", en: "From the editors" },
  period: { nl: "Periode", en: "Period" },
  doesNotSay: { nl: "Wat dit cijfer niet zegt", en: "What this figure does not say" },
  without: { nl: "Zonder landelijk cijfer", en: "Without a national figure" },
} as const;
