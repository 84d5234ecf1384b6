/** What stands around the pictures and tables of a comparison, on the page and in documents. */
export const comparisonWords = {
  chanceNation: { nl: "met Nederland", en: "with the Netherlands" },
  chanceBeside: { nl: "met {area}", en: "with {area}" },
  chance: { nl: "Hoeveel hiervan is toeval?", en: "How much of this is chance?" },
  chanceNote: {
    nl: "Bij een enkel cijfer dat buiten de grenzen valt, kan dat dus toeval zijn. Vraag dan na of het elders ook te zien is, en kijk de volgende keer weer.",
    en: "So for a single figure outside the limits that may be chance. Ask whether it shows elsewhere too, and look again next time.",
  },
  outliersBelow: {
    nl: "Deze gebieden vielen de vorige keer buiten de gewone verschillen.",
    en: "These areas lay outside the ordinary differences last time.",
  },
  outliers: { nl: "De vorige keer buiten de gewone verschillen:", en: "Last time outside the ordinary differences:" },
  table: { nl: "Alles in één tabel", en: "All in one table" },
  area: { nl: "Gebied", en: "Area" },
  nation: { nl: "Nederland", en: "Netherlands" },
  figure: { nl: "Cijfer", en: "Figure" },
  index: { nl: "Index (Nederland = 100)", en: "Index (Netherlands = 100)" },
  between: { nl: "Waarschijnlijk tussen", en: "Probably between" },
  besideNation: { nl: "Naast Nederland", en: "Beside the Netherlands" },
  beside: { nl: "Naast {area}", en: "Beside {area}" },
  tableHow: {
    nl: "De gebieden staan op naam, het eerst gekozen gebied vooraan. Hoger of lager is niet hetzelfde als beter of slechter.",
    en: "Areas stand by name, the one that was chosen first in front. Higher or lower is not the same as better or worse.",
  },
  strip: { nl: "Waar liggen deze gebieden?", en: "Where do these areas lie?" },
  stripDots: {
    nl: "Een grijze stip is een gebied dat u niet koos.",
    en: "A grey dot is an area that you did not choose.",
  },
  stripFirst: { nl: "De ruit is {first}.", en: "The diamond is {first}." },
  stripBand: {
    nl: "De band toont de gewone verschillen voor een gebied zo groot als {area}; voor een kleiner gebied is die breder.",
    en: "The band shows the ordinary differences for an area as large as {area}; for a smaller area it is wider.",
  },
  series: { nl: "Verloop, alle gebieden op één schaal", en: "Over time, all areas on one scale" },
  seriesNation: { nl: "De stippellijn is Nederland.", en: "The dashed line is the Netherlands." },
  seriesOpen: {
    nl: "Een open stip is een voorlopig cijfer. Een onderbroken lijn: er is anders geteld, het gebied veranderde of er is geen cijfer.",
    en: "An open dot is a provisional figure. A broken line: it was counted otherwise, the area changed or there is no figure.",
  },
  noSeries: {
    nl: "Van dit cijfer is er geen reeks voor deze gebieden.",
    en: "There is no series of this figure for these areas.",
  },
  numbers: { nl: "De cijfers in woorden", en: "The figures in words" },
  doesNotSay: { nl: "Wat dit cijfer niet zegt:", en: "What this figure does not say:" },
  missedPeriod: {
    nl: "Van de gekozen periode is er geen cijfer; hier staat de nieuwste.",
    en: "There is no figure of the chosen period; here is the newest.",
  },
  missedCategory: {
    nl: "De gekozen uitsplitsing is er niet voor deze gebieden; hier staat een andere.",
    en: "The chosen breakdown is not there for these areas; here is another.",
  },
  none: { nl: "Zonder cijfer", en: "Without a figure" },
  noneOf: { nl: "Geen van deze gebieden", en: "None of these areas" },
  instead: { nl: "Wel voor", en: "But for" },
} as const;
