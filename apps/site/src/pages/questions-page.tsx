import type { Area } from "@impactmonitor/model/area";
import { areaInText } from "@impactmonitor/views/area-words";
import { formatList } from "@impactmonitor/views/format";
import { answerOf, countsOf } from "@impactmonitor/views/question-view";
import { answerSentence, countSentence, sideWords } from "@impactmonitor/views/question-words";
import type { Desk } from "../desk.ts";
import { AreaOfQuestion } from "../parts/area-of-question.tsx";
import { areaParameter } from "../paths.ts";
import { words } from "./question-words.ts";

/** The ten questions, each with what there is for the chosen area. */
export function QuestionsPage({ desk, area }: { desk: Desk; area: Area }) {
  const { say, book, language } = desk;
  const regio = area.level === "nation" ? undefined : areaParameter(area);
  return (
    <>
      <h1>{say(words.all)}</h1>
      <p class="lede">{say(words.lede)}</p>
      <AreaOfQuestion desk={desk} area={area} />
      <p>{say(words.chosen).replace("{area}", areaInText(area, language))}</p>
      <ol class="question-list">
        {book.catalogue.questions.map((it) => {
          const counts = countsOf(book, it, area, language);
          const answer = answerOf(it.guide, area, counts);
          return (
            <li>
              <h2>
                <a href={desk.link("questions", it.id, { regio })}>{say(it.question)}</a>
              </h2>
              <p>
                {answer !== "part" && <strong>{answerSentence(answer, area, language)} </strong>}
                {countSentence(counts, area, language)}{" "}
                <span class="fine">
                  (
                  {formatList(
                    it.side.map((side) => say(sideWords[side])),
                    language,
                  )}
                  )
                </span>
              </p>
            </li>
          );
        })}
      </ol>
      {book.kind === "published" && book.catalogue.examples.length > 0 && (
        <section aria-labelledby="voorbeelden">
          <h2 id="voorbeelden">{say(words.examples)}</h2>
          <ul class="link-list">
            {book.catalogue.examples.map((it) => (
              <li>
                <a href={desk.link("examples", it.id)}>{say(it.title)}</a>. {say(it.lede)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
