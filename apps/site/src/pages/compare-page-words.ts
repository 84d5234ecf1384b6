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
  table: { nl: "Alles in één tabel", en: "All in one table" },
  area: { nl: "Gebied", en: "Area" },
  nation: { nl: "Nederland", en: "Netherlands" },
  figure: { nl: "Cijfer", en: "Figure" },
  index: { nl: "Index (Nederland = 100)", en: "Index (Netherlands = 100)" },
  between: { nl: "Waarschijnlijk tussen", en: "Probably between" },
  besideNation: { nl: "Naast Nederland", en: "Beside the Netherlands" },
  beside: { nl: "Naast {area}", en: "Beside {area}" },
  slide: {
    nl: "De tabel is breder dan het scherm: schuif opzij voor meer cijfers.",
    en: "The table is wider than the screen: slide sideways for more figures.",
  },
  tableHow: {
    nl: "Elk cijfer is beoordeeld naast de gewone verschillen tussen gebieden van dezelfde soort. De gebieden staan op naam, het eerst gekozen gebied vooraan. Hoger of lager is niet hetzelfde als beter of slechter.",
    en: "Each figure is judged beside the ordinary differences between areas of the same kind. Areas stand by name, the one that was chosen first in front. Higher or lower is not the same as better or worse.",
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
  more: { nl: "Meer over dit cijfer", en: "More about this figure" },
  doesNotSay: { nl: "Wat dit cijfer niet zegt:", en: "What this figure does not say:" },
  missedPeriod: {
    nl: "Van de gekozen periode is er geen cijfer; hier staat de nieuwste.",
    en: "There is no figure of the chosen period; here is the newest.",
  },
  missedCategory: {
    nl: "De gekozen uitsplitsing is er niet voor deze gebieden; hier staat een andere.",
    en: "The chosen breakdown is not there for these areas; here is another.",
  },
  chance: { nl: "Hoeveel hiervan is toeval?", en: "How much of this is chance?" },
  chanceNation: { nl: "met Nederland", en: "with the Netherlands" },
  chanceBeside: { nl: "met {area}", en: "with {area}" },
  chanceNote: {
    nl: "Bij een enkel cijfer dat buiten de grenzen valt, kan dat dus toeval zijn. Vraag dan na of het elders ook te zien is, en kijk de volgende keer weer.",
    en: "So for a single figure outside the limits that may be chance. Ask whether it shows elsewhere too, and look again next time.",
  },
  none: { nl: "Zonder cijfer", en: "Without a figure" },
  noneOf: { nl: "Geen van deze gebieden", en: "None of these areas" },
  instead: { nl: "Wel voor", en: "But for" },
  takeAlong: { nl: "Meenemen en aanpassen", en: "Take along and change" },
} as const;
