import { calendarIcs } from "@impactmonitor/exports/calendar-ics";
import { changesCsv } from "@impactmonitor/exports/changes-csv";
import { fileName } from "../file-name.ts";
import { keepable, type Kept } from "../keep.ts";
import { nearest } from "../nearest.ts";
import { EditionsPage } from "../pages/editions-page.tsx";
import { GlossaryPage } from "../pages/glossary-page.tsx";
import { NewsPage } from "../pages/news-page.tsx";
import { SourcePage, SourcesPage } from "../pages/source-pages.tsx";
import { TextPage } from "../pages/text-page.tsx";
import { ThemePage } from "../pages/theme-page.tsx";
import { path } from "../paths.ts";
import { textPages } from "../text-addresses.ts";
import { type Asked, type Answer, page } from "./answer.tsx";
import { notFound } from "./problem-answers.tsx";

export function themeAnswer(asked: Asked, id: string): Answer {
  const { mark, language } = asked;
  const theme = mark.book.themes.get(id);
  if (!theme) {
    const near = nearest(id, mark.book.catalogue.themes, (it) => it.id);
    return notFound(
      asked,
      near.map((it) => ({ href: mark.desk(language).link("theme", it.id), label: it.title[language] })),
    );
  }
  return page(
    asked,
    {
      title: theme.title[language],
      description: theme.about[language],
      current: "indicators",
      address: (it) => path(it, "theme", id),
    },
    <ThemePage desk={mark.desk(language)} theme={theme} />,
  );
}

export function sourcesAnswer(asked: Asked): Answer {
  const title = asked.language === "nl" ? "De bronnen" : "The sources";
  return page(
    asked,
    { title, current: "sources", address: (it) => path(it, "sources") },
    <SourcesPage desk={asked.mark.desk(asked.language)} />,
  );
}

export function sourceAnswer(asked: Asked, id: string): Answer {
  const { mark, language } = asked;
  const source = mark.book.sources.get(id);
  if (!source) {
    const near = nearest(id, mark.book.catalogue.sources, (it) => it.id);
    return notFound(
      asked,
      near.map((it) => ({ href: mark.desk(language).link("source", it.id), label: it.title[language] })),
    );
  }
  return page(
    asked,
    {
      title: source.shortTitle[language],
      description: source.about[language],
      current: "sources",
      address: (it) => path(it, "source", id),
    },
    <SourcePage desk={mark.desk(language)} source={source} />,
  );
}

export function glossaryAnswer(asked: Asked): Answer {
  const title = asked.language === "nl" ? "Begrippen" : "Glossary";
  return page(
    asked,
    { title, current: "glossary", needs: ["guide"], address: (it) => path(it, "glossary") },
    <GlossaryPage desk={asked.mark.desk(asked.language)} />,
  );
}

export function textAnswer(asked: Asked, word: keyof typeof textPages): Answer {
  const { library, mark, language } = asked;
  // A text that was written after an edition was sealed is shown with the figures of that edition.
  const text = [mark, library.newest].flatMap((it) => it.book.catalogue.pages).find((it) => it.id === textPages[word]);
  if (!text) return notFound(asked, []);
  return page(
    asked,
    {
      title: text.title[language],
      description: text.description[language],
      current: word,
      needs: ["guide"],
      address: (it) => path(it, word),
    },
    <TextPage desk={mark.desk(language)} page={text} />,
  );
}

export function newsAnswer(asked: Asked): Answer {
  const title = asked.language === "nl" ? "Wat is nieuw" : "What’s new";
  const desk = asked.mark.desk(asked.language);
  const { changes } = asked.mark.edition;
  const before = changes.since === undefined ? undefined : asked.library.standing(changes.since);
  return page(
    asked,
    { title, address: (it) => path(it, "news") },
    <NewsPage desk={desk} changes={changes} sinceWithdrawn={before?.withdrawn !== undefined} />,
  );
}

/** Everything that changed since the edition before, as a table for other programs. */
export function newsFile({ mark, language }: Asked): { readonly file: Kept } | { readonly page: Answer } {
  const { book, edition } = mark;
  const desk = mark.desk(language);
  const text = changesCsv(book, edition.changes, desk.standing.corrects !== undefined, language);
  const name = fileName(desk, language === "nl" ? "wijzigingen" : "changes");
  const headers = { "content-disposition": `attachment; filename="${name}.csv"` };
  return { file: keepable(200, "text/csv; charset=utf-8", text, headers) };
}

export function editionsAnswer(asked: Asked): Answer {
  const { library, mark, language } = asked;
  const title = language === "nl" ? "Edities" : "Editions";
  return page(
    asked,
    { title, address: (it) => path(it, "editions") },
    <EditionsPage desk={mark.desk(language)} library={library} />,
  );
}

/** The calendar of new figures, for the visitor's own calendar. */
export function calendarFile(asked: Asked): { readonly file: Kept } | { readonly page: Answer } {
  const { calendar } = asked.library;
  if (!calendar) return { page: notFound(asked, []) };
  const headers = { "content-disposition": `attachment; filename="impactmonitor.ics"` };
  return { file: keepable(200, "text/calendar; charset=utf-8", calendarIcs(calendar, asked.language), headers) };
}
