import type { Area } from "@impactmonitor/model/area";
import type { Language } from "@impactmonitor/model/text";
import { areaLabel } from "../area-words.ts";
import { comparisonWords as words } from "../comparison/comparison-words.ts";
import { columnWords, heatWords } from "../comparison/compare-words.ts";
import type { CompareCell, CompareColumn } from "../comparison/compare-view.ts";
import type { Comparison } from "../comparison/judgement.ts";
import { betweenWords, judgementLabel } from "../comparison/judgement-words.ts";
import { formatNumber } from "../format.ts";
import { isAbsent } from "@impactmonitor/model/cell";
import type { Asked } from "./asked.ts";
import type { Table, TableCell } from "./book-content.ts";
import { figureCell, signsOf } from "./table-of.ts";

/** How an area is called among these: by name alone where all are of one kind. */
export const namerOf =
  (areas: readonly Area[], language: Language): ((area: Area) => string) =>
  (area) =>
    new Set(areas.map((it) => it.level)).size === 1 && area.level !== "nation" ? area.name : areaLabel(area, language);

/** Areas side by side in one figure, with what may be said of each: the first one first, then by name, never by value. */
export function comparedTable({ book, language }: Asked, column: CompareColumn, name: (area: Area) => string): Table {
  const [first] = column.cells;
  const beside = column.cells.length > 1 && first ? [words.beside[language].replace("{area}", name(first.area))] : [];
  const index = column.cells.some((it) => it.index !== undefined);
  const between = column.cells.some((it) => betweenNumbers(it, language) !== "");
  const row = (cell: CompareCell, i: number): Table["rows"][number] => ({
    own: i === 0,
    cells: [
      { text: name(cell.area) },
      cell.shown ? figureCell(cell.shown, language) : { text: "–" },
      ...(index ? [{ text: cell.index === undefined ? "–" : formatNumber(cell.index, 0, language) }] : []),
      ...(between ? [{ text: betweenNumbers(cell, language) }] : []),
      cell.without ? { text: cell.without[language] } : judged(cell.national, hasValue(cell), language),
      ...(beside.length > 0 ? [i === 0 ? { text: "" } : judged(cell.beside, hasValue(cell), language)] : []),
    ],
  });
  const blanks = Array.from({ length: (between ? 1 : 0) + 1 + beside.length }, () => ({ text: "" }));
  return {
    caption: [column.indicator.shortTitle[language], ...columnWords(book, column, language)].join("; "),
    head: [
      words.area[language],
      words.figure[language],
      ...(index ? [words.index[language]] : []),
      ...(between ? [words.between[language]] : []),
      words.besideNation[language],
      ...beside,
    ],
    rows: [
      ...(column.nation
        ? [
            {
              own: false,
              cells: [
                { text: words.nation[language] },
                figureCell(column.nation, language),
                ...(index ? [{ text: "100" }] : []),
                ...blanks,
              ],
            },
          ]
        : []),
      ...column.cells.map(row),
    ],
    signs: signsOf(
      [...column.cells.flatMap((it) => it.shown ?? []), ...(column.nation ? [column.nation] : [])],
      language,
    ),
  };
}

const hasValue = ({ shown }: CompareCell): boolean => shown !== undefined && !isAbsent(shown.cell);

function judged(it: Comparison | undefined, known: boolean, language: Language): TableCell {
  if (!it) return { text: known ? heatWords.unjudged[language] : "" };
  return { text: judgementLabel(it.judgement, language) };
}

/** "22,6 en 24,4": the head of the column says the rest. */
function betweenNumbers({ national, shown }: CompareCell, language: Language): string {
  if (!national || national.own.measure !== shown?.measure) return "";
  return betweenWords(national.own, national.between, language).replace(
    /^(waarschijnlijk tussen|probably between) /,
    "",
  );
}
