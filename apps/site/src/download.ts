import type { Area } from "@impactmonitor/model/area";
import type { Language } from "@impactmonitor/model/text";
import { chartFile } from "@impactmonitor/charts/chart-file";
import { indicatorCsv } from "@impactmonitor/exports/indicator-csv";
import type { Chart } from "@impactmonitor/views/chart-state";
import type { Book } from "@impactmonitor/views/book";
import type { ContextBeside } from "@impactmonitor/views/context/context-beside";
import { contextTables } from "@impactmonitor/views/context/context-figure";
import { contextSection } from "@impactmonitor/views/context/context-section";
import { leftOutLines, whatIsShown, whatItDoesNotShow } from "@impactmonitor/views/context/context-words";
import { formatNumber } from "@impactmonitor/views/format";
import { indicatorView, type IndicatorView } from "@impactmonitor/views/indicator-view";
import { editionName, practiceMark, practiceWords, sourceWord } from "@impactmonitor/views/practice-words";
import { breakNotes, eventNotes, eventsExplainNothing } from "@impactmonitor/views/timeline";
import type { Answer, Asked } from "./answers/answer.tsx";
import { badRequest, unknownIndicator } from "./answers/problem-answers.tsx";
import type { Desk } from "./desk.ts";
import { words } from "./pages/indicator-words.ts";
import { keepable, type Kept } from "./keep.ts";
import { BadQuery, queryArea, queryBeside, queryPage } from "./query.ts";

/** What a file's address leads to: the file, a picture that is still to be drawn, or a page that says what is wrong. */
export type Download = { readonly file: Kept } | Picture | { readonly page: Answer };
export interface Picture {
  readonly svg: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A file of an indicator: all values as CSV, or one chart as SVG or PNG with title, source and edition inside. */
export function downloadAnswer(asked: Asked, id: string, kind: string): Download {
  const { mark, language, query } = asked;
  const indicator = mark.book.indicators.get(id);
  const lost = (): Download => ({ page: unknownIndicator(asked, id, true) });
  if (!indicator) return lost();
  const name = (extension: string): Record<string, string> => ({
    "content-disposition": `attachment; filename="${fileName(mark.desk(language), id)}.${extension}"`,
  });
  if (kind === "csv")
    return {
      file: keepable(
        200,
        "text/csv; charset=utf-8",
        indicatorCsv(mark.book, indicator, language, mark.desk(language).pasts(id)),
        name("csv"),
      ),
    };
  if (kind !== "svg" && kind !== "png") return lost();

  const area = queryArea(mark.book, query.regio);
  const choice = queryPage(query);
  if (area instanceof BadQuery) return { page: badRequest(asked, area) };
  const beside = queryBeside(mark.book, query.naast);
  if (choice instanceof BadQuery) return { page: badRequest(asked, choice) };
  if (beside instanceof BadQuery) return { page: badRequest(asked, beside) };
  const where: Area = area ?? mark.book.area("NL01")!;
  const view = indicatorView(mark.book, indicator, where, choice, language, () => "");
  const setting = query.grafiek === "omgeving" ? contextSection(mark.book, view, beside, language)?.chosen : undefined;
  const chosen = setting?.chart ?? chooseChart(view, query.grafiek);
  if (!chosen) return lost();
  const shapes = mark.desk(language).map(view.areas[0]?.classification === "2022" ? "regions-2022" : "regions");
  const credit = chosen.kind === "map" && shapes ? [shapes.attribution[language]] : [];
  const source =
    view.lead?.sourceLine ??
    `${sourceWord(mark.book, language)}: ${view.source?.title[language] ?? ""}. Impactmonitor, ${editionName(mark.book, language)}.`;
  const note = indicator.doesNotSay[0]?.[language];
  const svg = chartFile(
    chosen,
    {
      title: chosen.title,
      practice: practiceMark(mark.book, language),
      lines: [
        ...(mark.desk(language).standing.withdrawn ? [withdrawnLine[language]] : []),
        ...(chosen.kind === "line" ? seriesNotes(view, language) : []),
        ...(setting ? settingNotes(setting.beside, language) : []),
        source,
        ...(setting ? [settingSource(mark.book, setting.beside, language)] : []),
        ...credit,
        ...(note ? [note] : []),
      ],
      tick: (value) =>
        `${formatNumber(value, Number.isInteger(value) ? 0 : 1, language)}${chosen.kind === "line" && chosen.percent ? "%" : ""}`,
    },
    shapes,
  );
  return kind === "svg" ? { file: keepable(200, "image/svg+xml", svg, name("svg")) } : { svg, headers: name("png") };
}

/**
 * Name of a file, without what it ends on. Of practice figures, and of an edition that was withdrawn, the name says so: it
 * is what is left of a page in somebody's folder.
 */
export const fileName = ({ book, standing, language }: Desk, what: string): string =>
  [
    "impactmonitor",
    ...(book.kind === "practice" ? [practiceWords.file[language]] : []),
    what,
    book.id,
    ...(standing.withdrawn ? [language === "nl" ? "ingetrokken" : "withdrawn"] : []),
  ].join("-");

const withdrawnLine = { nl: "Deze editie is ingetrokken.", en: "This edition was withdrawn." } as const;

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

function chooseChart(view: IndicatorView, asked: string | undefined): Chart | undefined {
  const all: (readonly [string, Chart | undefined])[] = [
    ["verloop", view.trend?.chart],
    ...view.breakdowns.map((it) => [it.dimension, it.chart] as const),
    ["kaart", view.areas[0]?.map],
    ["verdeling", view.areas[0]?.strip],
  ];
  return asked === undefined ? all.find(([, chart]) => chart)?.[1] : all.find(([key]) => key === asked)?.[1];
}
