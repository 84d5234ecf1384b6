import { isAbsent } from "@impactmonitor/model/cell";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Language } from "@impactmonitor/model/text";
import { areaLabel } from "../area-words.ts";
import type { Book } from "../book.ts";
import { breakdown } from "../breakdown.ts";
import { spoken, type BarChart } from "../chart-state.ts";
import type { Comparison } from "../comparison/judgement.ts";
import { measureLabel } from "../format.ts";
import { signLegend, writtenCell } from "../mark-words.ts";
import { periodLabel } from "../period-words.ts";
import type { Shown } from "../shown.ts";
import { breakNotes } from "../timeline.ts";
import { breakdownLabel } from "../statement.ts";
import { trend } from "../trend.ts";
import { barOf, firstLevel } from "./bars.ts";
import { pictureOf } from "./picture-of.ts";
import type { Picture } from "./leaf.ts";

/** First and last period of a series, as in `2021H1` or `2023`; either may be left out. */
export interface Span {
  readonly from?: string;
  readonly until?: string;
}

/** A line through fewer points than this says less than the categories beside each other. */
const fewestPoints = 3;

/**
 * What belongs beside a figure: its series; of one category the categories; else the figure beside that of the country.
 * @returns undefined for a figure that stands alone
 */
export function messagePicture(
  book: Book,
  it: Shown,
  nation: Comparison | undefined,
  span: Span,
  language: Language,
): Picture | undefined {
  const line = seriesPicture(book, it, span, language);
  const categories = categoriesPicture(book, it, language);
  if (categories) return categories;
  if (line && line.points >= fewestPoints) return line.picture;
  return line?.picture ?? (nation && pairPicture(book, nation, language));
}

function seriesPicture(book: Book, it: Shown, span: Span, language: Language) {
  const found = trend(within(book, span), it, language, false);
  if (!found) return undefined;
  const open = found.chart.series.some((series) => series.points.some((point) => point.provisional));
  const picture = pictureOf(
    found.chart,
    nameOf(book, it.area, language),
    [
      ...(found.kind === "half-year" ? [halves[language]] : []),
      ...(open ? [openPoints[language]] : []),
      ...breakNotes(found.breaks, language).map((note) => `${note.sign} – ${note.when}: ${note.text}`),
    ],
    language,
  );
  return { picture, points: found.rows.filter((row) => !isAbsent(row.main.cell)).length };
}

const halves = {
  nl: "2021-1 is de eerste helft van 2021.",
  en: "2021-1 is the first half of 2021.",
} as const;
const openPoints = { nl: "Open punt: voorlopig cijfer.", en: "Open point: provisional figure." } as const;

/** The same edition as far as its periods lie between two. */
function within(book: Book, { from, until }: Span): Book {
  const [first, last] = [from && parsePeriod(from), until && parsePeriod(until)];
  if (!first && !last) return book;
  return {
    ...book,
    observationsOf: (indicator, area) =>
      book.observationsOf(indicator, area).filter((row) => {
        const period = parsePeriod(row.period);
        return period && (!first || period.start >= first.start) && (!last || period.end <= last.end);
      }),
  };
}

function categoriesPicture(book: Book, it: Shown, language: Language): Picture | undefined {
  const [dimension, more] = Object.keys(it.breakdown);
  if (dimension === undefined || more !== undefined) return undefined;
  const { indicator, area, period, measure } = it;
  const view = breakdown(
    book,
    { indicator, area, period, measure: measure === "count" ? undefined : measure, dimension, chosen: it.breakdown },
    language,
  );
  const chart = view && firstLevel(view.chart);
  if (!view || !chart) return undefined;
  const several = { nl: "Eén geval kan in meer groepen vallen.", en: "One case can be in several groups." };
  return pictureOf(
    chart,
    nameOf(book, area, language),
    view.response === "multiple" ? [several[language]] : [],
    language,
  );
}

/** The figure beside that of the country, in the measure in which they compare. */
function pairPicture(book: Book, { own, other: nation }: Comparison, language: Language): Picture {
  const name = (code: string): string => nameOf(book, code, language);
  const { indicator, measure, period } = own;
  const written = (it: Shown) => writtenCell(it.cell, indicator, measure, language);
  const signs = signLegend([own.cell, nation.cell], language);
  const what = [indicator.shortTitle[language], breakdownLabel(book, own.breakdown, language)].filter(Boolean);
  const chart: BarChart = {
    kind: "bars",
    title: `${what.join(": ")}, ${periodLabel(period, language)}`,
    alternative: [own, nation].map((it) => `${name(it.area)}: ${spoken(written(it))}.`).join(" "),
    unit: measureLabel(indicator, measure, language),
    signs,
    bars: [own, nation].map((it) =>
      barOf({ label: name(it.area), cell: it.cell, written: written(it), chosen: it === own }),
    ),
  };
  return pictureOf(chart, nameOf(book, own.area, language), [], language);
}

function nameOf(book: Book, code: string, language: Language): string {
  const area = book.area(code);
  return area ? areaLabel(area, language) : code;
}
