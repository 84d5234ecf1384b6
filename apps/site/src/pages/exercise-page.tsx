import type { ComponentChildren } from "preact";
import { areaLabel } from "@impactmonitor/views/area-words";
import type { ExerciseFigure, ExerciseView } from "@impactmonitor/views/exercise-view";
import type { Said } from "@impactmonitor/views/sentences/said";
import type { Desk } from "../desk.ts";
import { hasGuide } from "../guide.ts";
import { FactWithUnit } from "../parts/context-fact.tsx";
import { Signs, Statement } from "../parts/figure.tsx";
import { PrintButton } from "../parts/print-button.tsx";
import { areaParameter, trendId } from "../paths.ts";
import { steps, words, type Step } from "./exercise-words.ts";

/** Characters of what somebody writes that come back on the page to print. */
export const longestAnswer = 300;

/** Seven steps from a region to a question, each with an answer from the practice figures; then a form. */
export function ExercisePage({ desk, view }: { desk: Desk; view: ExerciseView }) {
  const { say, book, language } = desk;
  const { area, figure, context } = view;
  const regio = areaParameter(area);
  const none = <p>{say(words.none)}</p>;
  const named = figure && `${say(figure.row.indicator.shortTitle)}, ${areaLabel(area, language)}`;
  const href = figure && desk.link("indicator", figure.row.indicator.id, { regio });
  const subject = href && named ? { href, label: named } : undefined;
  const course = href && named ? { href: `${href}#${trendId(language)}`, label: say(words.course(named)) } : undefined;
  const page = { href: desk.toArea(area), label: areaLabel(area, language) };
  return (
    <article class="prose">
      <h1>{say(words.title)}</h1>
      <p class="lede">{say(words.lede)}</p>
      <form class="chooser" method="get" action={desk.link("exercise")} data-autosubmit="">
        {!desk.latest && <input type="hidden" name="editie" value={book.id} />}
        <label for="regio" class="utrecht-form-label">
          {say(words.choose)}
        </label>
        <select id="regio" name="regio" class="utrecht-select utrecht-select--html-select">
          {book.areasAt("vt-region", book.date).map((it) => (
            <option value={areaParameter(it)} selected={it.code === area.code}>
              {it.name}
            </option>
          ))}
        </select>
        <button type="submit" class="nl-button nl-button--secondary">
          {say(words.take)}
        </button>
      </form>
      <OneStep desk={desk} n={1} step="region" to={page}>
        <p>
          {say(words.subjects)} {view.subjects}.
        </p>
      </OneStep>
      <OneStep desk={desk} n={2} step="read" to={subject}>
        {figure ? (
          <>
            <Sentences desk={desk} said={figure.read} />
            <Signs desk={desk} figures={[figure.row.shown]} />
            <p class="fine">{figure.source}</p>
          </>
        ) : (
          none
        )}
      </OneStep>
      <OneStep desk={desk} n={3} step="compare" to={subject}>
        {figure ? <Answer desk={desk} figure={figure} said={figure.nation} otherwise={say(words.noCompare)} /> : none}
      </OneStep>
      <OneStep desk={desk} n={4} step="time" to={course}>
        {figure ? <Answer desk={desk} figure={figure} said={figure.time} otherwise={say(words.noTime)} /> : none}
      </OneStep>
      <OneStep desk={desk} n={5} step="context" to={page}>
        {context.length === 0 ? (
          <p>{say(words.noContext)}</p>
        ) : (
          <ul>
            {context.map((it) => (
              <li>
                {say(it.measure.title)}: <FactWithUnit desk={desk} measure={it.measure} figure={it.figure} /> (
                {it.figure.year})
              </li>
            ))}
          </ul>
        )}
      </OneStep>
      <OneStep desk={desk} n={6} step="say" to={subject}>
        {figure ? (
          <>
            <p>{say(words.example)}</p>
            <Answer desk={desk} figure={figure} said={figure.read.slice(0, 1)} />
            {figure.limit.length > 0 && <p>{say(words.notSay)}</p>}
            <Sentences desk={desk} said={figure.limit} />
          </>
        ) : (
          none
        )}
      </OneStep>
      <OneStep
        desk={desk}
        n={7}
        step="ask"
        to={hasGuide(book) ? { href: desk.link("talk"), label: say(talkLabel) } : undefined}
      >
        {figure?.question === undefined ? (
          none
        ) : (
          <p>
            {say(words.starter)} {figure.question}
          </p>
        )}
      </OneStep>
      <h2 id="eigen-woorden">{say(words.own)}</h2>
      <form method="post" aria-labelledby="eigen-woorden" action={desk.link("exercise")} class="exercise-form">
        <input type="hidden" name="regio" value={regio} />
        <Field name="zin" label={say(words.mine)} hint={say(words.mineHint)} />
        <Field name="vraag" label={say(words.question)} hint={say(words.questionHint)} />
        <p class="fine">{say(words.kept)}</p>
        <button type="submit" class="nl-button nl-button--primary">
          {say(words.sheet)}
        </button>
      </form>
    </article>
  );
}

