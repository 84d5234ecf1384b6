import type { Area, Level } from "@impactmonitor/model/area";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Theme } from "@impactmonitor/model/theme";
import type { Book } from "./book.ts";
import { overviewRow, type OverviewRow } from "./overview-row.ts";

export interface OverviewFilter {
  readonly theme?: string;
  readonly source?: string;
  readonly level?: Level;
  readonly status?: string;
  readonly question?: string;
  /** Only these ids, in this order: the result of a search. */
  readonly found?: readonly string[];
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
