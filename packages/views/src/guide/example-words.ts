import { isValue } from "@impactmonitor/model/cell";
import type { ExampleKind } from "@impactmonitor/model/page-place";
import type { Language, Text } from "@impactmonitor/model/text";
import { judgementSentence } from "../comparison/judgement-words.ts";
import { formatCell } from "../format.ts";
import type { Example } from "./example.ts";

/** What follows the figures of an example; nothing where the figure, its sign and its guard say it all. */
export function exampleWords(kind: ExampleKind, it: Example, language: Language): string {
  if (it.comparison) return judgementSentence(it.comparison, language);
  if (kind === "margin") return marginWords(it, language);
  return words[kind]?.[language] ?? "";
}

const words: Readonly<Partial<Record<ExampleKind, Text>>> = {
  "rounded-parts": {
    nl: "De twee halfjaren zijn samen niet precies het jaar. Elk van de drie getallen is apart afgerond.",
    en: "The two half-years together are not exactly the year. Each of the three numbers was rounded on its own.",
  },
  zero: {
    nl: "Dit is een echt getal: de bron telde er geen.",
    en: "This is a real number: the source counted none.",
  },
  range: {
    nl: "De bron geeft alleen deze twee grenzen. Het midden is geen cijfer.",
    en: "The source gives only these two bounds. The middle is not a figure.",
  },
  break: {
    nl: "Vergelijk dit cijfer niet met de perioden ervoor.",
    en: "Do not compare this figure with the periods before it.",
  },
};

function marginWords({ figures: [it] }: Example, language: Language): string {
  const { cell, indicator, measure } = it;
  if (!isValue(cell) || cell.lower === undefined || cell.upper === undefined) return "";
  const [lower, upper] = [cell.lower, cell.upper].map((value) =>
    formatCell({ value, marks: [] }, indicator, measure, language),
  );
  return language === "nl" ? `De marge loopt van ${lower} tot ${upper}.` : `The margin runs from ${lower} to ${upper}.`;
}
