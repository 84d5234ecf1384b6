import type { Area, Level } from "@impactmonitor/model/area";
import type { AreaNote } from "@impactmonitor/model/area-note";
import type { Indicator, Measure } from "@impactmonitor/model/indicator";
import { breakdownKey, type Breakdown, type Vintage } from "@impactmonitor/model/observation";
import type { Source } from "@impactmonitor/model/source";
import type { Language } from "@impactmonitor/model/text";
import type { Theme } from "@impactmonitor/model/theme";
import { areasView, type AreasView } from "./areas-view.ts";
import { byName, type Book } from "./book.ts";
import { breakdown, type BreakdownView } from "./breakdown.ts";
import { compareWithNation } from "./comparison/compare-with-nation.ts";
import { judgedAreas } from "./comparison/judged-areas.ts";
import type { Comparison } from "./comparison/judgement.ts";
import { notesOf } from "./comparison/notes-of.ts";
import { elsewhere, lead, type Choice } from "./lead.ts";
import { comparedLevels, levelFigure } from "./level-figure.ts";
import { ageOn } from "./period-words.ts";
import { byPeriod, find, relative, sameBreakdown, shown, type Shown } from "./shown.ts";
import { breakdownLabel, copyText, sourceLine, statement, type Part } from "./statement.ts";
import { outsidePeriod, type OutsidePeriod } from "./succession.ts";
import {
  momentGroups,
  timeStatements,
  type MomentGroup,
  type Moments,
  type TimeStatement,
} from "./comparison/time-statements.ts";
import { trend, type Trend } from "./trend.ts";

/** What a visitor asked of the page: which figure, between which moments, and whether to see what happened meanwhile. */
export interface PageChoice extends Choice, Moments {
  readonly events?: "hidden";
}

export interface IndicatorView {
  /** What was asked for: with the same choice the same view comes back. */
  readonly choice: PageChoice;
  readonly indicator: Indicator;
  readonly theme: Theme;
  readonly source?: Source;
  readonly area: Area;
  /** Absent when this area has no figure for what was asked. */
  readonly lead?: LeadView;
  readonly trend?: Trend;
  /** The figure beside itself at other moments, and the moments to choose from. */
  readonly time: readonly TimeStatement[];
  readonly moments: readonly MomentGroup[];
  readonly breakdowns: readonly BreakdownView[];
  readonly areas: readonly AreasView[];
  readonly options: {
    readonly areas: readonly Area[];
    readonly periods: readonly string[];
    readonly breakdowns: readonly { readonly key: string; readonly label: string }[];
    readonly measures: readonly Measure[];
  };
  /** Asked for but not there: said on the page instead of silently shown otherwise. */
  readonly missed: readonly ("area" | "period" | "breakdown")[];
  /** Asked for a period in which the area was not there. */
  readonly outside?: OutsidePeriod;
  readonly related: readonly Indicator[];
  /** What must be known of working practice to read the figure or the series shown. */
  readonly notes: readonly AreaNote[];
}

export interface LeadView {
  readonly shown: Shown;
  readonly parts: readonly Part[];
  readonly text: string;
  readonly sourceLine: string;
  readonly age: string;
  /** The same per 10,000 inhabitants or as a share, when the figure is a count. */
  readonly relative?: Shown;
  /** The same for the Netherlands: only rates and shares, since a country's count says nothing about a region's. */
  readonly nation?: Shown;
  /** What may be said of the difference with the country. */
  readonly comparison?: Comparison;
  /** The same fact in the other measures that were published. */
  readonly also: readonly Shown[];
  readonly vintages: readonly Vintage[];
}

/** Everything that the page of an indicator shows for an area and a choice. */
export function indicatorView(
  book: Book,
  indicator: Indicator,
  area: Area,
  choice: PageChoice,
  language: Language,
  href: (area: Area) => string,
): IndicatorView {
  const own = book.observationsOf(indicator.id, area.code);
  const missed: IndicatorView["missed"][number][] = [];
  const tried: Choice[] = [
    choice,
    { ...choice, measure: undefined },
    { breakdown: choice.breakdown },
    { period: choice.period },
    {},
  ];
  let found: Shown | undefined;
  for (const attempt of tried) {
    found = lead(book, indicator, area.code, attempt);
    if (found) break;
  }
  if (own.length === 0 && book.observations(indicator.id).length > 0) missed.push("area");
  if (found && choice.period !== undefined && found.period !== choice.period) missed.push("period");
  if (found && choice.breakdown && breakdownKey(found.breakdown) !== breakdownKey(choice.breakdown))
    missed.push("breakdown");

  const outside = choice.period === undefined ? undefined : outsidePeriod(book, area, choice.period);

  const theme = book.themes.get(indicator.theme)!;
  const source = indicator.source ? book.sources.get(indicator.source) : undefined;
  // Without a figure for this area, the other areas are still worth seeing.
  const guide = found ?? elsewhere(book, indicator, choice) ?? elsewhere(book, indicator);
  // A count with a rate is followed through time as a count: it is what was published.
  const trendOf = found ? trend(book, found, language, choice.events !== "hidden") : undefined;
  return {
    choice,
    indicator,
    theme,
    ...(source ? { source } : {}),
    area,
    ...(found ? { lead: leadView(book, found, language) } : {}),
    ...(trendOf ? { trend: trendOf } : {}),
    time: found ? timeStatements(book, found, choice, language) : [],
    moments: found ? momentGroups(book, found, language) : [],
    breakdowns: found ? breakdownViews(book, indicator, area.code, found, language) : [],
    areas: guide ? levelViews(book, guide, choice, area, language, href) : [],
    options: options(book, indicator, area, language),
    missed,
    ...(outside ? { outside } : {}),
    related: indicator.related.flatMap((id) => book.indicators.get(id) ?? []),
    notes: notesOf(book, {
      area: area.code,
      indicator: indicator.id,
      periods: found ? [found.period, ...(trendOf?.rows ?? []).map((it) => it.period)] : [],
    }),
  };
}

