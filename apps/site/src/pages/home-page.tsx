import { counted, nouns } from "@impactmonitor/views/counted";
import { formatDate, formatNumber } from "@impactmonitor/views/format";
import { capital, editionName } from "@impactmonitor/views/practice-words";
import type { Desk } from "../desk.ts";
import type { Shelfmark } from "../library.ts";
import { Hero, WaysIn } from "../parts/hero.tsx";

const words = {
  title: {
    nl: "Wat verandert de aanpak van huiselijk geweld en kindermishandeling in het leven van mensen?",
    en: "What does the approach to domestic violence and child abuse change in people’s lives?",
  },
  lede: {
    nl: "De Impactmonitor brengt gepubliceerde cijfers bij elkaar: van uw regio, van Nederland en door de tijd. Om samen van te leren.",
    en: "The Impactmonitor brings published figures together: of your region, of the Netherlands and over time. To learn from together.",
  },
  or: { nl: "Of kies uw regio", en: "Or choose your region" },
  nation: { nl: "Cijfers van heel Nederland", en: "Figures of the Netherlands" },
  provinces: { nl: "Per provincie", en: "By province" },
  guide: { nl: "Nieuw hier? Begin bij de wegwijzer", en: "New here? Begin with the guide" },
  questions: { nl: "Met welke vraag komt u?", en: "Which question brings you here?" },
  questionsIntro: {
    nl: "Kies een vraag. U ziet de cijfers die erbij horen, en wat ze niet kunnen zeggen.",
    en: "Choose a question. You see the figures that go with it, and what they can’t tell.",
  },
  examples: {
    nl: "Zie hoe twee regio’s met een vraag aan de slag gingen",
    en: "See how two regions set to work with a question",
  },
  can: { nl: "Wat u hier vindt", en: "What you find here" },
  canList: {
    nl: [
      "cijfers om uw regio te vergelijken met Nederland, met andere regio’s en met eerder",
      "bij elk cijfer: bron, periode, en wat het niet zegt",
      "welke cijfers er niet zijn, waarom niet, en wie ze zou kunnen leveren",
    ],
    en: [
      "figures to compare your region with the Netherlands, with other regions and with earlier",
      "with every figure: its source, its period, and what it does not say",
      "which figures don’t exist, why not, and who could supply them",
    ],
  },
  cannot: { nl: "Wat u hier niet vindt", en: "What you don’t find here" },
  cannotList: {
    nl: [
      "een oordeel of een ranglijst: er is geen norm voor goed of slecht",
      "de oorzaak van een verschil: daarvoor is een gesprek nodig",
      "veel over hulp ná Veilig Thuis: dat wordt nog nauwelijks gemeten",
    ],
    en: [
      "a judgement or a league table: there is no norm for good or bad",
      "the cause of a difference: that takes a conversation",
      "much about help after Veilig Thuis: that is hardly measured yet",
    ],
  },
  moreLimits: { nl: "Meer over wat wel en niet kan", en: "More about what it can and can’t tell" },
  edition: { nl: "Deze editie", en: "This edition" },
  editionText: {
    nl: "{edition} van {date}: {subjects}, waarvan {filled} met cijfers; {figures} uit {sources}.",
    en: "{edition} of {date}: {subjects}, {filled} of them with figures; {figures} from {sources}.",
  },
  news: { nl: "Wat is er nieuw", en: "What is new" },
  all: { nl: "Alle cijfers in één overzicht", en: "All figures in one overview" },
} as const;

/** How much an edition holds. */
export function homeCounts({ edition, book }: Shelfmark): HomeCounts {
  const { counts } = edition.manifest;
  const filled = book.catalogue.indicators.filter((it) => book.observations(it.id).length > 0);
  return {
    indicators: counts.indicators,
    filled: counts.withFigures,
    observations: counts.observations,
    sources: new Set(filled.map((it) => it.source)).size,
  };
}

export interface HomeCounts {
  readonly indicators: number;
  readonly filled: number;
  readonly observations: number;
  readonly sources: number;
}

/** The way in: a region, a question, or the whole overview; one click to the first figures. */
export function HomePage({ desk, counts }: { desk: Desk; counts: HomeCounts }) {
  const { say, language } = desk;
  return (
    <>
      <Hero desk={desk}>
        <h1>{say(words.title)}</h1>
        <p class="lede">{say(words.lede)}</p>
        <WaysIn desk={desk} nation={words.nation} all={words.all} guide={words.guide} />
      </Hero>
      <Ways desk={desk} />
      <div class="pair">
        <section aria-labelledby="wel">
          <h2 id="wel">{say(words.can)}</h2>
          <ul class="ticks">
            {words.canList[language].map((it) => (
              <li>{it}</li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="niet">
          <h2 id="niet">{say(words.cannot)}</h2>
          <ul class="dashes">
            {words.cannotList[language].map((it) => (
              <li>{it}</li>
            ))}
          </ul>
          <p>
            <a href={desk.link("limits")}>{say(words.moreLimits)}</a>
          </p>
        </section>
      </div>
      <ThisEdition desk={desk} counts={counts} />
    </>
  );
}

/** Regions, provinces and questions to choose from. */
export function Ways({ desk }: { desk: Desk }) {
  const { say, book } = desk;
  const regions = book.areasAt("vt-region", book.date);
  const provinces = book.areasAt("province", book.date);
  return (
    <>
      <section aria-labelledby="regios">
        <h2 id="regios">{say(words.or)}</h2>
        <ul class="columns regions">
          {regions.map((it) => (
            <li>
              <a href={desk.toArea(it)}>{it.name}</a>
            </li>
          ))}
        </ul>
        <p>
          {say(words.provinces)}:{" "}
          {provinces.map((it, i) => (
            <>
              {i > 0 && ", "}
              <a href={desk.toArea(it)}>{it.name}</a>
            </>
          ))}
          .
        </p>
      </section>
      <section aria-labelledby="vragen">
        <h2 id="vragen">{say(words.questions)}</h2>
        <p>{say(words.questionsIntro)}</p>
        <ol class="questions">
          {book.catalogue.questions.map((it) => (
            <li>
              <a href={desk.link("questions", it.id)}>{say(it.question)}</a>
            </li>
          ))}
        </ol>
        {book.catalogue.examples.length > 0 && book.kind === "published" && (
          <p>
            <a href={desk.link("examples")}>{say(words.examples)}</a>
          </p>
        )}
      </section>
    </>
  );
}

/** What the edition holds, in one sentence. */
export function ThisEdition({ desk, counts }: { desk: Desk; counts: HomeCounts }) {
  const { say, book, language } = desk;
  return (
    <section aria-labelledby="editie">
      <h2 id="editie">{say(words.edition)}</h2>
      <p>
        {say(words.editionText)
          .replace("{edition}", capital(editionName(book, language)))
          .replace("{date}", formatDate(book.date, language))
          .replace("{subjects}", counted(counts.indicators, nouns.subject, language))
          .replace("{filled}", formatNumber(counts.filled, 0, language))
          .replace("{figures}", counted(counts.observations, nouns.figure, language))
          .replace("{sources}", counted(counts.sources, nouns.source, language))}{" "}
        <a href={desk.link("news")}>{say(words.news)}</a>
      </p>
    </section>
  );
}
