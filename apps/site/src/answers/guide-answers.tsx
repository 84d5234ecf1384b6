import type { Area } from "@impactmonitor/model/area";
import { areaLabel } from "@impactmonitor/views/area-words";
import { exampleView } from "@impactmonitor/views/example-view";
import { questionView } from "@impactmonitor/views/question-view";
import { words as exampleWords } from "../pages/example-words.ts";
import { ExamplePage, ExamplesPage } from "../pages/example-pages.tsx";
import { PlanSheetPage } from "../pages/plan-sheet-page.tsx";
import { QuestionPage } from "../pages/question-page.tsx";
import { words } from "../pages/question-words.ts";
import { QuestionsPage } from "../pages/questions-page.tsx";
import { nearest } from "../nearest.ts";
import { path } from "../paths.ts";
import { BadQuery, queryArea } from "../query.ts";
import { type Asked, type Answer, page } from "./answer.tsx";
import { badRequest, notFound } from "./problem-answers.tsx";

/** What a form says that looks for an area for the list of questions. */
export const allQuestions = "alle";

/** The area of the address; the country without one. */
function areaOf({ mark, query }: Asked): Area | BadQuery {
  const asked = queryArea(mark.book, query.regio);
  return asked ?? mark.book.area("NL01") ?? new BadQuery({ nl: "Dit gebied bestaat niet.", en: "No such area." });
}

export function questionsAnswer(asked: Asked): Answer {
  const { mark, language } = asked;
  const area = areaOf(asked);
  if (area instanceof BadQuery) return badRequest(asked, area);
  return page(
    asked,
    {
      title: `${words.all[language]}, ${areaLabel(area, language)}`,
      description: words.lede[language],
      current: "questions",
      needs: ["guide"],
      address: (it) => path(it, "questions"),
    },
    <QuestionsPage desk={mark.desk(language)} area={area} />,
  );
}

export function questionAnswer(asked: Asked, id: string): Answer {
  const { mark, language } = asked;
  const question = mark.book.catalogue.questions.find((it) => it.id === id);
  if (!question) return unknownQuestion(asked, id);
  const area = areaOf(asked);
  if (area instanceof BadQuery) return badRequest(asked, area);
  return page(
    asked,
    {
      title: `${question.question[language]} ${areaLabel(area, language)}`,
      description: question.cannotTell[language],
      current: "questions",
      needs: ["guide"],
      address: (it) => path(it, "questions", id),
    },
    <QuestionPage desk={mark.desk(language)} view={questionView(mark.book, question, area, language)} />,
  );
}

export function planSheetAnswer(asked: Asked, id: string): Answer {
  const { mark, language } = asked;
  const question = mark.book.catalogue.questions.find((it) => it.id === id);
  if (!question) return unknownQuestion(asked, id);
  const area = areaOf(asked);
  if (area instanceof BadQuery) return badRequest(asked, area);
  return page(
    asked,
    {
      title: `${words.sheet[language]}, ${areaLabel(area, language)}: ${question.question[language]}`,
      description: words.sheetLede[language],
      current: "questions",
      needs: ["guide"],
      address: (it) => path(it, "questions", `${id}/plan`),
    },
    <PlanSheetPage desk={mark.desk(language)} view={questionView(mark.book, question, area, language)} />,
  );
}

export function examplesAnswer(asked: Asked): Answer {
  const { mark, language } = asked;
  return page(
    asked,
    {
      title: exampleWords.all[language],
      description: exampleWords.lede[language],
      current: "questions",
      needs: ["guide"],
      address: (it) => path(it, "examples"),
    },
    <ExamplesPage desk={mark.desk(language)} />,
  );
}

/** Examples are about real figures: among practice figures there are none. */
export function exampleAnswer(asked: Asked, id: string): Answer {
  const { mark, language } = asked;
  const examples = mark.book.kind === "practice" ? [] : mark.book.catalogue.examples;
  const example = examples.find((it) => it.id === id);
  const view = example && exampleView(mark.book, example, language);
  if (!view)
    return notFound(asked, [{ href: mark.desk(language).link("examples"), label: exampleWords.all[language] }]);
  return page(
    asked,
    {
      title: view.example.title[language],
      description: view.example.lede[language],
      current: "questions",
      needs: ["guide"],
      address: (it) => path(it, "examples", id),
    },
    <ExamplePage desk={mark.desk(language)} view={view} />,
  );
}

function unknownQuestion(asked: Asked, id: string): Answer {
  const { mark, language } = asked;
  const desk = mark.desk(language);
  const near = nearest(id, mark.book.catalogue.questions, (it) => it.id);
  return notFound(asked, [
    ...near.map((it) => ({ href: desk.link("questions", it.id), label: it.question[language] })),
    { href: desk.link("questions"), label: words.all[language] },
  ]);
}
