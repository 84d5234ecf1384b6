import type { Desk } from "../desk.ts";
import { hasGuide } from "../guide.ts";
import { listPath } from "../lists.ts";
import type { Marked, SearchResult } from "../search-match.ts";
import { alsoWords, countWords, kindWords, moreWords } from "../search-result-words.ts";

const words = {
  title: { nl: "Zoeken", en: "Search" },
  label: { nl: "Waar zoekt u naar?", en: "What are you looking for?" },
  hint: {
    nl: "Typ een of meer woorden. U zoekt in cijfers, vragen, uitleg, begrippen, bronnen, thema’s en gebieden.",
    en: "Type one or more words. You search in figures, questions, explanation, terms, sources, themes and areas.",
  },
  kept: {
    nl: "Wat u typt, wordt niet bewaard en staat niet in het adres van de bladzijde.",
    en: "What you type is not kept and does not stand in the address of the page.",
  },
  go: { nl: "Zoek", en: "Search" },
  else: {
    nl: "Of ga meteen naar",
    en: "Or go straight to",
  },
  figures: { nl: "alle cijfers", en: "all figures" },
  regions: { nl: "alle regio’s", en: "all regions" },
  answers: { nl: "vraag en antwoord", en: "questions and answers" },
  glossary: { nl: "begrippen", en: "glossary" },
  contact: { nl: "contact", en: "contact" },
} as const;

/** A form, and under it what was found; without words the form alone. */
export function SearchPage({ desk, typed, result }: { desk: Desk; typed?: string; result?: SearchResult }) {
  const { say, book, language } = desk;
  return (
    <>
      <h1>{say(words.title)}</h1>
      <form
        class="finder"
        method="post"
        action={desk.link("search")}
        role="search"
        data-everything={desk.latest ? listPath(book.kind, language, "everything") : undefined}
      >
        <label for="woorden" class="utrecht-form-label">
          {say(words.label)}
        </label>
        <p class="fine" id="woorden-hulp">
          {say(words.hint)} {say(words.kept)}
        </p>
        <div class="finder-row">
          <input
            id="woorden"
            name="woorden"
            class="utrecht-textbox utrecht-textbox--html-input"
            type="search"
            maxlength={80}
            autocomplete="off"
            autocapitalize="none"
            value={typed ?? ""}
            aria-describedby="woorden-hulp"
          />
          <button type="submit" class="nl-button nl-button--primary">
            {say(words.go)}
          </button>
        </div>
      </form>
      <p class="found-count" role="status" data-found-count="">
        {result && countWords(result, language)}
      </p>
      <div class="found" data-found="">
        {result?.groups.map((group) => (
          <section aria-labelledby={`gevonden-${group.kind}`}>
            <h2 id={`gevonden-${group.kind}`}>{say(kindWords[group.kind])}</h2>
            <ul>
              {group.found.map((it) => (
                <li>
                  <a href={it.href}>
                    <Pieces of={it.title} />
                  </a>
                  {it.line.length > 0 && (
                    <span class="found-line">
                      <Pieces of={it.line} />
                    </span>
                  )}
                  {it.also.length > 0 && (
                    <span class="found-line fine">
                      {say(alsoWords)}{" "}
                      {it.also.map((name, i) => (
                        <>
                          {i > 0 && ", "}
                          <Pieces of={name} />
                        </>
                      ))}
                    </span>
                  )}
                </li>
              ))}
            </ul>
            {group.more > 0 && <p class="fine">{moreWords(group.more, language)}</p>}
          </section>
        ))}
      </div>
      <p class="found-else fine">
        {say(words.else)} <a href={desk.link("indicators")}>{say(words.figures)}</a>,{" "}
        <a href={desk.link("regions")}>{say(words.regions)}</a>,{" "}
        <a href={desk.link("glossary")}>{say(words.glossary)}</a>
        {hasGuide(book) && (
          <>
            , <a href={desk.link("answers")}>{say(words.answers)}</a>,{" "}
            <a href={desk.link("contact")}>{say(words.contact)}</a>
          </>
        )}
        .
      </p>
    </>
  );
}

const Pieces = ({ of }: { of: Marked }) => <>{of.map((it) => (it.marked ? <mark>{it.text}</mark> : it.text))}</>;
