/** What stands beside a figure and under its pictures, on the page and in documents. */
export const figureWords = {
  doesNotSay: { nl: "Wat dit cijfer niet zegt", en: "What this figure does not say" },
  openPoint: { nl: "Een open punt is een voorlopig cijfer.", en: "An open point is a provisional figure." },
  multiple: {
    nl: "Bij één geval kunnen meer antwoorden horen. Tel de delen niet op: samen zijn ze vaak meer dan het geheel.",
    en: "One case can have several answers. Don’t add the parts up: together they are often more than the whole.",
  },
  markIsNation: { nl: "Streepje op de balk: Nederland.", en: "Mark on the bar: the Netherlands." },
  supplier: { nl: "Wie kan dit leveren?", en: "Who could supply it?" },
  strip: { nl: "Verdeling", en: "Distribution" },
  noRank: {
    nl: "Elke stip is een gebied. De plaats zegt niet wat goed of slecht is: er is geen norm, en gebieden werken en registreren verschillend.",
    en: "Each dot is an area. Its place does not say what is good or bad: there is no norm, and areas work and register differently.",
  },
  trend: { nl: "Verloop", en: "Over time" },
  ofAll: { nl: "van alle {whole}", en: "of all {whole}" },
  derived: {
    nl: "Per 10.000 inwoners: zelf berekend uit het aantal van de bron en de inwoners volgens het CBS.",
    en: "Per 10,000 inhabitants: our own calculation from the source’s count and the inhabitants according to CBS.",
  },
  derivedShare: {
    nl: "Procent: zelf berekend uit de aantallen van de bron. Die zijn afgerond; de uitkomst kan dus iets afwijken.",
    en: "Per cent: our own calculation from the source’s counts. These are rounded, so the result may be slightly off.",
  },
  perHead: { nl: "Dat is", en: "That is" },
  sameTerritory: {
    nl: "Gepubliceerd voor: {area}. Dat is hetzelfde gebied.",
    en: "Published for: {area}. That is the same territory.",
  },
} as const;
