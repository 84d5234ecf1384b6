import { nearest } from "../nearest.ts";
import { ProblemPage } from "../pages/problem-page.tsx";
import { homePath, levelPath } from "../paths.ts";
import { BadQuery } from "../query.ts";
import { type Asked, type Answer, page } from "./answer.tsx";

export type Suggestion = { readonly href: string; readonly label: string };

export function notFound(asked: Asked, suggestions: readonly Suggestion[]): Answer {
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
