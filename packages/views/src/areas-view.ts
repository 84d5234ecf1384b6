import type { Area, Level } from "@impactmonitor/model/area";
import { isAbsent, isValue } from "@impactmonitor/model/cell";
import type { Measure } from "@impactmonitor/model/indicator";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Language } from "@impactmonitor/model/text";
import { levelNames } from "./area-words.ts";
import { byName, existsOn, type Book } from "./book.ts";
import { spoken, type MapArea, type MapChart, type StripChart, type Written } from "./chart-state.ts";
import { classBounds, classOf } from "./classes.ts";
import { decimalsOf, formatCell, formatNumber, measureLabel } from "./format.ts";
import type { LevelFigure } from "./level-figure.ts";
import { signLegend, writtenCell } from "./mark-words.ts";
import { periodLabel } from "./period-words.ts";
import { breakdownLabel } from "./statement.ts";
import { find, type Shown } from "./shown.ts";
import type { Judgement } from "./comparison/judgement.ts";
import { outsidePeriod, type OutsidePeriod } from "./succession.ts";

/** What is shown for all areas of a level, and the area that the page is about. */
interface Beside extends LevelFigure {
  readonly chosen: string;
}

export interface AreasView {
  readonly level: Level;
  readonly period: string;
  readonly measure: Measure;
  /** Areas with a figure or a reason, by name; with what may be said of the figure beside the country's. */
  readonly rows: readonly { readonly area: Area; readonly shown: Shown; readonly judgement?: Judgement }[];
  /** Areas of the level without a row at all, by name. */
  readonly without: readonly Area[];
  readonly nation?: Shown;
  readonly strip?: StripChart;
  readonly map?: MapChart;
  /** The chosen area was not there in this period. */
  readonly outside?: OutsidePeriod;
  /** 2022 has 26 regions, 2023 has 25: which map fits the period. */
  readonly classification: "2022" | "2023";
}

/**
 * One figure for all areas of a level in one period: by name, never from high to low.
 * Counts are turned into rates where the indicator allows it; counts of areas of different size don't compare.
 */
export function areasView(
  book: Book,
  of: Beside,
  language: Language,
  href: (area: Area) => string,
): AreasView | undefined {
  const end = parsePeriod(of.period)?.end;
  const filled = areaRows(book, of);
  if (!end || !filled) return undefined;
  const { measure, rows, without } = filled;
  const nation = find(book, {
    indicator: of.indicator.id,
    area: "NL01",
    period: of.period,
    measure,
    breakdown: of.breakdown,
  });
  const classification = end < "2023-01-01" ? "2022" : "2023";
  const base = { level: of.level, period: of.period, measure, rows, without, classification } as const;
  const chosen = book.area(of.chosen);
  const outside = chosen?.level === of.level ? outsidePeriod(book, chosen, of.period) : undefined;
  const view: AreasView = { ...base, ...(nation ? { nation } : {}), ...(outside ? { outside } : {}) };
  // Dots and shades invite comparison, and counts of areas of different size don't compare: those get a table only.
  if (measure === "count" || measure === "persons") return view;
  const strip = stripChart(book, view, of, language);
  return {
    ...view,
    ...(strip ? { strip } : {}),
    // A map of one area and a line of a few dots show no more than the table does.
    ...((of.level === "vt-region" || of.level === "municipality") && rows.length > 1
      ? { map: mapChart(book, view, of, language, href) }
      : {}),
  };
}

type Filled = Pick<AreasView, "measure" | "rows" | "without">;

/**
 * The areas of a level with their figure, and those without.
 * @returns undefined when there is no area with a row
 */
export function areaRows(book: Book, of: LevelFigure): Filled | undefined {
  const end = parsePeriod(of.period)?.end;
  if (!end) return undefined;
  // An area that has since been merged keeps its own figures: it was itself in that period.
  const known = book.catalogue.areas.filter(
    (it) => it.level === of.level && (existsOn(it, end) || hasFigure(book, of, it)),
  );
  const areas = [...new Map(known.map((it) => [it.code, it])).values()].sort(byName);
  const filled = fill(book, of, areas, end);
  return filled.rows.length === 0 ? undefined : filled;
}

/** How many of them have a figure, not a reason why there is none. */
export const present = (of: Pick<AreasView, "rows">): number => of.rows.filter((it) => !isAbsent(it.shown.cell)).length;

/** The areas in the measure that compares best, unless most of them then fall away. */
function fill(book: Book, of: LevelFigure, areas: readonly Area[], end: string): Filled {
  const filled = [...new Set([comparableMeasure(of), of.measure])].map((measure): Filled => {
    const rows = areas.flatMap((area) => {
      const { indicator, period, breakdown } = of;
      const shown =
        find(book, { indicator: indicator.id, area: area.code, period, measure, breakdown }) ??
        absentCount(book, of, area.code);
      return shown ? [{ area, shown }] : [];
    });
    const have = new Set(rows.map((it) => it.area));
    return { measure, rows, without: areas.filter((it) => !have.has(it) && existsOn(it, end)) };
  });
  return filled.find((it) => present(it) * 2 >= Math.max(...filled.map(present)))!;
}

/** Counts of areas of different size don't compare; rates and shares do. */
function comparableMeasure(of: LevelFigure): Measure {
  if (of.measure !== "count") return of.measure;
  if (of.indicator.measures.includes("per-10000")) return "per-10000";
  return of.indicator.shareOf && Object.keys(of.breakdown).length === 1 ? "percent" : "count";
}