const talkLabel = { nl: "Het goede gesprek", en: "The good conversation" } as const;

interface OneStepProps {
  readonly desk: Desk;
  readonly n: number;
  readonly step: Step;
  readonly to?: { readonly href: string; readonly label: string };
  readonly children: ComponentChildren;
}
function OneStep({ desk: { say }, n, step, to, children }: OneStepProps) {
  const it = steps[step];
  return (
    <section aria-labelledby={`stap-${n}`}>
      <h2 id={`stap-${n}`}>
        {n}. {say(it.title)}
      </h2>
      <p>
        <strong>{say(words.do)}</strong> {say(it.todo)} {to && <a href={to.href}>{to.label}</a>}
      </p>
      <p>
        <strong>{say(words.ask)}</strong> {say(it.ask)}
      </p>
      <details>
        <summary>
          {say(words.open)}
          <span class="sr"> {n}</span>
        </summary>
        {children}
      </details>
    </section>
  );
}

interface AnswerProps {
  readonly desk: Desk;
  readonly figure: ExerciseFigure;
  readonly said: readonly Said[];
  readonly otherwise?: string;
}
/** Sentences, and under them what the signs in them mean. */
function Answer({ desk, figure, said, otherwise }: AnswerProps) {
  return (
    <>
      <Sentences desk={desk} said={said} otherwise={otherwise} />
      {said.length > 0 && <Signs desk={desk} figures={[figure.row.shown]} />}
    </>
  );
}

function Sentences({ desk, said, otherwise }: { desk: Desk; said: readonly Said[]; otherwise?: string }) {
  if (said.length === 0) return otherwise === undefined ? null : <p>{otherwise}</p>;
  return (
    <p>
      {said.map((it) => (
        <>
          <Statement desk={desk} parts={it.parts} />{" "}
        </>
      ))}
    </p>
  );
}

function Field({ name, label, hint }: { name: string; label: string; hint: string }) {
  return (
    <p class="exercise-field">
      <label for={name} class="utrecht-form-label">
        {label}
      </label>
      <span class="fine block" id={`${name}-hulp`}>
        {hint}
      </span>
      <textarea id={name} name={name} rows={3} maxlength={longestAnswer} aria-describedby={`${name}-hulp`} />
    </p>
  );
}

export interface Written {
  readonly sentence: string;
  readonly question: string;
}

/** What somebody wrote, beside the figure, to print; it is on this page and nowhere else. */
export function ExerciseSheetPage({ desk, view, written }: { desk: Desk; view: ExerciseView; written: Written }) {
  const { say, language } = desk;
  const { area, figure } = view;
  const own = (text: string) => <p class="exercise-own">{text === "" ? say(words.empty) : text}</p>;
  return (
    <article class="prose">
      <h1>
        {say(words.sheetTitle)}: {areaLabel(area, language)}
      </h1>
      <p>
        <PrintButton desk={desk} look="copy" />
      </p>
      <h2>{say(words.figure)}</h2>
      {figure ? (
        <>
          <Sentences desk={desk} said={figure.read} />
          <p class="fine">{figure.source}</p>
          <Signs desk={desk} figures={[figure.row.shown]} />
          {figure.limit.length > 0 && (
            <>
              <h2>{say(words.notSaid)}</h2>
              <Sentences desk={desk} said={figure.limit} />
            </>
          )}
        </>
      ) : (
        <p>{say(words.none)}</p>
      )}
      <h2>{say(words.mine)}</h2>
      {own(written.sentence)}
      <h2>{say(words.question)}</h2>
      {own(written.question)}
      <p class="fine">{say(words.kept)}</p>
      <p class="actions">
        <a href={desk.link("exercise", undefined, { regio: areaParameter(area) })}>{say(words.back)}</a>
      </p>
    </article>
  );
}
