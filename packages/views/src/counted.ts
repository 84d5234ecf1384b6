import type { Language, Text } from "@impactmonitor/model/text";
import { formatNumber } from "./format.ts";

/** A noun as it follows 1, and as it follows any other number. */
export interface Noun {
  readonly one: Text;
  readonly many: Text;
}

/** A count with its noun: "1 bron", "4 bronnen", "1.200 cijfers"; in English "1 source", "4 sources", "0 sources". */
export const counted = (n: number, noun: Noun, language: Language): string =>
  `${formatNumber(n, 0, language)} ${(n === 1 ? noun.one : noun.many)[language]}`;

/** What the pages count. Areas of one kind have their names in area-words.ts. */
export const nouns = {
  area: { one: { nl: "gebied", en: "area" }, many: { nl: "gebieden", en: "areas" } },
  subject: { one: { nl: "onderwerp", en: "subject" }, many: { nl: "onderwerpen", en: "subjects" } },
  source: { one: { nl: "bron", en: "source" }, many: { nl: "bronnen", en: "sources" } },
  fact: { one: { nl: "gegeven", en: "fact" }, many: { nl: "gegevens", en: "facts" } },
  figure: { one: { nl: "cijfer", en: "figure" }, many: { nl: "cijfers", en: "figures" } },
  period: { one: { nl: "periode", en: "period" }, many: { nl: "perioden", en: "periods" } },
  measurement: { one: { nl: "meting", en: "measurement" }, many: { nl: "metingen", en: "measurements" } },
  otherValue: { one: { nl: "andere waarde", en: "other value" }, many: { nl: "andere waarden", en: "other values" } },
  year: { one: { nl: "jaar", en: "year" }, many: { nl: "jaar", en: "years" } },
  month: { one: { nl: "maand", en: "month" }, many: { nl: "maanden", en: "months" } },
} as const satisfies Readonly<Record<string, Noun>>;
