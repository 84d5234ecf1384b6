import type { Example } from "@impactmonitor/model/example";
import { breakdownKey } from "@impactmonitor/model/observation";
import type { ExampleBlock, ExampleStep, ExampleView, LiveFigure } from "@impactmonitor/views/example-view";
import { formatDate } from "@impactmonitor/views/format";
import { editionName } from "@impactmonitor/views/practice-words";
import { periodLabel, periodName } from "@impactmonitor/views/period-words";
import type { Desk } from "../desk.ts";
import { Signs } from "../parts/figure.tsx";
import { Guards } from "../parts/guards.tsx";
import { PairFigure } from "../parts/pair-figure.tsx";
import { PrintButton } from "../parts/print-button.tsx";
import { ContextReminder } from "../parts/talk.tsx";
import { areaParameter } from "../paths.ts";
import { words } from "./example-words.ts";
import { Sentences } from "./question-figures.tsx";

/** The worked examples; among practice figures, why they are not there. */
export function ExamplesPage({ desk }: { desk: Desk }) {
  const { say, book } = desk;
  const { examples } = book.catalogue;
  return (
    <>
      <h1>{say(words.all)}</h1>
      {book.kind === "practice" ? (
        <p class="notice" role="note">
          {say(words.practice)}
        </p>
      ) : examples.length === 0 ? (
        <p>{say(words.none)}</p>
      ) : (
        <>
          <p class="lede">{say(words.lede)}</p>
          <ol class="question-list">
            {examples.map((it) => (
              <li>
                <h2>
                  <a href={desk.link("examples", it.id)}>{say(it.title)}</a>
                </h2>
                <p>{say(it.lede)}</p>
              </li>
            ))}
          </ol>
          <p>
            <a href={desk.link("steps")}>{say(words.steps)}</a>
          </p>
        </>
      )}
    </>
  );
}

/** A worked example, step by step, with live figures of its own period. */
export function ExamplePage({ desk, view }: { desk: Desk; view: ExampleView }) {
  const { say, language, book } = desk;
  const { example, area, steps } = view;
  const { report } = example;
  const lives = steps.flatMap((it) => it.parts.flatMap((part) => (part.kind === "figure" ? [part.live] : [])));
  const figures = lives.map((it) => it.shown);
  const fill = (text: string): string =>
    text
      .replace("{period}", periodName(example.period, language))
      .replace("{month}", formatDate(report.published, language))
      .replace("{by}", report.by)
      .replace("{edition}", editionName(book, language));
  const question = book.catalogue.questions.find((it) => it.id === example.question);
  return (
    <article class="example">
      <nav class="crumbs" aria-label={say(words.crumbs)}>
        <ol>
          <li>
            <a href={desk.link("examples")}>{say(words.all)}</a>
          </li>
        </ol>
      </nav>
      <p class="eyebrow">{say(words.eyebrow)}</p>
      <h1>{say(example.title)}</h1>
      <p class="lede">{say(example.lede)}</p>
      <p>{fill(say(words.period))}</p>
      <p class="notice" role="note">
        {fill(say(words.legend))} {say(words.stops)}
      </p>
      <p class="actions">
        <PrintButton desk={desk} look="nl-button nl-button--secondary" />
      </p>
      <section class="read-first" aria-labelledby="eerst">
        <h2 id="eerst">{say(words.mind)}</h2>
        <Guards desk={desk} figures={figures} />
      </section>
      {steps.map((it) => (
        <Step desk={desk} example={example} step={it} />
      ))}
      <Signs desk={desk} figures={figures} />
      <ContextReminder desk={desk} area={area} />
      <p class="cite">
        {say(words.report)} {report.by}, <cite>‘{report.title}’</cite> ({formatDate(report.published, language)}).
      </p>
      <details>
        <summary>{say(words.sources)}</summary>
        <ul>
          {[...new Set(lives.map((it) => it.source))].map((it) => (
            <li class="cite" data-copy-source="">
              {it}
            </li>
          ))}
        </ul>
      </details>
      {question && (
        <section aria-labelledby="nu">
          <h2 id="nu">{say(words.now)}</h2>
          <p>{say(words.nowText)}</p>
          <p>
            <a class="cta" href={desk.link("questions", question.id, { regio: areaParameter(area) })}>
              {say(question.question)}
            </a>
          </p>
          <ul class="link-list">
            <li>
              <a href={desk.link("questions", `${question.id}/plan`, { regio: areaParameter(area) })}>
                {say(words.plan)}
              </a>
            </li>
            <li>
              <a href={desk.link("talk")}>{say(words.talk)}</a>
            </li>
            <li>
              <a href={desk.link("steps")}>{say(words.steps)}</a>
            </li>
          </ul>
        </section>
      )}
    </article>
  );
}

