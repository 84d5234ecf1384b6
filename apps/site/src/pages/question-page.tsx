import { areaInText, areaLabel } from "@impactmonitor/views/area-words";
import { comparableAreas, fewest } from "@impactmonitor/views/comparison/comparable-areas";
import { compareLimits } from "@impactmonitor/views/comparison/compare-choice";
import { formatList } from "@impactmonitor/views/format";
import { shownIn, type QuestionView } from "@impactmonitor/views/question-view";
import { countSentence, sideWords, useWords } from "@impactmonitor/views/question-words";
import { compareQuery } from "../compare-query.ts";
import type { Desk } from "../desk.ts";
import { AreaNotes } from "../parts/area-notes.tsx";
import { AreaOfQuestion } from "../parts/area-of-question.tsx";
import { Fact, FactWithUnit, TableLinks } from "../parts/context-fact.tsx";
import { Explained } from "../parts/explained.tsx";
import { Signs } from "../parts/figure.tsx";
import { PrintButton } from "../parts/print-button.tsx";
import { ContextReminder } from "../parts/talk.tsx";
import { areaParameter } from "../paths.ts";
import { Answer, Needed, Ways } from "./question-answer.tsx";
import { StepOfQuestion } from "./question-figures.tsx";
import { words } from "./question-words.ts";

/** A question for an area: first whether figures answer it, then the figures in order, then whom to ask what. */
export function QuestionPage({ desk, view }: { desk: Desk; view: QuestionView }) {
  const { say, language } = desk;
  const { question, guide, area, counts } = view;
  const name = areaInText(area, language);
  return (
    <article class="question">
      <nav class="crumbs" aria-label={say(words.crumbs)}>
        <ol>
          <li>
            <a href={desk.link("questions", undefined, regionOf(view))}>{say(words.all)}</a>
          </li>
        </ol>
      </nav>
      <p class="eyebrow">
        {say(words.about).replace(
          "{sides}",
          formatList(
            question.side.map((it) => say(sideWords[it])),
            language,
          ),
        )}
      </p>
      <h1>{say(question.question)}</h1>
      <Answer desk={desk} view={view} />
      {guide && <Ways desk={desk} />}
      <AreaOfQuestion desk={desk} area={area} question={question.id} />
      {guide && (
        <p>
          <strong>{say(words.why)}</strong> <Explained desk={desk} text={guide.why} />{" "}
          {say(words.uses).replace(
            "{uses}",
            formatList(
              guide.uses.map((it) => say(useWords[it])),
              language,
            ),
          )}
        </p>
      )}
      <Mind desk={desk} view={view} />
      <AreaNotes desk={desk} notes={view.notes} />
      <section aria-labelledby="cijfers">
        <h2 id="cijfers">{say(words.figures).replace("{area}", name)}</h2>
        <p>
          {countSentence(counts, area, language)} {guide && counts.own + counts.national > 0 && say(words.order)}
        </p>
        <ol class={guide ? "q-steps" : "q-steps q-plain"}>
          {view.steps.map((it) => (
            <StepOfQuestion desk={desk} view={view} step={it} />
          ))}
        </ol>
        <Signs desk={desk} figures={figuresOf(view)} />
        {view.steps.some((it) => it.figures.some((one) => one.row.comparison)) && (
          <ContextReminder desk={desk} area={area} />
        )}
      </section>
      {view.context.length > 0 && <Setting desk={desk} view={view} />}
      {guide && (
        <section aria-labelledby="vraag-nu">
          <h2 id="vraag-nu">{say(words.next)}</h2>
          <dl class="facts">
            {guide.next.map((it) => (
              <div>
                <dt>{capitalised(say(it.who))}</dt>
                <dd>
                  <Explained desk={desk} text={it.ask} />
                </dd>
              </div>
            ))}
          </dl>
          <p class="onward">
            <a href={desk.link("talk")}>{say(words.talk)}</a>
          </p>
        </section>
      )}
      {guide && view.answer === "part" && (
        <section aria-labelledby="nodig">
          <h2 id="nodig">{say(words.needed)}</h2>
          <Needed desk={desk} view={view} />
        </section>
      )}
      <Further desk={desk} view={view} />
    </article>
  );
}

