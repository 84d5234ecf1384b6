import { isValue } from "@impactmonitor/model/cell";
import type { Language } from "@impactmonitor/model/text";
import { areaLabel } from "./area-words.ts";
import type { Book } from "./book.ts";
import { spoken, type Bar, type BarChart } from "./chart-state.ts";
import type { Comparison } from "./comparison/judgement.ts";
import { measureLabel } from "./format.ts";
import { signLegend, writtenCell } from "./mark-words.ts";
import { periodLabel } from "./period-words.ts";
import type { Shown } from "./shown.ts";
import { breakdownLabel } from "./statement.ts";

/** An area beside the country, as two bars: in the measure in which they compare. Undefined where either has no single value. */
export function pairChart(book: Book, { own, other }: Comparison, language: Language): BarChart | undefined {
  const bars = [own, other].flatMap((it, i) => bar(book, it, i === 0, language) ?? []);
  if (bars.length < 2) return undefined;
  const { indicator, period, measure } = own;
  const category = breakdownLabel(book, own.breakdown, language);
  const subject = `${indicator.shortTitle[language]}${category === "" ? "" : `: ${category}`}`;
  return {
    kind: "bars",
    title: `${subject}, ${periodLabel(period, language)}`,
    alternative: `${language === "nl" ? "Twee balken." : "Two bars."} ${bars.map((it) => `${it.label}: ${spoken(it)}`).join("; ")}.`,
    unit: measureLabel(indicator, measure, language),
    signs: signLegend([own.cell, other.cell], language),
    bars,
  };
}

function bar(book: Book, it: Shown, chosen: boolean, language: Language): Bar | undefined {
  const area = book.area(it.area);
  if (!isValue(it.cell)) return undefined;
  return {
    label: area ? areaLabel(area, language) : it.area,
    ...writtenCell(it.cell, it.indicator, it.measure, language),
    value: it.cell.value,
    ...(it.cell.lower === undefined ? {} : { lower: it.cell.lower }),
    ...(it.cell.upper === undefined ? {} : { upper: it.cell.upper }),
    depth: 0,
    chosen,
  };
}
