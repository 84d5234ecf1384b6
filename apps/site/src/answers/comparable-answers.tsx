import type { Area } from "@impactmonitor/model/area";
import { areaLabel } from "@impactmonitor/views/area-words";
import { comparableAreas } from "@impactmonitor/views/comparison/comparable-areas";
import { comparableQuery, readComparable } from "../comparable-query.ts";
import { ComparablePage } from "../pages/comparable-page.tsx";
import { words } from "../pages/comparable-words.ts";
import { path, withQuery } from "../paths.ts";
import { BadQuery, queryArea } from "../query.ts";
import { type Asked, type Answer, page } from "./answer.tsx";
import { badRequest } from "./problem-answers.tsx";

export function comparableAnswer(asked: Asked): Answer {
  const { mark, language, query } = asked;
  const { book } = mark;
  const area = queryArea(book, query.regio);
  if (area instanceof BadQuery) return badRequest(asked, area);
  const choice = area && readComparable(book, area, query);
  if (choice instanceof BadQuery) return badRequest(asked, choice);
  const view = area && comparableAreas(book, area, choice);
  const name = area ? areaLabel(area, language) : undefined;
  return page(
    asked,
    {
      title: name === undefined ? words.choose[language] : words.title[language].replace("{area}", name),
      description: words.about[language],
      current: "regions",
      needs: ["compare"],
      address: (it) => path(it, "comparable"),
    },
    <ComparablePage desk={mark.desk(language)} view={view} choice={choice ?? {}} />,
  );
}

/**
 * The one address of a choice, as query of `address`; a form gives a longer one, with all that is as usual.
 * @returns undefined when the choice can't be read: the page then says why
 */
export function comparableAddress({ mark, query }: Asked, address: string): string | undefined {
  const area = queryArea(mark.book, query.regio);
  if (area instanceof BadQuery) return undefined;
  const choice = area ? readComparable(mark.book, area as Area, query) : {};
  if (choice instanceof BadQuery) return undefined;
  return withQuery(address, { ...comparableQuery(mark.book, area, choice), editie: query.editie });
}
