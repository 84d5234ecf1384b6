import { isRange, isValue, type Cell } from "@impactmonitor/model/cell";
import type { Bar, BarChart, Written } from "../chart-state.ts";

/** More bars than this can't be read on a slide; beside those of the country there is room for fewer. */
const mostBars = (chart: BarChart): number => (chart.compareName === undefined ? 12 : 9);

/**
 * A breakdown as far as it can be read on a slide: all its bars, or else the main categories.
 * @returns undefined when also those are too many, or fewer than two
 */
export function firstLevel(chart: BarChart): BarChart | undefined {
  const bars = chart.bars.length <= mostBars(chart) ? chart.bars : chart.bars.filter((it) => it.depth === 0);
  return bars.length > 12 || bars.length < 2 ? undefined : { ...chart, bars };
}

export const barOf = (it: {
  readonly label: string;
  readonly cell: Cell;
  readonly written: Written;
  readonly chosen: boolean;
}): Bar => ({
  label: it.label,
  ...it.written,
  ...(isValue(it.cell) ? { value: it.cell.value, lower: it.cell.lower, upper: it.cell.upper } : {}),
  ...(isRange(it.cell) ? { lower: it.cell.range.lower, upper: it.cell.range.upper } : {}),
  depth: 0,
  chosen: it.chosen,
});
