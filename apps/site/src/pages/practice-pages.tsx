import type { Desk } from "../desk.ts";
import { Hero, WaysIn } from "../parts/hero.tsx";
import { type HomeCounts, ThisEdition, Ways } from "./home-page.tsx";

const words = {
  title: { nl: "Oefenomgeving", en: "Practice environment" },
  lede: {
    nl: "Hier oefent u met een volledige monitor. Alle cijfers zijn verzonnen. Ze zeggen niets over een echte regio.",
    en: "Here you practise with a complete monitor. All figures are invented. They say nothing about a real region.",
  },
  know: { nl: "Wat u moet weten", en: "What you should know" },
  knowList: {
    nl: [
      "Een computer heeft de cijfers bedacht. Ze gaan niet over echte mensen.",
      "Elke regio heeft het karakter van een andere regio gekregen. Herkent u iets, dan is dat toeval.",
      "Alleen de aantallen inwoners zijn echt.",
      "Gebruik deze cijfers alleen om te oefenen. Elke bladzijde, afbeelding en tabel zegt dat het oefencijfers zijn.",
    ],
    en: [
      "A computer made the figures up. They are not about real people.",
      "Each region was given the character of another region. If you recognise something, that is chance.",
      "Only the numbers of inhabitants are real.",
      "Use these figures only to practise. Every page, picture and table says that they are practice figures.",
    ],
  },
  can: { nl: "Wat u hier kunt oefenen", en: "What you can practise here" },
  canList: {
    nl: [
      "een regio zoeken en haar cijfers lezen",
      "vergelijken met Nederland, met andere regio’s en met eerder",
      "een cijfer, een afbeelding of een tabel meenemen, met de bron erbij",
      "een gesprek voorbereiden: wat zegt dit cijfer, en wat niet?",
      "zien hoe het is als een cijfer verborgen, voorlopig of aangepast is",
    ],
    en: [
      "finding a region and reading its figures",
      "comparing with the Netherlands, with other regions and with earlier",
      "taking a figure, a picture or a table along, with its source",
      "preparing a talk: what does this figure say, and what not?",
      "seeing what it is like when a figure is hidden, provisional or revised",
    ],
  },
  nation: { nl: "Oefencijfers van heel Nederland", en: "Practice figures of the Netherlands" },
  all: { nl: "Alle oefencijfers in één overzicht", en: "All practice figures in one overview" },
  exercise: { nl: "Doe de oefening van vijftien minuten", en: "Do the exercise of fifteen minutes" },
  guide: { nl: "Nieuw hier? Begin bij de wegwijzer", en: "New here? Begin with the guide" },
  none: {
    nl: "In de oefenomgeving leert u met de monitor werken, met verzonnen cijfers. Op deze website is zij nog niet gemaakt.",
    en: "In the practice environment you learn to work with the monitor, with invented figures. On this website it has not been made yet.",
  },
  what: { nl: "Wat het is", en: "What it is" },
  whatText: {
    nl: "Een tweede monitor naast de echte: dezelfde pagina’s, maar met cijfers die een computer bedenkt. Elke regio krijgt daarin het karakter van een andere regio. Alleen de aantallen inwoners zijn echt. Elke bladzijde, afbeelding en tabel zegt dat het om oefencijfers gaat.",
    en: "A second monitor beside the real one: the same pages, but with figures that a computer makes up. In it each region gets the character of another region. Only the numbers of inhabitants are real. Every page, picture and table says that the figures are for practice.",
  },
  make: { nl: "Hoe zij wordt gemaakt", en: "How it is made" },
  makeText: {
    nl: "Wie deze website beheert, maakt de oefenomgeving met de opdracht hieronder en start de website daarna opnieuw.",
    en: "Whoever runs this website makes the practice environment with the command below, and then starts the website again.",
  },
  toReal: { nl: "Naar de echte cijfers", en: "Go to the real figures" },
} as const;

const List = ({ items, kind }: { items: readonly string[]; kind: "ticks" | "dashes" }) => (
  <ul class={kind}>
    {items.map((it) => (
      <li>{it}</li>
    ))}
  </ul>
);

/** The first page among practice figures: what they are before what they say. */
export function PracticeHomePage({ desk, counts }: { desk: Desk; counts: HomeCounts }) {
  const { say, language } = desk;
  return (
    <>
      <h1>{say(words.title)}</h1>
      <p class="lede">{say(words.lede)}</p>
      <div class="pair">
        <section aria-labelledby="weten">
          <h2 id="weten">{say(words.know)}</h2>
          <List kind="dashes" items={words.knowList[language]} />
        </section>
        <section aria-labelledby="oefenen">
          <h2 id="oefenen">{say(words.can)}</h2>
          <List kind="ticks" items={words.canList[language]} />
          <p>
            <a href={desk.link("exercise")}>{say(words.exercise)}</a>
          </p>
        </section>
      </div>
      <Hero desk={desk}>
        <WaysIn desk={desk} nation={words.nation} all={words.all} guide={words.guide} />
      </Hero>
      <Ways desk={desk} />
      <ThisEdition desk={desk} counts={counts} />
    </>
  );
}

/** Where practice figures would be, on a site that has none: what they are and how to make them. */
export function NoPracticePage({ desk }: { desk: Desk }) {
  const { say } = desk;
  return (
    <article class="prose">
      <h1>{say(words.title)}</h1>
      <p class="lede">{say(words.none)}</p>
      <h2>{say(words.what)}</h2>
      <p>{say(words.whatText)}</p>
      <h2>{say(words.make)}</h2>
      <p>{say(words.makeText)}</p>
      <p>
        <code>npm run practice</code>
      </p>
      <p>
        <a href={desk.home}>{say(words.toReal)}</a>
      </p>
    </article>
  );
}
