import type { Area } from "@impactmonitor/model/area";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Observation } from "@impactmonitor/model/observation";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Language, Text } from "@impactmonitor/model/text";
import { areaLabel } from "@impactmonitor/views/area-words";
import type { Book } from "@impactmonitor/views/book";
import { CannotMake, type Paper } from "../documents/make-document.ts";
import type { Choices, Order, Subject } from "../documents/order.ts";
import { figureRow, type FigureRow } from "./figure-row.ts";

/** The figures that an order asks for. */
export interface ChosenFigures {
  readonly title: Text;
  /** What is in it, in a sentence. */
  readonly about: Text;
  /** Those that have figures here, in the order of the catalogue. */
  readonly indicators: readonly Indicator[];
  /** The area it is about, if it is about one. */
  readonly area?: Area;
  readonly count: number;
  /** Made one at a time, by indicator and then in the order of the edition: never by value. */
  readonly rows: (language: Language) => Iterable<FigureRow>;
}

type Asked = Extract<Subject, { kind: "area" | "indicator" | "edition" }>;

/** @throws CannotMake where there is no such area, theme or indicator, or no figure of it; an area may have none at all */
export function chosenFigures(paper: Paper, subject: Asked, choices: Choices): ChosenFigures {
  const { book } = paper;
  const of = observationsOf(book, subject, choices);
  const wanted = within(choices);
  const some = indicatorsOf(book, subject, choices).flatMap((indicator) => {
    const observations = of(indicator).filter(wanted);
    return observations.length > 0 ? [{ indicator, observations }] : [];
  });
  if (some.length === 0 && !isWholeArea(subject, choices)) throw new CannotMake(nothing);
  function* rows(language: Language): Generator<FigureRow> {
    for (const { indicator, observations } of some) {
      const past = paper.pasts(indicator.id);
      for (const it of observations) yield figureRow(book, it, past(it), language);
    }
  }
  const area = "area" in subject && subject.area !== undefined ? areaOf(book, subject.area) : undefined;
  return {
    ...titleOf(book, subject, area),
    indicators: some.map((it) => it.indicator),
    ...(area ? { area } : {}),
    count: some.reduce((sum, it) => sum + it.observations.length, 0),
    rows,
  };
}

/** Of an area without a figure there is still to tell what is missing, and why. */
const isWholeArea = ({ kind }: Asked, { themes, from, until }: Choices): boolean =>
  kind === "area" && themes === undefined && from === undefined && until === undefined;

const nothing: Text = {
  nl: "Van wat u vroeg staan er geen cijfers in deze editie. Kies een ander gebied, een ander cijfer of een langere periode.",
  en: "This edition has no figures of what you asked for. Choose another area, another figure or a longer period.",
};

/** @throws CannotMake when there is no such area */
export function areaOf(book: Book, code: string): Area {
  const area = book.area(code);
  if (area) return area;
  throw new CannotMake({ nl: `Er is geen gebied met de code ${code}.`, en: `There is no area with the code ${code}.` });
}

/** @throws CannotMake when there is no such indicator */
export function indicatorOf(book: Book, id: string): Indicator {
  const indicator = book.indicators.get(id);
  if (indicator) return indicator;
  throw new CannotMake({ nl: `Er is geen cijfer met de naam ${id}.`, en: `There is no figure with the name ${id}.` });
}

function indicatorsOf(book: Book, subject: Asked, { themes }: Choices): readonly Indicator[] {
  if (subject.kind === "indicator") return [indicatorOf(book, subject.indicator)];
  for (const it of themes ?? [])
    if (!book.themes.has(it))
      throw new CannotMake({ nl: `Er is geen thema met de naam ${it}.`, en: `There is no theme with the name ${it}.` });
  return book.catalogue.indicators.filter((it) => themes === undefined || themes.includes(it.theme));
}

/** What was published for another area of the same shape is told where one area is asked for, and not twice in a whole. */
function observationsOf(
  book: Book,
  subject: Asked,
  { beside = [] }: Choices,
): (indicator: Indicator) => readonly Observation[] {
  if ("area" in subject && subject.area !== undefined) {
    const codes = [...new Set([subject.area, ...beside])].map((it) => areaOf(book, it).code);
    return ({ id }) => codes.flatMap((code) => book.observationsOf(id, code));
  }
  return ({ id }) => book.observations(id).filter((it) => it.publishedFor === undefined);
}

/** Whether the whole period of a figure lies between the first and the last that were asked for. */
function within({ from, until }: Choices): (it: Observation) => boolean {
  const first = from === undefined ? undefined : periodOf(from);
  const last = until === undefined ? undefined : periodOf(until);
  return ({ period }) => {
    const it = parsePeriod(period);
    return it !== undefined && (!first || it.start >= first.start) && (!last || it.end <= last.end);
  };
}

function periodOf(code: string) {
  const period = parsePeriod(code);
  if (period) return period;
  throw new CannotMake({ nl: `${code} is geen periode, zoals 2023.`, en: `${code} is no period, such as 2023.` });
}

function titleOf(book: Book, subject: Asked, area: Area | undefined): Pick<ChosenFigures, "title" | "about"> {
  const name = area && { nl: areaLabel(area, "nl"), en: areaLabel(area, "en") };
  if (subject.kind === "indicator") {
    const { title } = indicatorOf(book, subject.indicator);
    if (!name)
      return {
        title,
        about: {
          nl: "Alles wat deze editie van dit cijfer heeft: alle gebieden, perioden en uitsplitsingen.",
          en: "Everything that this edition has of this figure: all areas, periods and breakdowns.",
        },
      };
    return {
      title: { nl: `${title.nl}: ${name.nl}`, en: `${title.en}: ${name.en}` },
      about: {
        nl: "Alles wat deze editie van dit cijfer heeft voor dit gebied.",
        en: "Everything that this edition has of this figure for this area.",
      },
    };
  }
  if (name)
    return {
      title: { nl: `Alle cijfers: ${name.nl}`, en: `All figures: ${name.en}` },
      about: {
        nl: "Alles wat deze editie van dit gebied heeft: alle cijfers, perioden en uitsplitsingen, en wat er niet is.",
        en: "Everything that this edition has of this area: all figures, periods and breakdowns, and what there is not.",
      },
    };
  return {
    title: { nl: `Alle cijfers van editie ${book.id}`, en: `All figures of edition ${book.id}` },
    about: {
      nl: "Alles wat deze editie heeft: alle cijfers, gebieden, perioden en uitsplitsingen.",
      en: "Everything that this edition has: all figures, areas, periods and breakdowns.",
    },
  };
}

/** What the makers of one kind of file share: orders for figures, not for a comparison or a report. */
export function figuresOf(paper: Paper, { subject, choices }: Order): ChosenFigures {
  if (subject.kind === "comparison" || subject.kind === "report") throw new CannotMake(nothing);
  return chosenFigures(paper, subject, choices);
}
