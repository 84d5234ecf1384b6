import type { Indicator } from "@impactmonitor/model/indicator";
import { areaIntro } from "../area-intro.ts";
import type { AreaRow, AreaView, ThemeGroup } from "../area-view.ts";
import { alarmsOf } from "../comparison/alarms.ts";
import { alarmSentence } from "../comparison/compare-words.ts";
import { comparisonWords } from "../comparison/comparison-words.ts";
import { judgementLabel } from "../comparison/judgement-words.ts";
import { counted, nouns } from "../counted.ts";
import { nationSentences } from "../sentences/nation-sentences.ts";
import type { Part } from "../statement.ts";
import type { Asked } from "./asked.ts";
import type { Block, Section } from "./book-content.ts";

const words = {
  title: { nl: "In het kort", en: "In short" },
  intro: {
    nl: "Per thema de cijfers waarmee het lezen begint. De volgorde is die van de thema’s, niet van groot naar klein.",
    en: "By theme the figures with which the reading begins. The order is that of the themes, not from large to small.",
  },
  outside: {
    nl: "Buiten de gewone verschillen tussen gebieden",
    en: "Outside the ordinary differences between areas",
  },
  none: {
    nl: "Geen van de vergeleken cijfers ligt duidelijk buiten wat u door toeval en gewone verschillen verwacht.",
    en: "None of the figures compared lies clearly outside what you would expect from chance and ordinary differences.",
  },
  clear: { nl: "Duidelijk anders dan landelijk: ", en: "Clearly different from the country: " },
  unknown: { nl: "Wat dit boek niet laat zien", en: "What this book does not show" },
  missing: {
    nl: "{subjects} hebben hier geen cijfer. Achterin staat per onderwerp waarom, en wie het zou kunnen leveren.",
    en: "{subjects} have no figure here. At the back it says for each why, and who could supply it.",
  },
  missingOne: {
    nl: "{subjects} heeft hier geen cijfer. Achterin staat waarom, en wie het zou kunnen leveren.",
    en: "{subjects} has no figure here. At the back it says why, and who could supply it.",
  },
} as const;

/** Figures of each theme on the page that sums up; with more nobody reads it. */
const perTheme = 2;

/** One page: the first sentences of each theme, what lies outside ordinary differences beside what chance gives, and what isn't known. */
export function summarySection(asked: Asked, view: AreaView, themes: readonly ThemeGroup[]): Section {
  const { language } = asked;
  const filled = themes.filter((it) => it.rows.length > 0);
  const blocks: Block[] = filled.flatMap((it): Block[] => [
    { kind: "heading", text: it.theme.shortTitle[language] },
    { kind: "list", items: firstOf(it).map((row) => sentencesOf(asked, row)) },
  ]);
  return {
    id: "summary",
    title: words.title[language],
    blocks: [
      { kind: "text", parts: [words.intro[language]] },
      ...blocks,
      ...outside(asked, filled),
      ...unknown(asked, view, themes),
    ],
  };
}

/** The figures to read first: by the reading order of the theme, or else as the catalogue has them. */
function firstOf({ theme, rows }: ThemeGroup): readonly AreaRow[] {
  const order = theme.readingOrder?.steps.flatMap((it) => it.indicators) ?? [];
  const place = (it: Indicator): number => (order.includes(it.id) ? order.indexOf(it.id) : order.length);
  return rows.toSorted((a, b) => place(a.indicator) - place(b.indicator)).slice(0, perTheme);
}

function sentencesOf({ language }: Asked, row: AreaRow): readonly Part[] {
  const nation = row.comparison ? nationSentences(row.comparison, language) : [];
  return [...row.statement, ...nation.flatMap((it): Part[] => [" ", ...it.parts])];
}

function outside({ language }: Asked, themes: readonly ThemeGroup[]): readonly Block[] {
  const rows = themes.flatMap((it) => it.rows);
  const alarms = alarmsOf(rows.flatMap((it) => it.comparison ?? []));
  if (!alarms) return [];
  const clear = rows.flatMap(({ comparison, indicator }) =>
    comparison && "certainty" in comparison.judgement && comparison.judgement.certainty === "clear"
      ? [`${indicator.shortTitle[language]} (${judgementLabel(comparison.judgement, language)})`]
      : [],
  );
  return [
    { kind: "heading", text: words.outside[language] },
    {
      kind: "text",
      parts: [clear.length > 0 ? `${words.clear[language]}${clear.join("; ")}.` : words.none[language]],
    },
    { kind: "fine", parts: [alarmSentence(alarms, comparisonWords.chanceNation, language)] },
  ];
}

function unknown({ language }: Asked, view: AreaView, themes: readonly ThemeGroup[]): readonly Block[] {
  const missing = themes.reduce((sum, it) => sum + it.missing.length, 0);
  const subjects = counted(missing, nouns.subject, language);
  const none = (missing === 1 ? words.missingOne : words.missing)[language].replace("{subjects}", subjects);
  return [
    { kind: "heading", text: words.unknown[language] },
    {
      kind: "list",
      items: [
        [areaIntro.balance[language]],
        ...(view.cohort ? [[areaIntro.cohort[view.cohort][language]]] : []),
        ...(missing > 0 ? [[none]] : []),
      ],
    },
  ];
}
