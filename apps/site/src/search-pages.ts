import type { Text } from "@impactmonitor/model/text";
import type { Desk } from "./desk.ts";
import { inside, path, practiceHome, type Word } from "./paths.ts";
import type { SearchEntry } from "./search-match.ts";

interface Named {
  readonly word: Word;
  readonly title: Text;
  readonly line: Text;
  /** What people call it by, apart from its title: words with a space between them. */
  readonly also: Text;
}

/** Pages that do something, rather than tell something. */
const pages: readonly Named[] = [
  {
    word: "indicators",
    title: { nl: "Alle cijfers", en: "All figures" },
    line: { nl: "Alle onderwerpen, met wat er per regio is.", en: "All subjects, with what there is by region." },
    also: { nl: "indicatoren overzicht", en: "indicators overview" },
  },
  {
    word: "regions",
    title: { nl: "Regio’s en gemeenten", en: "Regions and municipalities" },
    line: { nl: "Zoek uw gebied, op naam of op de kaart.", en: "Find your area, by name or on the map." },
    also: { nl: "provincie kaart plaatsnaam postcode", en: "province map town postcode" },
  },
  {
    word: "compare",
    title: { nl: "Vergelijken", en: "Compare" },
    line: { nl: "Zet gebieden en cijfers naast elkaar.", en: "Put areas and figures side by side." },
    also: { nl: "regio’s gemeenten verschil naast elkaar", en: "regions municipalities difference side by side" },
  },
  {
    word: "comparable",
    title: { nl: "Vergelijkbare gebieden", en: "Comparable areas" },
    line: { nl: "Welke gebieden lijken op het uwe?", en: "Which areas are like yours?" },
    also: { nl: "regio’s gemeenten lijken op buren", en: "regions municipalities similar neighbours" },
  },
  {
    word: "report",
    title: { nl: "Jaarrapporten", en: "Yearly reports" },
    line: { nl: "De cijfers van een jaar in één rapport.", en: "The figures of a year in one report." },
    also: { nl: "jaarverslag jaarrapport pdf", en: "annual report pdf" },
  },
  {
    word: "editions",
    title: { nl: "Edities", en: "Editions" },
    line: { nl: "Welke cijfers wanneer kwamen, en de kalender.", en: "Which figures came when, and the calendar." },
    also: { nl: "oude cijfers archief planning publicatie", en: "old figures archive schedule publication" },
  },
  {
    word: "news",
    title: { nl: "Wat is nieuw", en: "What’s new" },
    line: { nl: "Nieuwe en aangepaste cijfers.", en: "New and revised figures." },
    also: { nl: "nieuws nieuwste actueel laatste gewijzigd", en: "news latest changed" },
  },
];

const practice: Omit<Named, "word"> = {
  title: { nl: "Oefenomgeving", en: "Practice environment" },
  line: { nl: "De monitor met verzonnen cijfers.", en: "The monitor with invented figures." },
  also: { nl: "oefenen training cursus verzonnen", en: "training course invented" },
};
const exercise: Omit<Named, "word"> = {
  title: { nl: "Oefening: van vraag naar gesprek", en: "Exercise: from question to conversation" },
  line: { nl: "Zeven stappen, ongeveer vijftien minuten.", en: "Seven steps, about fifteen minutes." },
  also: { nl: "oefenen training cursus leren", en: "training course learn" },
};

export const pageEntries = ({ say, link, language }: Desk): SearchEntry[] => [
  ...pages.map((it) => entry(say, it, link(it.word))),
  entry(say, practice, practiceHome(language)),
  entry(say, exercise, inside("practice", path(language, "exercise"))),
];

const entry = (say: Desk["say"], it: Omit<Named, "word">, href: string): SearchEntry => ({
  kind: "page",
  title: say(it.title),
  line: say(it.line),
  also: say(it.also).split(" "),
  href,
  weight: 1,
});

/** Files to take along are made on the page of an area or a subject: this leads to the answer that says where. */
const files: readonly (Omit<Named, "word"> & { readonly heading: Text })[] = [
  {
    heading: { nl: "kan-ik-de-cijfers-afdrukken", en: "can-i-print-the-figures" },
    title: { nl: "Boek, dia’s en werkblad van een regio", en: "Book, slides and workbook of a region" },
    line: { nl: "Om af te drukken of te laten zien.", en: "To print or to show." },
    also: { nl: "pdf presentatie powerpoint printen afdrukken", en: "pdf presentation powerpoint print handout" },
  },
  {
    heading: { nl: "kan-ik-de-cijfers-afdrukken", en: "can-i-print-the-figures" },
    title: { nl: "Cijfers en grafieken als bestand", en: "Figures and charts as a file" },
    line: { nl: "Bij elk onderwerp kunt u ze meenemen.", en: "With each subject you can take them along." },
    also: {
      nl: "excel csv downloaden spreadsheet open data afbeelding plaatje grafiek exporteren",
      en: "excel csv download spreadsheet open data image picture chart export",
    },
  },
];

/** Only where the answers are there to lead to. */
export const fileEntries = ({ book, say, link }: Desk): SearchEntry[] =>
  book.catalogue.pages.some((it) => it.id === "questions-and-answers")
    ? files.map((it) => entry(say, it, `${link("answers")}#${say(it.heading)}`))
    : [];

const helpTitle = { nl: "Hulp", en: "Help" } as const;

/** What somebody types who needs help, by the number to call. */
const helpWords: Readonly<Record<string, Text>> = {
  emergency: {
    nl: "hulp noodnummer telefoonnummer bellen politie gevaar bang bedreigd geslagen",
    en: "help phone number call police danger afraid threatened beaten hit",
  },
  "veilig-thuis": {
    nl: "melden advies telefoonnummer bellen slachtoffer bang bedreigd geslagen mishandeld",
    en: "report advice phone number call victim afraid threatened beaten hit abused",
  },
  "suicide-prevention": { nl: "telefoonnummer bellen zelfdoding", en: "phone number call" },
  "child-helpline": { nl: "telefoonnummer bellen kind", en: "phone number call child" },
};

/** Whom somebody can call, for who came here for that. The emergency number is looked for by its own name. */
export const helpEntries = ({ book, say, sentence, link }: Desk): SearchEntry[] =>
  book.catalogue.help.numbers.map((it) => ({
    kind: "help",
    title: `${it.id === "emergency" ? "" : `${say(helpTitle)}: `}${say(it.name)} ${it.number}`,
    line: sentence(it.what),
    also: helpWords[it.id] ? say(helpWords[it.id]!).split(" ") : [],
    href: `${link("safety")}#praten`,
    weight: 1,
  }));

/** What people call pages of text by, apart from their titles. */
export const textNames: Readonly<Partial<Record<Word, Text>>> = {
  contact: { nl: "klacht fout melden formulier e-mail vraag stellen", en: "complaint mistake form e-mail ask" },
  answers: { nl: "veelgestelde vragen faq", en: "frequently asked faq" },
  talk: { nl: "vergadering overleg bijeenkomst", en: "meeting session" },
  approaches: { nl: "interventies effectief", en: "interventions effective" },
  privacy: { nl: "avg cookies herkenbaar", en: "gdpr cookies" },
  enrich: { nl: "lokale cijfers eigen", en: "local figures own" },
};
