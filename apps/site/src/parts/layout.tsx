import type { ComponentChildren } from "preact";
import type { Desk, Need } from "../desk.ts";
import { hasGuide } from "../guide.ts";
import { practiceHome, type Word } from "../paths.ts";
import { EditionNotices } from "./edition-notices.tsx";
import { PracticeBar, PracticeSheet } from "./practice-bar.tsx";
import { capital, editionName, practiceWords } from "@impactmonitor/views/practice-words";
import { formatDate } from "@impactmonitor/views/format";

const words = {
  name: { nl: "Impactmonitor", en: "Impactmonitor" },
  subject: { nl: "huiselijk geweld en kindermishandeling", en: "domestic violence and child abuse" },
  skip: { nl: "Naar de inhoud", en: "Skip to content" },
  skipExit: { nl: "Verlaat deze site snel", en: "Leave this site quickly" },
  exit: { nl: "Verlaat deze site snel", en: "Leave this site quickly" },
  menu: { nl: "Hoofdmenu", en: "Main menu" },
  help: { nl: "Hulp en snel weg", en: "Help and quick exit" },
  helpLine: { nl: "Direct gevaar? Bel", en: "In danger now? Call" },
  adviceLine: {
    nl: "Praten over wat er thuis gebeurt? Bel Veilig Thuis",
    en: "Talk about what happens at home? Call Veilig Thuis",
  },
  free: { nl: "gratis, dag en nacht", en: "free, day and night" },
  other: { nl: "English", en: "Nederlands" },
  practice: { nl: "Oefenomgeving", en: "Practice environment" },
  notCbs: {
    nl: "Open software. Geen uitgave van het CBS; elk cijfer noemt zijn bron.",
    en: "Open software. Not a publication of CBS; every figure names its source.",
  },
} as const;

const menu: readonly { word: Word; label: { nl: string; en: string } }[] = [
  { word: "regions", label: { nl: "Regio’s", en: "Regions" } },
  { word: "nation", label: { nl: "Nederland", en: "Netherlands" } },
  { word: "questions", label: { nl: "Vragen", en: "Questions" } },
  { word: "indicators", label: { nl: "Alle cijfers", en: "All figures" } },
  { word: "compare", label: { nl: "Vergelijken", en: "Compare" } },
  { word: "sources", label: { nl: "Bronnen", en: "Sources" } },
];
/** An edition from before the guide has how to read a figure in its place. */
const guide = { word: "guide", label: { nl: "Wegwijzer", en: "Guide" } } as const;
const reading = { word: "reading", label: { nl: "Zo leest u een cijfer", en: "How to read a figure" } } as const;

const search = { word: "search", label: { nl: "Zoeken", en: "Search" } } as const;

const foot: readonly { word: Word; label: { nl: string; en: string } }[] = [
  { word: "about", label: { nl: "Over deze monitor", en: "About this monitor" } },
  { word: "limits", label: { nl: "Wat kan wel en niet", en: "What it can and can’t tell" } },
  { word: "glossary", label: { nl: "Begrippen", en: "Glossary" } },
  { word: "news", label: { nl: "Wat is nieuw", en: "What’s new" } },
  { word: "report", label: { nl: "Jaarrapporten", en: "Yearly reports" } },
  { word: "editions", label: { nl: "Edities", en: "Editions" } },
  { word: "accessibility", label: { nl: "Toegankelijkheid", en: "Accessibility" } },
  { word: "privacy", label: { nl: "Privacy", en: "Privacy" } },
  { word: "safety", label: { nl: "Veilig kijken", en: "Safe browsing" } },
];

export interface LayoutProps {
  readonly desk: Desk;
  readonly title: string;
  readonly description?: string;
  /** The same page in the other language. */
  readonly otherLanguage: string;
  readonly current?: Word;
  readonly needs?: readonly Need[];
  readonly newest?: string;
  /** Not for search engines, whatever it shows. */
  readonly closed?: boolean;
  readonly children: ComponentChildren;
}

