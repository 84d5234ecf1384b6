import type { Indicator } from "@impactmonitor/model/indicator";
import { levelNames } from "../area-words.ts";
import { definitionWords as words, polarityWords, statusWords } from "../definition-words.ts";
import { periodLabel } from "../period-words.ts";
import { sourceWord } from "../practice-words.ts";
import { sentence, type Asked } from "./asked.ts";
import type { Term } from "./book-content.ts";

/** What a figure is, as the card on its page says it. */
export function definitionTerms({ book, language }: Asked, indicator: Indicator): readonly Term[] {
  const source = indicator.source ? book.sources.get(indicator.source) : undefined;
  const say = (it: { readonly nl: string; readonly en: string }): string => sentence(it[language]);
  const fact = (term: string, text: string | undefined): Term[] => (text ? [{ term, parts: [text] }] : []);
  const word = (key: keyof typeof words): string => words[key][language];
  return [
    ...fact(word("counts"), say(indicator.counts)),
    ...fact(word("deviating"), indicator.deviatingDefinition && say(indicator.deviatingDefinition)),
    ...fact(word("numerator"), indicator.numerator && say(indicator.numerator)),
    ...fact(word("denominator"), indicator.denominator && say(indicator.denominator)),
    ...fact(word("rounding"), indicator.rounding && say(indicator.rounding)),
    ...fact(
      word("breaks"),
      indicator.breaks.map((it) => `${periodLabel(it.at, language)}: ${say(it.reason)}`).join(" "),
    ),
    ...fact(word("polarity"), polarityWords[indicator.polarity][language]),
    ...fact(word("levels"), indicator.levels.map((it) => levelNames(it)[language]).join(", ")),
    ...fact(word("frequency"), say(indicator.frequency)),
    ...fact(sourceWord(book, language), source && say(source.title)),
    ...fact(
      word("vouched"),
      source && [say(source.vouchedBy), ...(source.checkedByCbs ? [] : [word("notChecked")])].join(" "),
    ),
    ...fact(word("tables"), indicator.tables.join(", ")),
    ...fact(
      word("status"),
      indicator.status === "available"
        ? undefined
        : sentence(
            [statusWords[indicator.status][language], indicator.statusReason?.[language]].filter(Boolean).join(": "),
          ),
    ),
  ];
}
