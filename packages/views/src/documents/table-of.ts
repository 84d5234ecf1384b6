import { isAbsent } from "@impactmonitor/model/cell";
import type { Language } from "@impactmonitor/model/text";
import { absenceLabel, absenceSymbol } from "../absence-words.ts";
import { areaLabel } from "../area-words.ts";
import type { BreakdownView } from "../breakdown.ts";
import { drawn } from "../chart-state.ts";
import { measureLabel } from "../format.ts";
import { signLegend, writtenCell } from "../mark-words.ts";
import { periodLabel } from "../period-words.ts";
import type { Shown } from "../shown.ts";
import type { Trend } from "../trend.ts";
import type { Asked } from "./asked.ts";
import type { Table, TableCell } from "./book-content.ts";

/** A figure in a table: as everywhere, with the signs of its marks or the sign of its reason. */
export const figureCell = (it: Shown | undefined, language: Language): TableCell =>
  it ? { text: drawn(writtenCell(it.cell, it.indicator, it.measure, language)), figure: it } : { text: "" };

/** What the signs of these figures mean, with those of the reasons why there is none. */
export function signsOf(figures: readonly Shown[], language: Language): readonly string[] {
  const absent = new Set(figures.flatMap((it) => (isAbsent(it.cell) ? [it.cell.absent] : [])));
  return [
    ...signLegend(
      figures.map((it) => it.cell),
      language,
    ),
    ...[...absent].map((it) => `${absenceSymbol(it)} ${absenceLabel(it)[language]}`),
  ];
}

const words = {
  period: { nl: "Periode", en: "Period" },
  nation: { nl: "Nederland", en: "Netherlands" },
} as const;

/** All values of a series, oldest first, beside the country's where they compare. */
export function seriesTable({ book, language }: Asked, { rows, chart }: Trend): Table {
  const compare = rows.some((it) => it.compare);
  const area = book.area(rows[0]?.main.area ?? "");
  return {
    caption: chart.title,
    head: [
      words.period[language],
      area && area.level !== "nation" ? area.name : words.nation[language],
      ...(compare ? [words.nation[language]] : []),
    ],
    rows: rows.map((it) => ({
      cells: [
        { text: periodLabel(it.period, language) },
        figureCell(it.main, language),
        ...(compare ? [figureCell(it.compare, language)] : []),
      ],
      own: false,
    })),
    signs: signsOf(
      rows.flatMap((it) => [it.main, ...(it.compare ? [it.compare] : [])]),
      language,
    ),
  };
}

/** The categories of a breakdown, in the order of the code list. */
export function breakdownTable({ book, language }: Asked, it: BreakdownView): Table {
  const compare = it.rows.some((row) => row.compare);
  const [first] = it.rows;
  const area = book.area(first?.main.area ?? "");
  const name = area ? areaLabel(area, language) : "";
  const unit = first ? measureLabel(first.main.indicator, it.measure, language) : "";
  return {
    caption: `${it.chart.title} (${unit})`,
    head: [it.title, area && area.level !== "nation" ? area.name : name, ...(compare ? [words.nation[language]] : [])],
    rows: it.rows.map((row) => ({
      cells: [
        { text: `${"– ".repeat(Math.min(row.depth, 2))}${row.label}` },
        figureCell(row.main, language),
        ...(compare ? [figureCell(row.compare, language)] : []),
      ],
      own: false,
    })),
    signs: signsOf(
      it.rows.flatMap((row) => [row.main, ...(row.compare ? [row.compare] : [])]),
      language,
    ),
  };
}
