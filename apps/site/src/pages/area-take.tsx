import { formatsOf } from "@impactmonitor/exports/documents/make-document";
import type { Area } from "@impactmonitor/model/area";
import { parsePeriod } from "@impactmonitor/model/period";
import type { AreaView } from "@impactmonitor/views/area-view";
import { areaInText, areaLabel } from "@impactmonitor/views/area-words";
import type { Desk } from "../desk.ts";
import { areaDocument, bookPage } from "../document-address.ts";
import { areaParameter } from "../paths.ts";
import { DocumentLinks, takeId } from "../parts/take-documents.tsx";

const words = {
  heading: { nl: "Meenemen", en: "Take it with you" },
  intro: {
    nl: "Alles over dit gebied in één bestand. Een bestand wordt gemaakt als u erom vraagt; dat duurt een paar tellen.",
    en: "Everything about this area in one file. A file is made when you ask for it; that takes a few seconds.",
  },
  choose: { nl: "Kies wat er in het boek komt", en: "Choose what goes into the book" },
  themes: { nl: "Welke thema’s?", en: "Which themes?" },
  beside: { nl: "Naast welk gebied?", en: "Beside which area?" },
  nation: { nl: "Alleen naast Nederland", en: "Beside the Netherlands only" },
  from: { nl: "Vanaf", en: "From" },
  until: { nl: "Tot en met", en: "Up to" },
  all: { nl: "alles", en: "everything" },
  noTables: { nl: "Zonder tabellen", en: "Without tables" },
  back: { nl: "Terug naar", en: "Back to" },
  make: { nl: "Maak het boek (PDF)", en: "Make the book (PDF)" },
} as const;

/** Everything about an area in one file: the kinds there are, and what goes into the book. */
export function TakeArea({ desk, view }: { desk: Desk; view: AreaView }) {
  const { say, language } = desk;
  if (view.counts.indicators === 0 || formatsOf("area").length === 0) return null;
  return (
    <section class="downloads" aria-labelledby={takeId}>
      <h2 id={takeId}>{say(words.heading)}</h2>
      <p>{say(words.intro)}</p>
      <DocumentLinks
        desk={desk}
        kind="area"
        to={(format) => areaDocument(desk, view.area, format)}
        about={areaLabel(view.area, language)}
      />
      {formatsOf("area").includes("pdf") && (
        <p>
          <a href={bookPage(desk, view.area)}>{say(words.choose)}</a>
        </p>
      )}
    </section>
  );
}

/** Goes there from the head of the page. */
export function ToTakeArea({ desk, view }: { desk: Desk; view: AreaView }) {
  if (view.counts.indicators === 0 || formatsOf("area").length === 0) return null;
  return (
    <a class="nl-button nl-button--secondary" href={`#${takeId}`}>
      {desk.say(words.heading)}
    </a>
  );
}

/** A page of its own for the choices: few make them, and everybody would load them. */
export function BookPage({ desk, view }: { desk: Desk; view: AreaView }) {
  const { say } = desk;
  const name = areaLabel(view.area, desk.language);
  return (
    <>
      <h1>
        {say(words.choose)}: {name}
      </h1>
      <BookForm desk={desk} view={view} />
      <p>
        <a href={desk.toArea(view.area)}>
          {say(words.back)} {areaInText(view.area, desk.language)}
        </a>
      </p>
    </>
  );
}

/** A form that gives an address, without any script. */
function BookForm({ desk, view }: { desk: Desk; view: AreaView }) {
  const { say } = desk;
  const [action = ""] = areaDocument(desk, view.area, "pdf").split("?");
  const filled = view.themes.filter((it) => it.rows.length > 0);
  const years = yearsOf(desk, view);
  const others = besideOf(desk, view.area);
  return (
    <form class="book-form" method="get" action={action}>
      {!desk.latest && <input type="hidden" name="editie" value={desk.book.id} />}
      <fieldset>
        <legend>{say(words.themes)}</legend>
        {filled.map(({ theme }) => (
          <label>
            <input type="checkbox" name="themas" value={theme.id} checked />
            <span>{say(theme.shortTitle)}</span>
          </label>
        ))}
      </fieldset>
      <div class="book-choices">
        {others.length > 0 && (
          <label>
            <span>{say(words.beside)}</span>
            <select name="gebieden" class="utrecht-select utrecht-select--html-select">
              <option value="">{say(words.nation)}</option>
              {others.map((it) => (
                <option value={areaParameter(it)}>{it.name}</option>
              ))}
            </select>
          </label>
        )}
        {years.length > 1 &&
          (["van", "tot"] as const).map((name) => (
            <label>
              <span>{say(name === "van" ? words.from : words.until)}</span>
              <select name={name} class="utrecht-select utrecht-select--html-select">
                <option value="">{say(words.all)}</option>
                {years.map((it) => (
                  <option value={it}>{it}</option>
                ))}
              </select>
            </label>
          ))}
      </div>
      <label>
        <input type="checkbox" name="tabellen" value="nee" />
        <span>{say(words.noTables)}</span>
      </label>
      <button type="submit" class="nl-button nl-button--secondary">
        {say(words.make)}
      </button>
    </form>
  );
}

/** Other areas of its level; of municipalities there are too many to choose from here. */
const besideOf = ({ book }: Desk, own: Area): readonly Area[] =>
  own.level === "vt-region" || own.level === "province"
    ? book.areasAt(own.level, book.date).filter((it) => it.code !== own.code)
    : [];

/** Calendar years from which the area has figures, oldest first. */
function yearsOf({ book }: Desk, { area, themes }: AreaView): readonly string[] {
  const rows = themes.flatMap((it) => it.rows);
  const years = rows.flatMap(({ indicator }) =>
    book.observationsOf(indicator.id, area.code).flatMap((it) => parsePeriod(it.period)?.start.slice(0, 4) ?? []),
  );
  return [...new Set(years)].sort();
}
