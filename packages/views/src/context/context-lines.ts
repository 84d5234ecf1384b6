import type { Area } from "@impactmonitor/model/area";
import type { ContextVariable } from "@impactmonitor/model/context";
import type { Book } from "../book.ts";
import { comparable, contextFigures, published, type ContextFigure, type ContextMeasure } from "./context-figure.ts";

/** A fact in one form: of the area, and of the country in the same year. */
export interface ContextForm {
  readonly measure: ContextMeasure;
  readonly figure: ContextFigure;
  readonly nation?: ContextFigure;
}

export interface ContextLine extends ContextForm {
  readonly variable: ContextVariable;
  /** The published total behind a share or a rate, of the same year. */
  readonly total?: ContextForm;
}

export interface ContextGroup {
  readonly group: ContextVariable["group"];
  readonly lines: readonly ContextLine[];
}

/** A fact that this edition does not have for an area. */
export interface ContextLack {
  readonly variable: ContextVariable;
  /** The newest of the country, if that is known. */
  readonly nation?: ContextForm;
}

export interface ContextOverview {
  readonly groups: readonly ContextGroup[];
  readonly lacking: readonly ContextLack[];
}

/**
 * The latest value of each variable beside the country's of the same year, by group; and which have none. A total is told
 * as a share or a rate where the catalogue has one and its values are there: only that compares with the country.
 */
export function contextOverview(book: Book, area: Area): ContextOverview {
  const lines: ContextLine[] = [];
  const lacking: ContextLack[] = [];
  for (const variable of book.catalogue.contextVariables) {
    const line = contextLine(book, variable, area);
    if (line) lines.push(line);
    else lacking.push({ variable, ...nationOf(book, variable, area) });
  }
  return {
    groups: [...Map.groupBy(lines, (it) => it.variable.group)].map(([group, lines]) => ({ group, lines })),
    lacking,
  };
}

function contextLine(book: Book, variable: ContextVariable, area: Area): ContextLine | undefined {
  const plain = published(variable);
  const measure = comparable(variable);
  const compared = measure?.divided ? form(book, measure, area) : undefined;
  const total = form(book, plain, area, compared?.figure.year);
  if (!compared) return total && { variable, ...total };
  return { variable, ...compared, ...(total ? { total } : {}) };
}

/** @param year of which it must be; without it the newest */
function form(book: Book, measure: ContextMeasure, area: Area, year?: number): ContextForm | undefined {
  const figure = contextFigures(book, measure, area.code).find((it) => year === undefined || it.year === year);
  if (!figure) return undefined;
  const nation =
    area.level === "nation" ? undefined : contextFigures(book, measure, "NL01").find((it) => it.year === figure.year);
  return { measure, figure, ...(nation ? { nation } : {}) };
}

function nationOf(book: Book, variable: ContextVariable, area: Area): Pick<ContextLack, "nation"> {
  const nation = book.area("NL01");
  const measure = comparable(variable);
  // A total of the whole country would say nothing here.
  const of = area.level !== "nation" && nation && measure ? form(book, measure, nation) : undefined;
  return of ? { nation: of } : {};
}
