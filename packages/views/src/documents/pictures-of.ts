import type { Area } from "@impactmonitor/model/area";
import { areaLabel, levelNames } from "../area-words.ts";
import type { BreakdownView } from "../breakdown.ts";
import { comparisonWords } from "../comparison/comparison-words.ts";
import { columnWords } from "../comparison/compare-words.ts";
import type { CompareColumn } from "../comparison/compare-view.ts";
import { distribution } from "../comparison/distribution.ts";
import { figureWords } from "../figure-words.ts";
import { periodLabel } from "../period-words.ts";
import { breakNotes, eventNotes, eventsExplainNothing } from "../timeline.ts";
import type { Trend } from "../trend.ts";
import type { Asked } from "./asked.ts";
import type { Picture } from "./book-content.ts";

const signs = (all: readonly string[]): readonly string[] => (all.length > 0 ? [all.join(" · ")] : []);

/** A series, with what its dots, letters and numbers mean. */
export function seriesPicture({ language }: Asked, { chart, breaks, events }: Trend): Picture {
  const provisional = chart.series[0]?.points.some((it) => it.provisional) ?? false;
  const happened = eventNotes(events, language);
  return {
    chart,
    heading: figureWords.trend[language],
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
    heading: `${capital(levelNames(area.level)[language])}: ${columnWords(book, column, language).join(", ")}`,
    notes: [
      ...(own ? [words.stripFirst[language].replace("{first}", own.label)] : []),
      ...(chart.ordinary ? [words.stripBand[language].replace("{area}", chart.ordinary.area)] : []),
      figureWords.noRank[language],
      ...signs(chart.signs),
    ],
  };
}

/** A breakdown as bars. */
export function breakdownPicture({ book, language }: Asked, it: BreakdownView): Picture {
  const area = book.area(it.rows[0]?.main.area ?? "");
  return {
    chart: it.chart,
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