function Step({ desk, example, step }: { desk: Desk; example: Example; step: ExampleStep }) {
  const { say } = desk;
  const id = `stap-${step.number}`;
  return (
    <section class="example-step" aria-labelledby={id}>
      <h2 id={id}>
        {say(words.step).replace("{n}", String(step.number))}
        {step.step && `: ${inSentence(say(step.step.title))}`}
      </h2>
      {step.parts.map((it) => (
        <Block desk={desk} example={example} block={it} />
      ))}
    </section>
  );
}

function Block({ desk, example, block }: { desk: Desk; example: Example; block: ExampleBlock }) {
  const { say } = desk;
  switch (block.kind) {
    case "text":
      return <p>{say(block.text)}</p>;
    case "list":
      return (
        <ul>
          {block.items.map((it) => (
            <li>{say(it)}</li>
          ))}
        </ul>
      );
    case "questions":
      return (
        <ul class="talk">
          {block.items.map((it) => (
            <li>{say(it)}</li>
          ))}
        </ul>
      );
    case "indicators":
      return <Chosen desk={desk} example={example} items={block.items} />;
    case "figure":
      return <Live desk={desk} example={example} live={block.live} />;
    case "lacking":
      return (
        <p class="notice" role="note">
          {say(words.lacking)
            .replace("{subject}", say(block.indicator.shortTitle))
            .replace("{period}", periodLabel(block.period, desk.language))}
        </p>
      );
    case "stated":
      return (
        <p class="stated">
          <strong>{say(words.according).replace("{by}", example.report.by)}</strong> {say(block.text)}{" "}
          <span class="fine block">
            {say(words.cannotRedo)} {say(block.why)}
          </span>
        </p>
      );
    case "differs":
      return (
        <div class="notice differs" role="note">
          <p>
            <strong>{say(words.differs)}</strong>
          </p>
          <ul>
            <li>{say(block.one)}</li>
            <li>{say(block.other)}</li>
          </ul>
          <p>
            <strong>{say(words.ours)}</strong> {say(block.ours)}
          </p>
        </div>
      );
  }
}

type Chosen = Extract<ExampleBlock, { kind: "indicators" }>["items"];

function Chosen({ desk, example, items }: { desk: Desk; example: Example; items: Chosen }) {
  const { say } = desk;
  const area = desk.book.area(example.area);
  return (
    <table class="utrecht-table areas">
      <caption class="sr">{say(words.subject)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(words.subject)}</th>
          <th scope="col">{say(words.figure)}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((it) => (
          <tr>
            <th scope="row">{say(it.asks)}</th>
            <td>
              <a href={desk.link("indicator", it.indicator.id, { regio: area && areaParameter(area) })}>
                {say(it.indicator.shortTitle)}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A figure of then in the words of today, with a link to exactly that figure. */
function Live({ desk, example, live }: { desk: Desk; example: Example; live: LiveFigure }) {
  const { say, book } = desk;
  const { shown } = live;
  const area = book.area(shown.area);
  const source = shown.indicator.source ? book.sources.get(shown.indicator.source) : undefined;
  const address = desk.link("indicator", shown.indicator.id, {
    regio: area && area.level !== "nation" ? areaParameter(area) : undefined,
    periode: shown.period,
    uitsplitsing: breakdownKey(shown.breakdown) || "totaal",
  });
  return (
    <div class="q-figure" data-example={example.id}>
      <div class="q-pair">
        <p>
          <Sentences desk={desk} said={live.sentences} />{" "}
          <span class="fine">
            <a href={address}>
              {say(words.view)}
              <span class="sr">: {say(shown.indicator.shortTitle)}</span>
            </a>
            {source && (
              <>
                {" · "}
                <a href={desk.link("source", source.id)}>{say(source.shortTitle)}</a>
              </>
            )}
          </span>
        </p>
        {live.beside && <PairFigure desk={desk} {...live.beside} />}
      </div>
    </div>
  );
}

const inSentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
