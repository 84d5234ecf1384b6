import { areaLabel } from "@impactmonitor/views/area-words";
import { contextSection } from "@impactmonitor/views/context/context-section";
import { indicatorView } from "@impactmonitor/views/indicator-view";
import { overview } from "@impactmonitor/views/overview";
import { IndicatorPage } from "../pages/indicator-page.tsx";
import { OverviewPage, type OverviewState } from "../pages/overview-page.tsx";
import { areaParameter, path } from "../paths.ts";
import { BadQuery, queryArea, queryBeside, queryId, queryLevel, queryPage } from "../query.ts";
import { type Asked, type Answer, page } from "./answer.tsx";
import { badRequest, unknownIndicator } from "./problem-answers.tsx";

export function indicatorAnswer(asked: Asked, id: string): Answer {
  const { mark, language, query } = asked;
  const indicator = mark.book.indicators.get(id);
  if (!indicator) return unknownIndicator(asked, id);
  const area = queryArea(mark.book, query.regio);
  const choice = queryPage(query);
  const beside = queryBeside(mark.book, query.naast);
  if (area instanceof BadQuery) return badRequest(asked, area);
  if (choice instanceof BadQuery) return badRequest(asked, choice);
  if (beside instanceof BadQuery) return badRequest(asked, beside);
  const desk = mark.desk(language);
  const view = indicatorView(mark.book, indicator, area ?? mark.book.area("NL01")!, choice, language, (it) =>
    desk.link("indicator", id, { regio: it.level === "nation" ? undefined : areaParameter(it) }),
  );
  return page(
    asked,
    {
      title: `${indicator.shortTitle[language]}, ${areaLabel(view.area, language)}`,
      description: view.lead?.text ?? indicator.counts[language],
      current: "indicators",
      address: (it) => path(it, "indicator", id),
    },
    <IndicatorPage desk={desk} view={view} section={contextSection(mark.book, view, beside, language)} />,
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
