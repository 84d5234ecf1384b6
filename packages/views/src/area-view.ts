import type { Area } from "@impactmonitor/model/area";
import type { AreaNote } from "@impactmonitor/model/area-note";
import type { AreaChange } from "@impactmonitor/model/catalogue";
import { isAbsent, isValue } from "@impactmonitor/model/cell";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Language } from "@impactmonitor/model/text";
import type { Theme } from "@impactmonitor/model/theme";
import type { Book } from "./book.ts";
import { compareWithNation } from "./comparison/compare-with-nation.ts";
import type { Comparison } from "./comparison/judgement.ts";
import { comparableAreas, fewest, type ComparableAreas } from "./comparison/comparable-areas.ts";
import { notesOn } from "./comparison/notes-of.ts";
import { hasSetting } from "./context/context-beside.ts";
import { contextOverview, type ContextOverview } from "./context/context-lines.ts";
import { lead } from "./lead.ts";
import { why, type Reason } from "./missing.ts";
import { ageOn } from "./period-words.ts";
import { find, relative, type Shown } from "./shown.ts";
import { breakdownLabel, statement, type Part } from "./statement.ts";
import { bornOf, predecessors, regionsToday, successors, type Predecessor } from "./succession.ts";
import { series } from "./trend.ts";

export interface AreaView {
  readonly area: Area;
  readonly themes: readonly ThemeGroup[];
  readonly counts: { readonly figures: number; readonly indicators: number; readonly sources: number };
  readonly context: ContextOverview;
  readonly municipalities: readonly Area[];
  readonly municipalitiesWithFigures: ReadonlySet<string>;
  /** Other areas that this one lies in, holds, or shares its territory with. */
  readonly kin: readonly Area[];
  readonly changes: readonly AreaChange[];
  /** What this area came from and what it became: areas with figures of their own, of another territory. */
  readonly succession: Succession;
  readonly cohort?: "second" | "third";
  /** What must be known of working practice to read its figures. */
  readonly notes: readonly AreaNote[];
  /** The few areas most like it, for a level of which that can be told. */
  readonly comparable?: ComparableAreas;
}

export interface Succession {
  /** First day, when the area came to be by a merger. */
  readonly born?: string;
  readonly predecessors: readonly Predecessor[];
  /** Empty while the area exists. */
  readonly successors: readonly Area[];
  /** Of a former municipality: the regions that its territory lies in today. */
  readonly regions: readonly Area[];
}

export interface ThemeGroup {
  readonly theme: Theme;
  readonly rows: readonly AreaRow[];
  readonly missing: readonly MissingRow[];
}

export interface MissingRow extends Reason {
  readonly indicator: Indicator;
  /** What is known for the whole country: beside the reason, never in the place of the area's own figure. */
  readonly national?: NationalLine;
}

export interface NationalLine {
  readonly shown: Shown;
  readonly statement: readonly Part[];
  readonly age: string;
}

export interface AreaRow {
  readonly indicator: Indicator;
  readonly shown: Shown;
  /** The category shown, when the indicator has no total. */
  readonly category?: string;
  /** The same per inhabitant or as a share, when the figure is a count. */
  readonly relative?: Shown;
  readonly nation?: Shown;
  /** What may be said of the difference with the country. */
  readonly comparison?: Comparison;
  readonly statement: readonly Part[];
  /** Values for the sparkline, oldest first; empty with fewer than two. */
  readonly spark: readonly number[];
  readonly others: number;
  /** At least ten areas of this level have this figure and some fact about the area: they can be set side by side. */
  readonly beside: boolean;
}

/** Everything there is about one area, by theme; and what there is not, with the reason. */
export function areaView(book: Book, area: Area, language: Language): AreaView {
  const have = new Set(book.indicatorsOf(area.code).map((it) => it.id));
  const themes = book.catalogue.themes.map((theme): ThemeGroup => {
    const own = book.catalogue.indicators.filter((it) => it.theme === theme.id);
    const rows = own.filter((it) => have.has(it.id)).flatMap((it) => areaRow(book, it, area, language) ?? []);
    return {
      theme,
      rows,
      missing: own
        .filter((it) => !have.has(it.id))
        .map((indicator) => ({
          indicator,
          ...why(book, indicator, area),
          ...nationalFor(book, indicator, area, language),
        })),
    };
  });
  const rows = themes.flatMap((it) => it.rows);
  const municipalities =
    area.level === "vt-region" || area.level === "province"
      ? book.municipalitiesOf(area.code, lastYear(book, area))
      : [];
  const cohort = book.catalogue.cohorts.find((it) => it.region === area.code)?.cohort;
  const mentioned = new Set(area.changes);
  const comparable = comparableAreas(book, area, { count: fewest });
  return {
    area,
    themes,
    counts: {
      figures: rows.reduce((sum, it) => sum + book.observationsOf(it.indicator.id, area.code).length, 0),
      indicators: rows.length,
      sources: new Set(rows.map((it) => it.indicator.source)).size,
    },
    context: contextOverview(book, area),
    municipalities,
    municipalitiesWithFigures: new Set(
      municipalities.filter((it) => book.indicatorsOf(it.code).length > 0).map((it) => it.code),
    ),
    kin: kin(book, area),
    changes: book.catalogue.areaChanges.filter(
      (it) => mentioned.has(it.id) || it.from.includes(area.code) || it.to.includes(area.code),
    ),
    succession: succession(book, area),
    ...(cohort ? { cohort } : {}),
    notes: notesOn(book, area),
    ...(comparable.reason ? {} : { comparable }),
  };
}

