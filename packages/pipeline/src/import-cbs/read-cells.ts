import type { PageCache } from "./cache.ts";
import type { Effects } from "./effects.ts";
import { done, fail, type Result } from "./failure.ts";
import type { MappingProblem } from "./mapping-problem.ts";
import type { CbsTableMapping } from "./mapping.ts";
import { selectionOf, type MatchedTable } from "./match-table.ts";
import { startProgress } from "./progress.ts";
import type { RowSorter } from "./sort-rows.ts";
import type { TableSource } from "./table-source.ts";
import type { CbsTable } from "./table.ts";
import { rowMaker, type RowOutcome } from "./to-rows.ts";

export interface ReadCells {
  readonly cells: number;
  readonly ignored: number;
  readonly pagesFetched: number;
  readonly pagesFromCache: number;
  /** Codes in cells that the table's own lists do not have, and ValueAttributes without a meaning. */
  readonly open: readonly MappingProblem[];
}

interface Reading {
  readonly table: CbsTable;
  readonly mapping: CbsTableMapping;
  readonly matched: MatchedTable;
  readonly source: TableSource;
  readonly cache: PageCache;
  readonly sorter: RowSorter;
  readonly quiet: boolean;
}

/** After so many impossible values there is no use in reading on. */
const enough = 20;

/** Reads every cell into the sorter, one page in memory at a time. */
export async function readCells(it: Reading, effects: Effects): Promise<Result<ReadCells>> {
  const toRow = rowMaker(it.table, it.mapping, it.matched);
  const selection = selectionOf(it.table, it.mapping, it.matched);
  const everything = selection.measures.length === 0 && selection.codes.length === 0;
  const progress = startProgress(it.mapping.table, it.quiet, effects);
  const open = new Map<string, MappingProblem>();
  const problems: string[] = [];
  let [cells, ignored, records, fetched, cached] = [0, 0, 0, 0, 0];
  let total = everything ? it.table.cells : undefined;
  try {
    for await (const page of it.source.cells(it.table, selection, it.cache)) {
      if (!page.ok) return page;
      total = page.value.total ?? total;
      records += page.value.records;
      if (page.value.fromCache) cached += 1;
      else fetched += 1;
      for (const cell of page.value.cells) {
        cells += 1;
        const outcome: RowOutcome = toRow(cell);
        if (outcome === "ignored") ignored += 1;
        else if ("row" in outcome) it.sorter.add(outcome.row);
        else if ("problem" in outcome) problems.push(`${cell.place}: ${outcome.problem.en} / ${outcome.problem.nl}`);
        else {
          const problem =
            "attribute" in outcome
              ? noMeaning(outcome.attribute, it.mapping.table)
              : notListed(outcome.unlisted, it.mapping.table);
          open.set(`${problem.dimension}|${problem.code}`, problem);
        }
        if (problems.length >= enough) return wrongValues(it.mapping.table, problems);
      }
      progress.step(records, total, fetched + cached);
      if (open.size > 0) break;
    }
  } finally {
    progress.end();
  }
  if (problems.length > 0) return wrongValues(it.mapping.table, problems);
  const result = { cells, ignored, pagesFetched: fetched, pagesFromCache: cached, open: [...open.values()] };
  if (open.size > 0) return done(result);
  if (total !== undefined && total !== records) {
    it.cache.clear();
    return incomplete(it.mapping.table, records, total);
  }
  return cells === 0 || cells === ignored ? nothing(it.mapping.table, cells) : done(result);
}

function notListed({ dimension, code }: { dimension: string; code: string }, table: string): MappingProblem {
  const why = "cells have this code, but the table's own list does not name it";
  const add = "wait for CBS to mend its list, or give it by identifier";
  return { kind: "code", dimension, code, title: "", why, nearest: "", file: `catalogue/cbs/${table}.yaml`, add };
}

function noMeaning(attribute: string, table: string): MappingProblem {
  const why = "CBS gives this reason for an empty cell, and the mapping file has no meaning for it";
  const add = `valueAttributes:\n  ${attribute}: unspecified # or suppressed, not-applicable, not-collected, not-delivered`;
  return {
    kind: "cell",
    dimension: "ValueAttribute",
    code: attribute,
    title: "",
    why,
    nearest: "",
    file: `catalogue/cbs/${table}.yaml`,
    add,
  };
}

function wrongValues(table: string, problems: readonly string[]): Result<never> {
  const what = {
    nl: `De tabel heeft waarden die niet kunnen (${problems.length}${problems.length >= enough ? " of meer" : ""}).`,
    en: `The table has impossible values (${problems.length}${problems.length >= enough ? " or more" : ""}).`,
  };
  const mend = {
    nl: "Er is niets geschreven. Kijk de cellen na in StatLine.",
    en: "Nothing was written. Look the cells up in StatLine.",
  };
  return fail("data", `${table}\n  ${problems.join("\n  ")}`, what, mend);
}

function incomplete(table: string, records: number, total: number): Result<never> {
  const what = {
    nl: `Er zijn ${records} van de ${total} cellen gelezen: de tabel is niet compleet.`,
    en: `${records} of ${total} cells were read: the table is not complete.`,
  };
  const mend = { nl: "Probeer het opnieuw, of download opnieuw.", en: "Try again, or download again." };
  return fail("bad-answer", table, what, mend);
}

function nothing(table: string, cells: number): Result<never> {
  const what = {
    nl: cells === 0 ? "De tabel is leeg." : "Van deze tabel blijft niets over: alle cellen zijn weggelaten.",
    en: cells === 0 ? "The table is empty." : "Nothing is left of this table: every cell is left out.",
  };
  const mend = {
    nl: "Er is niets geschreven; de vorige cijfers blijven staan.",
    en: "Nothing was written; the previous figures stay.",
  };
  return fail("data", table, what, mend);
}
