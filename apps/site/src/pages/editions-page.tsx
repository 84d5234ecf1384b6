import type { Manifest } from "@impactmonitor/model/edition";
import { formatDate, formatNumber } from "@impactmonitor/views/format";
import { formatsOf } from "@impactmonitor/exports/documents/make-document";
import { editionDocument } from "../document-address.ts";
import { DocumentLinks, takeId } from "../parts/take-documents.tsx";
import { withQuery } from "../paths.ts";
import type { Desk } from "../desk.ts";
import type { Library } from "../library.ts";
import { CalendarPart } from "./calendar-part.tsx";

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
  remark: { nl: "Bijzonderheden", en: "Remarks" },
  withdrawn: { nl: "Ingetrokken op {date}.", en: "Withdrawn on {date}." },
  corrects: { nl: "Herstelt editie", en: "Mends edition" },
  correctedBy: { nl: "Hersteld in editie", en: "Mended in edition" },
  changes: { nl: "Wat is veranderd", en: "What changed" },
  take: { nl: "Meenemen", en: "Take it with you" },
  takeIntro: {
    nl: "Alle cijfers van editie {id}, met uitleg, bron en licentie. Een bestand wordt gemaakt als u erom vraagt; dat kan een minuut duren.",
    en: "All figures of edition {id}, with explanation, source and licence. A file is made when you ask for it; that may take a minute.",
  },
} as const;

/** All sealed editions, newest first, each with what readers must know of it; and when new figures are expected. */
export function EditionsPage({ desk, library }: { desk: Desk; library: Library }) {
  const { say, language } = desk;
  const heads = [words.edition, words.date, words.figures, words.remark, words.digest];
  return (
    <>
      <h1>{say(words.editions)}</h1>
      <p class="lede">{say(words.lede)}</p>
      <table class="utrecht-table stack">
        <caption class="sr">{say(words.editions)}</caption>
        <thead>
          <tr>
            {heads.map((it) => (
              <th scope="col" class={it === words.figures ? "num" : undefined}>
                {say(it)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...library.manifests].reverse().map((it) => (
            <tr id={`editie-${it.id}`}>
              <th scope="row">
                <EditionLink desk={desk} library={library} id={it.id} />
              </th>
              <td data-label={say(words.date)}>{formatDate(it.date, language)}</td>
              <td class="num" data-label={say(words.figures)}>
                {formatNumber(it.counts.observations, 0, language)}
              </td>
              <td data-label={say(words.remark)}>
                <Remarks desk={desk} library={library} manifest={it} />
              </td>
              <td data-label={say(words.digest)}>
                <code>{it.digest.slice(0, 16)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <TakeEditions desk={desk} library={library} />
      {library.calendar && <CalendarPart desk={desk} calendar={library.calendar} />}
    </>
  );
}

/** All figures of an edition in one file: of the newest in sight, of earlier ones folded. */
function TakeEditions({ desk, library }: { desk: Desk; library: Library }) {
  const { say } = desk;
  if (formatsOf("edition").length === 0) return null;
  const links = (id: string) => (
    <DocumentLinks
      desk={desk}
      kind="edition"
      to={(format) => editionDocument(desk, id, format)}
      about={`${say(words.edition)} ${id}`}
    />
  );
  const newest = library.newest.book.id;
  const earlier = library.manifests.filter(({ id }) => id !== newest).toReversed();
  return (
    <section class="downloads" aria-labelledby={takeId}>
      <h2 id={takeId}>{say(words.take)}</h2>
      <p>{say(words.takeIntro).replace("{id}", newest)}</p>
      {links(newest)}
      {earlier.map(({ id }) => (
        <details>
          <summary>
            {say(words.edition)} {id}
          </summary>
          {links(id)}
        </details>
      ))}
    </section>
  );
}

const isNewest = (library: Library, id: string): boolean =>
  library.newest.book.id === id && !library.standing(id).withdrawn;

/** An edition by its own address; the newest by the one that always shows the newest. */
function EditionLink({ desk, library, id }: { desk: Desk; library: Library; id: string }) {
  const newest = isNewest(library, id);
  return (
    <>
      <a href={withQuery(desk.home, { editie: newest ? undefined : id })}>{id}</a>
      {newest && ` (${desk.say(words.newest)})`}
    </>
  );
}

function Remarks({ desk, library, manifest }: { desk: Desk; library: Library; manifest: Manifest }) {
  const { say, language } = desk;
  const { id } = manifest;
  const { withdrawn, corrects, notice, correctedBy } = library.standing(id);
  const news = withQuery(desk.fixed("news"), { editie: isNewest(library, id) ? undefined : id });
  return (
    <>
      {withdrawn && (
        <>
          <strong>{say(words.withdrawn).replace("{date}", formatDate(withdrawn.when.slice(0, 10), language))}</strong>{" "}
          {desk.sentence(withdrawn.reason)}{" "}
        </>
      )}
      {corrects && (
        <>
          {say(words.corrects)} <EditionLink desk={desk} library={library} id={corrects} />.{" "}
        </>
      )}
      {notice && `${desk.sentence(notice)} `}
      {correctedBy.map((it) => (
        <>
          {say(words.correctedBy)} <EditionLink desk={desk} library={library} id={it.id} />.{" "}
        </>
      ))}
      <a href={news}>
        {say(words.changes)}
        <span class="sr">{` (${say(words.edition)} ${id})`}</span>
      </a>
    </>
  );
}