/** The frame of every page: quick exit and help first, then menu, content, foot. */
export function Layout({
  desk,
  title,
  description,
  otherLanguage,
  current,
  needs = [],
  newest,
  closed,
  children,
}: LayoutProps) {
  const { say, language, book, assets } = desk;
  const { help } = book.catalogue;
  const practice = book.kind === "practice";
  const besides = needs.map((it) => assets.needs[it]);
  const mark = practice ? `${say(practiceWords.short)}: ` : "";
  const emergency = help.numbers.find((it) => it.number === "112");
  const advice = help.numbers.find((it) => it.number.startsWith("0800-2000"));
  return (
    <html lang={language} class={practice ? "is-practice" : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${mark}${title} – Impactmonitor`}</title>
        {description && <meta name="description" content={mark + description} />}
        {closed && <meta name="robots" content="noindex,nofollow" />}
        <meta name="color-scheme" content="light dark" />
        <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="preload" href={assets.fontBold} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={assets.style} />
        {besides.map((it) => (
          <link rel="stylesheet" href={it.style} />
        ))}
        <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
        <link rel="alternate" hreflang={language === "nl" ? "en" : "nl"} href={otherLanguage} />
        <script type="module" src={assets.script} defer />
        {besides.map((it) => it.script && <script type="module" src={it.script} defer />)}
      </head>
      <body>
        <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">
          {say(words.skip)}
        </a>
        <aside class="safety" aria-label={say(words.help)}>
          <div class="wrap safety-in">
            <p class="safety-help">
              {emergency && (
                <span>
                  {say(words.helpLine)} <a href="tel:112">112</a>.{" "}
                </span>
              )}
              {advice && (
                <span>
                  {say(words.adviceLine)}: <a href="tel:08002000">{advice.number}</a> ({say(words.free)}).
                </span>
              )}
            </p>
            <a class="exit" href={help.quickExit.url} rel="noreferrer nofollow" data-exit="">
              {say(words.exit)}
            </a>
          </div>
        </aside>
        {practice && <PracticeBar desk={desk} />}
        <header class="head">
          <div class="wrap head-in">
            <a class="brand" href={desk.home}>
              <svg class="brand-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
                <path d="M4 28V15.5L16 5l12 10.5V28" class="brand-house" />
                <path d="M9 24l5-5 4 3 6-7" class="brand-line" />
              </svg>
              <span>
                <strong>{say(words.name)}</strong>
                <span class="brand-sub">{say(words.subject)}</span>
              </span>
            </a>
            <a
              class="language"
              href={otherLanguage}
              lang={language === "nl" ? "en" : "nl"}
              hreflang={language === "nl" ? "en" : "nl"}
            >
              {say(words.other)}
            </a>
            <nav class="menu" aria-label={say(words.menu)}>
              <ul>
                {[...menu, hasGuide(book) ? guide : reading, search].map((it) => (
                  <li>
                    <a href={desk.link(it.word)} aria-current={current === it.word ? "page" : undefined}>
                      {say(it.label)}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </div>
        </header>
        <EditionNotices desk={desk} newest={newest} />
        <main id="inhoud" class="wrap" tabindex={-1}>
          {children}
        </main>
        <footer class="foot">
          <div class="wrap foot-in">
            <ul>
              {[...foot, ...(hasGuide(book) ? [reading] : [])].map((it) => (
                <li>
                  <a href={it.word === "editions" || it.word === "news" ? desk.fixed(it.word) : desk.link(it.word)}>
                    {say(it.label)}
                  </a>
                </li>
              ))}
              <li>
                <a href={practiceHome(language)} rel="nofollow">
                  {say(words.practice)}
                </a>
              </li>
            </ul>
            <p>
              {capital(editionName(book, language))} ({formatDate(book.date, language)}). {say(words.notCbs)}
            </p>
          </div>
        </footer>
        {practice && <PracticeSheet desk={desk} />}
      </body>
    </html>
  );
}
