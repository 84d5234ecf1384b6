import type { Language } from "@impactmonitor/model/text";
import type { Book } from "../book.ts";
import { sourceName } from "../practice-words.ts";
import type { Shown } from "../shown.ts";
import type { TableLeaf } from "./leaf.ts";
import { editionLine } from "./opening-leaves.ts";

/** Each source of the figures that were told, with how it counts; and how figures were compared. */
export function sourcesLeaf(book: Book, figures: readonly Shown[], language: Language): TableLeaf {
  const nl = language === "nl";
  const ids = [...new Set(figures.flatMap((it) => it.indicator.source ?? []))];
  const sources = ids.flatMap((id) => book.sources.get(id) ?? []);
  return {
    kind: "table",
    id: "sources",
    title: [nl ? "Bronnen en werkwijze" : "Sources and method"],
    lead: "",
    head: nl
      ? ["Bron", "Hoe komen de cijfers tot stand?", "Over wie of wat"]
      : ["Source", "How do the figures come about?", "About whom or what"],
    widths: [0.2, 0.48, 0.32],
    rows: sources.map((it) => [[sourceName(book, it, language)], [it.method[language]], [it.population[language]]]),
    empty: 0,
    foot: method[language],
    notes: [
      ...sources.flatMap((it) => it.limits.map((limit) => `${sourceName(book, it, language)}: ${limit[language]}`)),
      nl
        ? "Alle definities, alle waarden en de hele werkwijze staan op de website van de monitor."
        : "All definitions, all values and the whole method are on the website of the monitor.",
    ],
    source: editionLine(book, language),
  };
}

const method: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    "‘Hoger’ en ‘lager’ staan er alleen als een verschil groter is dan toeval en de gewone verschillen tussen gebieden, voor zover die bekend zijn. Anders staat er dat het niet duidelijk anders is.",
    "Kleine aantallen zijn niet getoond of afgerond, zodat niemand te herkennen is.",
  ],
  en: [
    "‘Higher’ and ‘lower’ are said only where a difference is larger than chance and the ordinary differences between areas, as far as these are known. Otherwise it says: not clearly different.",
    "Small numbers are not shown or rounded, so that nobody can be recognised.",
  ],
};
