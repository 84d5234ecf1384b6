import { publishedCell, type KnownRule } from "./known.ts";
import { sumsOf, type Parents, type PublishedRow } from "./published.ts";
import { auditUniverse } from "./universe.ts";

/** A hidden cell that can be narrowed too far. */
export interface Exposure {
  /** Position in the rows. */
  readonly row: number;
  readonly low: number;
  readonly high: number;
}

export interface AuditReport {
  readonly cells: number;
  readonly hidden: number;
  readonly exposures: readonly Exposure[];
  /** Hidden cells that could neither be shown to be safe nor be narrowed too far; who must be sure takes them as exposed. */
  readonly undecided: readonly Exposure[];
}

/**
 * Works out what can be known of every hidden cell from all that was published together, by an attacker who knows the rule.
 * A hidden cell that can only be large is no secret and is not reported.
 * @throws {Contradiction} when no table fits the published cells
 */
export async function audit(rows: readonly PublishedRow[], parents: Parents, rule: KnownRule): Promise<AuditReport> {
  const report = await auditUniverse(
    {
      cells: rows.map(({ value }) => publishedCell(value, rule)),
      equations: sumsOf(rows, parents).map(({ whole, parts }) => ({ parent: whole, children: parts })),
    },
    rule,
  );
  const inOrder = (widths: typeof report.exposures): Exposure[] =>
    widths.map(({ cell, low, high }) => ({ row: cell, low, high })).sort((a, b) => a.row - b.row);
  return {
    cells: rows.length,
    hidden: report.hidden,
    exposures: inOrder(report.exposures),
    undecided: inOrder(report.undecided),
  };
}
