import type { QuestionView } from "@impactmonitor/views/question-view";
import { answerSentence, insteadSentence } from "@impactmonitor/views/question-words";
import type { Desk } from "../desk.ts";
import { Explained } from "../parts/explained.tsx";
import { words } from "./question-words.ts";

/** Straight to the figures, to whom to ask what, or to a plan: who has one minute need not pass the rest. */
export const Ways = ({ desk: { say } }: { desk: Desk }) => (
  <nav class="toc" aria-label={say(words.onThisPage)}>
    <ul>
      <li>
        <a href="#cijfers">{say(words.toFigures)}</a>
      </li>
      <li>
        <a href="#vraag-nu">{say(words.next)}</a>
      </li>
      <li>
        <a href="#verder">{say(words.toPlan)}</a>
      </li>
    </ul>
  </nav>
);

/** The first thing to read: whether figures answer it at all. Where they don't, what would be needed follows at once. */
export function Answer({ desk, view }: { desk: Desk; view: QuestionView }) {
  const { say, language } = desk;
  const { question, guide, answer, area } = view;
  const sentence = answerSentence(answer, area, language);
  if (answer === "part")
    return (
      <>
        <p class="lede">
          {sentence} {guide && <Explained desk={desk} text={guide.tells} />}
        </p>
        <p class="notice" role="note">
          <strong>{say(words.cannotTell)}</strong> <Explained desk={desk} text={question.cannotTell} />
        </p>
      </>
    );
  return (
    <div class="notice no-answer" role="note">
      <p class="lede">
        <strong>{sentence}</strong>
      </p>
      <p>
        <Explained desk={desk} text={question.cannotTell} />
      </p>
      {guide && (
        <>
          <p>
            <strong>{say(words.needed)}</strong>
          </p>
          <Needed desk={desk} view={view} />
          <p>
            <strong>{say(words.there)}:</strong>{" "}
            {answer === "none-here" ? (
              insteadSentence(view.counts, area, language)
            ) : (
              <Explained desk={desk} text={guide.tells} />
            )}
          </p>
        </>
      )}
    </div>
  );
}

/** What is missing, and the way to begin with it: a region can add figures of its own. */
export const Needed = ({ desk, view }: { desk: Desk; view: QuestionView }) => (
  <>
    <ul>
      {view.guide?.needed.map((it) => (
        <li>
          <Explained desk={desk} text={it} />
        </li>
      ))}
    </ul>
    <p class="onward">
      <a href={desk.link("enrich")}>{desk.say(words.enrich)}</a>
    </p>
  </>
);
