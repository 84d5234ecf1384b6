import type { Language } from "@impactmonitor/model/text";
import type { AreasView } from "../areas-view.ts";
import type { Book } from "../book.ts";
import type { ScatterChart } from "../chart-state.ts";
import type { IndicatorView } from "../indicator-view.ts";
import { besideOffer, contextBeside, type BesideFigure, type ContextBeside } from "./context-beside.ts";
import { comparables, type ContextMeasure } from "./context-figure.ts";
import { contextScatter } from "./context-scatter.ts";

/** What the page of an indicator says about the setting of its figure. */
export interface ContextSection {
  readonly figure: BesideFigure;
  /** What can be chosen, in the order of the catalogue. */
  readonly offer: readonly ContextMeasure[];
  /** Nothing is set beside a figure before a visitor asks for it: a choice of ours would suggest a reason. */
  readonly chosen?: { readonly beside: ContextBeside; readonly chart: ScatterChart };
  /** Asked for, but too few areas have both. */
  readonly missed?: ContextMeasure;
}

/**
 * The level of the area that the page is about, or else the first that has enough areas.
 * @param asked id of the fact to set beside the figure
 * @returns undefined when no level has ten areas with a figure and a fact
 */
export function contextSection(
  book: Book,
  view: IndicatorView,
  asked: string | undefined,
  language: Language,
): ContextSection | undefined {
  const levels = view.areas.toSorted((a, b) => rank(view, a) - rank(view, b));
  for (const areas of levels) {
    const figure = besideFigure(view, areas);
    const offer = besideOffer(book, figure);
    if (offer.length === 0) continue;
    const measure = offer.find((it) => it.id === asked);
    const beside = measure && contextBeside(book, figure, measure);
    const missed = measure ? undefined : comparables(book).find((it) => it.id === asked);
    return {
      figure,
      offer,
      ...(beside ? { chosen: { beside, chart: contextScatter(book, beside, view.area.code, language) } } : {}),
      ...(missed ? { missed } : {}),
    };
  }
  return undefined;
}

const rank = (view: IndicatorView, areas: AreasView): number => (areas.level === view.area.level ? 0 : 1);

const besideFigure = (view: IndicatorView, areas: AreasView): BesideFigure => ({
  indicator: view.indicator,
  level: areas.level,
  period: areas.period,
  measure: areas.measure,
  breakdown: areas.rows[0]?.shown.breakdown ?? {},
  rows: areas.rows,
  without: areas.without,
  ...(areas.nation ? { nation: areas.nation } : {}),
});
