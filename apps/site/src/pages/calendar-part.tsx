import type { Calendar } from "@impactmonitor/model/calendar";
import { calendarCertainty, calendarDay } from "@impactmonitor/views/calendar-words";
import { formatDate } from "@impactmonitor/views/format";
import type { Desk } from "../desk.ts";

const words = {
  title: { nl: "Wanneer komen er nieuwe cijfers?", en: "When will there be new figures?" },
  intro: {
    nl: "De bronnen bepalen wanneer zij cijfers uitbrengen. Waar “verwachting” staat, heeft de bron nog geen datum genoemd.",
    en: "The sources decide when they publish figures. Where it says “expected”, the source has not named a date yet.",
  },
  when: { nl: "Wanneer", en: "When" },
  what: { nl: "Wat", en: "What" },
  sure: { nl: "Hoe zeker", en: "How certain" },
  checked: { nl: "Laatst nagekeken op {date}.", en: "Last checked on {date}." },
  take: { nl: "Zet in uw agenda (ICS)", en: "Put in your calendar (ICS)" },
} as const;

/** The calendar of new figures: what is expected, how sure that is, and what was moved and why. */
export function CalendarPart({ desk, calendar }: { desk: Desk; calendar: Calendar }) {
  const { say, language } = desk;
  return (
    <section aria-labelledby="kalender">
      <h2 id="kalender">{say(words.title)}</h2>
      <p>{say(words.intro)}</p>
      <table class="utrecht-table stack">
        <caption class="sr">{say(words.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.when)}</th>
            <th scope="col">{say(words.what)}</th>
            <th scope="col">{say(words.sure)}</th>
          </tr>
        </thead>
        <tbody>
          {calendar.entries.map((it) => (
            <tr>
              <th scope="row">{calendarDay(it, language)}</th>
              <td data-label={say(words.what)}>
                <strong>{say(it.title)}</strong>: {it.expects.map(say).join("; ")}
              </td>
              <td data-label={say(words.sure)}>
                {calendarCertainty(it, language)}
                {it.reason && `. ${desk.sentence(it.reason)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="fine">
        {say(words.checked).replace("{date}", formatDate(calendar.checked, language))}{" "}
        <a href={`${desk.fixed("editions")}.ics`} download>
          {say(words.take)}
        </a>
      </p>
    </section>
  );
}
