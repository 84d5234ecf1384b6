import type { Indicator } from "@impactmonitor/model/indicator";
import type { Language } from "@impactmonitor/model/text";
import { levelName } from "@impactmonitor/views/area-words";
import type { Book } from "@impactmonitor/views/book";
import { measureLabel } from "@impactmonitor/views/format";
import { periodLabel } from "@impactmonitor/views/period-words";
import { sourceName } from "@impactmonitor/views/practice-words";
import type { Column } from "./column.ts";

/** An indicator and the catalogue that it stands in. */
export interface IndicatorRow {
  readonly book: Book;
  readonly indicator: Indicator;
  readonly language: Language;
}

const column = (
  name: string,
  width: number,
  titleNl: string,
  titleEn: string,
  meansNl: string,
  meansEn: string,
  read: Column<IndicatorRow>["read"],
): Column<IndicatorRow> => ({
  name,
  width,
  title: { nl: titleNl, en: titleEn },
  means: { nl: meansNl, en: meansEn },
  read,
});

const sourceOf = ({ book, indicator }: IndicatorRow) =>
  indicator.source === undefined ? undefined : book.sources.get(indicator.source);
const lines = (list: readonly string[]): string => list.join("\n");

/** What a figure is, from where, and what it does not say: a row for each indicator. */
export const indicatorColumns: readonly Column<IndicatorRow>[] = [
  column("indicator_title", 30, "Cijfer", "Figure", "De naam.", "The name.", (it) => it.indicator.title[it.language]),
  column(
    "theme_name",
    20,
    "Thema",
    "Theme",
    "Het thema.",
    "The theme.",
    ({ book, indicator, language }) => book.themes.get(indicator.theme)?.title[language],
  ),
  column(
    "counts",
    44,
    "Wat er wordt geteld",
    "What is counted",
    "In een gewone zin.",
    "In one plain sentence.",
    (it) => it.indicator.counts[it.language],
  ),
  column(
    "does_not_say",
    60,
    "Wat dit cijfer niet zegt",
    "What this figure does not say",
    "Lees dit voor u het cijfer gebruikt.",
    "Read this before you use the figure.",
    ({ indicator, language }) => lines(indicator.doesNotSay.map((it) => it[language])),
  ),
  column(
    "numerator",
    30,
    "Teller",
    "Numerator",
    "Wat er boven de streep staat.",
    "What is above the line.",
    (it) => it.indicator.numerator?.[it.language],
  ),
  column(
    "denominator",
    30,
    "Noemer",
    "Denominator",
    "Waardoor is gedeeld.",
    "What it is divided by.",
    (it) => it.indicator.denominator?.[it.language],
  ),
  column(
    "deviating_definition",
    34,
    "Andere definitie",
    "Another definition",
    "Waar de bron afwijkt van de wet.",
    "Where the source departs from the legal definitions.",
    (it) => it.indicator.deviatingDefinition?.[it.language],
  ),
  column(
    "measures",
    26,
    "Maten",
    "Measures",
    "Wat de getallen zijn.",
    "What the numbers are.",
    ({ indicator, language }) => lines(indicator.measures.map((it) => measureLabel(indicator, it, language))),
  ),
  column(
    "rounding",
    26,
    "Afronding",
    "Rounding",
    "Hoe de bron afrondt.",
    "How the source rounds.",
    (it) => it.indicator.rounding?.[it.language],
  ),
  column(
    "breaks",
    34,
    "Breuken in de reeks",
    "Breaks in the series",
    "Vanaf wanneer anders is gemeten, en waarom.",
    "From when it was measured in another way, and why.",
    ({ indicator, language }) =>
      lines(indicator.breaks.map((it) => `${periodLabel(it.at, language)}: ${it.reason[language]}`)),
  ),
  column(
    "levels",
    18,
    "De bron geeft dit voor",
    "The source gives this for",
    "Soorten gebieden.",
    "Kinds of areas.",
    ({ indicator, language }) => indicator.levels.map((it) => levelName(it)[language]).join(", "),
  ),
  column(
    "frequency",
    20,
    "Hoe vaak nieuw",
    "How often new",
    "Wanneer er nieuwe cijfers komen.",
    "When new figures come.",
    (it) => it.indicator.frequency[it.language],
  ),
  column("source_name", 24, "Bron", "Source", "De naam van de bron.", "The name of the source.", (it) => {
    const source = sourceOf(it);
    return source && sourceName(it.book, source, it.language);
  }),
  column(
    "source_limits",
    44,
    "Let op bij deze bron",
    "Mind with this source",
    "Wat voor alle cijfers van de bron geldt.",
    "What holds for all figures of the source.",
    (it) => lines((sourceOf(it)?.limits ?? []).map((limit) => limit[it.language])),
  ),
  column(
    "vouched_by",
    30,
    "Wie staat in voor het cijfer",
    "Who answers for the figure",
    "Wie erop aanspreekbaar is.",
    "Whom to ask about it.",
    (it) => sourceOf(it)?.vouchedBy[it.language],
  ),
  column(
    "licence",
    20,
    "Licentie",
    "Licence",
    "De licentie van de bron.",
    "The licence of the source.",
    (it) => sourceOf(it)?.licence[it.language],
  ),
  column(
    "tables",
    16,
    "Tabellen in StatLine",
    "StatLine tables",
    "Nummers van tabellen van het CBS.",
    "Numbers of tables of Statistics Netherlands.",
    (it) => it.indicator.tables.join(", "),
  ),
  column(
    "indicator",
    24,
    "Cijfer (code)",
    "Figure (code)",
    "De indicator als code.",
    "The indicator as a code.",
    (it) => it.indicator.id,
  ),
  column(
    "source",
    18,
    "Bron (code)",
    "Source (code)",
    "De bron als code.",
    "The source as a code.",
    (it) => it.indicator.source,
  ),
];
