import { SearchPage } from "../pages/search-page.tsx";
import { path } from "../paths.ts";
import { type Asked, type Answer, page } from "./answer.tsx";

/** The search page; with what was typed, also what was found. The words are in the page only. */
export function searchAnswer(asked: Asked, typed?: string): Answer {
  const { mark, language } = asked;
  const result = typed === undefined || typed.trim() === "" ? undefined : mark.search(language)(typed);
  return page(
    asked,
    {
      title: language === "nl" ? "Zoeken" : "Search",
      current: "search",
      needs: ["search"],
      address: (it) => path(it, "search"),
      closed: result !== undefined,
    },
    <SearchPage desk={mark.desk(language)} typed={typed} result={result} />,
  );
}
