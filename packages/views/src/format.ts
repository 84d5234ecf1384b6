import type { Cell } from "@impactmonitor/model/cell";
import { isValue, matchCell } from "@impactmonitor/model/cell";
import type { Indicator, Measure } from "@impactmonitor/model/indicator";
import type { Language } from "@impactmonitor/model/text";
import { absenceSymbol } from "./absence-words.ts";

const locales = { nl: "nl-NL", en: "en-GB" } as const;
const formatters = new Map<string, Intl.NumberFormat>();

/** A number as people of the language write it: 60.880 in Dutch, 60,880 in English. */
export function formatNumber(value: number, decimals: number, language: Language): string {
  const key = `${language}${decimals}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(locales[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      // A fall that rounds to nought is not "−0,0".
      signDisplay: "negative",
    });
    formatters.set(key, formatter);
  }
  return formatter.format(value).replace("-", "−");
}

const defaultDecimals: Readonly<Record<Measure, number>> = {
  count: 0,
  persons: 0,
  percent: 1,
  "per-10000": 1,
  "per-100000": 1,
  "per-million": 1,
  mean: 1,
  years: 1,
};

export const decimalsOf = (indicator: Indicator, measure: Measure): number =>
  indicator.decimals[measure] ?? defaultDecimals[measure];

/**
 * With how many decimals a value is written. A source that prints "8%" did not measure 8,0%; whole values keep the decimals
 * of the indicator only in its tables.
 */
export const decimalsWritten = (value: number, indicator: Indicator, measure: Measure): number =>
  Number.isInteger(value) && measure !== "per-10000" ? 0 : decimalsOf(indicator, measure);

/** The value alone, for a table cell: "60.880", "55,6%", "90.000–127.000" or the symbol of the reason. */
export function formatCell(cell: Cell, indicator: Indicator, measure: Measure, language: Language): string {
  const sign = measure === "percent" ? "%" : "";
  const number = (value: number): string => formatNumber(value, decimalsWritten(value, indicator, measure), language);
  const plain = (value: number): string => `${number(value)}${sign}`;
  return matchCell(cell, {
    value: (it) => plain(it.value),
    range: (it) => `${number(it.range.lower)}–${plain(it.range.upper)}`,
    absent: (reason) => absenceSymbol(reason),
  });
}

/**
 * The words that follow a number in running text: " meldingen", "", " meldingen per 10.000 inwoners".
 * @param cell what it follows, since one "melding" is no "1 meldingen"; without it the plural
 */
export function unitPhrase(indicator: Indicator, measure: Measure, language: Language, cell?: Cell): string {
  const one = cell !== undefined && isOne(cell, measure);
  const noun = ((one && indicator.unitOne) || indicator.unit)[language];
  const nl = language === "nl";
  switch (measure) {
    case "percent":
      return "";
    case "count":
    case "persons":
      return ` ${noun}`;
    case "per-10000":
      return nl ? ` ${noun} per 10.000 inwoners` : ` ${noun} per 10,000 inhabitants`;
    case "per-100000":
      return nl ? ` ${noun} per 100.000 inwoners` : ` ${noun} per 100,000 inhabitants`;
    case "per-million":
      return nl ? ` ${noun} per miljoen inwoners` : ` ${noun} per million inhabitants`;
    case "mean":
      return nl ? ` ${noun} (gemiddeld)` : ` ${noun} (mean)`;
    case "years":
      return nl ? " jaar" : " years";
  }
}

/** Exactly one of what is counted: the only number that asks for the singular. */
export const isOne = (cell: Cell, measure: Measure): boolean =>
  isValue(cell) && cell.value === 1 && (measure === "count" || measure === "persons");

/** The unit on an axis, in a table head or a file. */
export function measureLabel(indicator: Indicator, measure: Measure, language: Language): string {
  const nl = language === "nl";
  switch (measure) {
    case "percent":
      return nl ? "procent" : "per cent";
    case "count":
    case "persons":
      return nl ? `aantal ${indicator.unit.nl}` : `number of ${indicator.unit.en}`;
    case "years":
      return nl ? "jaar" : "years";
    default:
      return unitPhrase(indicator, measure, language).trim();
  }
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();
/** "22 november 2026" or, for a month alone, "november 2026"; a year stays a year. */
export function formatDate(iso: string, language: Language): string {
  const [year, month, day] = iso.split("-").map(Number);
  if (!year || !month) return iso;
  const key = `${language}${day ? "d" : "m"}`;
  let format = dateFormats.get(key);
  if (!format) {
    const options: Intl.DateTimeFormatOptions = { year: "numeric", month: "long", timeZone: "UTC" };
    format = new Intl.DateTimeFormat(locales[language], day ? { ...options, day: "numeric" } : options);
    dateFormats.set(key, format);
  }
  return format.format(new Date(Date.UTC(year, month - 1, day ?? 1)));
}

const listFormats = { nl: new Intl.ListFormat("nl-NL"), en: new Intl.ListFormat("en-GB") } as const;
/** "Boxtel, Tilburg en Vught". */
export const formatList = (words: readonly string[], language: Language): string => listFormats[language].format(words);