function leadView(book: Book, it: Shown, language: Language): LeadView {
  const parts = statement(book, it, language);
  const perHead = it.measure === "count" ? relative(book, it.observation) : undefined;
  const like = perHead ?? it;
  const comparable = it.area !== "NL01" && like.measure !== "count" && like.measure !== "persons";
  const nation = comparable
    ? find(book, {
        indicator: it.indicator.id,
        area: "NL01",
        period: it.period,
        measure: like.measure,
        breakdown: it.breakdown,
      })
    : undefined;
  const comparison = compareWithNation(book, it);
  return {
    shown: it,
    parts,
    text: copyText(parts, it, language),
    sourceLine: sourceLine(book, it, language),
    age: ageOn(it.period, book.date, language),
    ...(perHead ? { relative: perHead } : {}),
    ...(nation ? { nation } : {}),
    ...(comparison ? { comparison } : {}),
    also: it.indicator.measures.flatMap((measure) => {
      const row = book
        .observationsOf(it.indicator.id, it.area)
        .find(
          (row) => row.period === it.period && row.measure === measure && sameBreakdown(row.breakdown, it.breakdown),
        );
      return row && measure !== it.measure && row.row !== like.rows[0] ? [shown(book, row)] : [];
    }),
    vintages: it.observation.vintages,
  };
}

/** Each breakdown in the lead's period, or in the latest period that has it. */
export function breakdownViews(
  book: Book,
  indicator: Indicator,
  area: string,
  it: Shown,
  language: Language,
): BreakdownView[] {
  return indicator.breakdowns.flatMap(({ dimension }) => {
    const rows = book
      .observationsOf(indicator.id, area)
      .filter((row) => dimension in row.breakdown && Object.keys(row.breakdown).length === 1);
    const codes = Map.groupBy(rows, (row) => row.period as string);
    // One bar is no breakdown: a period counts when it has at least two categories.
    const periods = [...codes]
      .filter(([, list]) => new Set(list.map((row) => row.breakdown[dimension])).size > 1)
      .map(([period]) => period)
      .sort((a, b) => byPeriod({ period: b }, { period: a }));
    const period = periods.find((code) => code === it.period) ?? periods[0];
    if (!period) return [];
    const chosen = Object.keys(it.breakdown).length > 0 ? it.breakdown : undefined;
    const view = breakdown(
      book,
      { indicator, area, period, measure: it.measure === "count" ? undefined : it.measure, dimension, chosen },
      language,
    );
    return view ? [view] : [];
  });
}

/** For each level that has figures: one of them, side by side for all its areas. */
function levelViews(
  book: Book,
  beside: Shown,
  asked: Choice,
  chosen: Area,
  language: Language,
  href: (area: Area) => string,
): AreasView[] {
  return comparedLevels.flatMap((level) => {
    const of = levelFigure(book, beside.indicator, level, beside, asked);
    const view = of && areasView(book, { ...of, chosen: chosen.code }, language, href);
    return view ? [judgedAreas(book, view, chosen.code, language)] : [];
  });
}

const levelOrder: readonly Level[] = comparedLevels;

function options(book: Book, indicator: Indicator, area: Area, language: Language): IndicatorView["options"] {
  const all = book.observations(indicator.id);
  const codes = new Set(all.map((it) => it.area as string));
  const own = book.observationsOf(indicator.id, area.code);
  const breakdowns = new Map<string, Breakdown>();
  for (const it of own) breakdowns.set(breakdownKey(it.breakdown), it.breakdown);
  const levelRank = (it: Area): number => levelOrder.indexOf(it.level);
  return {
    areas: [...codes]
      .flatMap((code) => book.area(code) ?? [])
      .sort((a, b) => levelRank(a) - levelRank(b) || byName(a, b)),
    periods: [...new Set(own.map((it) => it.period as string))].sort((a, b) => byPeriod({ period: b }, { period: a })),
    breakdowns: [...breakdowns].map(([key, value]) => ({ key, label: breakdownLabel(book, value, language) })),
    measures: indicator.measures.filter((it) => own.some((row) => row.measure === it)),
  };
}
