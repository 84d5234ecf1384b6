import { isAbsent, isRange, isValue } from "@impactmonitor/model/cell";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Observation } from "@impactmonitor/model/observation";
import type { ExampleKind } from "@impactmonitor/model/page-place";
import { comparePeriods, parsePeriod } from "@impactmonitor/model/period";
import type { Book } from "../book.ts";
import { compareWithNation } from "../comparison/compare-with-nation.ts";
import type { Comparison } from "../comparison/judgement.ts";
import { lead } from "../lead.ts";
import { pastOf, type Editions } from "../past.ts";
import { isSmall, rate, shown, type Shown } from "../shown.ts";

/** Figures of this edition that show how to read one; the first is what the example is about. */
export interface Example {
  readonly figures: readonly [Shown, ...Shown[]];
  readonly comparison?: Comparison;
}

/**
 * A figure of this edition for a lesson in reading figures. It is the first that fits: totals before categories, the
 * country before areas by name, subjects in the order of the catalogue, the newest period first. So nobody picks it for what it says.
 * @returns undefined when the edition has none
 */
export function example(book: Book, kind: ExampleKind): Example | undefined {
  const known = examplesOf.get(book) ?? new Map<ExampleKind, Example | undefined>();
  examplesOf.set(book, known);
  if (!known.has(kind)) known.set(kind, choose[kind](book));
  return known.get(kind);
}

/** An edition never changes, and going through all its figures takes a while. */
const examplesOf = new WeakMap<Book, Map<ExampleKind, Example | undefined>>();

type Test = (book: Book, it: Observation) => boolean;

const has =
  (...marks: readonly string[]): Test =>
  (_book, { cell }) =>
    isValue(cell) && cell.marks.some((it) => marks.includes(it));

const choose: Readonly<Record<ExampleKind, (book: Book) => Example | undefined>> = {
  provisional: (book) => first(book, has("provisional", "revised-provisional")),
  revised: (book) => first(book, (_book, it) => it.vintages.length > 0 && pastOf(alone, it).first !== undefined),
  "rounded-parts": (book) => each(book, (indicator, area) => yearAndHalves(book, indicator, area)),
  dot: (book) => first(book, (_book, it) => isAbsent(it.cell) && it.cell.absent === "unspecified"),
  hidden: (book) => first(book, (_book, it) => isAbsent(it.cell) && it.cell.absent === "suppressed"),
  zero: (book) => first(book, (_book, it) => it.measure === "count" && isValue(it.cell) && it.cell.value === 0),
  small: (book) =>
    first(
      book,
      (_book, it) => it.measure === "count" && isValue(it.cell) && it.cell.value > 0 && isSmall(it.cell.value),
    ),
  "per-inhabitant": (book) => each(book, (indicator, area) => perInhabitant(book, indicator, area)),
  "not-clear": (book) => each(book, (indicator, area) => notClear(book, indicator, area)),
  margin: (book) =>
    first(book, (_book, { cell }) => isValue(cell) && cell.lower !== undefined && cell.upper !== undefined),
  range: (book) => first(book, (_book, it) => isRange(it.cell)),
  break: (book) => first(book, has("break")),
  overlap: (book) => first(book, isOverlapping),
};

/** What a figure was first published as is told by the figure itself, without other editions. */
const alone: Editions = { books: [], corrects: () => false };

/** A category of which one case can have several. */
const isOverlapping: Test = (book, it) =>
  isValue(it.cell) &&
  it.measure === "percent" &&
  (book.indicators.get(it.indicator)?.breakdowns ?? []).some(
    ({ dimension, response }) => response === "multiple" && dimension in it.breakdown,
  );

/** The first figure that fits. */
function first(book: Book, fits: Test): Example | undefined {
  const newest = (rows: readonly Observation[]): Example | undefined => {
    const best = rows.filter((it) => fits(book, it)).toSorted(totalsFirst)[0];
    return best && { figures: [shown(book, best)] };
  };
  return (
    each(book, (indicator, area) => newest(own(book, indicator, area).filter((it) => categories(it) === 0))) ??
    each(book, (indicator, area) => newest(own(book, indicator, area)))
  );
}

/** Tries subjects in catalogue order, for the country and then for areas by name. */
function each(book: Book, make: (indicator: Indicator, area: string) => Example | undefined): Example | undefined {
  for (const area of areasOf(book))
    for (const indicator of book.catalogue.indicators) {
      const found = make(indicator, area);
      if (found) return found;
    }
  return undefined;
}

const areaOrders = new WeakMap<Book, readonly string[]>();
/** The country, then regions, provinces and municipalities by name. */
function areasOf(book: Book): readonly string[] {
  const known = areaOrders.get(book);
  if (known) return known;
  const levels = ["vt-region", "province", "municipality"] as const;
  const order = ["NL01", ...levels.flatMap((it) => book.areasAt(it, book.date).map(({ code }) => code as string))];
  areaOrders.set(book, order);
  return order;
}

/** What was published for another area of the same shape is told there. */
const own = (book: Book, indicator: Indicator, area: string): readonly Observation[] =>
  book.observationsOf(indicator.id, area).filter((it) => !it.publishedFor);

const categories = (it: Observation): number => Object.keys(it.breakdown).length;
const totalsFirst = (a: Observation, b: Observation): number =>
  categories(a) - categories(b) || comparePeriods(parsePeriod(b.period)!, parsePeriod(a.period)!);

/** A year and its two halves that, each rounded on its own, do not add up to it. */
function yearAndHalves(book: Book, indicator: Indicator, area: string): Example | undefined {
  const totals = own(book, indicator, area).filter((it) => it.measure === "count" && categories(it) === 0);
  for (const year of totals.filter((it) => /^\d{4}$/.test(it.period)).toSorted(totalsFirst)) {
    const halves = ["H1", "H2"].flatMap((half) => totals.find((it) => it.period === `${year.period}${half}`) ?? []);
    const [a, b] = halves;
    if (!a || !b || !isValue(year.cell) || !isValue(a.cell) || !isValue(b.cell)) continue;
    const apart = Math.abs(a.cell.value + b.cell.value - year.cell.value);
    // More than rounding can do is something else.
    if (apart > 0 && apart <= 10) return { figures: [shown(book, year), shown(book, a), shown(book, b)] };
  }
  return undefined;
}

/** A count of a region, and the same per 10,000 inhabitants. */
function perInhabitant(book: Book, indicator: Indicator, area: string): Example | undefined {
  if (area === "NL01") return undefined;
  for (const it of own(book, indicator, area).toSorted(totalsFirst)) {
    const perHead = rate(book, it);
    if (perHead) return { figures: [shown(book, it), perHead] };
  }
  return undefined;
}

/** A figure of a region beside that of the country, of which chance and ordinary differences leave nothing to say. */
function notClear(book: Book, indicator: Indicator, area: string): Example | undefined {
  if (area === "NL01") return undefined;
  const it = lead(book, indicator, area);
  if (!it || it.observation.publishedFor) return undefined;
  const comparison = compareWithNation(book, it);
  if (!comparison || !("certainty" in comparison.judgement) || comparison.judgement.certainty !== "none")
    return undefined;
  return { figures: [comparison.own, comparison.other], comparison };
}
