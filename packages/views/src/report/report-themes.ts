import { isAbsent } from "@impactmonitor/model/cell";
import type { Indicator } from "@impactmonitor/model/indicator";
import { themePlace } from "@impactmonitor/model/report-insert";
import type { Text } from "@impactmonitor/model/text";
import { levelNames } from "../area-words.ts";
import type { Book } from "../book.ts";
import { sentence, type Asked } from "../documents/asked.ts";
import type { Term } from "../documents/book-content.ts";
import { figurePart } from "../documents/figure-part.ts";
import { formatList } from "../format.ts";
import { lead } from "../lead.ts";
import { signLegend } from "../mark-words.ts";
import { why } from "../missing.ts";
import { periodLabel } from "../period-words.ts";
import type { Shown } from "../shown.ts";
import { partsText, type Part } from "../statement.ts";
import { isAboutYear } from "./book-until.ts";
import type { ReportResult, ReportTheme } from "./report-content.ts";
import { insertOf } from "./insert-of.ts";

const national = "NL01";

const words = {
  all: { nl: "Alle cijfers gaan over {year}.", en: "All figures are about {year}." },
  some: {
    nl: "{own} van de {n} cijfers gaan over {year}; de andere zijn ouder.",
    en: "{own} of the {n} figures are about {year}; the others are older.",
  },
  one: {
    nl: "1 van de {n} cijfers gaat over {year}; de andere zijn ouder.",
    en: "1 of the {n} figures is about {year}; the others are older.",
  },
  older: {
    nl: "Over {year} zelf is er in deze editie nog geen landelijk cijfer. Hieronder staat het nieuwste.",
    en: "This edition has no national figure about {year} itself yet. Below is the newest.",
  },
  none: {
    nl: "Voor dit thema is er tot en met {year} geen landelijk cijfer in deze editie.",
    en: "For this theme this edition has no national figure up to and including {year}.",
  },
  later: {
    nl: "Er is een landelijk cijfer, maar over een tijd na {year}.",
    en: "There is a national figure, but about a time after {year}.",
  },
  elsewhere: {
    nl: "Wel zijn er cijfers van {areas}.",
    en: "There are figures of {areas}.",
  },
} as const;

/**
 * Each theme with its national figures: the newest up to the end of the year, in the order of the catalogue.
 * @param asked of the edition up to that year
 * @param whole the same edition with what is about later years
 */
export function reportThemes(asked: Asked, whole: Book, year: number): readonly ReportTheme[] {
  const { book, language } = asked;
  return book.catalogue.themes.map((theme) => {
    const own = book.catalogue.indicators.filter((it) => it.theme === theme.id);
    const results = own.flatMap((it) => resultOf(asked, it, year) ?? []);
    const have = new Set(results.map((it) => it.indicator));
    const written = insertOf(book, year, themePlace(theme.id))?.body[language];
    return {
      id: theme.id,
      title: theme.title[language],
      about: sentence(theme.about[language]),
      ...(written ? { written } : {}),
      newest: newestWords(results, language, year),
      results,
      without: byReason(own.filter((it) => !have.has(it.id)).map((it) => withoutTerm(asked, whole, it, year))),
    };
  });
}

function newestWords(results: readonly ReportResult[], language: Asked["language"], year: number): string {
  const own = results.filter((it) => it.own).length;
  const said: Text =
    results.length === 0
      ? words.none
      : own === results.length
        ? words.all
        : own > 1
          ? words.some
          : own === 1
            ? words.one
            : words.older;
  return said[language]
    .replace("{own}", String(own))
    .replace("{n}", String(results.length))
    .replace("{year}", String(year));
}

/** What a page of the figure says, with one picture: the series, where there is one. */
function resultOf(asked: Asked, indicator: Indicator, year: number): ReportResult | undefined {
  const { book, language } = asked;
  const it = lead(book, indicator, national);
  const area = book.area(national);
  const part = it && !isAbsent(it.cell) && area ? figurePart(asked, indicator, area) : undefined;
  if (!it || !part) return undefined;
  const figures = [part.statement, ...part.sentences]
    .flat()
    .flatMap((one: Part): Shown[] => (typeof one === "string" ? [] : [one.figure]));
  return {
    ...part,
    period: periodLabel(it.period, language),
    own: isAboutYear(it.period, year),
    signs: signLegend(
      figures.map((one) => one.cell),
      language,
    ),
    pictures: part.pictures.filter((one) => one.chart.kind === "line"),
  };
}

/** Subjects that lack a figure for the same reason stand together: it is read once. */
const byReason = (terms: readonly Term[]): readonly Term[] =>
  [...Map.groupBy(terms, (it) => partsText(it.parts)).values()].flatMap((same) =>
    same.slice(0, 1).map((it) => ({ ...it, term: same.map((one) => one.term).join("; ") })),
  );

/** Why there is no national figure, and for which areas there is one. */
function withoutTerm({ book, language }: Asked, whole: Book, indicator: Indicator, year: number): Term {
  const area = book.area(national);
  const codes = new Set(
    book.observations(indicator.id).flatMap((it) => (isAbsent(it.cell) ? [] : (it.area as string))),
  );
  const levels = new Set([...codes].flatMap((it) => book.area(it)?.level ?? []).filter((it) => it !== "nation"));
  const names = formatList(
    [...levels].map((it) => levelNames(it)[language]),
    language,
  );
  const elsewhere = levels.size === 0 ? "" : ` ${words.elsewhere[language].replace("{areas}", names)}`;
  const later = whole.observationsOf(indicator.id, national).some((it) => !isAbsent(it.cell));
  const known = later ? words.later[language].replace("{year}", String(year)) : undefined;
  const reason = known ?? (area ? sentence(why(whole, indicator, area).why[language]) : "");
  return { term: indicator.shortTitle[language], parts: [`${reason}${elsewhere}`.trim()] };
}
