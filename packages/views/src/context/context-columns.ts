import type { Area } from "@impactmonitor/model/area";
import type { ContextSource } from "@impactmonitor/model/context";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Book } from "../book.ts";
import { periodMiddle } from "../period-words.ts";
import {
  comparable,
  contextFigures,
  contextTables,
  sameTerritory,
  type ContextFigure,
  type ContextMeasure,
} from "./context-figure.ts";

/** One fact for a set of areas, to set beside their figures. */
export interface ContextColumn {
  readonly measure: ContextMeasure;
  /** One year for all areas. */
  readonly year: number;
  /** In the order of the areas that were given; without a figure the area has none of that year and territory. */
  readonly cells: readonly { readonly area: Area; readonly figure?: ContextFigure }[];
  /** The country in the same year. */
  readonly nation?: ContextFigure;
  /** The public tables that the values were read from, with their addresses. */
  readonly tables: readonly ContextSource[];
}

/**
 * Facts about areas in columns, each of one year: the newest that most of the areas have, or the nearest to a period.
 * Only shares, means and densities; a total is divided as the catalogue says, and what has no such form is left out.
 * Areas are not sorted and nothing is computed from them together.
 * @param variables ids of `catalogue/context.yaml`; unknown ones are left out, and so are those that no area has
 * @param period of the figures beside it: a fact about another territory than the area had at its end is left out
 */
export function contextColumns(
  book: Book,
  areas: readonly Area[],
  variables: readonly string[],
  period?: string,
): readonly ContextColumn[] {
  const known = new Map(book.catalogue.contextVariables.map((it) => [it.id, it]));
  return variables.flatMap((id) => {
    const variable = known.get(id);
    const measure = variable && comparable(variable);
    return (measure && contextColumn(book, areas, measure, period)) ?? [];
  });
}

function contextColumn(
  book: Book,
  areas: readonly Area[],
  measure: ContextMeasure,
  period: string | undefined,
): ContextColumn | undefined {
  const parsed = period === undefined ? undefined : parsePeriod(period);
  const fits = areas.map((area) => ({
    area,
    figures: contextFigures(book, measure, area.code).filter(
      (it) => !parsed || sameTerritory(book, area.code, it.boundaries, parsed.end),
    ),
  }));
  const year = fullestYear(fits, parsed && Math.floor(periodMiddle(parsed)));
  if (year === undefined) return undefined;
  const cells = fits.map(({ area, figures }) => {
    const figure = figures.find((it) => it.year === year);
    return { area, ...(figure ? { figure } : {}) };
  });
  const nation = contextFigures(book, measure, "NL01").find((it) => it.year === year);
  const all = [...cells.flatMap((it) => it.figure ?? []), ...(nation ? [nation] : [])];
  return { measure, year, cells, ...(nation ? { nation } : {}), tables: contextTables(book, all) };
}

/** @param near the year to be near to; without it newer goes first */
function fullestYear(
  areas: readonly { readonly figures: readonly ContextFigure[] }[],
  near: number | undefined,
): number | undefined {
  const counts = new Map<number, number>();
  for (const { figures } of areas)
    for (const year of new Set(figures.map((it) => it.year))) counts.set(year, (counts.get(year) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const away = (year: number): number => (near === undefined ? 0 : Math.abs(year - near));
  return [...counts]
    .filter(([, count]) => count * 2 >= most)
    .map(([year]) => year)
    .sort((a, b) => away(a) - away(b) || b - a)[0];
}
