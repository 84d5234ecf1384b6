import type { Cell } from "@impactmonitor/model/cell";
import { observationKey, type Observation, type Vintage } from "@impactmonitor/model/observation";
import { comparePeriods, parsePeriod } from "@impactmonitor/model/period";
import type { Outcome, Problem } from "./problem.ts";
import type { Figure } from "./read-figures.ts";

/**
 * Brings the rows about one fact together: the primary publisher's newest is shown, the others are kept as vintages.
 * A row without a publication date counts as older than one with a date.
 * @param knownOn ISO date: rows published later are left out, so an edition holds what was known on its day.
 * @param placeOf where a person finds a row, for messages
 * @returns observations in a fixed order, or the rows that contradict each other.
 */
export function chooseVintages(
  figures: readonly Figure[],
  knownOn: string,
  placeOf = (row: string): string => row,
): Outcome<Observation[]> {
  const facts = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (figure.reading.published.slice(0, 10) > knownOn) continue;
    const key = observationKey(figure);
    const rows = facts.get(key);
    if (rows) rows.push(figure);
    else facts.set(key, [figure]);
  }
  const problems: Problem[] = [];
  const observations: Observation[] = [];
  for (const rows of facts.values()) {
    rows.sort(byRank);
    const [shown, ...rest] = rows;
    if (!shown) continue;
    const rival = rest.find((it) => rank(it) === rank(shown) && !sameCell(it.cell, shown.cell));
    if (rival) problems.push(contradiction(placeOf(shown.row), placeOf(rival.row)));
    const vintages = rest.map((it): Vintage => ({ cell: it.cell, reading: it.reading, row: it.row }));
    observations.push({ ...shown, vintages });
  }
  observations.sort(compareObservations);
  return problems.length === 0 ? { ok: true, value: observations } : { ok: false, problems };
}

const rank = (it: Figure): string => `${it.reading.primary ? 1 : 0}${it.reading.published}`;
const byRank = (a: Figure, b: Figure): number =>
  rank(a) > rank(b) ? -1 : rank(a) < rank(b) ? 1 : a.row < b.row ? -1 : 1;

/** @param one where a row is, as `file:line` */
function contradiction(one: string, other: string): Problem {
  const colon = other.lastIndexOf(":");
  return {
    file: other.slice(0, colon),
    line: Number(other.slice(colon + 1)),
    what: `This row and ${one} give different values for one fact, and neither is newer.`,
    mend: "Fill in published, or primary, so that it is clear which one stands.",
  };
}

/** Two cells that a reader could not tell apart. */
export const sameCell = (a: Cell, b: Cell): boolean => cellKey(a) === cellKey(b);
const cellKey = (cell: Cell): string =>
  "value" in cell ? `${cell.value}` : "range" in cell ? `${cell.range.lower}-${cell.range.upper}` : cell.absent;

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Fixed order: indicator, measure, breakdown, area, period. */
export function compareObservations(a: Observation, b: Observation): number {
  return (
    text(a.indicator, b.indicator) ||
    text(a.measure, b.measure) ||
    text(JSON.stringify(a.breakdown), JSON.stringify(b.breakdown)) ||
    text(a.area, b.area) ||
    comparePeriods(parsePeriod(a.period)!, parsePeriod(b.period)!)
  );
}
