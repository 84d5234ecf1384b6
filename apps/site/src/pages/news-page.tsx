import type { Changes } from "@impactmonitor/model/edition";
import type { Observation } from "@impactmonitor/model/observation";
import { counted, nouns } from "@impactmonitor/views/counted";
import { formatDate, formatNumber } from "@impactmonitor/views/format";
import { periodLabel } from "@impactmonitor/views/period-words";
import { newBreaks } from "@impactmonitor/views/revision";
import type { Desk } from "../desk.ts";
import { withQuery } from "../paths.ts";
import { figureName } from "./figure-name.ts";
import { NewsSetting } from "./news-setting.tsx";
import { Revised } from "./revised-figures.tsx";

const words = {
  edition: { nl: "Editie", en: "Edition" },
  news: { nl: "Wat is nieuw", en: "What’s new" },
  since: { nl: "Veranderd sinds editie {id}:", en: "Changed since edition {id}:" },
  sinceWithdrawn: { nl: "Editie {id} is later ingetrokken.", en: "Edition {id} was withdrawn later." },
  sums: {
    nl: "{added} nieuw, {revised} aangepast, {withdrawn} vervallen.",
    en: "{added} new, {revised} revised, {withdrawn} withdrawn.",
  },
  first: {
    nl: "Dit is de eerste editie. Alles is nieuw: er is nog niets om mee te vergelijken.",
    en: "This is the first edition. Everything is new: there is nothing to compare with yet.",
  },
  added: { nl: "Nieuwe cijfers", en: "New figures" },
  revised: { nl: "Aangepaste cijfers", en: "Revised figures" },
  withdrawn: { nl: "Vervallen cijfers", en: "Withdrawn figures" },
  breaks: { nl: "Breuken in een reeks", en: "Breaks in a series" },
  breaksIntro: {
    nl: "Vanaf deze periode is anders gemeten. Vergelijk niet met daarvoor.",
    en: "From this period it was measured in another way. Don’t compare with before.",
  },
  from: { nl: "vanaf {period}", en: "from {period}" },
  none: { nl: "Geen.", en: "None." },
  file: { nl: "Alle veranderingen als tabel (CSV)", en: "All changes as a table (CSV)" },
} as const;

/** Up to so many are named one by one; more would make a page that nobody reads. */
const mostNamed = 40;

/** What changed since the edition before: new, revised from–to and why, breaks, withdrawn. */
export function NewsPage({
  desk,
  changes,
  sinceWithdrawn = false,
}: {
  desk: Desk;
  changes: Changes;
  sinceWithdrawn?: boolean;
}) {
  const { say, book, language } = desk;
  const { since } = changes;
  return (
    <>
      <h1>
        {say(words.news)}{" "}
        <span class="h2-sub">{`${say(words.edition)} ${book.id}, ${formatDate(book.date, language)}`}</span>
      </h1>
      {since === undefined ? (
        <p class="lede">{say(words.first)}</p>
      ) : (
        <>
          <p class="lede">
            {say(words.since).replace("{id}", since)} {sums(desk, changes)}
          </p>
          {sinceWithdrawn && <p>{say(words.sinceWithdrawn).replace("{id}", since)}</p>}
          <p>
            <a href={withQuery(`${desk.fixed("news")}.csv`, { editie: desk.latest ? undefined : book.id })} download>
              {say(words.file)}
            </a>
          </p>
          <h2>{say(words.revised)}</h2>
          {changes.revised.length === 0 ? <p>{say(words.none)}</p> : <Revised desk={desk} changes={changes} />}
          <Breaks desk={desk} changes={changes} />
          <h2>{say(words.added)}</h2>
          <Counted desk={desk} list={changes.added} />
          <h2>{say(words.withdrawn)}</h2>
          {changes.withdrawn.length > 0 && changes.withdrawn.length <= mostNamed ? (
            <ul>
              {changes.withdrawn.map((it) => (
                <li>{figureName(desk, it)}</li>
              ))}
            </ul>
          ) : (
            <Counted desk={desk} list={changes.withdrawn} />
          )}
          <NewsSetting desk={desk} changes={changes} />
        </>
      )}
    </>
  );
}

function sums({ say, language }: Desk, changes: Changes): string {
  const kinds = ["added", "revised", "withdrawn"] as const;
  return kinds.reduce(
    (text, it) => text.replace(`{${it}}`, formatNumber(changes[it].length, 0, language)),
    say(words.sums),
  );
}

/** Figures counted by subject. */
function Counted({ desk, list }: { desk: Desk; list: readonly Observation[] }) {
  const { say, book, language } = desk;
  if (list.length === 0) return <p>{say(words.none)}</p>;
  return (
    <ul class="link-list">
      {[...Map.groupBy(list, (it) => it.indicator)].map(([id, figures]) => {
        const indicator = book.indicators.get(id);
        return (
          <li>
            {indicator ? <a href={desk.link("indicator", id)}>{indicator.title[language]}</a> : id}{" "}
            <span class="fine">{counted(figures.length, nouns.figure, language)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Breaks({ desk, changes }: { desk: Desk; changes: Changes }) {
  const { say, book, language } = desk;
  const breaks = newBreaks(changes);
  if (breaks.length === 0) return null;
  return (
    <>
      <h2>{say(words.breaks)}</h2>
      <p>{say(words.breaksIntro)}</p>
      <ul class="link-list">
        {breaks.map(({ indicator, period }) => (
          <li>
            <a href={desk.link("indicator", indicator)}>
              {book.indicators.get(indicator)?.title[language] ?? indicator}
            </a>{" "}
            <span class="fine">{say(words.from).replace("{period}", periodLabel(period, language))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
