import type { Area } from "@impactmonitor/model/area";
import { isAbsent } from "@impactmonitor/model/cell";
import type { CompareCell, CompareColumn, CompareView } from "../comparison/compare-view.ts";
import { columnWords, heatClass, heatSigns, heatWords, judgedBy } from "../comparison/compare-words.ts";
import { comparisonWords as words } from "../comparison/comparison-words.ts";
import type { Asked } from "./asked.ts";
import type { Block, Table, TableCell } from "./book-content.ts";
import { figureCell, signsOf } from "./table-of.ts";

/** As many figures as stand side by side on a sheet with their names readable. */
const across = 4;

/** All areas by all figures: the value and the sign of where it lies. On as many tables as fit the sheet. */
export function heatBlocks(asked: Asked, view: CompareView, name: (area: Area) => string): readonly Block[] {
  const { language } = asked;
  const groups: CompareColumn[][] = [];
  for (let i = 0; i < view.columns.length; i += across) groups.push(view.columns.slice(i, i + across));
  return [
    { kind: "text", parts: [[judgedBy(view, language), words.tableHow[language]].filter(Boolean).join(" ")] },
    ...groups.map((it): Block => ({ kind: "table", table: heatTable(asked, view, it, name) })),
  ];
}

function heatTable(
  { book, language }: Asked,
  view: CompareView,
  columns: readonly CompareColumn[],
  name: (area: Area) => string,
): Table {
  const shown = columns.flatMap((it) => [
    ...(it.nation ? [it.nation] : []),
    ...it.cells.flatMap((cell) => cell.shown ?? []),
  ]);
  const classes = new Set(columns.flatMap((it) => it.cells.flatMap((cell) => (hasValue(cell) ? [classOf(cell)] : []))));
  const key = [...classes].flatMap((it) =>
    heatSigns[it] === "" ? [] : [`${heatSigns[it]} ${heatWords[it][language]}`],
  );
  return {
    caption: columns.map((it) => it.indicator.shortTitle[language]).join("; "),
    head: [
      words.area[language],
      ...columns.map((it) => [it.indicator.shortTitle[language], ...columnWords(book, it, language)].join(", ")),
    ],
    rows: [
      {
        own: false,
        cells: [
          { text: words.nation[language] },
          ...columns.map(({ nation }) => (nation ? figureCell(nation, language) : { text: "–" })),
        ],
      },
      ...view.areas.map((area, i) => ({
        own: i === 0,
        cells: [{ text: name(area) }, ...columns.map((it) => heatCell(it.cells[i], language))],
      })),
    ],
    signs: [...key, ...signsOf(shown, language)],
  };
}

const hasValue = ({ shown }: CompareCell): boolean => shown !== undefined && !isAbsent(shown.cell);
const classOf = (it: CompareCell) => heatClass(it.national?.judgement);

function heatCell(cell: CompareCell | undefined, language: Asked["language"]): TableCell {
  if (!cell?.shown) return { text: "–" };
  const it = figureCell(cell.shown, language);
  const sign = hasValue(cell) ? heatSigns[classOf(cell)] : "";
  return sign === "" ? it : { ...it, text: `${it.text} ${sign}` };
}
