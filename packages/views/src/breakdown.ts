import { isAbsent, isRange, isValue } from "@impactmonitor/model/cell";
import type { Indicator, Measure } from "@impactmonitor/model/indicator";
import type { Breakdown, Observation } from "@impactmonitor/model/observation";
import type { Language } from "@impactmonitor/model/text";
import { areaLabel } from "./area-words.ts";
import type { Book } from "./book.ts";
import { spoken, type Bar, type BarChart } from "./chart-state.ts";
import { measureLabel } from "./format.ts";
import { signLegend, writtenCell } from "./mark-words.ts";
import { periodLabel } from "./period-words.ts";
import { midSentence } from "./statement.ts";
import { find, sameBreakdown, share, shown, type Shown } from "./shown.ts";

export interface BreakdownView {
  readonly dimension: string;
  readonly title: string;
  readonly response: "exclusive" | "multiple";
  readonly measure: Measure;
  readonly period: string;
  readonly chart: BarChart;
  readonly rows: readonly {
    readonly code: string;
    readonly depth: number;
    readonly label: string;
    readonly note?: string;
    readonly main: Shown;
    readonly compare?: Shown;
  }[];
}

/**
 * The categories of one dimension for an area and period, in the order of the code list, beside the Netherlands.
 * Bars are never stacked: rounding and several answers per case keep parts from adding up to a whole.
 */
export function breakdown(
  book: Book,
  of: { indicator: Indicator; area: string; period: string; measure?: Measure; dimension: string; chosen?: Breakdown },
  language: Language,
): BreakdownView | undefined {
  const list = book.codelists.get(of.dimension);
  const declared = of.indicator.breakdowns.find((it) => it.dimension === of.dimension);
  if (!list || !declared) return undefined;
  const own = book
    .observationsOf(of.indicator.id, of.area)
    .filter((it) => it.period === of.period && of.dimension in it.breakdown && Object.keys(it.breakdown).length === 1);
  const measure =
    of.measure && own.some((it) => it.measure === of.measure) ? of.measure : pickMeasure(book, of.indicator, own);
  if (!measure) return undefined;
  const nl = language === "nl";
  // Counts of a region and of the country side by side only show that the country is larger.
  const comparable = of.area !== "NL01" && measure !== "count" && measure !== "persons";
  const rows = list.codes.flatMap((code) => {
    const rows = own.filter((row) => row.breakdown[of.dimension] === code.id);
    const it = rows.find((row) => row.measure === measure) ?? rows.find((row) => row.measure === "count");
    if (!it) return [];
    const main = it.measure === measure ? shown(book, it) : (share(book, it) ?? shown(book, it));
    if (main.measure !== measure && !isAbsent(main.cell)) return [];
    const compare = comparable ? find(book, { ...it, measure, area: "NL01" }) : undefined;
    return [
      {
        code: code.id,
        depth: depthOf(list.codes, code.id),
        label: code.title[language],
        ...(code.note ? { note: code.note[language] } : {}),
        main,
        ...(compare ? { compare } : {}),
      },
    ];
  });
  if (rows.length < 2) return undefined;
  const written = (it: Shown) => writtenCell(it.cell, of.indicator, measure, language);
  const area = book.area(of.area);
  const name = area ? areaLabel(area, language) : of.area;
  const largest = [...rows].filter((it) => isValue(it.main.cell)).sort((a, b) => valueOf(b.main) - valueOf(a.main));
  return {
    dimension: of.dimension,
    title: list.title[language],
    response: declared.response,
    measure,
    period: of.period,
    rows,
    chart: {
      kind: "bars",
      title: `${titleOf(of.indicator.shortTitle[language], list.title[language])}, ${name}, ${periodLabel(of.period, language)}`,
      alternative: [
        nl ? "Staafdiagram." : "Bar chart.",
        ...(largest.length > 0
          ? [
              `${nl ? "De grootste waarden" : "The largest values"}: ${largest
                .slice(0, 3)
                .map((it) => `${it.label}: ${spoken(written(it.main))}`)
                .join("; ")}.`,
            ]
          : []),
        nl ? "Alle waarden staan in de tabel." : "The table has all values.",
      ].join(" "),
      unit: measureLabel(of.indicator, measure, language),
      signs: signLegend(
        rows.flatMap((it) => [it.main.cell, ...(it.compare ? [it.compare.cell] : [])]),
        language,
      ),
      ...(rows.some((it) => it.compare) ? { compareName: nl ? "Nederland" : "Netherlands" } : {}),
      bars: rows.map((it): Bar => {
        const cell = it.main.cell;
        const compare =
          it.compare && isValue(it.compare.cell) ? { value: it.compare.cell.value, ...written(it.compare) } : undefined;
        return {
          label: it.label,
          ...written(it.main),
          ...(isValue(cell) ? { value: cell.value, lower: cell.lower, upper: cell.upper } : {}),
          ...(isRange(cell) ? { lower: cell.range.lower, upper: cell.range.upper } : {}),
          depth: it.depth,
          chosen: of.chosen !== undefined && sameBreakdown(of.chosen, it.main.breakdown),
          ...(compare ? { compare } : {}),
        };
      }),
    },
  };
}

/** "Slachtoffers naar geslacht" already says by what; "Moord en doodslag: geslacht" does not. */
const titleOf = (subject: string, dimension: string): string =>
  subject.toLowerCase().includes(dimension.toLowerCase()) ? subject : `${subject}: ${midSentence(dimension)}`;

const valueOf = (it: Shown): number => (isValue(it.cell) ? it.cell.value : -1);

function depthOf(codes: readonly { readonly id: string; readonly parent?: string }[], id: string): number {
  const parent = codes.find((it) => it.id === id)?.parent;
  return parent === undefined ? 0 : 1 + depthOf(codes, parent);
}

/** Shares say more than counts where they exist or can be computed; otherwise the indicator's own order. */
function pickMeasure(book: Book, indicator: Indicator, rows: readonly Observation[]): Measure | undefined {
  const present = new Set(rows.filter((it) => !isAbsent(it.cell)).map((it) => it.measure));
  if (present.has("percent") || rows.filter((it) => share(book, it)).length > 1) return "percent";
  return indicator.measures.find((it) => present.has(it)) ?? rows[0]?.measure;
}
