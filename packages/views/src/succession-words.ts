/** What an area came from and what became of it, in words for the page and for documents. */
export const successionWords = {
  ended: { nl: "Dit gebied bestond tot en met {date}.", en: "This area existed until {date}." },
  now: { nl: "Het hoort nu bij", en: "It is now part of" },
  nowRegion: { nl: "Dat ligt in", en: "That lies in" },
  divided: { nl: "Het is verdeeld over", en: "It was divided over" },
  ownFigures: {
    nl: "Cijfers van toen staan op deze pagina. Vergelijk ze niet met cijfers van het nieuwe gebied.",
    en: "Figures of that time are on this page. Don’t compare them with figures of the new area.",
  },
  born: {
    nl: "Dit gebied bestaat sinds {date}. Daarvóór waren het",
    en: "This area exists since {date}. Before, it was",
  },
  joined: { nl: "In dit gebied opgegaan", en: "Became part of this area" },
  inPart: { nl: "voor een deel", en: "in part" },
  until: { nl: "tot {date}", en: "until {date}" },
  notAdded: {
    nl: "Hun cijfers staan op hun eigen pagina. De monitor telt ze niet bij elkaar op.",
    en: "Their figures are on their own pages. The monitor does not add them up.",
  },
  nothingThen: {
    nl: "Ook daarvan staan er geen cijfers in deze editie.",
    en: "This edition has no figures on that either.",
  },
  oneNotAdded: {
    nl: "Cijfers daarvan staan op een eigen pagina. De monitor telt ze hier niet bij op.",
    en: "Its figures are on its own page. The monitor does not add them to those here.",
  },
  former: {
    nl: { one: "Cijfers hierover bestaan voor het vroegere gebied", many: "Cijfers hierover bestaan voor de vroegere" },
    en: { one: "Figures on this exist for the former area", many: "Figures on this exist for the former" },
  },
  upTo: { nl: "tot en met {period}", en: "up to and including {period}" },
  notSummed: {
    nl: "Zij gaan over een ander gebied en worden niet opgeteld.",
    en: "They are about another territory and are not added up.",
  },
  before: {
    nl: "{area} bestond toen nog niet. Kijk voor die periode bij",
    en: "{area} did not exist yet. For that period, see",
  },
  after: {
    nl: "{area} bestond toen niet meer. Kijk voor die periode bij",
    en: "{area} did not exist any more. For that period, see",
  },
  otherTerritory: {
    nl: "Dat is een ander gebied: een verschil ertussen is geen stijging of daling.",
    en: "That is another territory: a difference between them is no rise or fall.",
  },
} as const;
