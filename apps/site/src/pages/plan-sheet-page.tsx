import type { PlanStep } from "@impactmonitor/model/plan-step";
import { areaInText, areaLabel } from "@impactmonitor/views/area-words";
import { formatDate } from "@impactmonitor/views/format";
import { capital, editionName } from "@impactmonitor/views/practice-words";
import type { QuestionView } from "@impactmonitor/views/question-view";
import { answerSentence } from "@impactmonitor/views/question-words";
import type { Desk } from "../desk.ts";
import { AreaNotes } from "../parts/area-notes.tsx";
import { PrintButton } from "../parts/print-button.tsx";
import { areaParameter } from "../paths.ts";
import { AreaTable } from "./area-table.tsx";
import { words } from "./question-words.ts";

/** A sheet to print: the question, its figures, and room for each of the ten steps. Nothing on it is stored anywhere. */
export function PlanSheetPage({ desk, view }: { desk: Desk; view: QuestionView }) {
  const { say, book, language } = desk;
  const { question, area } = view;
  const name = areaInText(area, language);
  const rows = view.steps.flatMap((it) => it.figures.map((one) => one.row));
  const regio = area.level === "nation" ? undefined : areaParameter(area);
  return (
    <article class="plan-sheet">
      <nav class="crumbs" aria-label={say(words.crumbs)}>
        <ol>
          <li>
            <a href={desk.link("questions", question.id, { regio })}>{say(words.back)}</a>
          </li>
        </ol>
      </nav>
      <p class="eyebrow">
        {say(words.sheet)}: {areaLabel(area, language)}
      </p>
      <h1>{say(question.question)}</h1>
      <p class="fine">
        {capital(editionName(book, language))}, {formatDate(book.date, language)}
      </p>
      <p>{say(words.sheetLede)}</p>
      <p class="actions">
        <PrintButton desk={desk} look="nl-button nl-button--primary" />
      </p>
      <p class="notice" role="note">
        <strong>{answerSentence(view.answer, area, language)}</strong> {say(question.cannotTell)}{" "}
        {view.guide && say(view.guide.misread)}
      </p>
      <AreaNotes desk={desk} notes={view.notes} />
      <section aria-labelledby="cijfers">
        <h2 id="cijfers">{say(words.figures).replace("{area}", name)}</h2>
        {rows.length > 0 ? (
          <AreaTable desk={desk} area={area} rows={rows} caption={say(words.sheetFigures)} />
        ) : (
          <p>{say(words.none).replace("{area}", name)}</p>
        )}
      </section>
      {book.catalogue.planSteps.length > 0 && (
        <section aria-labelledby="stappen">
          <h2 id="stappen">{say(words.steps)}</h2>
          <ol class="plan-steps">
            {book.catalogue.planSteps.map((it) => (
              <li>
                <h3>
                  {it.number}. {say(it.title)}
                </h3>
                <p>
                  {it.ask.map(say).join(" ")}{" "}
                  <span class="fine">
                    {say(words.gives)} {say(it.gives)}.
                  </span>
                </p>
                <Begun desk={desk} view={view} step={it} />
                <div class="write" aria-hidden="true" />
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  );
}

/** What the question brings to a step already: itself, its figures, and whom to ask what. */
function Begun({ desk, view, step }: { desk: Desk; view: QuestionView; step: PlanStep }) {
  const { say } = desk;
  const { question, guide } = view;
  const lines = linesFor(step.number);
  return lines.length === 0 ? null : (
    <ul class="begun">
      {lines.map((it) => (
        <li>{it}</li>
      ))}
    </ul>
  );

  function linesFor(number: number): readonly string[] {
    switch (number) {
      case 1:
        return [say(question.question)];
      case 3:
        return [listed(words.withFigure, withFigure()), listed(words.withoutFigure, withoutFigure())].filter(Boolean);
      case 4:
      case 5:
        return view.steps.some((it) => it.figures.length > 0) ? [say(words.seeAbove)] : [];
      case 7:
        return guide ? guide.next.map((it) => say(it.who)) : [];
      case 8:
        return guide ? guide.next.map((it) => say(it.ask)) : [];
      default:
        return [];
    }
  }
  function withFigure(): readonly string[] {
    return view.steps.flatMap((it) => it.figures.map((one) => say(one.row.indicator.shortTitle)));
  }
  function withoutFigure(): readonly string[] {
    return view.steps.flatMap((it) => it.missing.map((one) => say(one.indicator.shortTitle)));
  }
  function listed(lead: { readonly nl: string; readonly en: string }, names: readonly string[]): string {
    return names.length === 0 ? "" : `${say(lead)} ${names.join("; ")}`;
  }
}
