import type { Language } from "@impactmonitor/model/text";
import type { Book } from "../book.ts";
import { counted, nouns } from "../counted.ts";
import { talkAboutTheme } from "../sentences/talk.ts";
import type { ChosenTheme } from "./choose-messages.ts";
import type { ThemeLeaf } from "./leaf.ts";
import { editionLine } from "./opening-leaves.ts";

/** Begins a theme of which there are figures to tell: what it is about, which figures follow, and what stays out of sight. */
export function themeLeaf(book: Book, { theme, figures, available }: ChosenTheme, language: Language): ThemeLeaf {
  const nl = language === "nl";
  const { questions, show } = talkAboutTheme(book, theme.id, language);
  const of = nl
    ? `Hier ${figures.length === 1 ? "staat" : "staan"} ${counted(figures.length, nouns.subject, language)} van de ${available} die er voor dit gebied zijn.`
    : `Here ${figures.length === 1 ? "is" : "are"} ${counted(figures.length, nouns.subject, language)} of the ${available} that there are for this area.`;
  return {
    kind: "theme",
    id: `theme-${theme.id}`,
    title: [theme.title[language]],
    about: theme.about[language],
    blocks: [
      {
        heading: nl ? "Wat volgt" : "What follows",
        lines: figures.map((it) => [it.indicator.title[language]]),
      },
    ],
    notes: [
      ...(theme.readingOrder ? [theme.readingOrder.why[language]] : []),
      of,
      ...(theme.gap
        ? [`${nl ? "Wat in dit thema ontbreekt" : "What is missing in this theme"}: ${theme.gap[language]}`]
        : []),
      ...questions,
      ...(show === "" ? [] : [show]),
    ],
    source: editionLine(book, language),
  };
}
