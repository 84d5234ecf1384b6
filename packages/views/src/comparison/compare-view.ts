import type { Area, Level } from "@impactmonitor/model/area";
import type { AreaNote } from "@impactmonitor/model/area-note";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Text } from "@impactmonitor/model/text";
import { byName, type Book } from "../book.ts";
import { why } from "../missing.ts";
import { find, type Shown } from "../shown.ts";
import { alarmsOf, type Alarms } from "./alarms.ts";
import { columnFigure, type ColumnFigure } from "./column-figure.ts";
import { compareAreas } from "./compare-areas.ts";
import type { CompareChoice } from "./compare-choice.ts";
import { compareWithNation } from "./compare-with-nation.ts";
import { indexOf } from "./index-of.ts";
import type { Comparison } from "./judgement.ts";
import { notesOf } from "./notes-of.ts";
import { earlierPeriod, outlierBefore } from "./outlier-before.ts";
import { whyNoFigure } from "./why-no-figure.ts";

/** One area's figure with what may be said of it. */
export interface CompareCell {
  readonly area: Area;
  /** A value, or the reason that was published in its place. */
  readonly shown?: Shown;
  /** Why there is no figure at all, or none in this measure. */
  readonly without?: Text;
  readonly national?: Comparison;
  /** Beside the area that was chosen first; absent for that area itself. */
  readonly beside?: Comparison;
  /** The country is 100; only where an index was asked for and makes sense. */
  readonly index?: number;
  /** What must be known of working practice to read the figure. */
  readonly notes: readonly AreaNote[];
  /** The period before, when the area lay outside the ordinary differences then. */
  readonly outlierIn?: string;
}

/** One figure for all areas. */
export interface CompareColumn extends ColumnFigure {
  readonly nation?: Shown;
  /** In the order of `CompareView.areas`. */
  readonly cells: readonly CompareCell[];
}

export interface CompareView {
  readonly choice: CompareChoice;
  /** The first chosen, then the others by name: never by value. */
  readonly areas: readonly [Area, ...Area[]];
  readonly levels: readonly Level[];
  readonly columns: readonly CompareColumn[];
  /** Asked for, but none of these areas has it, with the reason. */
  readonly empty: readonly { readonly indicator: Indicator; readonly why: Text; readonly instead?: Area }[];
  /** Of all comparisons with the country. */
  readonly alarms?: Alarms;
  /** Of all comparisons with the first area. */
  readonly alarmsBeside?: Alarms;
}

/**
 * Areas side by side in one figure or more. Each is judged against the ordinary differences between areas of its level, and against the
 * area that was chosen first; in which order the others were chosen changes nothing.
 */
export function compareView(book: Book, choice: CompareChoice): CompareView {
  const [first, ...others] = choice.areas;
  if (first === undefined) throw new RangeError("no areas to compare");
  const areas: CompareView["areas"] = [first, ...others.toSorted(byName)];
  const found = choice.indicators.map((chosen) => ({
    indicator: chosen.indicator,
    figure: columnFigure(book, chosen, areas, choice.form, choice.period),
  }));
  const columns = found.flatMap(({ figure }) => (figure ? [columnOf(book, figure, areas, choice)] : []));
  const cells = columns.flatMap((it) => it.cells);
  const alarms = alarmsOf(cells.flatMap((it) => it.national ?? []));
  const alarmsBeside = alarmsOf(cells.flatMap((it) => it.beside ?? []));
  return {
    choice,
    areas,
    levels: [...new Set(areas.map((it) => it.level))],
    columns,
    empty: found.flatMap(({ indicator, figure }) => (figure ? [] : [emptyOf(book, indicator, first)])),
    ...(alarms ? { alarms } : {}),
    ...(alarmsBeside ? { alarmsBeside } : {}),
  };
}

function columnOf(
  book: Book,
  figure: ColumnFigure,
  areas: CompareView["areas"],
  { form }: CompareChoice,
): CompareColumn {
  const { indicator, period, measure, breakdown } = figure;
  const nation = find(book, { indicator: indicator.id, area: "NL01", period, measure, breakdown });
  const [first] = areas;
  const before = earlierPeriod(book, figure);
  const cells = areas.map((area): CompareCell => {
    const shown = cellOf(book, figure, area);
    const without = whyNoFigure(book, figure, area, shown);
    const notes = shown ? notesOf(book, { area: area.code, indicator: indicator.id, periods: [period] }) : [];
    if (!shown) return { area, notes, ...(without ? { without } : {}) };
    const national = compareWithNation(book, shown);
    const beside = compareAreas(book, shown, first.code);
    const index = form === "index" ? indexOf(book, shown, nation) : undefined;
    const outlierIn = national && before ? outlierBefore(book, national.own, before) : undefined;
    return {
      area,
      shown,
      notes,
      ...(without ? { without } : {}),
      ...(national ? { national } : {}),
      ...(beside ? { beside } : {}),
      ...(index === undefined ? {} : { index }),
      ...(outlierIn ? { outlierIn } : {}),
    };
  });
  return { ...figure, ...(nation ? { nation } : {}), cells };
}

/** The figure in the measure of the column; else the reason that was published in the place of the count. */
function cellOf(book: Book, { indicator, period, measure, breakdown }: ColumnFigure, area: Area): Shown | undefined {
  const key = { indicator: indicator.id, area: area.code, period, breakdown };
  const exact = find(book, { ...key, measure });
  if (exact) return exact;
  const count = find(book, { ...key, measure: "count" });
  return count && isAbsent(count.cell) ? count : undefined;
}

function emptyOf(book: Book, indicator: Indicator, area: Area): CompareView["empty"][number] {
  const reason = why(book, indicator, area);
  return { indicator, why: reason.why, ...(reason.instead ? { instead: reason.instead } : {}) };
}
