import { nearest } from "../nearest.ts";
import { ProblemPage } from "../pages/problem-page.tsx";
import { homePath } from "../paths.ts";
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

const titles = {
  413: { nl: "Te veel tekst", en: "Too much text" },
  500: { nl: "Er ging iets mis", en: "Something went wrong" },
  503: { nl: "Te druk", en: "Too busy" },
} as const;

/** What is nobody's wrong address: a form that is too large, a bug of ours, or more pictures asked for than can be drawn. */
export function trouble(asked: Asked, status: keyof typeof titles): Answer {
  return page(
    asked,
    { title: titles[status][asked.language], status, address: homePath },
    <ProblemPage desk={asked.mark.desk(asked.language)} status={status} suggestions={[]} />,
  );
}

/** An indicator that does not exist: the ones it may have been; for a file of it their tables as well. */
export function unknownIndicator(asked: Asked, id: string, file = false): Answer {
  const { mark, language } = asked;
  const near = nearest(id, mark.book.catalogue.indicators, (it) => it.id);
  const suggestions = near.flatMap((it) => {
    const page = { href: mark.desk(language).link("indicator", it.id), label: it.title[language] };
    const table = { href: mark.desk(language).link("indicator", `${it.id}.csv`), label: `${it.title[language]} (CSV)` };
    return file ? [page, table] : [page];
  });
  return notFound(asked, suggestions.slice(0, 6));
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
  const direct = region ? [{ href: mark.desk(language).toArea(region), label: region.name }] : [];
  return [...direct, ...indicators].slice(0, 5);
}

/** An address that names an edition which isn't here: all that are. */
export const unknownEdition = (asked: Asked): Answer =>
  notFound(asked, [
    {
      href: asked.mark.desk(asked.language).fixed("editions"),
      label: asked.language === "nl" ? "Alle edities" : "All editions",
    },
  ]);
