import { isAbsent } from "@impactmonitor/model/cell";
import type { Language } from "@impactmonitor/model/text";
import { areaLabel } from "../area-words.ts";
import type { Book } from "../book.ts";
import { drawn, spoken, type Bar, type BarChart } from "../chart-state.ts";
import type { CompareCell, CompareColumn, CompareView } from "../comparison/compare-view.ts";
import { columnWords } from "../comparison/compare-words.ts";
import { judgementLabel } from "../comparison/judgement-words.ts";
import { measureLabel } from "../format.ts";
import { guardsOf } from "../guards.ts";
import { signLegend, writtenCell } from "../mark-words.ts";
import { fittingLimit } from "../sentences/limit-sentence.ts";
import { paragraph } from "../sentences/paragraph.ts";
import { directionOf, talkAbout } from "../sentences/talk.ts";
import type { Shown } from "../shown.ts";
import { statement } from "../statement.ts";
import { barOf } from "./bars.ts";
import type { Block, MessageLeaf, Sentence } from "./leaf.ts";
import { askOnce, datedSource, saidOf, withoutStop, type Asking } from "./message-leaf.ts";
import { editionLine } from "./opening-leaves.ts";
import { pictureOf } from "./picture-of.ts";

/** With more areas than this each has its line in the table only. */
const mostSaid = 4;

/** One figure of several areas: the message is that of the area chosen first, or that it has none. */
export function comparedLeaf(
  book: Book,
  view: CompareView,
  column: CompareColumn,
  { asked, language }: Asking,
): MessageLeaf {
  const nl = language === "nl";
  const { indicator } = column;
  const [own, ...others] = column.cells;
  const figure = own?.shown;
  const limit = fittingLimit(indicator, "areas", false);
  const guards = figure
    ? guardsOf(
        book,
        column.cells.flatMap((it) => it.shown ?? []),
      )
    : [];
  const { questions, show } = talkAbout(book, indicator, directionOf(own?.national), language);
  const question = askOnce(questions, asked);
  const title = figure
    ? withoutStop(statement(book, figure, language))
    : [
        `${indicator.title[language]}: ${nl ? "geen cijfer voor" : "no figure for"} ${areaLabel(view.areas[0], language)}`,
      ];
  const told = figure && paragraph(book, figure, language);
  const blocks: Block[] = [
    {
      heading: nl ? "Naast Nederland" : "Beside the Netherlands",
      lines: told && own.national ? saidOf(told, ["nation"]) : [],
    },
    {
      heading: nl
        ? `${areaLabel(view.areas[0], language)} naast de anderen`
        : `${areaLabel(view.areas[0], language)} beside the others`,
      lines: others.length > mostSaid ? [] : others.flatMap((it) => besideSentence(it, language)),
    },
    {
      heading: nl ? "Wat dit niet zegt" : "What this does not say",
      lines: [...guards.slice(0, 1).map((it) => [it.text[language]]), ...(limit ? [[limit[language]]] : [])],
    },
  ];
  return {
    kind: "message",
    id: `message-${indicator.id}`,
    theme: book.themes.get(indicator.theme)?.shortTitle[language] ?? "",
    title,
    ...picture(book, view, column, language),
    blocks: blocks.filter((it) => it.lines.length > 0),
    full: blocks.filter((it) => it.lines.length > 0),
    question,
    source: figure ? datedSource(book, figure, language) : `${editionLine(book, language)}.`,
    notes: [
      ...(told ? [told.text] : []),
      `${nl ? "Wat wordt geteld" : "What is counted"}: ${indicator.counts[language]}`,
      ...guards.map((it) => it.text[language]),
      ...column.cells.flatMap((it) => (it.without ? [`${areaLabel(it.area, language)}: ${it.without[language]}`] : [])),
      ...questions.filter((it) => it !== question),
      ...(show === "" ? [] : [show]),
    ],
  };
}

/** "Groningen: 40,1% (niet duidelijk anders).": the figure of another area, and what the own one is beside it. */
function besideSentence(it: CompareCell, language: Language): Sentence[] {
  const name = areaLabel(it.area, language);
  if (!it.shown || isAbsent(it.shown.cell))
    return [[`${name}: ${it.without?.[language] ?? "–"}`.replace(/[^.]$/, "$&.")]];
  const said = it.beside ? ` (${judgementLabel(it.beside.judgement, language)}).` : ".";
  return [[`${name}: `, figureOf(it.shown, language), said]];
}

const figureOf = (it: Shown, language: Language) => ({
  figure: it,
  text: drawn(writtenCell(it.cell, it.indicator, it.measure, language)),
});

/** A bar for each area that has a value or a reason, and one for the country where they compare. */
function picture(
  book: Book,
  view: CompareView,
  column: CompareColumn,
  language: Language,
): Pick<MessageLeaf, "picture"> {
  const { indicator, measure } = column;
  const count = measure === "count" || measure === "persons";
  const nation = count || !column.nation || isAbsent(column.nation.cell) ? [] : [column.nation];
  const shown = [...column.cells.flatMap((it) => (it.shown?.measure === measure ? [it.shown] : [])), ...nation];
  if (shown.length < 2) return {};
  const written = (it: Shown) => writtenCell(it.cell, indicator, measure, language);
  const name = (it: Shown): string => {
    const area = book.area(it.area);
    return area ? areaLabel(area, language) : it.area;
  };
  const bars = shown.map((it): Bar =>
    barOf({ label: name(it), cell: it.cell, written: written(it), chosen: it.area === view.areas[0].code }),
  );
  const signs = signLegend(
    shown.map((it) => it.cell),
    language,
  );
  const chart: BarChart = {
    kind: "bars",
    title: [indicator.shortTitle[language], ...columnWords(book, column, language)].join("; "),
    alternative: shown.map((it) => `${name(it)}: ${spoken(written(it))}.`).join(" "),
    unit: measureLabel(indicator, measure, language),
    signs,
    bars,
  };
  return { picture: pictureOf(chart, areaLabel(view.areas[0], language), [], language) };
}
