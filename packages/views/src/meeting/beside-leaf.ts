import type { Area } from "@impactmonitor/model/area";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Language, Text } from "@impactmonitor/model/text";
import { areaLabel } from "../area-words.ts";
import type { Book } from "../book.ts";
import { compareView, type CompareCell, type CompareView } from "../comparison/compare-view.ts";
import { alarmSentence, columnWords, groupNotes, judgedBy } from "../comparison/compare-words.ts";
import { judgementLabel } from "../comparison/judgement-words.ts";
import { drawn } from "../chart-state.ts";
import { signLegend, writtenCell } from "../mark-words.ts";
import { contextReminder } from "../sentences/talk.ts";
import type { Shown } from "../shown.ts";
import type { Sentence, TableLeaf } from "./leaf.ts";
import { editionLine } from "./opening-leaves.ts";

/** The figures that were told beside those of other areas: the first chosen first, the others by name. */
export function besideLeaf(
  book: Book,
  area: Area,
  others: readonly Area[],
  figures: readonly Shown[],
  language: Language,
): TableLeaf | undefined {
  if (others.length === 0 || figures.length === 0) return undefined;
  const view = compareView(book, {
    areas: [area, ...others],
    indicators: figures.map((it) => ({ indicator: it.indicator, breakdown: it.breakdown })),
    form: "rate",
  });
  return view.columns.length === 0 ? undefined : areasLeaf(book, view, language);
}

/** Areas side by side: a row for each figure, a column for each area. */
export function areasLeaf(book: Book, view: CompareView, language: Language): TableLeaf {
  const nl = language === "nl";
  const name = 0.3;
  const each = (1 - name) / (view.areas.length + 1);
  const cells = view.columns.flatMap((it) => it.cells.flatMap((cell) => cell.shown?.cell ?? []));
  return {
    kind: "table",
    id: "beside",
    title: [nl ? "De gebieden naast elkaar" : "The areas side by side"],
    lead: contextReminder[language],
    head: [
      nl ? "Cijfer" : "Figure",
      ...view.areas.map((it) => areaLabel(it, language)),
      nl ? "Nederland" : "Netherlands",
    ],
    widths: [name, ...view.areas.map(() => each), each],
    rows: view.columns.map((column) => [
      [[column.indicator.shortTitle[language], ...columnWords(book, column, language)].join("; ")],
      ...column.cells.map((it) => cellSentence(it, language)),
      column.nation ? figureOf(column.nation, language) : ["–"],
    ]),
    empty: 0,
    foot: [
      ...signLegend(cells, language),
      judgedBy(view, language),
      ...(view.alarms ? [alarmSentence(view.alarms, withNation, language)] : []),
    ].filter(Boolean),
    notes: [
      nl
        ? "Bij elk cijfer staat of het anders is dan dat van Nederland. De gebieden staan op naam, niet op hoogte: dit is geen ranglijst."
        : "With each figure stands whether it differs from that of the Netherlands. The areas are in order of name, not of height: this is no league table.",
      ...groupNotes(view, language),
      ...view.empty.map((it) => `${it.indicator.shortTitle[language]}: ${it.why[language]}`),
    ],
    source: editionLine(book, language),
  };
}

const withNation: Text = { nl: "met Nederland", en: "with the Netherlands" };

const figureOf = (it: Shown, language: Language): Sentence => [
  { figure: it, text: drawn(writtenCell(it.cell, it.indicator, it.measure, language)) },
];

function cellSentence(cell: CompareCell, language: Language): Sentence {
  if (!cell.shown) return [cell.without?.[language] ?? "–"];
  const label = cell.national ? judgementLabel(cell.national.judgement, language) : "";
  const why = isAbsent(cell.shown.cell) ? (cell.without?.[language] ?? "") : label;
  return [...figureOf(cell.shown, language), ...(why === "" ? [] : [` (${why})`])];
}
