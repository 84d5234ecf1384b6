import type { Observation } from "@impactmonitor/model/observation";
import type { Language } from "@impactmonitor/model/text";
import type { AreaView } from "../area-view.ts";
import type { Book } from "../book.ts";
import { noteLine, noteScope } from "../comparison/notes-of.ts";
import { formatDate } from "../format.ts";
import { pastParts, type Past } from "../past.ts";
import type { Shown } from "../shown.ts";
import { breaksWithin, breakNotes } from "../timeline.ts";
import { series } from "../trend.ts";
import type { Sentence, TableLeaf } from "./leaf.ts";
import { editionLine } from "./opening-leaves.ts";

/**
 * What has changed under these figures: the area, the way of counting, the way of working, and the figures themselves.
 * @param pasts how each figure of an indicator came to be what it is
 * @returns undefined where nothing is known to have changed
 */
export function changedLeaf(
  book: Book,
  view: AreaView,
  figures: readonly Shown[],
  pasts: (indicator: string) => (it: Observation) => Past,
  language: Language,
): TableLeaf | undefined {
  const nl = language === "nl";
  const [area, counting, working, figure] = nl
    ? ["Gebied", "Manier van tellen", "Werkwijze", "Cijfer"]
    : ["Area", "Way of counting", "Way of working", "Figure"];
  const row = (what: string, about: string, said: Sentence): readonly Sentence[] => [[what], [about], said];
  const rows = [
    ...view.changes.map((it) =>
      row(area!, formatDate(it.date, language), [`${it.title[language].replace(/\.$/, "")}. ${it.text[language]}`]),
    ),
    ...view.notes.map((it) => row(working!, noteScope(book, it, language), [noteLine(book, it, language)])),
    ...figures.flatMap((it) => breakRows(book, it, counting!, language)),
    ...figures.flatMap((it) => {
      const told = pastParts(pasts(it.indicator.id)(it.observation), it, language);
      return told.length === 0 ? [] : [row(figure!, it.indicator.shortTitle[language], told)];
    }),
  ];
  if (rows.length === 0) return undefined;
  return {
    kind: "table",
    id: "changed",
    title: [nl ? "Wat er is veranderd onder deze cijfers" : "What has changed under these figures"],
    lead: nl
      ? "Over zo’n verandering heen zijn cijfers vaak niet te vergelijken."
      : "Across such a change figures often do not compare.",
    head: nl ? ["Wat", "Waar of wanneer", "Wat er veranderde"] : ["What", "Where or when", "What changed"],
    widths: [0.16, 0.24, 0.6],
    rows,
    empty: 0,
    foot: [],
    notes: [],
    hints: [
      nl
        ? "Vraag of er bij u nog meer is veranderd, in werkwijze of registratie, dat hier niet staat."
        : "Ask whether anything else has changed in working or recording that is not mentioned here.",
    ],
    source: editionLine(book, language),
  };
}

/** Breaks in the series that the figure is the end of. */
function breakRows(book: Book, it: Shown, what: string, language: Language): (readonly Sentence[])[] {
  const points = series(book, {
    indicator: it.indicator,
    area: it.area,
    measure: it.measure,
    breakdown: it.breakdown,
  }).filter((point) => point.period.length === it.period.length);
  return breakNotes(breaksWithin(book, points, language), language).map((note) => [
    [what],
    [`${it.indicator.shortTitle[language]}. ${note.when}`],
    [note.text],
  ]);
}
