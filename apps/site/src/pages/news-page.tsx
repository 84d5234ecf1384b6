import type { Changes, Manifest } from "@impactmonitor/model/edition";
import type { Observation } from "@impactmonitor/model/observation";
import { areaLabel } from "@impactmonitor/views/area-words";
import { counted, nouns } from "@impactmonitor/views/counted";
import { formatDate, formatNumber } from "@impactmonitor/views/format";
import { periodLabel } from "@impactmonitor/views/period-words";
import { shown } from "@impactmonitor/views/shown";
import { breakdownLabel } from "@impactmonitor/views/statement";
import { homePath } from "../paths.ts";
import { withQuery } from "../paths.ts";
import type { Desk } from "../desk.ts";
import { Figure } from "../parts/figure.tsx";
import { NewsSetting } from "./news-setting.tsx";

const words = {
  editions: { nl: "Edities", en: "Editions" },
  lede: {
    nl: "Een editie is alles wat op één dag bekend was. Zij verandert nooit meer. Zo kunt u een cijfer altijd terugvinden.",
    en: "An edition is everything that was known on one day. It never changes. So you can always find a figure again.",
  },
  edition: { nl: "Editie", en: "Edition" },
  date: { nl: "Datum", en: "Date" },
  figures: { nl: "Cijfers", en: "Figures" },
  digest: { nl: "Controlegetal", en: "Checksum" },
  newest: { nl: "nieuwste", en: "newest" },
  news: { nl: "Wat is nieuw", en: "What’s new" },
  since: { nl: "Veranderd sinds editie {id}", en: "Changed since edition {id}" },
  first: {
    nl: "Dit is de eerste editie. Alles is nieuw: er is nog niets om mee te vergelijken.",
    en: "This is the first edition. Everything is new: there is nothing to compare with yet.",
  },
  added: { nl: "Nieuwe cijfers", en: "New figures" },
  revised: { nl: "Aangepaste cijfers", en: "Revised figures" },
  withdrawn: { nl: "Vervallen cijfers", en: "Withdrawn figures" },
  none: { nl: "Geen.", en: "None." },
  from: { nl: "Was", en: "Was" },
  to: { nl: "Is nu", en: "Is now" },
  what: { nl: "Cijfer", en: "Figure" },
  indicators: { nl: "Nieuwe onderwerpen", en: "New subjects" },
} as const;

/** All sealed editions, newest first. */
export function EditionsPage({ desk, manifests }: { desk: Desk; manifests: readonly Manifest[] }) {
  const { say, language } = desk;
  const list = [...manifests].reverse();
  return (
    <>
      <h1>{say(words.editions)}</h1>
      <p class="lede">{say(words.lede)}</p>
      <table class="utrecht-table stack">
        <caption class="sr">{say(words.editions)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.edition)}</th>
            <th scope="col">{say(words.date)}</th>
            <th scope="col" class="num">
              {say(words.figures)}
            </th>
            <th scope="col">{say(words.digest)}</th>
          </tr>
        </thead>
        <tbody>
          {list.map((it, i) => (
            <tr>
              <th scope="row">
                <a href={withQuery(homePath(language), { editie: i === 0 ? undefined : it.id })}>{it.id}</a>
                {i === 0 && ` (${say(words.newest)})`}
              </th>
              <td data-label={say(words.date)}>{formatDate(it.date, language)}</td>
              <td class="num" data-label={say(words.figures)}>
                {formatNumber(it.counts.observations, 0, language)}
              </td>
              <td data-label={say(words.digest)}>
                <code>{it.digest.slice(0, 16)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What changed since the edition before: new, revised from–to, withdrawn. */
export function NewsPage({ desk, changes }: { desk: Desk; changes: Changes }) {
  const { say, book, language } = desk;
  const label = (it: Observation): string => {
    const area = book.area(it.area);
    const parts = [
      book.indicators.get(it.indicator)?.shortTitle[language] ?? it.indicator,
      breakdownLabel(book, it.breakdown, language),
      area ? areaLabel(area, language) : it.area,
      periodLabel(it.period, language),
    ];
    return parts.filter(Boolean).join(", ");
  };
  const grouped = [...Map.groupBy(changes.added, (it) => it.indicator)];
  return (
    <>
      <h1>
        {say(words.news)}{" "}
        <span class="h2-sub">{`${say(words.edition)} ${book.id}, ${formatDate(book.date, language)}`}</span>
      </h1>
      {changes.since === undefined ? (
        <p class="lede">{say(words.first)}</p>
      ) : (
        <>
          <p class="lede">{say(words.since).replace("{id}", changes.since)}.</p>
          <h2>{say(words.revised)}</h2>
          {changes.revised.length === 0 ? (
            <p>{say(words.none)}</p>
          ) : (
            <table class="utrecht-table stack">
              <caption class="sr">{say(words.revised)}</caption>
              <thead>
                <tr>
                  <th scope="col">{say(words.what)}</th>
                  <th scope="col" class="num">
                    {say(words.from)}
                  </th>
                  <th scope="col" class="num">
                    {say(words.to)}
                  </th>
                </tr>
              </thead>
              <tbody>
                {changes.revised.map((it) => (
                  <tr>
                    <th scope="row">
                      <a href={desk.link("indicator", it.to.indicator)}>{label(it.to)}</a>
                    </th>
                    <td class="num" data-label={say(words.from)}>
                      <Figure desk={desk} it={shown(book, it.from)} />
                    </td>
                    <td class="num" data-label={say(words.to)}>
                      <Figure desk={desk} it={shown(book, it.to)} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <h2>{say(words.added)}</h2>
          {grouped.length === 0 ? (
            <p>{say(words.none)}</p>
          ) : (
            <ul class="link-list">
              {grouped.map(([id, list]) => (
                <li>
                  <a href={desk.link("indicator", id)}>{book.indicators.get(id)?.title[language] ?? id}</a>{" "}
                  <span class="fine">{counted(list.length, nouns.figure, language)}</span>
                </li>
              ))}
            </ul>
          )}
          <h2>{say(words.withdrawn)}</h2>
          {changes.withdrawn.length === 0 ? (
            <p>{say(words.none)}</p>
          ) : (
            <ul>
              {changes.withdrawn.map((it) => (
                <li>{label(it)}</li>
              ))}
            </ul>
          )}
          <NewsSetting desk={desk} changes={changes} />
        </>
      )}
    </>
  );
}
