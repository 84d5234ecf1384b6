import type { Area, Level } from "@impactmonitor/model/area";
import type { Language } from "@impactmonitor/model/text";
import { levels } from "@impactmonitor/model/area";
import { areaLabel } from "@impactmonitor/views/area-words";
import { areaView } from "@impactmonitor/views/area-view";
import { indicatorView } from "@impactmonitor/views/indicator-view";
import { overview } from "@impactmonitor/views/overview";
import type { VNode } from "preact";
import type { Library, Shelfmark } from "./library.ts";
import { nearest } from "./nearest.ts";
import { Layout } from "./parts/layout.tsx";
import { AreaPage } from "./pages/area-page.tsx";
import { EditionsPage, NewsPage } from "./pages/edition-pages.tsx";
import { GlossaryPage } from "./pages/glossary-page.tsx";
import { HomePage } from "./pages/home-page.tsx";
import { IndicatorPage } from "./pages/indicator-page.tsx";
import { OverviewPage, type OverviewState } from "./pages/overview-page.tsx";
import { ProblemPage } from "./pages/problem-page.tsx";
import { RegionsPage } from "./pages/regions-page.tsx";
import { SourcePage, SourcesPage } from "./pages/source-pages.tsx";
import { TextPage } from "./pages/text-page.tsx";
import { ThemePage } from "./pages/theme-page.tsx";
import { areaPath, homePath, levelPath, path, withQuery, type Word } from "./paths.ts";
import { BadQuery, queryArea, queryBreakdown, queryId, queryLevel, queryPeriod } from "./query.ts";
import { renderPage } from "./render.ts";

/** What was asked: the edition, the language and the parameters of the address. */
export interface Asked {
  readonly library: Library;
  readonly mark: Shelfmark;
  readonly language: Language;
  readonly query: Readonly<Record<string, string>>;
}
export interface Answer {
  readonly status: 200 | 400 | 404 | 500;
  readonly html: string;
}

const other = (language: Language): Language => (language === "nl" ? "en" : "nl");

interface Shell {
  readonly title: string;
  readonly description?: string;
  readonly current?: Word;
  /** Address of this page in a language. */
  readonly address: (language: Language) => string;
  readonly status?: Answer["status"];
}

function page(asked: Asked, shell: Shell, content: VNode): Answer {
  const { mark, language, query } = asked;
  const desk = mark.desk(language);
  const newest = desk.latest ? undefined : withQuery(shell.address(language), { ...query, editie: undefined });
  const html = renderPage(
    <Layout
      desk={desk}
      title={shell.title}
      description={shell.description}
      current={shell.current}
      otherLanguage={withQuery(shell.address(other(language)), shell.status && shell.status !== 200 ? {} : query)}
      newest={newest}
    >
      {content}
    </Layout>,
  );
  return { status: shell.status ?? 200, html };
}

export function homeAnswer(asked: Asked): Answer {
  const { mark } = asked;
  const desk = mark.desk(asked.language);
  const { counts } = mark.edition.manifest;
  const sources = new Set(
    mark.book.catalogue.indicators.filter((it) => mark.book.observations(it.id).length > 0).map((it) => it.source),
  ).size;
  const title =
    asked.language === "nl"
      ? "Cijfers over huiselijk geweld en kindermishandeling"
      : "Figures on domestic violence and child abuse";
  return page(
    asked,
    { title, address: homePath },
    <HomePage
      desk={desk}
      counts={{ indicators: counts.indicators, filled: counts.withFigures, observations: counts.observations, sources }}
    />,
  );
}

export function areaAnswer(asked: Asked, level: Level, slug: string): Answer {
  const { mark, language } = asked;
  const area = mark.book.areaBySlug(level, slug);
  if (!area) return notFound(asked, slug, areaSuggestions(asked, slug));
  const label = areaLabel(area, language);
  return page(
    asked,
    {
      title: label,
      description:
        language === "nl"
          ? `Cijfers over huiselijk geweld en kindermishandeling: ${label}`
          : `Figures on domestic violence and child abuse: ${label}`,
      current: level === "nation" ? "nation" : "regions",
      address: (it) => areaPath(it, area),
    },
    <AreaPage desk={mark.desk(language)} view={areaView(mark.book, area, language)} />,
  );
}

