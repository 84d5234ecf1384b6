import type { Desk } from "../desk.ts";
import { AreaFinder } from "../parts/area-finder.tsx";

const words = {
  404: { nl: "Deze pagina is er niet", en: "This page does not exist" },
  400: { nl: "Dit adres klopt niet", en: "This address is not right" },
  413: { nl: "Dat is te veel tekst", en: "That is too much text" },
  500: { nl: "Er ging iets mis", en: "Something went wrong" },
  503: { nl: "Het is nu te druk voor deze afbeelding", en: "Too busy for this picture right now" },
  text404: {
    nl: "Misschien is het adres verkeerd overgetypt, of heet het gebied of cijfer anders.",
    en: "Perhaps the address was mistyped, or the area or figure has another name.",
  },
  text400: {
    nl: "Een deel van het adres is niet te lezen. Controleer de woorden na het vraagteken.",
    en: "Part of the address can’t be read. Check the words after the question mark.",
  },
  text413: {
    nl: "Wat u stuurde is te lang. Typ alleen een plaatsnaam of een zoekwoord.",
    en: "What you sent is too long. Type only the name of a place or a search word.",
  },
  text500: {
    nl: "Dat ligt aan ons. Probeer het later nog eens.",
    en: "That is our fault. Please try again later.",
  },
  text503: {
    nl: "Er worden veel afbeeldingen tegelijk gevraagd. Probeer het over een paar tellen nog eens. De pagina’s en tabellen doen het gewoon.",
    en: "Many pictures are being asked for at once. Please try again in a few seconds. The pages and tables work as usual.",
  },
  mean: { nl: "Bedoelt u misschien", en: "Did you mean" },
  ways: { nl: "Verder zoeken", en: "Other ways" },
  all: { nl: "Alle cijfers", en: "All figures" },
  regions: { nl: "Alle gebieden", en: "All areas" },
} as const;

export interface ProblemProps {
  readonly desk: Desk;
  readonly status: 400 | 404 | 413 | 500 | 503;
  /** What exactly was wrong, in words. */
  readonly detail?: string;
  readonly suggestions: readonly { readonly href: string; readonly label: string }[];
}

/** Not found, not readable, or broken: always with a way on, never with a stack trace. */
export function ProblemPage({ desk, status, detail, suggestions }: ProblemProps) {
  const { say } = desk;
  return (
    <>
      <h1>{say(words[status])}</h1>
      <p class="lede">{detail ?? say(words[`text${status}`])}</p>
      {suggestions.length > 0 && (
        <section aria-labelledby="bedoelt">
          <h2 id="bedoelt">{say(words.mean)}</h2>
          <ul class="link-list">
            {suggestions.map((it) => (
              <li>
                <a href={it.href}>{it.label}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="verder">
        <h2 id="verder">{say(words.ways)}</h2>
        <ul class="link-list">
          <li>
            <a href={desk.link("regions")}>{say(words.regions)}</a>
          </li>
          <li>
            <a href={desk.link("indicators")}>{say(words.all)}</a>
          </li>
        </ul>
        <AreaFinder desk={desk} />
      </section>
    </>
  );
}
