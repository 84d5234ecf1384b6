import type { Column } from "./column.ts";
import { judgementLabel, judgementSentence } from "@impactmonitor/views/comparison/judgement-words";
import { measureLabel } from "@impactmonitor/views/format";
import { formOf, limitWritten, valueIn, verdictCode, type FigureRow } from "./figure-row.ts";

/** A figure in the measure that compares, beside the country, as the pages say it. */
export const besideColumns: readonly Column<FigureRow>[] = [
  {
    name: "compared_as",
    title: { nl: "Vergeleken als (code)", en: "Compared as (code)" },
    means: {
      nl: "De maat waarin gebieden van verschillende grootte te vergelijken zijn, als code.",
      en: "The measure in which areas of different size compare, as a code.",
    },
    width: 12,
    read: (row) => row.like?.measure,
  },
  {
    name: "compared_as_name",
    title: { nl: "Vergeleken als", en: "Compared as" },
    means: { nl: "Die maat in woorden.", en: "That measure in words." },
    width: 24,
    read: ({ like, indicator, language }) => like && measureLabel(indicator, like.measure, language),
  },
  {
    name: "compared_value",
    title: { nl: "Waarde om te vergelijken", en: "Value to compare" },
    means: {
      nl: "Het cijfer in die maat. Een aantal is gedeeld door het aantal inwoners of door het totaal; dan staan alle decimalen er.",
      en: "The figure in that measure. A count is divided by the population or by its total, and then has all its decimals.",
    },
    width: 14,
    read: ({ like }) => like && valueIn(like.cell),
    form: ({ like, indicator, it }) => formOf(like && valueIn(like.cell), indicator, like?.measure ?? it.measure),
  },
  {
    name: "country_value",
    title: { nl: "Nederland", en: "Netherlands" },
    means: {
      nl: "Het cijfer van heel Nederland in dezelfde maat.",
      en: "The figure of the whole country in the same measure.",
    },
    width: 12,
    read: ({ comparison }) => comparison && valueIn(comparison.other.cell),
    form: ({ comparison, indicator, it }) =>
      formOf(comparison && valueIn(comparison.other.cell), indicator, comparison?.other.measure ?? it.measure),
  },
  {
    name: "probably_from",
    title: { nl: "Waarschijnlijk van", en: "Probably from" },
    means: {
      nl: "Wat toeval alleen openlaat (95%), in de maat om te vergelijken: van.",
      en: "What chance alone leaves open (95%), in the measure that compares: from.",
    },
    width: 14,
    read: ({ comparison }) => limitWritten(comparison?.between?.lower),
    form: ({ like, indicator, it }) => formOf(0.5, indicator, like?.measure ?? it.measure),
  },
  {
    name: "probably_to",
    title: { nl: "Waarschijnlijk tot", en: "Probably to" },
    means: {
      nl: "Wat toeval alleen openlaat (95%), in de maat om te vergelijken: tot.",
      en: "What chance alone leaves open (95%), in the measure that compares: to.",
    },
    width: 14,
    read: ({ comparison }) => limitWritten(comparison?.between?.upper),
    form: ({ like, indicator, it }) => formOf(0.5, indicator, like?.measure ?? it.measure),
  },
  {
    name: "beside_country",
    title: { nl: "Naast Nederland (code)", en: "Beside the country (code)" },
    means: {
      nl: "Het oordeel van de pagina als code. Zonder ‘clear’ erachter kan het toeval zijn.",
      en: "The judgement of the page as a code. Without ‘clear’ behind it, it may be chance.",
    },
    width: 18,
    read: ({ comparison }) => verdictCode(comparison),
  },
  {
    name: "beside_country_name",
    title: { nl: "Naast Nederland", en: "Beside the country" },
    means: {
      nl: "Het oordeel van de pagina in een paar woorden. Hoger of lager is niet goed of slecht.",
      en: "The judgement of the page in a few words. Higher or lower is not good or bad.",
    },
    width: 24,
    read: ({ comparison, language }) => comparison && judgementLabel(comparison.judgement, language),
  },
  {
    name: "beside_country_words",
    title: { nl: "Wat dat zegt", en: "What that says" },
    means: { nl: "Hetzelfde in een hele zin.", en: "The same in a whole sentence." },
    width: 48,
    read: ({ comparison, language }) => comparison && judgementSentence(comparison, language),
  },
];
