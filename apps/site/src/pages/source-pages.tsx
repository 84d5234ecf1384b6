import type { Source } from "@impactmonitor/model/source";
import { levelNames } from "@impactmonitor/views/area-words";
import type { Desk } from "../desk.ts";

const words = {
  title: { nl: "De bronnen", en: "The sources" },
  lede: {
    nl: "De cijfers komen uit elf bronnen die al bestaan. Voor deze monitor wordt niets extra geregistreerd.",
    en: "The figures come from eleven existing sources. Nothing extra is recorded for this monitor.",
  },
  study: { nl: "onderzoek", en: "study" },
  registration: { nl: "registratie", en: "registration" },
  nr: { nl: "Nr.", en: "No." },
  source: { nl: "Bron", en: "Source" },
  kind: { nl: "Soort", en: "Kind" },
  owner: { nl: "Eigenaar", en: "Owner" },
  frequency: { nl: "Hoe vaak nieuw", en: "How often new" },
  calendar: { nl: "Wanneer worden nieuwe cijfers verwacht?", en: "When are new figures expected?" },
  calendarIntro: {
    nl: "Een maand is een verwachting, geen belofte van de bron.",
    en: "A month is an expectation, not a promise of the source.",
  },
  month: { nl: "Maand", en: "Month" },
  what: { nl: "Wat", en: "What" },
  method: { nl: "Hoe komen de cijfers tot stand?", en: "How do the figures come about?" },
  population: { nl: "Over wie of wat gaat het?", en: "Whom or what is it about?" },
  limits: { nl: "Waar moet u op letten?", en: "What should you keep in mind?" },
  vouched: { nl: "Wie staat in voor de cijfers?", en: "Who answers for the figures?" },
  checked: { nl: "Het CBS heeft deze cijfers zelf samengesteld.", en: "CBS compiled these figures itself." },
  unchecked: {
    nl: "Het CBS heeft deze cijfers en de methode niet gecontroleerd.",
    en: "CBS did not check these figures or their method.",
  },
  licence: { nl: "Licentie", en: "Licence" },
  levels: { nl: "Gebieden", en: "Areas" },
  former: { nl: "Andere namen", en: "Other names" },
  breaks: { nl: "Breuken", en: "Breaks" },
  links: { nl: "Naar de bron", en: "To the source" },
  subjects: { nl: "Onderwerpen uit deze bron", en: "Subjects from this source" },
  none: { nl: "nog geen cijfer in deze editie", en: "no figure in this edition yet" },
} as const;

const months = {
  nl: [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
} as const;

/** The eleven sources, and when each is expected to bring new figures. */
export function SourcesPage({ desk }: { desk: Desk }) {
  const { say, book, language } = desk;
  const calendar = book.catalogue.sources
    .flatMap((source) => source.expected.map((it) => ({ source, ...it })))
    .sort((a, b) => a.month - b.month || a.source.number - b.source.number);
  return (
    <>
      <h1>{say(words.title)}</h1>
      <p class="lede">{say(words.lede)}</p>
      <table class="utrecht-table stack">
        <caption class="sr">{say(words.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.nr)}</th>
            <th scope="col">{say(words.source)}</th>
            <th scope="col">{say(words.kind)}</th>
            <th scope="col">{say(words.owner)}</th>
            <th scope="col">{say(words.frequency)}</th>
          </tr>
        </thead>
        <tbody>
          {book.catalogue.sources.map((it) => (
            <tr>
              <td data-label={say(words.nr)}>{it.number}</td>
              <th scope="row">
                <a href={desk.link("source", it.id)}>{say(it.title)}</a>
              </th>
              <td data-label={say(words.kind)}>{say(words[it.kind])}</td>
              <td data-label={say(words.owner)}>{say(it.owner)}</td>
              <td data-label={say(words.frequency)}>{say(it.frequency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <section aria-labelledby="kalender">
        <h2 id="kalender">{say(words.calendar)}</h2>
        <p>{say(words.calendarIntro)}</p>
        <table class="utrecht-table stack">
          <caption class="sr">{say(words.calendar)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(words.month)}</th>
              <th scope="col">{say(words.source)}</th>
              <th scope="col">{say(words.what)}</th>
            </tr>
          </thead>
          <tbody>
            {calendar.map((it) => (
              <tr>
                <th scope="row">{months[language][it.month - 1]}</th>
                <td data-label={say(words.source)}>
                  <a href={desk.link("source", it.source.id)}>{say(it.source.shortTitle)}</a>
                </td>
                <td data-label={say(words.what)}>{say(it.what)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** One source: who, how, what to keep in mind, and every subject that comes from it. */
export function SourcePage({ desk, source }: { desk: Desk; source: Source }) {
  const { say, book, language } = desk;
  const subjects = book.catalogue.indicators.filter((it) => it.source === source.id);
  return (
    <article>
      <p class="eyebrow">
        {say(words.source)} {source.number} · {say(words[source.kind])}
      </p>
      <h1>{say(source.title)}</h1>
      <p class="lede">{say(source.about)}</p>
      <dl class="facts">
        <div>
          <dt>{say(words.owner)}</dt>
          <dd>{say(source.owner)}</dd>
        </div>
        <div>
          <dt>{say(words.method)}</dt>
          <dd>{say(source.method)}</dd>
        </div>
        <div>
          <dt>{say(words.population)}</dt>
          <dd>{say(source.population)}</dd>
        </div>
        <div>
          <dt>{say(words.limits)}</dt>
          <dd>
            <ul>
              {source.limits.map((it) => (
                <li>{say(it)}</li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{say(words.vouched)}</dt>
          <dd>
            {desk.sentence(source.vouchedBy)} {say(source.checkedByCbs ? words.checked : words.unchecked)}
          </dd>
        </div>
        <div>
          <dt>{say(words.frequency)}</dt>
          <dd>
            {say(source.frequency)}
            {source.expected.map((it) => (
              <span class="block">
                {months[language][it.month - 1]}: {say(it.what)}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{say(words.levels)}</dt>
          <dd>{source.levels.map((it) => levelNames(it)[language]).join(", ")}</dd>
        </div>
        {source.breaks.length > 0 && (
          <div>
            <dt>{say(words.breaks)}</dt>
            <dd>
              {source.breaks.map((it) => (
                <span class="block">
                  {it.at}: {say(it.reason)}
                </span>
              ))}
            </dd>
          </div>
        )}
        {source.formerNames.length > 0 && (
          <div>
            <dt>{say(words.former)}</dt>
            <dd>{source.formerNames.join("; ")}</dd>
          </div>
        )}
        <div>
          <dt>{say(words.licence)}</dt>
          <dd>{say(source.licence)}</dd>
        </div>
        <div>
          <dt>{say(words.links)}</dt>
          <dd>
            <ul>
              {source.links.map((it) => (
                <li>
                  <a href={it.url} rel="noreferrer external">
                    {say(it.title)}
                  </a>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      <section aria-labelledby="onderwerpen">
        <h2 id="onderwerpen">{say(words.subjects)}</h2>
        <ul class="link-list">
          {subjects.map((it) => (
            <li>
              <a href={desk.link("indicator", it.id)}>{say(it.title)}</a>
              {book.observations(it.id).length === 0 && <span class="fine"> ({say(words.none)})</span>}
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}
