import { breakdownKey } from "@impactmonitor/model/observation";
import type { Text } from "@impactmonitor/model/text";
import { readCell } from "./cell.ts";
import type { CbsTableMapping } from "./mapping.ts";
import type { MatchedMeasure } from "./match-measures.ts";
import { joinBreakdowns, type MatchedTable } from "./match-table.ts";
import type { CbsTable, RawCell } from "./table.ts";

/** One observation on its way to a file: what it is about, and what it says. */
export interface Row {
  /** Indicator (or context variable), area, period, measure, breakdown. */
  readonly key: readonly [about: string, area: string, period: string, measure: string, breakdown: string];
  readonly value: string;
  readonly absent: string;
  readonly marks: string;
}

export type RowOutcome =
  | { readonly row: Row }
  | "ignored"
  /** The cell has a code that the table's own list lacks. */
  | { readonly unlisted: { readonly dimension: string; readonly code: string } }
  | { readonly attribute: string }
  | { readonly problem: Text };

/** @returns a function that says what one published cell is in the monitor */
export function rowMaker(
  table: CbsTable,
  mapping: CbsTableMapping,
  matched: MatchedTable,
): (cell: RawCell) => RowOutcome {
  return (cell) => {
    const measure = matched.measures.get(cell.measure);
    if (measure === undefined) return { unlisted: { dimension: "Measure", code: cell.measure } };
    let [area, period, marks] = ["", "", ""];
    const breakdown: Record<string, string> = {};
    let left = measure === "ignored";
    for (const [i, code] of cell.codes.entries()) {
      const to = matched.dimensions[i]?.codes.get(code);
      if (to === undefined) return { unlisted: { dimension: table.dimensions[i]?.identifier ?? "", code } };
      if (to === "ignored") left = true;
      else if ("area" in to) area = to.area;
      else if ("period" in to) [period, marks] = [to.period, to.marks.join(" ")];
      else if (!add(breakdown, to.is)) return contradiction(breakdown);
    }
    if (left || measure === "ignored") return "ignored";
    if (!add(breakdown, measure.is)) return contradiction(breakdown);
    const about = destination(measure, breakdown);
    if (about === "ignored") return "ignored";
    if (about === undefined || area === "" || period === "") return contradiction(breakdown);
    const read = readCell(cell, measure.measure, mapping.valueAttributes);
    if ("problem" in read || "attribute" in read) return read;
    const key = [about, area, period, measure.measure, breakdownKey(breakdown)] as const;
    if ("absent" in read) return { row: { key, value: "", absent: read.absent, marks: "" } };
    return { row: { key, value: read.value, absent: "", marks } };
  };
}

/** Adds categories to a breakdown. @returns false when a dimension would get two categories */
function add(breakdown: Record<string, string>, more: Readonly<Record<string, string>>): boolean {
  for (const [dimension, code] of Object.entries(more)) {
    if (breakdown[dimension] !== undefined && breakdown[dimension] !== code) return false;
    breakdown[dimension] = code;
  }
  return true;
}

function destination(measure: MatchedMeasure, breakdown: Readonly<Record<string, string>>): string | undefined {
  if (measure === "ignored") return "ignored";
  const to = measure.gives.get(joinBreakdowns(Object.keys(breakdown).join(";"), ""));
  if (to === undefined || to === "ignored") return to;
  return "indicator" in to ? to.indicator : to.variable;
}

const contradiction = (breakdown: Readonly<Record<string, string>>): { problem: Text } => ({
  problem: {
    nl: `De codes van deze cel spreken elkaar tegen (${breakdownKey(breakdown)}).`,
    en: `The codes of this cell contradict each other (${breakdownKey(breakdown)}).`,
  },
});
