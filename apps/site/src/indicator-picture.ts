import type { Level } from "@impactmonitor/model/area";
import type { Language } from "@impactmonitor/model/text";
import { chartFile, landMapFile, tilesFile } from "@impactmonitor/charts/chart-file";
import type { Book } from "@impactmonitor/views/book";
import type { Chart, MapChart } from "@impactmonitor/views/chart-state";
import type { ContextBeside } from "@impactmonitor/views/context/context-beside";
import { contextTables } from "@impactmonitor/views/context/context-figure";
import { contextSection } from "@impactmonitor/views/context/context-section";
import { leftOutLines, whatIsShown, whatItDoesNotShow } from "@impactmonitor/views/context/context-words";
import type { IndicatorView } from "@impactmonitor/views/indicator-view";
import { editionName, sourceWord } from "@impactmonitor/views/practice-words";
import { breakNotes, eventNotes, eventsExplainNothing } from "@impactmonitor/views/timeline";
import type { Desk } from "./desk.ts";
import { words } from "./pages/indicator-words.ts";
import { pictureWords, type PictureLook } from "./picture.ts";

/** Which chart of the page of an indicator: as `?grafiek=`, `?niveau=` and `?naast=` say. */
export interface ChosenChart {
  readonly name?: string;
  readonly level?: Level;
  readonly beside?: string;
}

type AreasShown = IndicatorView["areas"][number];

/** A chart of an indicator's page with what belongs to it. */
export interface FoundChart {
  readonly chart: Chart;
  readonly areas?: AreasShown;
  readonly tiles?: true;
  readonly setting?: ContextBeside;
}

/** @returns undefined when the page has no such chart */
export function findChart(desk: Desk, view: IndicatorView, chosen: ChosenChart): FoundChart | undefined {
  const { name, level, beside } = chosen;
  if (name === "omgeving") {
    const setting = contextSection(desk.book, view, beside, desk.language)?.chosen;
    return setting && { chart: setting.chart, setting: setting.beside };
  }
  const areas = level === undefined ? view.areas[0] : view.areas.find((it) => it.level === level);
  const map = areas?.map && { chart: areas.map, areas };
  const all: readonly (readonly [string, FoundChart | undefined])[] = [
    ["verloop", view.trend && { chart: view.trend.chart }],
    ...view.breakdowns.map((it) => [it.dimension, { chart: it.chart }] as const),
    ["kaart", map],
    ["tegelkaart", map && tilesOf(desk, map.areas).length > 0 ? { ...map, tiles: true } : undefined],
    ["verdeling", areas?.strip && { chart: areas.strip, areas }],
  ];
  return (name === undefined ? all.find(([, it]) => it) : all.find(([key]) => key === name))?.[1];
}

const tilesOf = ({ book }: Desk, { level, classification }: AreasShown) =>
  level === "vt-region" ? book.catalogue.tiles.filter((it) => it.classification === classification) : [];

/** A chart of an indicator's page as SVG, with title, source and edition inside. */
export function indicatorPicture(desk: Desk, view: IndicatorView, found: FoundChart, look: PictureLook): string {
  const { chart, areas, setting } = found;
  const words = pictureWords(
    desk,
    look,
    chart.title,
    linesOf(desk, view, found),
    chart.unit === "procent" || chart.unit === "per cent" || (chart.kind === "line" && chart.percent),
  );
  if (chart.kind !== "map" || !areas || setting) return chartFile(chart, words);
  if (found.tiles) return tilesFile(chart, words, tilesOf(desk, areas));
  const shapes = mapOf(desk, areas);
  return shapes && areas.level !== "vt-region"
    ? landMapFile(chart satisfies MapChart, words, shapes)
    : chartFile(chart, words, shapes);
}

const mapOf = (desk: Desk, { level, classification }: AreasShown) =>
  desk.map(level !== "vt-region" ? "municipalities" : classification === "2022" ? "regions-2022" : "regions");

/** What the page says under the chart. */
export const notesUnder = (view: IndicatorView, { chart, setting }: FoundChart, language: Language): string[] => [
  ...(chart.kind === "line" ? seriesNotes(view, language) : []),
  ...(setting ? settingNotes(setting, language) : []),
];

/** Where the figures of the chart come from, and of which edition they are. */
export const sourcesOf = (desk: Desk, view: IndicatorView, { setting }: FoundChart): string[] => [
  sourceOf(desk, view),
  ...(setting ? [settingSource(desk.book, setting, desk.language)] : []),
];

/** What the page says under the chart, then the source and what the figure does not say. */
function linesOf(desk: Desk, view: IndicatorView, found: FoundChart): readonly string[] {
  const { chart, areas, tiles } = found;
  const { language } = desk;
  const shapes = chart.kind === "map" && areas && !tiles ? mapOf(desk, areas) : undefined;
  const note = view.indicator.doesNotSay[0]?.[language];
  return [
    ...notesUnder(view, found, language),
    ...(tiles ? [tileNote[language]] : []),
    ...sourcesOf(desk, view, found),
    ...(shapes ? [shapes.attribution[language]] : []),
    ...(note ? [note] : []),
  ];
}

const tileNote = { nl: "Tegelkaart: elke regio even groot.", en: "Tile map: every region the same size." } as const;

/** The source line of what an indicator's page shows. */
const sourceOf = ({ book, language }: Desk, view: IndicatorView): string =>
  view.lead?.sourceLine ??
  `${sourceWord(book, language)}: ${view.source?.title[language] ?? ""}. Impactmonitor, ${editionName(book, language)}.`;

/** What the page says under a line: an open point, each break with its reason, and each event with its date. */
function seriesNotes({ trend }: IndicatorView, language: Language): string[] {
  if (!trend) return [];
  const open = trend.chart.series.some((it) => it.role === "main" && it.points.some((point) => point.provisional));
  const events = trend.chart.events ? eventNotes(trend.events, language) : [];
  return [
    ...(open ? [words.openPoint[language]] : []),
    ...breakNotes(trend.breaks, language).map((it) => `${it.sign} – ${it.when}: ${it.text}`),
    ...events.map((it) => `${it.sign} – ${it.when}: ${it.text}`),
    ...(events.length > 0 ? [eventsExplainNothing[language]] : []),
  ];
}

/** What the page says under it: of what areas and years it is, which are left out, and what it does not show. */
const settingNotes = (beside: ContextBeside, language: Language): string[] => {
  const left = leftOutLines(beside, language);
  return [
    whatIsShown(beside, language),
    ...whatItDoesNotShow.map((it) => it[language]),
    ...(left.length > 0 ? [`${words.settingLeftOut[language]} ${left.join("; ")}.`] : []),
  ];
};

/** The tables of the fact, beside the source of the figure. */
function settingSource(book: Book, { measure, pairs }: ContextBeside, language: Language): string {
  const tables = contextTables(
    book,
    pairs.map((it) => it.context),
  );
  return `${measure.title[language]}: ${tables.map((it) => it.title).join("; ")}.`;
}