/** What stops a misreading stands before the figures, not after them. */
function Mind({ desk, view }: { desk: Desk; view: QuestionView }) {
  const { say } = desk;
  if (!view.guide && view.guards.length === 0) return null;
  return (
    <section class="read-first" aria-labelledby="eerst">
      <h2 id="eerst">{say(words.mind)}</h2>
      {view.guide && (
        <p>
          <Explained desk={desk} text={view.guide.misread} />
        </p>
      )}
      {view.guards.length > 0 && (
        <ul class="guards">
          {view.guards.map((it) => (
            <li data-guard={it.trap}>
              <Explained desk={desk} text={it.text} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A few facts about the area that help with this question. */
function Setting({ desk, view }: { desk: Desk; view: QuestionView }) {
  const { say, language } = desk;
  const name = areaInText(view.area, language);
  const heading = say(words.context).replace("{area}", name);
  const nation = view.area.level !== "nation";
  return (
    <section aria-labelledby="helpt">
      <h2 id="helpt">{heading}</h2>
      <table class="utrecht-table figures setting">
        <caption class="sr">{heading}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.fact)}</th>
            <th scope="col" class="num">
              {areaLabel(view.area, language)}
            </th>
            {nation && (
              <th scope="col" class="num">
                {say(words.country)}
              </th>
            )}
            <th scope="col">{say(words.year)}</th>
          </tr>
        </thead>
        <tbody>
          {view.context.map((it) => (
            <tr>
              <th scope="row">{say(it.measure.title)}</th>
              <td class="num">
                <FactWithUnit desk={desk} measure={it.measure} figure={it.figure} />
              </td>
              {nation && (
                <td class="num">{it.nation ? <Fact desk={desk} measure={it.measure} figure={it.nation} /> : "–"}</td>
              )}
              <td>
                {it.figure.year}
                <span class="fine">
                  {" "}
                  · <TableLinks desk={desk} figures={[it.figure]} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Where to go from here: compare, a plan on paper, the whole list, or how another region did it. */
function Further({ desk, view }: { desk: Desk; view: QuestionView }) {
  const { say, book } = desk;
  const { question, area } = view;
  const examples = book.kind === "published" ? book.catalogue.examples.filter((it) => it.question === question.id) : [];
  return (
    <section aria-labelledby="verder">
      <h2 id="verder">{say(words.further)}</h2>
      <p class="actions">
        <a class="nl-button nl-button--primary" href={desk.link("questions", `${question.id}/plan`, regionOf(view))}>
          {say(words.plan)}
        </a>
        <PrintButton desk={desk} look="nl-button nl-button--secondary" />
      </p>
      <p class="fine">{say(words.planAbout)}</p>
      <ul class="link-list">
        {view.comparable.length > 0 && (
          <li>
            <a href={compareLink(desk, view)}>{say(area.level === "nation" ? words.compareNation : words.compare)}</a>
          </li>
        )}
        <li>
          <a href={desk.link("indicators", undefined, { vraag: question.id, ...regionOf(view) })}>{say(words.table)}</a>
        </li>
        {examples.map((it) => (
          <li>
            {say(words.example)} <a href={desk.link("examples", it.id)}>{say(it.title)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The compare page with these figures, and with the areas that are most like this one. */
function compareLink(desk: Desk, { area, comparable }: QuestionView): string {
  const near = area.level === "nation" ? [] : comparableAreas(desk.book, area, { count: fewest }).near;
  const areas = area.level === "nation" ? [] : [area, ...near.map((it) => it.area)];
  const indicators = comparable.slice(0, compareLimits.indicators.most).map((indicator) => ({ indicator }));
  return desk.link("compare", undefined, compareQuery({ ...(areas.length > 0 ? { areas } : {}), indicators }));
}

const figuresOf = (view: QuestionView) =>
  view.steps.flatMap((step) => [
    ...shownIn(step),
    ...step.figures.flatMap(({ row }) => [row.relative, row.nation].filter((it) => it !== undefined)),
  ]);

const regionOf = ({ area }: QuestionView): { readonly regio: string | undefined } => ({
  regio: area.level === "nation" ? undefined : areaParameter(area),
});

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
