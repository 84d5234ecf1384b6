import type { Area, Level } from "@impactmonitor/model/area";
import type { Text } from "@impactmonitor/model/text";
import { areaIntro } from "../area-intro.ts";
import { areaView, type AreaView, type ThemeGroup } from "../area-view.ts";
import { areaLabel } from "../area-words.ts";
import { noteLine } from "../comparison/notes-of.ts";
import { counted, nouns } from "../counted.ts";
import { formatDate } from "../format.ts";
import { readingOrder } from "../reading-order.ts";
import { talkAboutTheme } from "../sentences/talk.ts";
import { successionText } from "../succession-text.ts";
import { sentence, type Asked } from "./asked.ts";
import type { Block, BookContent, Chapter, Cover } from "./book-content.ts";
import { contextBlocks, contextTitle } from "./context-chapter.ts";
import { choiceLines, editionLine } from "./cover-lines.ts";
import { figurePart } from "./figure-part.ts";
import { guideSection } from "./guide-section.ts";
import { methodSection } from "./method-section.ts";
import { missingSection } from "./missing-section.ts";
import { summarySection } from "./summary-section.ts";

const kinds: Readonly<Record<Level, Text>> = {
  nation: { nl: "Landelijk cijferboek", en: "National book of figures" },
  landsdeel: { nl: "Cijferboek", en: "Book of figures" },
  province: { nl: "Provincieboek", en: "Province book" },
  "vt-region": { nl: "Regioboek", en: "Region book" },
  corop: { nl: "Cijferboek", en: "Book of figures" },
  municipality: { nl: "Gemeenteboek", en: "Municipality book" },
};

const words = {
  practiceNotes: { nl: "Werkwijze die u moet kennen", en: "Working practice that you should know" },
  order: { nl: "Leesvolgorde: ", en: "Reading order: " },
  changes: { nl: "Wat veranderde aan dit gebied", en: "What changed about this area" },
} as const;

/**
 * Everything that there is about one area as the content of a book: the figures of each theme, what is missing and why, and how it came
 * about. The figures, words and verdicts are those of the area's pages.
 */
export function areaBook(asked: Asked, area: Area): BookContent {
  const { book, language } = asked;
  const view = areaView(book, area, language);
  const themes = view.themes.filter((it) => asked.themes === undefined || asked.themes.includes(it.theme.id));
  const chapters = themes.filter((it) => it.rows.length > 0).map((it) => themeChapter(asked, area, it));
  const missing = missingSection(asked, area.code, themes);
  const sources = themes.flatMap((it) => [
    ...it.rows.flatMap((row) => row.indicator.source ?? []),
    ...it.missing.flatMap((row) => (row.national ? (row.indicator.source ?? []) : [])),
  ]);
  const about = aboutChapter(asked, view);
  return {
    language,
    edition: { id: book.id, kind: book.kind, date: book.date },
    cover: coverOf(asked, view, themes),
    guide: guideSection(asked),
    summary: summarySection(asked, view, themes),
    chapters: [...chapters, ...(about ? [about] : [])],
    ...(missing ? { missing } : {}),
    method: methodSection(asked, new Set(sources)),
  };
}

/** Areas whose place in the country a map on the cover shows. */
const located: readonly Area["level"][] = ["vt-region", "province", "municipality"];

function coverOf(asked: Asked, { area }: AreaView, themes: readonly ThemeGroup[]): Cover {
  const { language } = asked;
  const rows = themes.flatMap((it) => it.rows);
  const intro = areaIntro.intro[language]
    .replace("{subjects}", counted(rows.length, nouns.subject, language))
    .replace("{sources}", counted(new Set(rows.map((it) => it.indicator.source)).size, nouns.source, language));
  return {
    kind: kinds[area.level][language],
    title: area.level === "nation" ? areaLabel(area, language) : area.name,
    ...(located.includes(area.level) ? { area: area.code } : {}),
    lines: [
      rows.length > 0 ? intro : areaIntro.none[language],
      ...choiceLines(asked, asked.themes ? themes.map((it) => it.theme.shortTitle[language]) : []),
      editionLine(asked),
    ],
  };
}

function themeChapter(asked: Asked, area: Area, { theme, rows }: ThemeGroup): Chapter {
  const { book, language } = asked;
  const order = readingOrder(book, theme, area);
  const blocks: Block[] = [
    { kind: "text", parts: [sentence(theme.about[language])] },
    ...(order ? [{ kind: "fine" as const, parts: [`${words.order[language]}${sentence(order.why[language])}`] }] : []),
  ];
  const figures = rows.flatMap((it) => figurePart(asked, it.indicator, area) ?? []);
  return {
    id: theme.id,
    title: theme.title[language],
    blocks,
    figures,
    talk: talkAboutTheme(book, theme.id, language),
  };
}

/** What the area is and was: where it came from, what must be known of working practice, and facts to place figures with. */
function aboutChapter(asked: Asked, view: AreaView): Chapter | undefined {
  const { book, language } = asked;
  const facts = contextBlocks(asked, view);
  const came = successionText(book, view, language);
  const blocks: Block[] = [
    ...came.map((it) => ({ kind: "text" as const, parts: [it] })),
    ...(view.notes.length > 0
      ? [
          {
            kind: "note" as const,
            title: words.practiceNotes[language],
            items: view.notes.map((it) => [noteLine(book, it, language)]),
          },
        ]
      : []),
    ...facts,
    ...(view.changes.length > 0
      ? [
          { kind: "heading" as const, text: words.changes[language] },
          {
            kind: "terms" as const,
            terms: view.changes.map((it) => ({
              term: `${formatDate(it.date, language)}: ${it.title[language]}`,
              parts: [sentence(it.text[language])],
            })),
          },
        ]
      : []),
  ];
  return blocks.length === 0 ? undefined : { id: "about", title: contextTitle[language], blocks, figures: [] };
}
