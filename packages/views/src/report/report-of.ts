import type { ReportPlace } from "@impactmonitor/model/report-insert";
import type { Text } from "@impactmonitor/model/text";
import type { Asked } from "../documents/asked.ts";
import { editionLine } from "../documents/cover-lines.ts";
import type { Section } from "../documents/book-content.ts";
import { bookUntil } from "./book-until.ts";
import { insertOf } from "./insert-of.ts";
import type { ReportContent, ReportHistory, ReportSection } from "./report-content.ts";
import { conclusionSection, introductionSection, startingPointsSection } from "./report-frame.ts";
import { missingOfReport } from "./report-missing.ts";
import { newsSection } from "./report-news.ts";
import { sourcesSection } from "./report-sources.ts";
import { reportThemes } from "./report-themes.ts";
import { reportYears } from "./report-years.ts";
import { reportWords } from "./report-words.ts";

export interface ReportAsked extends Pick<Asked, "book" | "language" | "withdrawn"> {
  readonly year: number;
  readonly history: ReportHistory;
  /** Of each source only who answers for it and what to keep in mind: where its own page is one step away. */
  readonly brief?: boolean;
  /** A draft says where the editors can still write. */
  readonly draft?: boolean;
}

/**
 * The report on a year from an edition: the same figures, words and verdicts as on the pages, and no conclusion but that of the editors.
 * @returns undefined for a year of which this edition has no report
 */
export function reportOf(asked: ReportAsked): ReportContent | undefined {
  const { book, language, year } = asked;
  if (!reportYears(book).some((it) => it.year === year)) return undefined;
  const known = bookUntil(book, year);
  const document: Asked = { ...asked, book: known, beside: [], within: {}, tables: false };
  const themes = reportThemes(document, book, year);
  const say = (it: Text): string => it[language].replaceAll("{year}", String(year));
  const section = (place: ReportPlace, it: Section): ReportSection => {
    const written = insertOf(book, year, place)?.body[language];
    return written ? { ...it, written } : it;
  };
  return {
    language,
    year,
    edition: { id: book.id, kind: book.kind, date: book.date },
    title: say(reportWords.title),
    lines: [say(reportWords.what), editionLine(document)],
    introduction: section("introduction", introductionSection(document, year, themes)),
    startingPoints: section("starting-points", startingPointsSection(document, asked.brief ? [] : themes)),
    themes,
    sources: section("sources", sourcesSection(document, asked.brief === true)),
    news: section("news", newsSection(asked)),
    missing: section("missing", missingOfReport(document, themes, asked.brief === true)),
    conclusion: section("conclusion", conclusionSection(asked, insertOf(book, year, "conclusion") !== undefined)),
  };
}
