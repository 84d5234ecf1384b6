import type { Area } from "@impactmonitor/model/area";
import type { AreaNote } from "@impactmonitor/model/area-note";
import { noteInPractice, notesOf, noteScope } from "@impactmonitor/views/comparison/notes-of";
import type { AreasView } from "@impactmonitor/views/areas-view";
import { formatDate } from "@impactmonitor/views/format";
import type { Indicator } from "@impactmonitor/model/indicator";
import type { Desk } from "../desk.ts";
import { areaParameter } from "../paths.ts";

const words = {
  title: { nl: "Werkwijze die u moet kennen", en: "Working practice that you should know" },
  intro: {
    nl: "Deze opmerkingen horen bij cijfers van dit gebied. Ze gaan ook mee in het bestand met de cijfers.",
    en: "These notes belong to figures of this area. They are in the file with the figures as well.",
  },
  about: { nl: "Gaat over: {scope}", en: "About: {scope}" },
  subjects: { nl: "Onderwerpen:", en: "Subjects:" },
  source: { nl: "Bron:", en: "Source:" },
  among: {
    nl: "Lees eerst de opmerking over de werkwijze bij:",
    en: "Read first the note on working practice with:",
  },
  written: { nl: "Opgeschreven door {author}, {date}.", en: "Written by {author}, {date}." },
} as const;

/** Notes on working practice beside a figure: what was done or recorded, of where and when, and who says so. */
export function AreaNotes({ desk, notes }: { desk: Desk; notes: readonly AreaNote[] }) {
  if (notes.length === 0) return null;
  return (
    <section class="notice area-notes" aria-labelledby="werkwijze">
      <h2 id="werkwijze">{desk.say(words.title)}</h2>
      {notes.map((it) => (
        <Note desk={desk} note={it} />
      ))}
    </section>
  );
}

/** The same on the page of an area, where each note also says which figures it belongs to. */
export function NotesOnArea({ desk, area, notes }: { desk: Desk; area: Area; notes: readonly AreaNote[] }) {
  if (notes.length === 0) return null;
  const { say } = desk;
  return (
    <section class="notice area-notes" aria-labelledby="werkwijze">
      <h2 id="werkwijze">{say(words.title)}</h2>
      <p>{say(words.intro)}</p>
      {notes.map((it) => (
        <Note desk={desk} note={it} area={area} />
      ))}
    </section>
  );
}

/** Below a table of areas: whose figures have a note, with a link to it. Areas without one are not named. */
export function NotedAreas({ desk, indicator, areas }: { desk: Desk; indicator: Indicator; areas: AreasView }) {
  const noted = areas.rows.filter(
    (it) => notesOf(desk.book, { area: it.area.code, indicator: indicator.id, periods: [areas.period] }).length > 0,
  );
  if (noted.length === 0) return null;
  return (
    <p class="fine">
      {desk.say(words.among)}{" "}
      {noted.map(({ area }, i) => (
        <>
          {i > 0 && ", "}
          <a href={desk.link("indicator", indicator.id, { regio: areaParameter(area), periode: areas.period })}>
            {area.name}
          </a>
        </>
      ))}
      .
    </p>
  );
}

/** @param area whose page it is on: then with the subjects that it is about, and the area's own figure where there is one */
function Note({ desk, note, area }: { desk: Desk; note: AreaNote; area?: Area }) {
  const { say, book, language } = desk;
  const indicators = area ? note.indicators.flatMap((id) => book.indicators.get(id) ?? []) : [];
  return (
    <div class="area-note">
      <p>{desk.sentence(note.text)}</p>
      {book.kind === "practice" && (
        <p>
          <strong>{say(noteInPractice)}</strong>
        </p>
      )}
      {indicators.length > 0 && (
        <p class="fine">
          {say(words.subjects)}{" "}
          {indicators.map((it, i) => (
            <>
              {i > 0 && ", "}
              <a
                href={desk.link("indicator", it.id, {
                  regio: area && book.observationsOf(it.id, area.code).length > 0 ? areaParameter(area) : undefined,
                })}
              >
                {say(it.shortTitle)}
              </a>
            </>
          ))}
        </p>
      )}
      <p class="fine">
        {say(words.about).replace("{scope}", noteScope(book, note, language))}. {say(words.source)}{" "}
        <a href={note.source.url} rel="noreferrer external">
          {note.source.title}
        </a>
        .{" "}
        {say(words.written).replace("{author}", say(note.author)).replace("{date}", formatDate(note.written, language))}
      </p>
    </div>
  );
}
