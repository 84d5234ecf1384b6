import type { IndicatorView } from "@impactmonitor/views/indicator-view";
import { breakNotes, eventsExplainNothing, type SeriesBreak, type TimelineEvent } from "@impactmonitor/views/timeline";
import type { Desk } from "../desk.ts";
import { trendId } from "../paths.ts";
import { KeptChoice } from "./kept-choice.tsx";

const words = {
  events: { nl: "Wat er in die tijd gebeurde", en: "What happened in that time" },
  more: { nl: "Uitleg en bronnen", en: "Explanation and sources" },
  from: { nl: "Bron:", en: "Source:" },
  hide: { nl: "Verberg gebeurtenissen", en: "Hide events" },
  show: { nl: "Toon wat er in die tijd gebeurde", en: "Show what happened in that time" },
} as const;

/** What the letters at the cuts of a line mean. */
export function BreakList({ desk, breaks }: { desk: Desk; breaks: readonly SeriesBreak[] }) {
  if (breaks.length === 0) return null;
  return (
    <ul class="time-notes">
      {breakNotes(breaks, desk.language).map((it) => (
        <li>
          <span class="time-sign is-break">{it.sign}</span>{" "}
          <span>
            <strong>{it.when}:</strong> {it.text}
          </span>
        </li>
      ))}
    </ul>
  );
}

/**
 * What the numbers under a line mean; unfolded with what happened, where that can be read, and what else happened in that
 * time. Or the way to see them.
 */
export function EventList({ desk, view, beside }: { desk: Desk; view: IndicatorView; beside?: string }) {
  const { say } = desk;
  const events = view.trend?.events ?? [];
  if (events.length === 0) return null;
  const hidden = view.choice.events === "hidden";
  if (hidden) return <EventSwitch desk={desk} view={view} beside={beside} />;
  return (
    <div class="events">
      <h3>{say(words.events)}</h3>
      <ul class="time-notes event-names">
        {events.map(
          (it) =>
            it.sign !== undefined && (
              <li>
                <span class="time-sign">{it.sign}</span>{" "}
                <span>
                  {it.when}: {say(it.event.title)}
                </span>
              </li>
            ),
        )}
      </ul>
      <p class="fine">{say(eventsExplainNothing)}</p>
      <details class="as-table">
        <summary>{say(words.more)}</summary>
        <ul class="time-notes">
          {events.map((it) => (
            <EventNote desk={desk} it={it} />
          ))}
        </ul>
      </details>
      <EventSwitch desk={desk} view={view} beside={beside} />
    </div>
  );
}

/** A form and no link: it is the same page once more, which nobody who follows links should take for another. */
function EventSwitch({ desk, view, beside }: { desk: Desk; view: IndicatorView; beside?: string }) {
  const { say, language } = desk;
  const hidden = view.choice.events === "hidden";
  return (
    <form
      class="event-switch"
      method="get"
      action={`${desk.link("indicator", view.indicator.id).split("?")[0]}#${trendId(language)}`}
    >
      <KeptChoice desk={desk} view={view} beside={beside} own={{ gebeurtenissen: hidden ? undefined : "nee" }} />
      <button type="submit" class="copy">
        {say(hidden ? words.show : words.hide)}
      </button>
    </form>
  );
}

function EventNote({ desk, it }: { desk: Desk; it: TimelineEvent }) {
  const { say } = desk;
  const { event } = it;
  return (
    <li>
      {it.sign === undefined ? <span class="time-sign is-none" /> : <span class="time-sign">{it.sign}</span>}{" "}
      <span>
        <strong>
          {it.when}: {say(event.title)}.
        </strong>{" "}
        {say(event.what)}{" "}
        <span class="fine">
          {say(words.from)}{" "}
          {event.readings.map((reading, i) => (
            <>
              {i > 0 && "; "}
              <a href={reading.url} rel="noreferrer external">
                {reading.title}
              </a>
            </>
          ))}
          .
        </span>
      </span>
    </li>
  );
}