const lines = new WeakMap<Book, Map<string, NationalLine | undefined>>();

/** The leading figure of an indicator for the country, as a sentence with its age. */
export function nationalLine(book: Book, indicator: Indicator, language: Language): NationalLine | undefined {
  const known = lines.get(book) ?? new Map<string, NationalLine | undefined>();
  lines.set(book, known);
  const key = `${language} ${indicator.id}`;
  // The same on the pages of all areas that lack the figure: made once for an edition.
  if (!known.has(key)) known.set(key, makeNationalLine(book, indicator, language));
  return known.get(key);
}

function makeNationalLine(book: Book, indicator: Indicator, language: Language): NationalLine | undefined {
  const it = lead(book, indicator, "NL01");
  if (!it || isAbsent(it.cell)) return undefined;
  return { shown: it, statement: statement(book, it, language), age: ageOn(it.period, book.date, language) };
}

function nationalFor(book: Book, indicator: Indicator, area: Area, language: Language) {
  const national = area.level === "nation" ? undefined : nationalLine(book, indicator, language);
  return national ? { national } : {};
}

function succession(book: Book, area: Area): Succession {
  const born = bornOf(book, area);
  const ended = area.validTo !== undefined;
  return {
    ...(born ? { born } : {}),
    predecessors: predecessors(book, area),
    successors: ended ? successors(book, area) : [],
    regions: ended && area.level === "municipality" ? regionsToday(book, area) : [],
  };
}

/** One figure of an area with what belongs beside it; undefined when the area has none. */
export function areaRow(book: Book, indicator: Indicator, area: Area, language: Language): AreaRow | undefined {
  const it = lead(book, indicator, area.code);
  if (!it) return undefined;
  const perHead = it.measure === "count" ? relative(book, it.observation) : undefined;
  const like = perHead ?? it;
  const comparable = area.level !== "nation" && like.measure !== "count" && like.measure !== "persons";
  const nation = comparable
    ? find(book, {
        indicator: indicator.id,
        area: "NL01",
        period: it.period,
        measure: like.measure,
        breakdown: it.breakdown,
      })
    : undefined;
  const line = series(book, { indicator, area: area.code, measure: it.measure, breakdown: it.breakdown }).filter(
    (point) => point.period.length === it.period.length && !isAbsent(point.cell),
  );
  const comparison = compareWithNation(book, it);
  const category = breakdownLabel(book, it.breakdown, language);
  const periodRows = book
    .observationsOf(indicator.id, area.code)
    .filter((row) => row.period === it.period && row.measure === it.measure);
  return {
    indicator,
    shown: it,
    ...(category ? { category } : {}),
    ...(perHead ? { relative: perHead } : {}),
    ...(nation && !isAbsent(nation.cell) ? { nation } : {}),
    ...(comparison ? { comparison } : {}),
    statement: statement(book, it, language),
    spark: line.length > 1 ? line.flatMap((point) => (isValue(point.cell) ? [point.cell.value] : [])) : [],
    others: Math.max(0, periodRows.length - 1),
    beside: hasSetting(book, it, area.level),
  };
}

const lastYear = (book: Book, area: Area): number => {
  const years = book.catalogue.memberships
    .filter((it) => it.region === area.code || it.province === area.code)
    .map((it) => it.year);
  return Math.min(Math.max(...years, 2019), Number(book.date.slice(0, 4)));
};

function kin(book: Book, area: Area): Area[] {
  const codes = new Set<string>();
  for (const [a, b] of book.catalogue.equalTerritories) {
    if (a === area.code) codes.add(b);
    if (b === area.code) codes.add(a);
  }
  for (const [part, whole] of book.catalogue.parts) {
    if (part === area.code) codes.add(whole);
    if (whole === area.code) codes.add(part);
  }
  if (area.level === "municipality") {
    const latest = book.catalogue.memberships.findLast((it) => it.municipality === area.code);
    for (const it of regionsToday(book, area)) codes.add(it.code);
    if (latest) codes.add(latest.province);
  }
  const year = lastYear(book, area);
  for (const it of book.catalogue.memberships) {
    if (it.year !== year) continue;
    if (it.region === area.code) codes.add(it.province);
    if (it.province === area.code) codes.add(it.region);
  }
  return [...codes].flatMap((code) => book.area(code) ?? []);
}
