/** The words of the page with comparable areas. */
export const words = {
  eyebrow: { nl: "Vergelijkbare gebieden", en: "Comparable areas" },
  title: { nl: "Gebieden die lijken op {area}", en: "Areas like {area}" },
  heading: { nl: "{areas} die lijken op {area}", en: "{areas} like {area}" },
  choose: { nl: "Welke gebieden lijken op elkaar?", en: "Which areas are like each other?" },
  about: {
    nl: "Gebieden die op elkaar lijken in wie er woont en waar: om cijfers eerlijker te vergelijken.",
    en: "Areas that are like each other in who lives there and where: to compare figures more fairly.",
  },
  lede: {
    nl: "Deze gebieden lijken het meest op {area} in wie er woont en hoe het gebied is. Cijfers over huiselijk geweld en kindermishandeling tellen hierin niet mee.",
    en: "These areas are most like {area} in who lives there and what the area is like. Figures on domestic violence and child abuse don’t count in this.",
  },
  inPractice: {
    nl: "In de oefenomgeving zijn deze kenmerken wel echt. Alleen de cijfers over geweld zijn verzonnen.",
    en: "In the practice environment these traits are real. Only the figures on violence are invented.",
  },
  notRank: {
    nl: "De lijst zegt niet welk gebied het beter doet. Gebieden die op elkaar lijken, kunnen toch anders werken of registreren.",
    en: "The list does not say which area does better. Areas that are alike can still work or record in another way.",
  },
  chooseLede: {
    nl: "Kies een gebied. U ziet welke gebieden er het meest op lijken, waarin, en hoe sterk. U bepaalt zelf wat meetelt.",
    en: "Choose an area. You see which areas are most like it, in what, and how much. You decide what counts.",
  },
  orFind: { nl: "Of zoek een gemeente of provincie:", en: "Or look for a municipality or province:" },
  toRegions: { nl: "alle gebieden", en: "all areas" },
  another: { nl: "Een ander gebied", en: "Another area" },
  area: { nl: "Regio", en: "Region" },
  show: { nl: "Toon", en: "Show" },
  chosen: { nl: "Uw keuze", en: "Your choice" },
  leftOut: { nl: "U liet weg: {traits}.", en: "You left out: {traits}." },
  heavy: { nl: "Telt bij u zwaar: {traits}.", en: "Counts heavily for you: {traits}." },
  plain: { nl: "Telt bij u gewoon: {traits}.", en: "Counts as usual for you: {traits}." },
  without: { nl: "U liet deze gebieden weg: {areas}.", en: "You left out these areas: {areas}." },
  again: { nl: "Terug naar de gewone keuze", en: "Back to the usual choice" },
  compare: { nl: "Vergelijk met deze gebieden", en: "Compare with these areas" },
  toArea: { nl: "Alle cijfers van {area}", en: "All figures of {area}" },
  adjust: { nl: "Kies zelf wat meetelt", en: "Choose yourself what counts" },
  weigh: { nl: "Hoe zwaar telt elk kenmerk?", en: "How much does each trait count?" },
  weights: {
    0: { nl: "niet", en: "not" },
    1: { nl: "gewoon", en: "as usual" },
    2: { nl: "zwaar", en: "heavily" },
  },
  exclude: { nl: "Welke gebieden laat u weg?", en: "Which areas do you leave out?" },
  excludeHelp: {
    nl: "Voor elk gebied dat u weglaat, komt het volgende in de lijst.",
    en: "For each area that you leave out, the next one comes into the list.",
  },
  count: { nl: "Hoeveel gebieden?", en: "How many areas?" },
  apply: { nl: "Pas toe", en: "Apply" },
  perArea: { nl: "Hoe ver ze van elkaar liggen", en: "How far apart they are" },
  perAreaIntro: {
    nl: "Per gebied ziet u elk kenmerk hier, daar, en het verschil in woorden.",
    en: "For each area you see each trait here, there, and the difference in words.",
  },
  trait: { nl: "Kenmerk", en: "Trait" },
  difference: { nl: "Verschil", en: "Difference" },
  notCounted: { nl: "telt niet mee", en: "does not count" },
  missing: { nl: "Niet bekend, dus niet meegeteld: {traits}.", en: "Not known, so not counted: {traits}." },
  perTrait: { nl: "Per kenmerk: alle {areas}", en: "By trait: all {areas}" },
  key: {
    nl: "Stip: {area}. Ring: een gebied uit de lijst. Streepje: een ander gebied.",
    en: "Dot: {area}. Ring: an area of the list. Tick: another area.",
  },
  alternative: {
    nl: "{own}. De gebieden in de lijst: {near}. Alle gebieden liggen tussen {low} en {high}.",
    en: "{own}. The areas in the list: {near}. All areas lie between {low} and {high}.",
  },
  keys: { nl: "Pijltjestoetsen: lees de waarden één voor één", en: "Arrow keys: read the values one by one" },
  madeOf: { nl: "Gemaakt uit: {variables}, {year}.", en: "Made from: {variables}, {year}." },
  approx: { nl: "Opgeteld of gewogen uit gemeenten.", en: "Summed or weighted from municipalities." },
  absent: {
    nl: "Voor {areas} niet bekend, dus telt niet mee: {traits}.",
    en: "Not known for {areas}, so does not count: {traits}.",
  },
  unknownHere: {
    nl: "Voor {area} niet bekend, dus telt niet mee: {traits}.",
    en: "Not known for {area}, so does not count: {traits}.",
  },
  how: { nl: "Zo is het berekend", en: "How it is worked out" },
  howText: {
    nl: "Elk verschil wordt gemeten in standaarddeviaties: hoe ver gebieden bij dit kenmerk gewoonlijk uit elkaar liggen. Zo telt een kenmerk met grote getallen niet zwaarder dan een ander. ‘Bijna gelijk’ is minder dan {slight} standaarddeviatie, ‘iets’ minder dan {plain}, ‘veel’ {large} of meer. De afstand tussen twee gebieden is de wortel uit het gemiddelde van de gekwadrateerde verschillen. Een gebied lijkt ‘heel sterk’ op een ander bij een afstand onder {very}, ‘sterk’ onder {much}, ‘redelijk’ onder {fairly}.",
    en: "Each difference is measured in standard deviations: how far areas ordinarily are apart in this trait. So a trait with large numbers does not count more than another. ‘Almost the same’ is less than {slight} of a standard deviation, ‘slightly’ less than {plain}, ‘far’ {large} or more. The distance between two areas is the root of the mean of the squared differences. An area is ‘very much’ like another at a distance below {very}, ‘much’ below {much}, ‘fairly’ below {fairly}.",
  },
  reasons: {
    level: {
      nl: "Vergelijkbare gebieden zijn er voor regio’s, provincies en gemeenten.",
      en: "There are comparable areas for regions, provinces and municipalities.",
    },
    "no-traits": {
      nl: "Deze editie heeft geen kenmerken waarmee gebieden te vergelijken zijn.",
      en: "This edition has no traits by which areas can be matched.",
    },
    ended: {
      nl: "Dit gebied bestaat niet meer. Kies het gebied waar het nu bij hoort.",
      en: "This area no longer exists. Choose the area to which it belongs now.",
    },
    unknown: {
      nl: "Van dit gebied is geen van de kenmerken bekend die meetellen.",
      en: "None of the traits that count is known of this area.",
    },
    "nothing-counts": {
      nl: "U liet alle kenmerken weg. Laat er ten minste één meetellen.",
      en: "You left out all traits. Let at least one count.",
    },
    "none-left": {
      nl: "Er blijft geen gebied over. Laat minder gebieden weg.",
      en: "No area is left. Leave out fewer areas.",
    },
  },
  onArea: { nl: "Vergelijkbare gebieden", en: "Comparable areas" },
  onAreaIntro: {
    nl: "Het meest lijken op {area}, in wie er woont en hoe het gebied is:",
    en: "Most like {area}, in who lives there and what the area is like:",
  },
  onAreaMore: {
    nl: "Bekijk waarin, en kies zelf wat meetelt",
    en: "See in what, and choose yourself what counts",
  },
} as const;
