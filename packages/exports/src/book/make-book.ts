import type { Area } from "@impactmonitor/model/area";
import { areaLabel } from "@impactmonitor/views/area-words";
import type { ChosenIndicator, CompareChoice } from "@impactmonitor/views/comparison/compare-choice";
import { areaBook } from "@impactmonitor/views/documents/area-book";
import type { Asked } from "@impactmonitor/views/documents/asked";
import { comparisonBook } from "@impactmonitor/views/documents/comparison-book";
import type { FigurePart } from "@impactmonitor/views/documents/book-content";
import { figurePart } from "@impactmonitor/views/documents/figure-part";
import { CannotMake, type Make, type Paper } from "../documents/make-document.ts";
import type { Order, Subject } from "../documents/order.ts";
import { bindBook, bindSingle } from "./bind-book.ts";

/** The book of an area or a comparison, or the one page of an indicator, as a PDF. */
export const makeBook: Make = async (paper, order, told) => {
  const asked = askedOf(paper, order);
  const bytes = make(paper, order, asked, told);
  told(1);
  return bytes;
};

function make(paper: Paper, { subject }: Order, asked: Asked, told: (done: number) => void): Uint8Array {
  const { book, language } = asked;
  switch (subject.kind) {
    case "area": {
      const content = areaBook(asked, areaOf(paper, subject.area));
      told(0.3);
      return bindBook(paper, content);
    }
    case "indicator": {
      const area = areaOf(paper, subject.area ?? "NL01");
      const figure = singleFigure(asked, subject.indicator, area);
      told(0.3);
      const edition = { id: book.id, kind: book.kind, date: book.date };
      return bindSingle(paper, { language, edition }, areaLabel(area, language), figure);
    }
    case "comparison": {
      const content = comparisonBook(asked, choiceOf(paper, subject));
      told(0.3);
      return bindBook(paper, content);
    }
    default:
      throw new CannotMake({ nl: "Hiervan is er geen boek.", en: "There is no book of this." });
  }
}

/** A page may have no room for a table: then the words of a picture say all its values. */
function singleFigure(asked: Asked, id: string, area: Area): FigurePart {
  const indicator = asked.book.indicators.get(id);
  const whole = indicator && figurePart(asked, indicator, area);
  const bare = indicator && figurePart({ ...asked, tables: false }, indicator, area);
  if (!whole || !bare)
    throw new CannotMake({
      nl: "Van dit onderwerp is er geen cijfer voor dit gebied.",
      en: "There is no figure on this subject for this area.",
    });
  const pictures = whole.pictures.map((it, i) => ({
    ...it,
    alternative: bare.pictures[i]?.alternative ?? it.alternative,
  }));
  return { ...whole, pictures };
}

type Compared = Extract<Subject, { kind: "comparison" }>;

function choiceOf(paper: Paper, { areas, indicators, form, period }: Compared): CompareChoice {
  const chosen = indicators.map(({ indicator, breakdown }): ChosenIndicator => {
    const found = paper.book.indicators.get(indicator);
    if (!found)
      throw new CannotMake({
        nl: `Het cijfer ${indicator} is niet bekend.`,
        en: `The figure ${indicator} is not known.`,
      });
    return { indicator: found, ...(breakdown ? { breakdown } : {}) };
  });
  if (areas.length === 0 || chosen.length === 0)
    throw new CannotMake({ nl: "Er is niets om te vergelijken.", en: "There is nothing to compare." });
  return { areas: areas.map((it) => areaOf(paper, it)), indicators: chosen, form, ...(period ? { period } : {}) };
}

/** The order as the content takes it: areas instead of codes. */
export function askedOf(paper: Paper, { language, choices }: Order): Asked {
  const { themes, beside = [], from, until, tables = true } = choices;
  return {
    book: paper.book,
    language,
    ...(paper.withdrawn ? { withdrawn: paper.withdrawn } : {}),
    ...(themes ? { themes } : {}),
    // The country stands beside everything as it is.
    beside: beside.map((it) => areaOf(paper, it)).filter((it) => it.level !== "nation"),
    within: { ...(from ? { from } : {}), ...(until ? { until } : {}) },
    tables,
  };
}

function areaOf({ book }: Paper, code: string): Area {
  const area = book.area(code);
  if (!area) throw new CannotMake({ nl: `Het gebied ${code} is niet bekend.`, en: `The area ${code} is not known.` });
  return area;
}
