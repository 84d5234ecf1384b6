import type { Text } from "@impactmonitor/model/text";
import { indicatorView } from "@impactmonitor/views/indicator-view";
import { findChart } from "../indicator-picture.ts";
import { EmbedFrame, EmbedPage } from "../pages/embed-page.tsx";
import { regionQuery } from "../pages/indicator-take.tsx";
import { BadQuery, choiceQuery, queryArea, queryBeside, queryLevel, queryPage } from "../query.ts";
import { renderPage } from "../render.ts";
import { embedHeaders } from "../security.ts";
import type { Answer, Asked } from "./answer.tsx";

/** A figure or one chart of it, for others' pages. What is wrong is said there too, in the same frame. */
export function embedAnswer(asked: Asked, id: string): Answer {
  const { mark, language, query } = asked;
  const { book } = mark;
  const indicator = book.indicators.get(id);
  if (!indicator) return problem(asked, 404, lost);
  const area = queryArea(book, query.regio);
  const choice = queryPage(query);
  const beside = queryBeside(book, query.naast);
  const level = queryLevel(query.niveau);
  if (area instanceof BadQuery) return problem(asked, 400, area.detail);
  if (choice instanceof BadQuery) return problem(asked, 400, choice.detail);
  if (beside instanceof BadQuery) return problem(asked, 400, beside.detail);
  if (level instanceof BadQuery) return problem(asked, 400, level.detail);
  const desk = mark.desk(language);
  const view = indicatorView(book, indicator, area ?? book.area("NL01")!, choice, language, () => "");
  const found = query.grafiek === undefined ? undefined : findChart(desk, view, { name: query.grafiek, level, beside });
  if (query.grafiek !== undefined && !found) return problem(asked, 404, noChart);
  const href = desk.link("indicator", id, { ...regionQuery(view.area), ...choiceQuery(view.choice) });
  return framed(200, <EmbedPage desk={desk} view={view} {...(found ? { found } : {})} href={href} />);
}

/** The address names an edition that isn't here: nothing else is shown in its place. */
export const embedOfUnknownEdition = (asked: Asked): Answer => problem(asked, 404, noEdition);

const lost = {
  nl: "Dit cijfer is er niet of niet meer.",
  en: "This figure is not there, or not any more.",
} as const;
const noChart = {
  nl: "Deze grafiek is er niet in deze editie.",
  en: "This chart is not there in this edition.",
} as const;
const noEdition = {
  nl: "De editie in dit adres is er niet.",
  en: "The edition in this address is not there.",
} as const;
const toMonitor = { nl: "Naar Impactmonitor", en: "To Impactmonitor" } as const;

function problem({ mark, language }: Asked, status: 400 | 404, why: Text): Answer {
  const desk = mark.desk(language);
  return framed(
    status,
    <EmbedFrame desk={desk} title={language === "nl" ? "Geen cijfer" : "No figure"}>
      <p>{desk.sentence(why)}</p>
      <p>
        <a href={desk.home} target="_blank" rel="noopener">
          {desk.say(toMonitor)}
        </a>
      </p>
    </EmbedFrame>,
  );
}

const framed = (status: Answer["status"], page: Parameters<typeof renderPage>[0]): Answer => ({
  status,
  html: renderPage(page),
  headers: embedHeaders,
});