export function indicatorAnswer(asked: Asked, id: string): Answer {
  const { mark, language, query } = asked;
  const indicator = mark.book.indicators.get(id);
  if (!indicator) {
    const near = nearest(id, mark.book.catalogue.indicators, (it) => it.id);
    return notFound(
      asked,
      id,
      near.map((it) => ({ href: mark.desk(language).link("indicator", it.id), label: it.title[language] })),
    );
  }
  const area = queryArea(mark.book, query.regio);
  const period = queryPeriod(query.periode);
  const breakdown = queryBreakdown(query.uitsplitsing);
  for (const it of [area, period, breakdown]) if (it instanceof BadQuery) return badRequest(asked, it);
  const desk = mark.desk(language);
  const view = indicatorView(
    mark.book,
    indicator,
    (area as Area | undefined) ?? mark.book.area("NL01")!,
    { period: period as string | undefined, breakdown: breakdown as Record<string, string> | undefined },
    language,
    (it) =>
      withQuery(path(language, "indicator", id), {
        regio: it.level === "nation" ? undefined : it.slug,
        editie: desk.latest ? undefined : mark.book.id,
      }),
  );
  return page(
    asked,
    {
      title: `${indicator.shortTitle[language]}, ${areaLabel(view.area, language)}`,
      description: view.lead?.text ?? indicator.counts[language],
      current: "indicators",
      address: (it) => path(it, "indicator", id),
    },
    <IndicatorPage desk={desk} view={view} />,
  );
}

export function overviewAnswer(asked: Asked, searched?: string): Answer {
  const { mark, language, query } = asked;
  const { book } = mark;
  const parts = {
    theme: queryId(query.thema, book.themes),
    source: queryId(query.bron, book.sources),
    level: queryLevel(query.niveau),
    status: queryId(query.status, new Set(["available", "partly", "advised", "to-be-determined"])),
    question: queryId(query.vraag, new Set(book.catalogue.questions.map((it) => it.id))),
    area: queryArea(book, query.regio),
  };
  for (const it of Object.values(parts)) if (it instanceof BadQuery) return badRequest(asked, it);
  const found = searched === undefined || searched.trim() === "" ? undefined : mark.findIndicator(language)(searched);
  const state = {
    ...parts,
    ...(found ? { found } : {}),
    ...(searched === undefined ? {} : { searched }),
  } as OverviewState;
  const { area, searched: _searched, ...filter } = state;
  const groups = overview(book, filter, area);
  return page(
    asked,
    {
      title: language === "nl" ? "Alle cijfers" : "All figures",
      current: "indicators",
      address: (it) => path(it, "indicators"),
    },
    <OverviewPage desk={mark.desk(language)} groups={groups} state={state} />,
  );
}

export function regionsAnswer(
  asked: Asked,
  tried?: { value: string; suggestions: readonly { href: string; label: string }[] },
): Answer {
  const { mark, language } = asked;
  const invalid =
    tried === undefined
      ? undefined
      : tried.suggestions.length > 0
        ? language === "nl"
          ? "Deze naam past op meer gebieden. Kies hieronder."
          : "This name fits several areas. Choose below."
        : language === "nl"
          ? "Geen gebied gevonden met deze naam. Controleer de spelling of kies uit de lijst."
          : "No area found with this name. Check the spelling or choose from the list.";
  return page(
    asked,
    {
      title: language === "nl" ? "Kies een gebied" : "Choose an area",
      current: "regions",
      address: (it) => path(it, "regions"),
    },
    <RegionsPage desk={mark.desk(language)} value={tried?.value} invalid={invalid} suggestions={tried?.suggestions} />,
  );
}

