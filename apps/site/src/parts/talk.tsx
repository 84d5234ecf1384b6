import type { Area } from "@impactmonitor/model/area";
import { contextReminder, type Talk } from "@impactmonitor/views/sentences/talk";
import type { Desk } from "../desk.ts";
import { Explained } from "./explained.tsx";

const words = {
  heading: { nl: "Om samen te bespreken", en: "To talk about together" },
  who: { nl: "Wie moet dit zien?", en: "Who should see this?" },
  context: { nl: "Lees meer over dit gebied", en: "Read more about this area" },
} as const;

/** Ends the reading of a figure: questions to talk about, and with whom. Nothing where the edition has none. */
export function TalkSection({ desk, talk, id }: { desk: Desk; talk: Talk; id: string }) {
  if (talk.questions.length === 0) return null;
  return (
    <section class="talk" aria-labelledby={id}>
      <h2 id={id}>{desk.say(words.heading)}</h2>
      <TalkLines desk={desk} talk={talk} />
    </section>
  );
}

/** The same, folded, where a page has many figures. */
export function TalkFold({ desk, talk, about }: { desk: Desk; talk: Talk; about: string }) {
  if (talk.questions.length === 0) return null;
  return (
    <details class="talk-fold">
      <summary>
        {desk.say(words.heading)}
        <span class="sr">: {about}</span>
      </summary>
      <TalkLines desk={desk} talk={talk} />
    </details>
  );
}

function TalkLines({ desk, talk }: { desk: Desk; talk: Talk }) {
  return (
    <>
      <ul>
        {talk.questions.map((it) => (
          <li>
            <Explained desk={desk} text={it} />
          </li>
        ))}
      </ul>
      {talk.show !== "" && (
        <p>
          <strong>{desk.say(words.who)}</strong> {talk.show}
        </p>
      )}
    </>
  );
}

/** Goes beside every comparison of areas: the context belongs to it. With a link to what is known of the area, where there is such. */
export function ContextReminder({ desk, area }: { desk: Desk; area?: Area }) {
  const known = area !== undefined && desk.book.contextOf(area.code).length > 0;
  return (
    <p class="fine">
      <Explained desk={desk} text={contextReminder} />{" "}
      {known && (
        <a class="to-context" href={`${desk.toArea(area)}#over-dit-gebied`}>
          {desk.say(words.context)}
        </a>
      )}
    </p>
  );
}
