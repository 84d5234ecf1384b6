import { areaLabel } from "../area-words.ts";
import { formatDate, formatList } from "../format.ts";
import { periodLabel } from "../period-words.ts";
import { capital, editionName } from "../practice-words.ts";
import type { Asked } from "./asked.ts";

const words = {
  beside: { nl: "Ernaast gezet: ", en: "Set beside it: " },
  themes: { nl: "Gekozen thema’s: ", en: "Chosen themes: " },
  from: { nl: "Tabellen en reeksen vanaf {from}.", en: "Tables and series from {from}." },
  until: { nl: "Tabellen en reeksen tot en met {until}.", en: "Tables and series up to {until}." },
  both: { nl: "Tabellen en reeksen van {from} tot en met {until}.", en: "Tables and series from {from} to {until}." },
  tables: { nl: "Zonder tabellen.", en: "Without tables." },
} as const;

/** What a reader chose, so that whoever gets the document sees what was left out. */
export function choiceLines({ language, beside, within, tables }: Asked, themes: readonly string[]): readonly string[] {
  const { from, until } = within;
  const period = from && until ? words.both : from ? words.from : until ? words.until : undefined;
  const label = (code: string | undefined): string => (code ? periodLabel(code, language) : "");
  const areas = beside.map((it) => areaLabel(it, language));
  return [
    ...(areas.length > 0 ? [`${words.beside[language]}${formatList(areas, language)}.`] : []),
    ...(themes.length > 0 ? [`${words.themes[language]}${formatList(themes, language)}.`] : []),
    ...(period ? [period[language].replace("{from}", label(from)).replace("{until}", label(until))] : []),
    ...(tables ? [] : [words.tables[language]]),
  ];
}

/** "Editie 2026-11, 22 november 2026". */
export const editionLine = ({ book, language }: Asked): string =>
  `${capital(editionName(book, language))}, ${formatDate(book.date, language)}`;
