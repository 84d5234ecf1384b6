import { fail, type Result } from "./failure.ts";
import type { Files } from "./files.ts";
import type { CbsTableMapping } from "./mapping.ts";
import { readZip } from "./read-zip.ts";
import { statlineDataset, type FileSet } from "./statline-dataset.ts";
import { statlineSelection } from "./statline-selection.ts";
import type { TableSource } from "./table-source.ts";

/**
 * Opens what somebody downloaded by hand. Two forms are read:
 * - the whole table from the CBS data portal (https://datasets.cbs.nl/csv/CBS/nl/<id>): a zip, or the folder that it
 *   was unpacked to, with Observations.csv and the files that explain its codes;
 * - a selection saved in StatLine as “CSV met statistische symbolen” (or “zonder”): titles in columns.
 */
export function statlineFile(path: string, mapping: CbsTableMapping, files: Files): Result<TableSource> {
  if (files.isFolder(path)) return fromFolder(path, mapping, files);
  if (!files.exists(path)) {
    const what = { nl: "Dit bestand bestaat niet.", en: "This file does not exist." };
    return fail("file", path, what, { nl: "Controleer de naam na --file.", en: "Check the name after --file." });
  }
  if (/(^|[\\/])Observations\.csv$/.test(path))
    return fromFolder(path.replace(/[\\/]?Observations\.csv$/, "") || ".", mapping, files);
  if (/_(Untyped|Typed)DataSet_/i.test(path)) return withoutTitles(path);
  if (/\.(zip)$/i.test(path)) return fromZip(path, mapping, files);
  return { ok: true, value: statlineSelection(path, mapping, files) };
}

function fromFolder(folder: string, mapping: CbsTableMapping, files: Files): Result<TableSource> {
  const set: FileSet = { where: folder, names: files.list(folder), open: (name) => files.stream(`${folder}/${name}`) };
  return { ok: true, value: statlineDataset(set, mapping.table) };
}

function fromZip(path: string, mapping: CbsTableMapping, files: Files): Result<TableSource> {
  const entries = readZip(files.read(path));
  if (!entries) {
    const what = { nl: "Dit zipbestand is beschadigd of half.", en: "This zip is damaged or incomplete." };
    return fail("file", path, what, {
      nl: "Download het opnieuw, of pak het uit.",
      en: "Download it again, or unpack it.",
    });
  }
  if (entries.some((it) => /_(Untyped|Typed)DataSet_/i.test(it.name))) return withoutTitles(path);
  const set: FileSet = {
    where: path,
    names: entries.map((it) => it.name),
    open: (name) => entries.find((it) => it.name === name)?.open() ?? nothing(),
  };
  return { ok: true, value: statlineDataset(set, mapping.table) };
}

async function* nothing(): AsyncGenerator<Buffer> {}

function withoutTitles(path: string): Result<never> {
  const what = {
    nl: "Dit is de onbewerkte dataset van StatLine: die heeft codes zonder titels.",
    en: "This is StatLine's raw dataset: it has codes without titles.",
  };
  const mend = {
    nl: "Download de tabel van het CBS-dataportaal (zip), of kies in StatLine “CSV met statistische symbolen”.",
    en: "Download the table from the CBS data portal (zip), or choose “CSV met statistische symbolen” in StatLine.",
  };
  return fail("file", path, what, mend);
}
