import { type Level, levels } from "@impactmonitor/model/area";
import { areaView } from "@impactmonitor/views/area-view";
import { areaLabel } from "@impactmonitor/views/area-words";
import { nearest } from "../nearest.ts";
import { formatsOf } from "@impactmonitor/exports/documents/make-document";
import { BookPage } from "../pages/area-take.tsx";
import { AreaPage } from "../pages/area-page.tsx";
import { homeCounts, HomePage } from "../pages/home-page.tsx";
import { RegionsPage } from "../pages/regions-page.tsx";
import { areaPath, homePath, path, bookWord } from "../paths.ts";
import { type Asked, type Answer, page } from "./answer.tsx";
import { practiceHomeAnswer } from "./practice-answers.tsx";
import { type Suggestion, notFound } from "./problem-answers.tsx";

export function homeAnswer(asked: Asked): Answer {
  const { mark } = asked;
  if (mark.book.kind === "practice") return practiceHomeAnswer(asked);
  const title =
    asked.language === "nl"
      ? "Cijfers over huiselijk geweld en kindermishandeling"
      : "Figures on domestic violence and child abuse";
  return page(
    asked,
    { title, address: homePath },
    <HomePage desk={mark.desk(asked.language)} counts={homeCounts(mark)} />,
  );
}

export function areaAnswer(asked: Asked, level: Level, slug: string): Answer {
  const { mark, language } = asked;
  const area = mark.book.areaBySlug(level, slug);
  if (!area) return notFound(asked, areaSuggestions(asked, slug));
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

/** What can go into the book of an area, to choose from. */
export function bookAnswer(asked: Asked, level: Level, slug: string): Answer {
  const { mark, language } = asked;
  const area = mark.book.areaBySlug(level, slug);
  const view = area && areaView(mark.book, area, language);
  if (!view || view.counts.indicators === 0 || !formatsOf("area").includes("pdf"))
    return notFound(asked, areaSuggestions(asked, slug));
  return page(
    asked,
    {
      title: `${language === "nl" ? "Kies wat er in het boek komt" : "Choose what goes into the book"}: ${areaLabel(area, language)}`,
      current: level === "nation" ? "nation" : "regions",
      address: (it) => `${areaPath(it, area)}/${bookWord[it]}`,
      closed: true,
      needs: ["guide"],
    },
    <BookPage desk={mark.desk(language)} view={view} />,
  );
}

export function regionsAnswer(
  asked: Asked,
  tried?: { value: string; suggestions: readonly { href: string; label: string }[]; question?: string },
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
    <RegionsPage
      desk={mark.desk(language)}
      value={tried?.value}
      invalid={invalid}
      suggestions={tried?.suggestions}
      question={tried?.question}
    />,
  );
}

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
    href: mark.desk(language).toArea(it),
    label: areaLabel(it, language),
  }));
}
