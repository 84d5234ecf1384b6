import type { Area } from "@impactmonitor/model/area";
import type { AreaNote } from "@impactmonitor/model/area-note";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Guide, Question } from "@impactmonitor/model/question";
import type { Language, Text } from "@impactmonitor/model/text";
import { areaRow, nationalLine, type AreaRow, type NationalLine } from "./area-view.ts";
import type { Book } from "./book.ts";
import type { BarChart } from "./chart-state.ts";
import { notesOf } from "./comparison/notes-of.ts";
import { contextOverview, type ContextLine } from "./context/context-lines.ts";
import { guardsOf, type Guard } from "./guards.ts";
import { why, type Reason } from "./missing.ts";
import { pairChart } from "./pair-chart.ts";
import { paragraph } from "./sentences/paragraph.ts";
import type { About, Said } from "./sentences/said.ts";
import type { Shown } from "./shown.ts";

/** How far the figures of this edition answer a question for an area. */
export type Answer = "part" | "nation-only" | "none-here" | "none";

/** A question with everything that goes with it, for one area. */
export interface QuestionView {
  readonly question: Question;
  /** Absent in an edition from before there were guides. */
  readonly guide?: Guide;
  readonly area: Area;
  readonly answer: Answer;
  readonly counts: QuestionCounts;
  readonly steps: readonly QuestionStep[];
  /** Those that the guide names go first. */
  readonly guards: readonly Guard[];
  readonly context: readonly ContextLine[];
  /** What must be known of working practice to read these figures. */
  readonly notes: readonly AreaNote[];
  /** Of which this area has a figure: what can be compared. */
  readonly comparable: readonly Indicator[];
}

export interface QuestionCounts {
  readonly indicators: number;
  /** With a figure for the area. */
  readonly own: number;
  /** Without one, but with a figure for the country. */
  readonly national: number;
}

export interface QuestionStep {
  readonly why?: Text;
  readonly figures: readonly QuestionFigure[];
  readonly missing: readonly QuestionGap[];
}

export interface QuestionFigure {
  readonly row: AreaRow;
  /** The same sentences as on the page of the indicator: the figure, how sure it is, the country, and earlier. */
  readonly sentences: readonly Said[];
  /** What it does not say. */
  readonly limit: readonly Said[];
  /** The area beside the country. */
  readonly chart?: BarChart;
}

export interface QuestionGap extends Reason {
  readonly indicator: Indicator;
  readonly national?: NationalLine;
}

/** What signs mean stands once, beside all figures; and what more or less of it means, before them. */
const told: readonly About[] = ["figure", "relative", "likely", "nation", "earlier", "trend", "absent"];

/**
 * Gaps with the same reason and the same supplier, told once: a study that skipped a region leaves ten figures out.
 * One that points to figures of former areas stands alone, as those are figures of that indicator.
 */
export function gapsTogether(gaps: readonly QuestionGap[]): readonly (readonly QuestionGap[])[] {
  const key = ({ why, former, indicator }: QuestionGap): string =>
    JSON.stringify(former.length > 0 ? indicator.id : [why, indicator.supplier]);
  return [...Map.groupBy(gaps, key).values()];
}

/** A question for an area: whether figures answer it, and its figures in the order in which they tell it. */
export function questionView(book: Book, question: Question, area: Area, language: Language): QuestionView {
  const guide = question.guide;
  const order = guide?.steps ?? [{ indicators: question.indicators }];
  const steps = order.map((step): QuestionStep => {
    const indicators = step.indicators.flatMap((id) => book.indicators.get(id) ?? []);
    const parts = indicators.map((it) => figureOf(book, it, area, language) ?? gapOf(book, it, area, language));
    return {
      ...("why" in step ? { why: step.why } : {}),
      figures: parts.filter((it) => "row" in it),
      missing: parts.filter((it) => "indicator" in it),
    };
  });
  const figures = steps.flatMap((it) => it.figures);
  const counts = countsOf(book, question, area, language);
  return {
    question,
    ...(guide ? { guide } : {}),
    area,
    answer: answerOf(guide, area, counts),
    counts,
    steps,
    guards: guardsFor(book, guide, steps),
    context: contextFor(book, guide, area),
    notes: notesFor(book, area, figures),
    comparable: figures
      .filter((it) => it.row.nation !== undefined || it.row.comparison !== undefined)
      .map((it) => it.row.indicator),
  };
}

/** How many of a question's figures an area has; for the list of all questions. */
export function countsOf(book: Book, question: Question, area: Area, language: Language): QuestionCounts {
  const indicators = question.indicators.flatMap((id) => book.indicators.get(id) ?? []);
  const has = (it: Indicator, code: string): boolean =>
    book.observationsOf(it.id, code).some((row) => !isAbsent(row.cell));
  const own = indicators.filter((it) => has(it, area.code));
  const rest = indicators.filter((it) => !own.includes(it) && area.level !== "nation");
  return {
    indicators: indicators.length,
    own: own.length,
    national: rest.filter((it) => nationalLine(book, it, language) !== undefined).length,
  };
}

/** The editor says what figures can answer at best; the edition may hold less for an area, never more. */
export function answerOf(guide: Guide | undefined, area: Area, counts: QuestionCounts): Answer {
  if (guide?.answer === "none") return "none";
  if (guide?.answer === "nation" && area.level !== "nation") return "nation-only";
  return counts.own === 0 ? "none-here" : "part";
}

function figureOf(book: Book, indicator: Indicator, area: Area, language: Language): QuestionFigure | undefined {
  const row = areaRow(book, indicator, area, language);
  if (!row) return undefined;
  const { sentences } = paragraph(book, row.shown, language);
  const chart = row.comparison && pairChart(book, row.comparison, language);
  return {
    row,
    sentences: sentences.filter((it) => told.includes(it.about)),
    limit: sentences.filter((it) => it.about === "limit"),
    ...(chart ? { chart } : {}),
  };
}

function gapOf(book: Book, indicator: Indicator, area: Area, language: Language): QuestionGap {
  const national = area.level === "nation" ? undefined : nationalLine(book, indicator, language);
  return { indicator, ...why(book, indicator, area), ...(national ? { national } : {}) };
}

/** Every figure that a step shows, also the country's that stands in for a missing one. */
export const shownIn = ({ figures, missing }: QuestionStep): readonly Shown[] => [
  ...figures.map((it) => it.row.shown),
  ...missing.flatMap((it) => it.national?.shown ?? []),
];

function guardsFor(book: Book, guide: Guide | undefined, steps: readonly QuestionStep[]): readonly Guard[] {
  const first = guide?.guards ?? [];
  const rank = ({ trap }: Guard): number => (first.includes(trap) ? first.indexOf(trap) : first.length);
  return guardsOf(book, steps.flatMap(shownIn)).toSorted((a, b) => rank(a) - rank(b));
}

function notesFor(book: Book, area: Area, figures: readonly QuestionFigure[]): readonly AreaNote[] {
  const notes = figures.flatMap(({ row }) =>
    notesOf(book, { area: area.code, indicator: row.indicator.id, periods: [row.shown.period] }),
  );
  return [...new Set(notes)];
}

function contextFor(book: Book, guide: Guide | undefined, area: Area): readonly ContextLine[] {
  if (!guide || guide.context.length === 0) return [];
  const lines = contextOverview(book, area).groups.flatMap((it) => it.lines);
  return guide.context.flatMap((id) => lines.find((it) => it.variable.id === id) ?? []);
}