const hasFigure = (book: Book, of: LevelFigure, area: Area): boolean =>
  book.observationsOf(of.indicator.id, area.code).some((it) => it.period === of.period && it.measure === of.measure);

/** A hidden count has no rate, but its reason must still be told. */
function absentCount(book: Book, of: LevelFigure, area: string): Shown | undefined {
  const count = find(book, {
    indicator: of.indicator.id,
    area,
    period: of.period,
    measure: of.measure,
    breakdown: of.breakdown,
  });
  return count && isAbsent(count.cell) ? count : undefined;
}

function words(book: Book, view: AreasView, of: LevelFigure, language: Language) {
  const nl = language === "nl";
  const what = [of.indicator.shortTitle[language], breakdownLabel(book, of.breakdown, language)]
    .filter(Boolean)
    .join(": ");
  const own = present(view);
  const total = view.rows.length + view.without.length;
  const many = levelNames(view.level)[language];
  return {
    title: `${what}, ${periodLabel(view.period, language)}, ${nl ? `${own} van de ${total} ${many}` : `${own} of ${total} ${many}`}`,
    unit: measureLabel(of.indicator, view.measure, language),
    signs: signLegend([...view.rows.map((it) => it.shown.cell), ...(view.nation ? [view.nation.cell] : [])], language),
    written: (it: Shown): Written => writtenCell(it.cell, of.indicator, it.measure, language),
  };
}

const leastDots = 4;

function stripChart(book: Book, view: AreasView, of: Beside, language: Language): StripChart | undefined {
  const { title, unit, signs, written } = words(book, view, of, language);
  const dots = view.rows.flatMap(({ area, shown }) =>
    isValue(shown.cell) && shown.measure === view.measure
      ? [{ label: area.name, ...written(shown), value: shown.cell.value, chosen: area.code === of.chosen }]
      : [],
  );
  if (dots.length < leastDots) return undefined;
  const nl = language === "nl";
  const [low, high] = [Math.min(...dots.map((it) => it.value)), Math.max(...dots.map((it) => it.value))];
  const number = (value: number): string => formatCell({ value, marks: [] }, of.indicator, view.measure, language);
  const chosen = dots.find((it) => it.chosen);
  const nation = view.nation && isValue(view.nation.cell) ? view.nation : undefined;
  return {
    kind: "strip",
    title,
    unit,
    signs,
    alternative: [
      nl
        ? `De waarden lopen van ${number(low)} tot ${number(high)}.`
        : `The values run from ${number(low)} to ${number(high)}.`,
      chosen ? `${chosen.label}: ${spoken(chosen)}.` : "",
      nation ? `${nl ? "Nederland" : "Netherlands"}: ${spoken(written(nation))}.` : "",
    ]
      .filter(Boolean)
      .join(" "),
    dots,
    ...(nation && isValue(nation.cell)
      ? { compare: { label: nl ? "Nederland" : "Netherlands", value: nation.cell.value, ...written(nation) } }
      : {}),
  };
}

function mapChart(book: Book, view: AreasView, of: Beside, language: Language, href: (area: Area) => string): MapChart {
  const { title, unit, signs, written } = words(book, view, of, language);
  const nl = language === "nl";
  const values = view.rows.flatMap((it) =>
    isValue(it.shown.cell) && it.shown.measure === view.measure ? [it.shown.cell.value] : [],
  );
  const bounds = classBounds(values);
  const short = new Map(book.catalogue.tiles.map((it) => [`${it.classification}/${it.code}`, it.label]));
  const noFigure = nl ? "geen cijfer in deze editie" : "no figure in this edition";
  const entry = (area: Area, it: Shown | undefined): MapArea => ({
    code: area.code,
    label: area.name,
    short: short.get(`${view.classification}/${area.code}`) ?? area.name,
    ...(it ? written(it) : { text: noFigure }),
    class: !it
      ? "no-figure"
      : isAbsent(it.cell)
        ? it.cell.absent
        : isValue(it.cell)
          ? classOf(it.cell.value, bounds)
          : "unspecified",
    chosen: area.code === of.chosen,
    href: href(area),
  });
  const decimals = decimalsOf(of.indicator, view.measure);
  const number = (value: number): string => {
    const fit = bounds.every((bound) => Number.isInteger(bound)) ? 0 : Math.max(decimals, 1);
    return `${formatNumber(value, fit, language)}${view.measure === "percent" ? "%" : ""}`;
  };
  const legend =
    bounds.length === 0
      ? values.length > 0
        ? [formatCell({ value: values[0]!, marks: [] }, of.indicator, view.measure, language)]
        : []
      : [
          nl ? `minder dan ${number(bounds[0]!)}` : `less than ${number(bounds[0]!)}`,
          ...bounds
            .slice(0, -1)
            .map((bound, i) =>
              nl ? `${number(bound)} tot ${number(bounds[i + 1]!)}` : `${number(bound)} to ${number(bounds[i + 1]!)}`,
            ),
          nl ? `${number(bounds.at(-1)!)} of meer` : `${number(bounds.at(-1)!)} or more`,
        ];
  const areas = [
    ...view.rows.map((it) => entry(it.area, it.shown)),
    ...view.without.map((area) => entry(area, undefined)),
  ];
  return {
    kind: "map",
    title,
    unit,
    signs,
    alternative: areas.map((it) => `${it.label}: ${spoken(it)}`).join("; "),
    areas,
    legend,
    noFigure,
  };
}
