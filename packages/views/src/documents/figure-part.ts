import type { Area } from "@impactmonitor/model/area";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Indicator } from "@impactmonitor/model/indicator";
import { areaLabel } from "../area-words.ts";
import { columnFigure } from "../comparison/column-figure.ts";
import { compareView, type CompareColumn } from "../comparison/compare-view.ts";
import { noteLine, notesOf } from "../comparison/notes-of.ts";
import { derivationWords } from "../derivation-words.ts";
import { figureWords } from "../figure-words.ts";
import { relative, type Shown } from "../shown.ts";
import { guardsOf } from "../guards.ts";
import { breakdownViews } from "../indicator-view.ts";
import { lead } from "../lead.ts";
import { paragraph } from "../sentences/paragraph.ts";
import { sourceLine, type Part } from "../statement.ts";
import { trend } from "../trend.ts";
import { isWithin } from "../within.ts";
import { sentence, type Asked } from "./asked.ts";
import type { FigurePart } from "./book-content.ts";
import { comparedTable, namerOf } from "./compared-table.ts";
import { definitionTerms } from "./definition-terms.ts";
import { breakdownPicture, distributionPicture, seriesPicture } from "./pictures-of.ts";

/** Said in the sentences already, or below them in the words of the catalogue. */
const saidElsewhere: ReadonlySet<string> = new Set(["figure", "limit", "amount"]);

/**
 * Everything that a document says of one indicator for one area: the same figure, words and verdict as on its page.
 * @returns undefined when the area has no row of it
 */
export function figurePart(asked: Asked, indicator: Indicator, area: Area): FigurePart | undefined {
  const { book, language } = asked;
  const it = lead(book, indicator, area.code);
  if (!it) return undefined;
  const said = paragraph(book, it, language).sentences;
  const [first] = said;
  const others = said.slice(1).filter(({ about }) => !saidElsewhere.has(about));
  const series = trend(book, it, language, true, asked.within);
  const breakdowns = breakdownViews(book, indicator, area.code, it, language).filter((one) =>
    isWithin(one.period, asked.within),
  );
  const column = columnOf(asked, it, area);
  const name = namerOf([area, ...asked.beside], language);
  const distributed = column && distributionPicture(asked, column, area, name);
  const periods = [it.period, ...(series?.rows ?? []).map((row) => row.period)];
  const own = notesOf(book, { area: area.code, indicator: indicator.id, periods });
  const notes = new Set([...own, ...(column?.cells.flatMap((cell) => cell.notes) ?? [])]);
  return {
    indicator: indicator.id,
    title: indicator.shortTitle[language],
    statement: first?.parts ?? [],
    sentences: [...others.map((one) => one.parts), ...howMade(asked, it)],
    guards: guardsOf(book, [it]).flatMap((one) => (one.trap === "provisional" ? [] : [one.text[language]])),
    doesNotSay: indicator.doesNotSay.map((one) => sentence(one[language])),
    notes: [...notes].map((note) => noteLine(book, note, language)),
    pictures: [
      ...(series ? [seriesPicture(asked, series)] : []),
      ...(distributed ? [distributed] : []),
      ...breakdowns.map((one) => breakdownPicture(asked, one)),
    ],
    ...(column && asked.tables && asked.beside.length > 0 ? { compared: comparedTable(asked, column, name) } : {}),
    definition: definitionTerms(asked, indicator),
    source: sourceLine(book, it, language),
  };
}

/** How a rate or share was made, and for which area a figure of the same territory was published. */
function howMade({ book, language }: Asked, it: Shown): readonly (readonly Part[])[] {
  const derived = it.derivation ? it : it.measure === "count" ? relative(book, it.observation) : undefined;
  const other = it.observation.publishedFor && book.area(it.observation.publishedFor);
  return [
    ...(derived ? [[derivationWords(derived, language)]] : []),
    ...(other ? [[figureWords.sameTerritory[language].replace("{area}", areaLabel(other, language))]] : []),
  ];
}

/** The figure of the area beside those of the chosen areas, in the form in which they compare; the same category as that which leads. */
function columnOf({ book, beside }: Asked, it: Shown, area: Area): CompareColumn | undefined {
  if (isAbsent(it.cell) && beside.length === 0) return undefined;
  const areas: [Area, ...Area[]] = [area, ...beside];
  const chosen = { indicator: it.indicator, breakdown: it.breakdown };
  if (!columnFigure(book, chosen, areas, "rate")) return undefined;
  return compareView(book, { areas, indicators: [chosen], form: "rate" }).columns[0];
}
