import type { Area } from "@impactmonitor/model/area";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Language } from "@impactmonitor/model/text";
import { areaView, type AreaRow } from "./area-view.ts";
import type { Book } from "./book.ts";
import type { ContextLine } from "./context/context-lines.ts";
import { comparedOf, paragraph } from "./sentences/paragraph.ts";
import type { Said } from "./sentences/said.ts";
import { directionOf, talkAbout } from "./sentences/talk.ts";

/** What the guided exercise needs of one area; every answer in it is that of the pages themselves. */
export interface ExerciseView {
  readonly area: Area;
  readonly subjects: number;
  /** Absent when the area has no figure at all. */
  readonly figure?: ExerciseFigure;
  /** The first facts about the area. */
  readonly context: readonly ContextLine[];
}

export interface ExerciseFigure {
  readonly row: AreaRow;
  readonly read: readonly Said[];
  readonly source: string;
  readonly nation: readonly Said[];
  readonly time: readonly Said[];
  readonly limit: readonly Said[];
  /** A question that fits the figure. */
  readonly question?: string;
}

/** Of so many facts about an area a first picture can be made. */
const facts = 4;
/** With this one most people begin; where an area has no figure of it, the first that it has is taken. */
const usual = "reports-received";

export function exerciseView(book: Book, area: Area, language: Language): ExerciseView {
  const view = areaView(book, area, language);
  const rows = view.themes.flatMap((it) => it.rows).filter((it) => !isAbsent(it.shown.cell));
  const row = rows.find((it) => it.indicator.id === usual) ?? rows[0];
  return {
    area,
    subjects: view.counts.indicators,
    ...(row ? { figure: figureOf(book, row, language) } : {}),
    context: view.context.groups.flatMap((it) => it.lines).slice(0, facts),
  };
}

function figureOf(book: Book, row: AreaRow, language: Language): ExerciseFigure {
  const compared = comparedOf(book, row.shown);
  const { sentences, source } = paragraph(book, row.shown, language, compared);
  const about = (...kinds: readonly Said["about"][]): Said[] => sentences.filter((it) => kinds.includes(it.about));
  const question = talkAbout(book, row.indicator, directionOf(compared.nation), language).questions[0];
  return {
    row,
    read: about("figure", "relative", "marks"),
    source,
    nation: about("nation", "likely"),
    time: about("earlier", "trend"),
    limit: about("limit", "amount"),
    ...(question === undefined ? {} : { question }),
  };
}