export function themeAnswer(asked: Asked, id: string): Answer {
  const { mark, language } = asked;
  const theme = mark.book.themes.get(id);
  if (!theme) {
    const near = nearest(id, mark.book.catalogue.themes, (it) => it.id);
    return notFound(
      asked,
      id,
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
      id,
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
    { title, address: (it) => path(it, "glossary") },
    <GlossaryPage desk={asked.mark.desk(asked.language)} />,
  );
}

/** Pages of text, by the word of their address. */
export const textPages = {
  about: "about",
  limits: "can-and-cannot",
  accessibility: "accessibility",
  privacy: "privacy",
  reading: "reading-figures",
  safety: "safe-browsing",
} as const satisfies Partial<Record<Word, string>>;

export function textAnswer(asked: Asked, word: keyof typeof textPages): Answer {
  const { mark, language } = asked;
  const text = mark.book.catalogue.pages.find((it) => it.id === textPages[word]);
  if (!text) return notFound(asked, word, []);
  return page(
    asked,
    {
      title: text.title[language],
      description: text.description[language],
      current: word,
      address: (it) => path(it, word),
    },
    <TextPage desk={mark.desk(language)} page={text} />,
  );
}

export function newsAnswer(asked: Asked): Answer {
  const title = asked.language === "nl" ? "Wat is nieuw" : "What’s new";
  return page(
    asked,
    { title, address: (it) => path(it, "news") },
    <NewsPage desk={asked.mark.desk(asked.language)} changes={asked.mark.edition.changes} />,
  );
}

export function editionsAnswer(asked: Asked): Answer {
  const title = asked.language === "nl" ? "Edities" : "Editions";
  return page(
    asked,
    { title, address: (it) => path(it, "editions") },
    <EditionsPage desk={asked.mark.desk(asked.language)} manifests={asked.library.manifests} />,
  );
}

type Suggestion = { readonly href: string; readonly label: string };

function areaSuggestions(asked: Asked, slug: string): Suggestion[] {
  const { mark, language } = asked;
  const words = slug.slice(0, 80).replaceAll("-", " ");
  const found = mark.findArea(language)(words);
  const near = found.near.length > 0 ? found.near : [];
  if (near.length > 0) return near.slice(0, 5).map((it) => ({ href: it.href, label: it.label }));
  const areas = [...new Map(mark.book.catalogue.areas.map((it) => [it.code as string, it])).values()].filter((it) =>
    levels.includes(it.level),
  );
  return nearest(slug, areas, (it) => it.slug).map((it) => ({
    href: areaPath(language, it),
    label: areaLabel(it, language),
  }));
}

export function notFound(asked: Asked, _what: string, suggestions: readonly Suggestion[]): Answer {
  const title = asked.language === "nl" ? "Pagina niet gevonden" : "Page not found";
  return page(
    asked,
    { title, status: 404, address: homePath },
    <ProblemPage desk={asked.mark.desk(asked.language)} status={404} suggestions={suggestions} />,
  );
}

export function badRequest(asked: Asked, problem: BadQuery): Answer {
  const title = asked.language === "nl" ? "Dit adres klopt niet" : "This address is not right";
  return page(
    asked,
    { title, status: 400, address: homePath },
    <ProblemPage
      desk={asked.mark.desk(asked.language)}
      status={400}
      detail={problem.detail[asked.language]}
      suggestions={[]}
    />,
  );
}

export function broken(asked: Asked): Answer {
  const title = asked.language === "nl" ? "Er ging iets mis" : "Something went wrong";
  return page(
    asked,
    { title, status: 500, address: homePath },
    <ProblemPage desk={asked.mark.desk(asked.language)} status={500} suggestions={[]} />,
  );
}

/** Suggestions for an address whose first word is unknown: the level or the page that it may have been. */
export function lostSuggestions(asked: Asked, pathname: string): Suggestion[] {
  const last = pathname.split("/").filter(Boolean).at(-1) ?? "";
  const { mark, language } = asked;
  const indicators = nearest(last, mark.book.catalogue.indicators, (it) => it.id).map((it) => ({
    href: mark.desk(language).link("indicator", it.id),
    label: it.title[language],
  }));
  const region = mark.book.areaBySlug("vt-region", last);
  const direct = region ? [{ href: levelPath(language, "vt-region", region.slug), label: region.name }] : [];
  return [...direct, ...indicators].slice(0, 5);
}
