import { readAreaIndex } from "./area-index.ts";
import { realEffects, type Effects } from "./effects.ts";
import { fail, sayFailure, type Failure, type Result } from "./failure.ts";
import { defaultPolicy, type FetchPolicy } from "./fetch-json.ts";
import { importTable, type ImportedTable, type TableJob } from "./import-table.ts";
import { odataV3 } from "./odata-v3.ts";
import { odataV4 } from "./odata-v4.ts";
import { checkMappings } from "./check-mappings.ts";
import { findTable, mappedTables, readCbsAreas, readMapping } from "./read-mapping.ts";
import { sayProblem } from "../problem.ts";
import { statlineFile } from "./statline-file.ts";

export const cbsHosts = {
  v4: "https://datasets.cbs.nl/odata/v1/CBS",
  v3: "https://opendata.cbs.nl/ODataFeed/odata",
};

export interface ImportOptions {
  /** The folder that holds catalogue/. */
  readonly root: string;
  /** The data folder; results go to its folder cbs/. */
  readonly data: string;
  /** Ids of tables; none for every table that has a mapping file. */
  readonly tables?: readonly string[];
  /** A downloaded file instead of the network; needs one table. */
  readonly file?: string;
  /** Another address for the protocol that is used; then the other protocol is not tried. */
  readonly base?: string;
  /** Addresses to use instead of those of CBS, each for its protocol. */
  readonly hosts?: { readonly v4: string; readonly v3: string };
  /** Straight to OData v3. */
  readonly v3?: boolean;
  readonly quiet?: boolean;
  readonly policy?: Partial<FetchPolicy>;
  readonly lump?: number;
}

export interface ImportOutcome {
  readonly imported: readonly ImportedTable[];
  readonly failed: readonly { readonly table: string; readonly failure: Failure }[];
}

/**
 * Imports CBS tables, one after the other, and tells what it did through `effects.log`. A table that fails leaves its
 * earlier result and the other tables alone.
 * @returns what was imported and what failed; the command's exit code is 1 when anything failed
 */
export async function importCbs(options: ImportOptions, effects: Effects = realEffects): Promise<ImportOutcome> {
  const outcome = { imported: [] as ImportedTable[], failed: [] as { table: string; failure: Failure }[] };
  const stop = (table: string, failure: Failure) => {
    effects.log(`${table}: ${sayFailure(failure)}`);
    outcome.failed.push({ table, failure });
  };
  const tables = chooseTables(options);
  if (!tables.ok) {
    stop("import cbs", tables.failure);
    return outcome;
  }
  for (const table of tables.value) {
    const result = await importOne(table, options, effects).catch((error: unknown) => diskFailure(error, options.data));
    if (!result.ok) {
      stop(table, result.failure);
      // What is out of reach for one table is so for the next: one clear sentence is enough.
      if (result.failure.kind === "unreachable") break;
      continue;
    }
    outcome.imported.push(result.value);
    if (!options.quiet) effects.log(summary(result.value));
  }
  return outcome;
}

/** A full disk or a folder without permission is a sentence; any other error is a fault of ours and goes on up. */
function diskFailure(error: unknown, folder: string): Result<never> {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  if (!["ENOSPC", "EDQUOT", "EACCES", "EPERM", "EROFS", "EIO"].includes(code)) throw error;
  const what = {
    nl: `In de datamap kan niet worden geschreven (${code}).`,
    en: `The data folder can't be written to (${code}).`,
  };
  const mend = {
    nl: "Maak ruimte, of geef een andere map met --data.",
    en: "Make room, or give another folder with --data.",
  };
  return fail("file", folder, what, mend);
}

const summary = (it: ImportedTable): string =>
  `${it.table}: ${it.rows} rows from ${it.cells} cells (${it.ignored} left out by the mapping file) in ${it.file}`;

function chooseTables(options: ImportOptions): Result<string[]> {
  const known = mappedTables(options.root);
  const asked = options.tables ?? [];
  const unknown = asked.find((id) => findTable(options.root, id) === undefined);
  const list = known.join(", ");
  if (unknown !== undefined) {
    const what = { nl: `Tabel ${unknown} heeft geen koppelbestand.`, en: `Table ${unknown} has no mapping file.` };
    return fail("catalogue", "catalogue/cbs", what, { nl: `Kies uit: ${list}.`, en: `Choose from: ${list}.` });
  }
  if (options.file !== undefined && asked.length !== 1) {
    const what = { nl: "Bij een bestand hoort één tabel.", en: "A file goes with one table." };
    return fail("file", options.file, what, {
      nl: `Geef --table met één van: ${list}.`,
      en: `Give --table with one of: ${list}.`,
    });
  }
  return { ok: true, value: asked.length === 0 ? known : asked.flatMap((id) => findTable(options.root, id) ?? []) };
}

async function importOne(table: string, options: ImportOptions, effects: Effects): Promise<Result<ImportedTable>> {
  const mapping = readMapping(options.root, table);
  if (!mapping.ok) return mapping;
  const own = readCbsAreas(options.root);
  if (!own.ok) return own;
  const index = readAreaIndex(options.root);
  if (!index.ok) return index;
  const checked = checkMappings(options.root, [table]);
  if (!checked.ok) {
    const what = {
      nl: "Het koppelbestand past niet bij de catalogus.",
      en: "The mapping file does not fit the catalogue.",
    };
    const where = checked.problems.map(sayProblem).join("\n  ");
    return fail("catalogue", where, what, { nl: "Verbeter deze regels:", en: "Mend these lines:" });
  }
  const job: Omit<TableJob, "source"> = {
    mapping: mapping.value,
    areas: { index: index.value, own: own.value },
    data: options.data,
    quiet: options.quiet ?? false,
    ...(options.lump === undefined ? {} : { lump: options.lump }),
  };
  if (options.file !== undefined) {
    const source = statlineFile(options.file, mapping.value, effects.files);
    return source.ok ? importTable({ ...job, source: source.value }, effects) : source;
  }
  return overTheWeb(job, options, effects);
}

/** v4 first; v3 when v4 can't be reached or does not have the table. What the mapping file lacks, v3 can't mend. */
async function overTheWeb(
  job: Omit<TableJob, "source">,
  options: ImportOptions,
  effects: Effects,
): Promise<Result<ImportedTable>> {
  const policy = { ...defaultPolicy, ...options.policy };
  const hosts = options.hosts ?? cbsHosts;
  const web = options.quiet ? { ...effects, log: () => {} } : effects;
  const v3 = () =>
    importTable({ ...job, source: odataV3(options.base ?? hosts.v3, job.mapping.table, web, policy) }, effects);
  if (options.v3) return v3();
  const first = await importTable(
    { ...job, source: odataV4(options.base ?? hosts.v4, job.mapping.table, web, policy) },
    effects,
  );
  if (first.ok || !isServerTrouble(first.failure) || options.base !== undefined) return first;
  effects.log(`${job.mapping.table}: OData v4 did not work (${first.failure.what.en}) Trying v3.`);
  const second = await v3();
  // When neither server helps, the reason of the first is the one to act on.
  return second.ok || !isServerTrouble(second.failure) ? second : first;
}

const isServerTrouble = (it: Failure): boolean =>
  ["unreachable", "not-found", "bad-answer", "refused"].includes(it.kind);
