import type { Cell } from "@impactmonitor/model/cell";
import { areaCode, indicatorId, periodCode } from "@impactmonitor/model/id";
import type { Measure } from "@impactmonitor/model/indicator";
import {
  breakdownKey,
  parseBreakdown,
  type Observation,
  type Reading,
  type Vintage,
} from "@impactmonitor/model/observation";

/**
 * Observations of one indicator as columns with dictionaries: small on disk, one `JSON.parse` to read.
 * Numbers in `area`, `period`, `measure`, `breakdown` and `reading` point into the dictionaries.
 */
export interface Columns {
  readonly indicator: string;
  readonly areas: string[];
  readonly periods: string[];
  readonly measures: string[];
  readonly breakdowns: string[];
  readonly readings: Reading[];
  readonly area: number[];
  readonly period: number[];
  readonly measure: number[];
  readonly breakdown: number[];
  readonly cell: Cell[];
  readonly reading: number[];
  readonly row: string[];
  readonly vintages: { readonly at: number; readonly cell: Cell; readonly reading: number; readonly row: string }[];
}

class Dictionary<T> {
  readonly values: T[] = [];
  readonly #index = new Map<string, number>();
  readonly #key: (value: T) => string;
  constructor(key: (value: T) => string) {
    this.#key = key;
  }
  add(value: T): number {
    const key = this.#key(value);
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    this.#index.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** Observations of one indicator → columns. The order is kept. */
export function toColumns(indicator: string, observations: readonly Observation[]): Columns {
  const words = () => new Dictionary<string>((it) => it);
  const [areas, periods, measures, breakdowns] = [words(), words(), words(), words()];
  const readings = new Dictionary<Reading>((it) => JSON.stringify([it.title, it.url, it.published, it.primary]));
  const columns: Columns = {
    indicator,
    areas: areas.values,
    periods: periods.values,
    measures: measures.values,
    breakdowns: breakdowns.values,
    readings: readings.values,
    area: [],
    period: [],
    measure: [],
    breakdown: [],
    cell: [],
    reading: [],
    row: [],
    vintages: [],
  };
  observations.forEach((it, at) => {
    columns.area.push(areas.add(it.area));
    columns.period.push(periods.add(it.period));
    columns.measure.push(measures.add(it.measure));
    columns.breakdown.push(breakdowns.add(breakdownKey(it.breakdown)));
    columns.cell.push(it.cell);
    columns.reading.push(readings.add(it.reading));
    columns.row.push(it.row);
    for (const vintage of it.vintages)
      columns.vintages.push({ at, cell: vintage.cell, reading: readings.add(vintage.reading), row: vintage.row });
  });
  return columns;
}

/** Columns → observations, in the same order. The file was checked against its checksum, so its shape is trusted. */
export function fromColumns(columns: Columns): Observation[] {
  const indicator = indicatorId(columns.indicator);
  const breakdowns = columns.breakdowns.map((key) => parseBreakdown(key) ?? {});
  const vintages = new Map<number, Vintage[]>();
  for (const it of columns.vintages) {
    const vintage = { cell: it.cell, reading: columns.readings[it.reading]!, row: it.row };
    vintages.set(it.at, [...(vintages.get(it.at) ?? []), vintage]);
  }
  return columns.cell.map((cell, i) => ({
    indicator,
    area: areaCode(columns.areas[columns.area[i]!]!),
    period: periodCode(columns.periods[columns.period[i]!]!),
    measure: columns.measures[columns.measure[i]!] as Measure,
    breakdown: breakdowns[columns.breakdown[i]!]!,
    cell,
    reading: columns.readings[columns.reading[i]!]!,
    row: columns.row[i]!,
    vintages: vintages.get(i) ?? [],
  }));
}
