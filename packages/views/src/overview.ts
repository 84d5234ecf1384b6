import type { Area, Level } from "@impactmonitor/model/area";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Source } from "@impactmonitor/model/source";
import type { Text } from "@impactmonitor/model/text";
import type { Theme } from "@impactmonitor/model/theme";
import { parsePeriod } from "@impactmonitor/model/period";
import type { Book } from "./book.ts";
import { why } from "./missing.ts";
import { byPeriod } from "./shown.ts";

export interface OverviewFilter {
  readonly theme?: string;
  readonly source?: string;
  readonly level?: Level;
  readonly status?: string;
  readonly question?: string;
  /** Only these ids, in this order: the result of a search. */
  readonly found?: readonly string[];
}

export interface OverviewRow {
  readonly indicator: Indicator;
  readonly source?: Source;
  /** Latest period with a figure for the nation; empty when there is none. */
  readonly nation?: string;
  /** Areas with a figure per level. */
  readonly areas: Readonly<Partial<Record<Level, number>>>;
  /** Periods in the longest series of one kind. */
  readonly periods: number;
  /** For the chosen area: latest period, or why there is none. */
  readonly own?: { readonly period: string } | { readonly why: Text };
}
export interface OverviewGroup {
  readonly theme: Theme;
  readonly rows: readonly OverviewRow[];
}

/** Theme × indicator × source × level × series: what there is, before anybody clicks. */
export function overview(book: Book, filter: OverviewFilter, chosen?: Area): OverviewGroup[] {
  const question = book.catalogue.questions.find((it) => it.id === filter.question);
  const keep = (it: Indicator): boolean =>
    (!filter.theme || it.theme === filter.theme) &&
    (!filter.source || it.source === filter.source) &&
    (!filter.level || it.levels.includes(filter.level)) &&
    (!filter.status || it.status === filter.status) &&
    (!question || question.indicators.includes(it.id)) &&
    (!filter.found || filter.found.includes(it.id));
  const filtered = Object.values(filter).some((it) => it !== undefined);
  return book.catalogue.themes
    .filter((it) => !filter.theme || it.id === filter.theme)
    .map((theme) => ({
      theme,
      rows: book.catalogue.indicators
        .filter((it) => it.theme === theme.id && keep(it))
        .map((it) => overviewRow(book, it, chosen)),
    }))
    .filter((it) => it.rows.length > 0 || !filtered || filter.theme === it.theme.id);
}

function overviewRow(book: Book, indicator: Indicator, chosen: Area | undefined): OverviewRow {
  const present = book.observations(indicator.id).filter((it) => !isAbsent(it.cell));
  const source = indicator.source ? book.sources.get(indicator.source) : undefined;
  const codes = new Map<Level, Set<string>>();
  for (const it of present) {
    const level = book.area(it.area)?.level;
    if (level) codes.set(level, (codes.get(level) ?? new Set()).add(it.area));
  }
  const latest = (area: string): string | undefined =>
    present
      .filter((it) => it.area === area)
      .sort(byPeriod)
      .at(-1)?.period;
  const nation = latest("NL01");
  const kinds = Map.groupBy([...new Set(present.map((it) => it.period as string))], (it) => parsePeriod(it)?.kind);
  const own = chosen ? latest(chosen.code) : undefined;
  return {
    indicator,
    ...(source ? { source } : {}),
    ...(nation ? { nation } : {}),
    areas: Object.fromEntries([...codes].map(([level, set]) => [level, set.size])),
    periods: Math.max(0, ...[...kinds.values()].map((it) => it.length)),
    ...(chosen ? { own: own ? { period: own } : why(book, indicator, chosen) } : {}),
  };
}
