import MarkdownIt from "markdown-it";
import { fillInline, pieces } from "@impactmonitor/model/page-place";
import { textPages, textWords } from "./text-addresses.ts";
import type { Desk } from "./desk.ts";
import type { AreaEntry } from "./find-area.ts";
import { headedParts } from "./pages/text-headings.ts";
import { path } from "./paths.ts";
import { inlineText } from "./pages/text-inline.ts";
import type { SearchEntry } from "./search-match.ts";
import { fileEntries, helpEntries, pageEntries, textNames } from "./search-pages.ts";

/** Characters of the line under a title: enough to recognise it by. */
const longestLine = 64;

/** Everything that can be found in an edition, in one language. */
export function searchEntries(desk: Desk, areas: readonly AreaEntry[]): SearchEntry[] {
  return [
    ...areas.map((it) => placeEntry(it)),
    ...questionEntries(desk),
    ...indicatorEntries(desk),
    ...termEntries(desk),
    ...pageEntries(desk),
    ...fileEntries(desk),
    ...helpEntries(desk),
    ...textEntries(desk),
    ...frameEntries(desk),
  ];
}

/** The first words of a text, cut between two words. */
export function firstWords(text: string, longest = longestLine): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest).replace(/\s+\S*$/, "");
  return `${cut.replace(/[\s,;:.]+$/, "")}…`;
}

/** Names that a title holds already say nothing more. */
const besides = (title: string, names: readonly string[]): string[] =>
  [...new Set(names)].filter((it) => it !== "" && !title.toLowerCase().includes(it.toLowerCase()));

const placeEntry = (it: AreaEntry): SearchEntry => ({
  kind: "place",
  title: it.label,
  line: "",
  also: besides(it.label, it.names.split(" | ")),
  href: it.href,
  weight: it.weight,
});

const questionEntries = ({ book, say, link }: Desk): SearchEntry[] =>
  book.catalogue.questions.map((it) => ({
    kind: "question",
    title: say(it.question),
    line: firstWords(say(it.guide?.tells ?? it.cannotTell)),
    also: [],
    href: link("questions", it.id),
    weight: 1,
  }));

function indicatorEntries({ book, say, link, language }: Desk): SearchEntry[] {
  return book.catalogue.indicators.map((it) => {
    const categories = it.breakdowns.flatMap(
      (breakdown) => book.codelists.get(breakdown.dimension)?.codes.map((code) => code.title[language]) ?? [],
    );
    const title = say(it.title);
    return {
      kind: "indicator",
      title,
      line: firstWords(say(it.counts)),
      also: besides(title, [...it.synonyms[language], ...it.formerNames, ...categories]),
      href: link("indicator", it.id),
      weight: 1,
    };
  });
}

const termEntries = ({ book, say, link, language }: Desk): SearchEntry[] =>
  book.catalogue.glossary.map((it) => ({
    kind: "term",
    title: say(it.term),
    line: firstWords(say(it.explanation)),
    also: besides(say(it.term), it.synonyms[language]),
    href: `${link("glossary")}#${it.id}`,
    weight: 1,
  }));

/** "/en/step-plan" → "step plan": what others call a page by is often its address. */
const named = (address: string): string => address.split("/").at(-1)!.replaceAll("-", " ");

const unnamed = { nl: "", en: "" } as const;

/** Pages of text, and each of their parts. */
function textEntries(desk: Desk): SearchEntry[] {
  const { book, say, link, language } = desk;
  const markdown = new MarkdownIt();
  return textWords.flatMap((word): SearchEntry[] => {
    const page = book.catalogue.pages.find((it) => it.id === textPages[word]);
    if (!page) return [];
    const body = pieces(fillInline(page.body[language], (it) => inlineText(desk, it)));
    const parts = headedParts(markdown, body.filter((it) => typeof it === "string").join("\n\n"));
    const title = say(page.title);
    const entry = { kind: "text", also: [], weight: 1 } as const;
    return [
      {
        ...entry,
        title,
        line: firstWords(say(page.description)),
        also: besides(title, [named(path(language, word)), ...say(textNames[word] ?? unnamed).split(" ")]),
        href: link(word),
      },
      ...parts.map((it) => ({
        ...entry,
        title: it.text,
        line: firstWords(`${title}: ${it.first}`),
        href: `${link(word)}#${it.id}`,
        weight: 0.9,
      })),
    ];
  });
}

/** Themes and sources, by which the figures are arranged. */
const frameEntries = ({ book, say, link }: Desk): SearchEntry[] => [
  ...book.catalogue.themes.map((it): SearchEntry => ({
    kind: "theme",
    title: say(it.title),
    line: firstWords(say(it.about)),
    also: besides(say(it.title), [say(it.shortTitle)]),
    href: link("theme", it.id),
    weight: 1,
  })),
  ...book.catalogue.sources.map((it): SearchEntry => ({
    kind: "source",
    title: say(it.title),
    line: firstWords(say(it.about)),
    also: besides(say(it.title), [say(it.shortTitle)]),
    href: link("source", it.id),
    weight: 1,
  })),
];
