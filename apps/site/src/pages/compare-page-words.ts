import { comparisonWords } from "@impactmonitor/views/comparison/comparison-words";

/** What the compare page says around its figures. */
export const words = {
  crumb: { nl: "Gebieden vergelijken", en: "Compare areas" },
  keep: {
    nl: "Uw groep gebieden en cijfers staat in het adres van deze pagina. Bewaar dit adres, dan vindt u dezelfde vergelijking terug.",
    en: "Your group of areas and figures stands in the address of this page. Keep this address to find the same comparison again.",
  },
  show: { nl: "Toon", en: "Show" },
  forms: {
    rate: { nl: "per inwoner of als aandeel", en: "per inhabitant or as a share" },
    count: { nl: "als aantal", en: "as a number" },
    index: { nl: "als index", en: "as an index" },
  },
  look: { nl: "Beeld", en: "View" },
  looks: {
    overview: { nl: "alles in één tabel", en: "all in one table" },
    figures: { nl: "elk cijfer apart", en: "each figure by itself" },
  },
  change: { nl: "Pas de vergelijking aan", en: "Change the comparison" },
  csv: { nl: "Deze tabel als CSV", en: "This table as CSV" },
  tableOf: { nl: "Tabel van gebieden en cijfers", en: "Table of areas and figures" },
  slide: {
    nl: "De tabel is breder dan het scherm: schuif opzij voor meer cijfers.",
    en: "The table is wider than the screen: slide sideways for more figures.",
  },
  more: { nl: "Meer over dit cijfer", en: "More about this figure" },
  ...comparisonWords,
  takeAlong: { nl: "Meenemen en aanpassen", en: "Take along and change" },
} as const;
