import type { AreaIndex } from "./area-index.ts";
import { noCache, openCache, type PageCache } from "./cache.ts";
import type { Effects } from "./effects.ts";
import { done, fail, type Result } from "./failure.ts";
import { lockTable } from "./lock.ts";
import type { MappingProblem } from "./mapping-problem.ts";
import type { CbsAreas, CbsTableMapping } from "./mapping.ts";
import { matchTable } from "./match-table.ts";
import { readCells, type ReadCells } from "./read-cells.ts";
import { mappingReport } from "./report.ts";
import { rowSorter } from "./sort-rows.ts";
import type { TableSource } from "./table-source.ts";
import type { CbsTable } from "./table.ts";
import { writeRows } from "./write-rows.ts";

export interface TableJob {
  readonly mapping: CbsTableMapping;
  readonly areas: { readonly index: AreaIndex; readonly own: CbsAreas };
  readonly source: TableSource;
  /** The data folder; results go to its folder cbs/. */
  readonly data: string;
  readonly quiet: boolean;
  /** Rows in memory before they are spilled. */
  readonly lump?: number;
}

/** What an import of one table brought. */
export interface ImportedTable {
  readonly table: string;
  readonly file: string;
  readonly rows: number;
  readonly cells: number;
  /** Cells that the mapping file leaves out. */
  readonly ignored: number;
  readonly pagesFetched: number;
  readonly pagesFromCache: number;
  readonly version: string;
}

/** A table that changes while it is read is read again, this often. */
const attempts = 3;

/**
 * Reads a table and writes `<data>/cbs/<table>.csv`: whole or not at all. Its own metadata is settled first; whatever
 * the mapping file does not know stops the import with `<data>/cbs/<table>.mapping-report.txt`.
 */
export async function importTable(job: TableJob, effects: Effects): Promise<Result<ImportedTable>> {
  const { files } = effects;
  const folder = `${job.data}/cbs`;
  const lock = lockTable(files, `${folder}/${job.mapping.table}.lock`, effects.now());
  if (!lock.ok) return lock;
  try {
    for (const name of files.list(folder))
      if (name.startsWith(`${job.mapping.table}.`) && name.endsWith(".part")) files.remove(`${folder}/${name}`);
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const result = await readOnce(job, folder, effects);
      if (result !== "changed") return result;
      effects.log(`${job.mapping.table}: the table changed while it was read; starting again.`);
    }
    return keepsChanging(job.mapping.table);
  } finally {
    lock.value();
  }
}

async function readOnce(job: TableJob, folder: string, effects: Effects): Promise<Result<ImportedTable> | "changed"> {
  const { mapping, source } = job;
  const described = await source.describe();
  if (!described.ok) return described;
  const table = described.value;
  const match = matchTable(table, mapping, job.areas);
  if ("problems" in match) return stopWithReport(job, folder, table, match.problems, effects);

  const cacheFolder = `${folder}/cache/${mapping.table}`;
  const keep = source.remote && table.version !== undefined;
  const cache = keep ? openCache(effects.files, `${cacheFolder}/pages`, table.version) : noCache;
  const sorter = rowSorter(effects.files, `${cacheFolder}/rows`, job.lump);
  try {
    const read = await readCells({ table, matched: match.matched, cache, sorter, ...job }, effects);
    const after = await settleAfter(source, table, read, cache);
    if (after !== undefined) return after;
    if (!read.ok) return read;
    if (read.value.open.length > 0) return stopWithReport(job, folder, table, read.value.open, effects);
    return await write(job, folder, table, read.value, sorter, effects);
  } finally {
    sorter.dispose();
  }
}

/** Asks for the version once more: a table that changed under our hands is read again, whatever else seemed wrong. */
async function settleAfter(
  source: TableSource,
  table: CbsTable,
  read: Result<ReadCells>,
  cache: PageCache,
): Promise<Result<never> | "changed" | undefined> {
  if (!source.remote) return undefined;
  if (!read.ok && (read.failure.kind === "unreachable" || read.failure.kind === "refused")) return read;
  const now = await source.version();
  if (!now.ok) return now;
  if (now.value === table.version) return undefined;
  cache.clear();
  return "changed";
}

async function write(
  { mapping }: TableJob,
  folder: string,
  table: CbsTable,
  read: ReadCells,
  sorter: ReturnType<typeof rowSorter>,
  effects: Effects,
): Promise<Result<ImportedTable>> {
  const file = `${folder}/${mapping.table}.csv`;
  const written = await writeRows(effects.files, file, table, mapping, sorter);
  if ("conflict" in written) {
    const mend = {
      nl: "Er is niets geschreven. Meld dit bij het CBS, of verbeter het koppelbestand.",
      en: "Nothing was written. Report this to CBS, or mend the mapping file.",
    };
    return fail("data", mapping.table, written.conflict, mend);
  }
  effects.files.remove(`${folder}/${mapping.table}.mapping-report.txt`);
  return done({
    table: mapping.table,
    file,
    rows: written.rows,
    cells: read.cells,
    ignored: read.ignored,
    pagesFetched: read.pagesFetched,
    pagesFromCache: read.pagesFromCache,
    version: table.version ?? "",
  });
}

function stopWithReport(
  { mapping }: TableJob,
  folder: string,
  table: CbsTable,
  problems: readonly MappingProblem[],
  { files }: Effects,
): Result<never> {
  const file = `${folder}/${mapping.table}.mapping-report.txt`;
  files.write(file, mappingReport(table, problems, mapping));
  const n = problems.length;
  const what = {
    nl: `Tabel ${mapping.table} heeft ${n} ${n === 1 ? "onderdeel" : "onderdelen"} die de catalogus niet kent. Er is niets geschreven.`,
    en: `Table ${mapping.table} has ${n} ${n === 1 ? "part" : "parts"} that the catalogue does not know. Nothing was written.`,
  };
  const mend = {
    nl: "Lees het verslag en vul het koppelbestand aan.",
    en: "Read the report and complete the mapping file.",
  };
  return fail("mapping", file, what, mend);
}

function keepsChanging(table: string): Result<never> {
  const what = {
    nl: "De tabel veranderde steeds terwijl wij hem lazen.",
    en: "The table kept changing while it was being read.",
  };
  const mend = {
    nl: "Het CBS werkt hem nu waarschijnlijk bij. Probeer het later opnieuw.",
    en: "CBS is probably updating it now. Try again later.",
  };
  return fail("changed", table, what, mend);
}
