import { exerciseView } from "@impactmonitor/views/exercise-view";
import { ExercisePage, ExerciseSheetPage, longestAnswer } from "../pages/exercise-page.tsx";
import { words } from "../pages/exercise-words.ts";
import { path } from "../paths.ts";
import { BadQuery, queryArea } from "../query.ts";
import { type Asked, type Answer, page } from "./answer.tsx";
import { badRequest, notFound } from "./problem-answers.tsx";

/** The guided exercise; with what somebody wrote, the page to print. Among practice figures only. */
export function exerciseAnswer(asked: Asked, written?: { readonly zin: string; readonly vraag: string }): Answer {
  const { mark, language, query } = asked;
  const chosen = queryArea(mark.book, query.regio);
  if (chosen instanceof BadQuery) return badRequest(asked, chosen);
  const area = chosen ?? mark.book.areasAt("vt-region", mark.book.date)[0];
  if (!area) return notFound(asked, []);
  const desk = mark.desk(language);
  const view = exerciseView(mark.book, area, language);
  const cut = (text: string): string => [...text.trim()].slice(0, longestAnswer).join("");
  return page(
    asked,
    {
      title: (written ? words.sheetTitle : words.title)[language],
      current: "exercise",
      needs: ["search"],
      address: (it) => path(it, "exercise"),
    },
    written ? (
      <ExerciseSheetPage
        desk={desk}
        view={view}
        written={{ sentence: cut(written.zin), question: cut(written.vraag) }}
      />
    ) : (
      <ExercisePage desk={desk} view={view} />
    ),
  );
}
