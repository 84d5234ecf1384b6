import type { AreaIndex } from "./area-index.ts";
import type { MappingProblem } from "./mapping-problem.ts";
import type { CbsAreas, CbsTableMapping } from "./mapping.ts";
import { matchDimensions, type MatchedDimension } from "./match-dimensions.ts";
import { matchMeasures, type MatchedMeasure } from "./match-measures.ts";
import type { CbsTable } from "./table.ts";

/** A table whose every measure, dimension and code has been settled. */
export interface MatchedTable {
  readonly measures: ReadonlyMap<string, MatchedMeasure>;
  /** In the order of the table's dimensions. */
  readonly dimensions: readonly MatchedDimension[];
}

/** The part of a table to ask for: only where the mapping file leaves out the rest. Empty: everything. */
export interface Selection {
  readonly measures: readonly string[];
  readonly codes: readonly { readonly dimension: string; readonly codes: readonly string[] }[];
}

/**
 * Lays a table's own metadata beside the mapping file, before a single cell is read.
 * @returns the settled table, or every point that the mapping file does not settle
 */
export function matchTable(
  table: CbsTable,
  mapping: CbsTableMapping,
  areas: { readonly index: AreaIndex; readonly own: CbsAreas },
): { readonly matched: MatchedTable } | { readonly problems: readonly MappingProblem[] } {
  const problems: MappingProblem[] = [];
  const measures = matchMeasures(table, mapping, problems);
  const dimensions = matchDimensions(table, mapping, areas, problems);
  if (problems.length === 0) problems.push(...openCombinations(table, mapping, measures, dimensions));
  return problems.length === 0 ? { matched: { measures, dimensions } } : { problems };
}

/** Which sets of our dimensions the cells can be broken down by: one choice per dimension of the table. */
function combinations(dimensions: readonly MatchedDimension[]): Set<string> {
  let sets = new Set([""]);
  for (const dimension of dimensions) {
    const choices = new Set<string>();
    for (const code of dimension.codes.values())
      if (code !== "ignored" && "is" in code) choices.add(Object.keys(code.is).sort().join(";"));
    if (choices.size === 0) continue;
    sets = new Set([...sets].flatMap((set) => [...choices].map((choice) => joinBreakdowns(set, choice))));
  }
  return sets;
}

/** Joins two sorted lists of dimensions. */
export const joinBreakdowns = (a: string, b: string): string =>
  [...new Set([...a.split(";"), ...b.split(";")])]
    .filter((it) => it !== "")
    .sort()
    .join(";");

function openCombinations(
  table: CbsTable,
  mapping: CbsTableMapping,
  measures: ReadonlyMap<string, MatchedMeasure>,
  dimensions: readonly MatchedDimension[],
): MappingProblem[] {
  const problems: MappingProblem[] = [];
  for (const [identifier, measure] of measures) {
    if (measure === "ignored") continue;
    for (const set of combinations(dimensions)) {
      const by = joinBreakdowns(set, Object.keys(measure.is).sort().join(";"));
      if (measure.gives.has(by)) continue;
      const title = table.measures.find((it) => it.identifier === identifier)?.title ?? "";
      const why = `no indicator is named for this measure by ${by === "" ? "nothing (the total)" : by.replaceAll(";", " and ")}`;
      const add = `gives:\n  - { by: [${by.replaceAll(";", ", ")}], indicator: … } # or: ignore: "why not"`;
      problems.push({
        kind: "combination",
        dimension: "",
        code: identifier,
        title,
        why,
        nearest: "",
        file: `catalogue/cbs/${mapping.table}.yaml`,
        add,
      });
    }
  }
  return problems;
}

/** Longer lists than this would make addresses too long; the rest is then left out after reading. */
const longestList = 25;

export function selectionOf(table: CbsTable, mapping: CbsTableMapping, matched: MatchedTable): Selection {
  const kept = [...matched.measures].filter(([, it]) => it !== "ignored").map(([identifier]) => identifier);
  return {
    measures: mapping.otherMeasures && kept.length <= longestList ? kept : [],
    codes: table.dimensions.flatMap((dimension, i) => {
      const own = matched.dimensions[i];
      if (!own?.partial) return [];
      const codes = [...own.codes].filter(([, it]) => it !== "ignored").map(([identifier]) => identifier);
      return codes.length > 0 && codes.length <= longestList ? [{ dimension: dimension.identifier, codes }] : [];
    }),
  };
}
