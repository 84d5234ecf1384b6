import type { Area } from "@impactmonitor/model/area";
import { areaLabel, levelNames } from "../area-words.ts";
import type { BreakdownView } from "../breakdown.ts";
import { comparisonWords } from "../comparison/comparison-words.ts";
import { columnWords } from "../comparison/compare-words.ts";
import type { CompareColumn } from "../comparison/compare-view.ts";
import type { CompareForm } from "../comparison/compare-choice.ts";
import { distribution } from "../comparison/distribution.ts";
import { multiples } from "../comparison/multiples.ts";
import { figureWords } from "../figure-words.ts";
import { periodLabel } from "../period-words.ts";
import { breakNotes, eventNotes, eventsExplainNothing } from "../timeline.ts";
import type { Trend } from "../trend.ts";
import { alternativeOf } from "./alternative.ts";
import type { Asked } from "./asked.ts";
import { breakdownTable, seriesTable } from "./table-of.ts";
import type { Picture } from "./book-content.ts";

const signs = (all: readonly string[]): readonly string[] => (all.length > 0 ? [all.join(" · ")] : []);

/** A series, with what its dots, letters and numbers mean. */
export function seriesPicture(asked: Asked, it: Trend): Picture {
  const { language, tables } = asked;
  const { chart, breaks, events } = it;
  const provisional = chart.series[0]?.points.some((it) => it.provisional) ?? false;
  const happened = eventNotes(events, language);
  return {
    chart,
    heading: chart.title,
    alternative: alternativeOf(chart, tables, language),
    ...(tables ? { table: seriesTable(asked, it) } : {}),
    notes: [
      ...(provisional ? [figureWords.openPoint[language]] : []),
      ...signs(chart.signs),
      ...breakNotes(breaks, language).map((it) => `${it.sign}: ${it.when}. ${it.text}`),
      ...happened.map((it) => `${it.sign}: ${it.when}. ${it.text}`),
      ...(happened.length > 0 ? [eventsExplainNothing[language]] : []),
    ],
  };
}

/** Where an area and those beside it lie among all of their kind; nothing for counts, and for the country. */
export function distributionPicture(
  { book, language }: Asked,
  column: CompareColumn,
  area: Area,
  name: (area: Area) => string,
): Picture | undefined {
  if (area.level === "nation") return undefined;
  const chart = distribution(book, column, area.level, name, language);
  if (!chart || chart.others.length + chart.chosen.length < 4) return undefined;
  const words = comparisonWords;
  const own = chart.chosen.find((it) => it.first);
  return {
    chart,
    alternative: chart.alternative,
    heading: `${capital(levelNames(area.level)[language])}: ${columnWords(book, column, language).join(", ")}`,
    notes: [
      ...(own ? [words.stripFirst[language].replace("{first}", own.label)] : []),
      ...(chart.ordinary ? [words.stripBand[language].replace("{area}", chart.ordinary.area)] : []),
      figureWords.noRank[language],
      ...signs(chart.signs),
    ],
  };
}

/** One figure through time, a small chart for each area, all on one scale. */
export function panelsPicture(
  { book, language }: Asked,
  column: CompareColumn,
  form: CompareForm,
  name: (area: Area) => string,
): Picture | undefined {
  const chart = multiples(book, column, form, name, language);
  if (!chart) return undefined;
  const words = comparisonWords;
  const open = chart.panels.some((it) => it.points.some((point) => point.provisional || point.startsNew));
  return {
    chart,
    heading: words.series[language],
    alternative: chart.panels.map((it) => `${it.area}: ${it.alternative}`).join(". "),
    notes: [...(chart.nation ? [words.seriesNation[language]] : []), ...(open ? [words.seriesOpen[language]] : [])],
  };
}

/** A breakdown as bars. */
export function breakdownPicture(asked: Asked, it: BreakdownView): Picture {
  const { book, language, tables } = asked;
  const area = book.area(it.rows[0]?.main.area ?? "");
  return {
    chart: it.chart,
    alternative: alternativeOf(it.chart, tables, language),
    ...(tables ? { table: breakdownTable(asked, it) } : {}),
    heading: [it.title, area ? areaLabel(area, language) : "", periodLabel(it.period, language)]
      .filter(Boolean)
      .join(", "),
    notes: [
      ...(it.rows.some((row) => row.compare) ? [figureWords.markIsNation[language]] : []),
      ...(it.response === "multiple" ? [figureWords.multiple[language]] : []),
      ...signs(it.chart.signs),
      ...it.rows.flatMap((row) => (row.note ? [`${row.label}: ${row.note}`] : [])),
    ],
  };
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
