import type { Area } from "@impactmonitor/model/area";
import type { Text } from "@impactmonitor/model/text";
import { areaLabel } from "../area-words.ts";
import type { CompareChoice } from "../comparison/compare-choice.ts";
import { compareView, type CompareCell, type CompareColumn, type CompareView } from "../comparison/compare-view.ts";
import {
  alarmSentence,
  columnWords,
  compareTitle,
  groupNotes,
  outlierNote,
  outliersOf,
} from "../comparison/compare-words.ts";
import { comparisonWords as words } from "../comparison/comparison-words.ts";
import { noteLine } from "../comparison/notes-of.ts";
import { counted, nouns } from "../counted.ts";
import { formatList } from "../format.ts";
import { guardsOf } from "../guards.ts";
import { nationSentences } from "../sentences/nation-sentences.ts";
import { directionOf, talkAbout } from "../sentences/talk.ts";
import { sourceLine, statement } from "../statement.ts";
import { sentence, type Asked } from "./asked.ts";
import type { Block, BookContent, FigurePart, Section } from "./book-content.ts";
import { comparedTable, namerOf } from "./compared-table.ts";
import { editionLine } from "./cover-lines.ts";
import { definitionTerms } from "./definition-terms.ts";
import { guideSection } from "./guide-section.ts";
import { heatBlocks } from "./heat-tables.ts";
import { methodSection } from "./method-section.ts";
import { distributionPicture, panelsPicture } from "./pictures-of.ts";

const own = {
  kind: { nl: "Vergelijking", en: "Comparison" },
  figures: { nl: "Elk cijfer apart", en: "Each figure by itself" },
} as const;

/** A comparison as the content of a book: all in one table, then each figure by itself, as on the page of comparisons. */
export function comparisonBook(asked: Asked, choice: CompareChoice): BookContent {
  const { book, language } = asked;
  const view = compareView(book, choice);
  const name = namerOf(view.areas, language);
  const missing = missingSection(asked, view, name);
  const [first] = view.columns;
  const sources = view.columns.flatMap((it) => it.indicator.source ?? []);
  const [areas, figures] = [view.areas.length, view.columns.length];
  const counts = `${counted(areas, nouns.area, language)}, ${counted(figures, nouns.figure, language)}.`;
  const talk = first && talkAbout(book, first.indicator, directionOf(first.cells[0]?.national), language);
  return {
    language,
    edition: { id: book.id, kind: book.kind, date: book.date },
    cover: { kind: own.kind[language], title: compareTitle(view, language), lines: [counts, editionLine(asked)] },
    guide: guideSection(asked),
    summary: {
      id: "summary",
      title: words.table[language],
      blocks: [...heatBlocks(asked, view, name), ...chance(asked, view, name)],
    },
    chapters: [
      {
        id: "figures",
        title: own.figures[language],
        blocks: groupNotes(view, language).map((it): Block => ({ kind: "text", parts: [it] })),
        figures: view.columns.map((it) => columnPart(asked, view, it, name)),
        ...(talk ? { talk } : {}),
      },
    ],
    ...(missing ? { missing } : {}),
    method: methodSection(asked, new Set(sources)),
  };
}

type Name = (area: Area) => string;

function columnPart(asked: Asked, view: CompareView, column: CompareColumn, name: Name): FigurePart {
  const { book, language } = asked;
  const { indicator, cells } = column;
  const lead = cells[0]?.shown;
  const shown = cells.flatMap((it) => it.shown ?? []);
  const national = cells[0]?.national;
  const outliers = outliersOf(column, name, language);
  const distributed = distributionPicture(asked, column, view.areas[0], name);
  const panels = panelsPicture(asked, column, view.choice.form, name);
  const any = lead ?? shown[0] ?? column.nation;
  return {
    indicator: indicator.id,
    title: [indicator.shortTitle[language], ...columnWords(book, column, language)].join("; "),
    statement: lead ? statement(book, lead, language) : [],
    sentences: [
      ...(national ? nationSentences(national, language).map((it) => it.parts) : []),
      ...column.missed.map((it) => [(it === "period" ? words.missedPeriod : words.missedCategory)[language]]),
      ...(outliers ? [[`${words.outliers[language]} ${outliers}. ${outlierNote[language]}`]] : []),
      ...(panels ? [] : [[words.noSeries[language]]]),
    ],
    guards: guardsOf(book, shown).map((it) => it.text[language]),
    doesNotSay: indicator.doesNotSay.map((it) => sentence(it[language])),
    notes: [...new Set(cells.flatMap((it) => it.notes))].map((it) => noteLine(book, it, language)),
    pictures: [...(distributed ? [distributed] : []), ...(panels ? [panels] : [])],
    compared: comparedTable(asked, column, name),
    definition: definitionTerms(asked, indicator),
    source: any ? sourceLine(book, any, language) : "",
  };
}

/** How many lie outside by chance alone, beside how many do. */
function chance({ language }: Asked, view: CompareView, name: Name): readonly Block[] {
  const { alarms, alarmsBeside } = view;
  if (!alarms && !alarmsBeside) return [];
  const first = name(view.areas[0]);
  const beside: Text = {
    nl: words.chanceBeside.nl.replace("{area}", () => first),
    en: words.chanceBeside.en.replace("{area}", () => first),
  };
  const lines = [
    ...(alarms ? [alarmSentence(alarms, words.chanceNation, language)] : []),
    ...(alarmsBeside ? [alarmSentence(alarmsBeside, beside, language)] : []),
    words.chanceNote[language],
  ];
  return [
    { kind: "heading", text: words.chance[language] },
    ...lines.map((it): Block => ({ kind: "text", parts: [it] })),
  ];
}

/** With more areas than this a list of names is no help: the table shows which they are. */
const mostNames = 5;

/** What there is not: of a figure for some of the areas, or for none, each with its reason. */
function missingSection({ language }: Asked, view: CompareView, name: Name): Section | undefined {
  const some = view.columns.flatMap(({ indicator, cells }) =>
    [
      ...Map.groupBy(
        cells.filter((it) => it.without),
        (it) => it.without?.[language] ?? "",
      ),
    ].map(([why, list]) => ({
      term: indicator.shortTitle[language],
      parts: [`${whoLack(view, list, name, language)}: ${sentence(why)}`],
    })),
  );
  const none = view.empty.map(({ indicator, why, instead }) => {
    const other = instead ? ` ${words.instead[language]} ${areaLabel(instead, language)}.` : "";
    return {
      term: indicator.shortTitle[language],
      parts: [`${words.noneOf[language]}: ${sentence(why[language])}${other}`],
    };
  });
  if (some.length + none.length === 0) return undefined;
  return { id: "missing", title: words.none[language], blocks: [{ kind: "terms", terms: [...none, ...some] }] };
}

function whoLack(
  { areas }: CompareView,
  list: readonly CompareCell[],
  name: Name,
  language: Asked["language"],
): string {
  if (list.length > mostNames)
    return language === "nl"
      ? `${list.length} van de ${areas.length} gebieden`
      : `${list.length} of the ${areas.length} areas`;
  return formatList(
    list.map((it) => name(it.area)),
    language,
  );
}
