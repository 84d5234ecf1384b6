import type { Duck } from "../duck.ts";
import { columnName } from "./csv-header.ts";
import { fault, type Fault } from "./fault.ts";
import type { Reading } from "./field-sql.ts";
import { doubleTypes, missingTypes, type FoundFile, type FoundFiles } from "./find-files.ts";
import { openCsv } from "./open-csv.ts";
import { openFixed } from "./open-fixed.ts";
import { openSheet } from "./open-workbook.ts";
import { readWorkbook, type Workbook } from "./read-workbook.ts";
import type { Opened } from "./record-source.ts";
import type { Progress } from "./receive.ts";
import { surveyFile, type Survey } from "./survey-file.ts";
import { textFaults } from "./text-faults.ts";

/** A file of a delivery as the register knows it. */
export interface ReadFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Surveys every file that holds records: checksum, size, encoding. */
export async function surveyFiles(files: FoundFiles, progress: Progress): Promise<ReadonlyMap<string, Survey>> {
  const surveys = new Map<string, Survey>();
  for (const { path, name } of [...files.csv, ...files.workbooks, ...files.fixed])
    if (!surveys.has(path))
      surveys.set(path, await surveyFile(path, (done) => progress({ doing: "checksum", name, done, of: undefined })));
  return surveys;
}

/** The surveyed files, each once, as they go into the register. */
export const readFiles = (files: FoundFiles, surveys: ReadonlyMap<string, Survey>): ReadFile[] => {
  const names = new Map([...files.csv, ...files.workbooks, ...files.fixed].map((it) => [it.path, it.name]));
  return [...surveys].map(([path, { sha256, bytes }]) => ({ name: names.get(path) ?? "", sha256, bytes }));
};

/** Opens all files of a delivery as sources of records, one per type. @param folder the delivery, as the sender knows it */
export async function openDelivery(
  duck: Duck,
  files: FoundFiles,
  surveys: ReadonlyMap<string, Survey>,
  reading: Reading,
  folder: string,
): Promise<Opened> {
  const faults: Fault[] = [];
  const warnings = files.unknown.map(({ name }) => fault({ kind: "file-unknown", file: name }));
  const books = await openBooks(files.workbooks, surveys, faults);
  const sheets = new Map<string, string[]>();
  for (const book of books)
    for (const { sheet } of book.sheets) {
      const type = columnName(sheet);
      if (Object.hasOwn(reading.protocol.records, type)) sheets.set(type, [...(sheets.get(type) ?? []), book.file]);
      else warnings.push(fault({ kind: "file-unknown", file: `${book.file} [${sheet.slice(0, 31)}]` }));
    }
  const found = new Set([...files.csv, ...files.fixed].map((it) => it.type).concat([...sheets.keys()]));
  faults.push(...missingTypes(reading.protocol, found, folder), ...doubleTypes(files, sheets));
  const opened: Opened[] = [];
  const broken = new Set<string>();
  for (const text of [...files.csv, ...files.fixed]) {
    const survey = surveys.get(text.path)!;
    const unread = await textFaults(text.path, text.name, survey);
    if (unread.length > 0 && !broken.has(text.path)) faults.push(...unread);
    if (unread.length > 0) broken.add(text.path);
    else {
      const file = { type: text.type, path: text.path, file: text.name, survey };
      opened.push(
        "layout" in text ? await openFixed(duck, file, text.layout, reading) : await openCsv(duck, file, reading),
      );
    }
  }
  for (const book of books)
    for (const type of sheets.keys())
      if (book.sheets.some((it) => columnName(it.sheet) === type))
        opened.push(await openSheet(duck, book, type, reading));
  return {
    sources: opened.flatMap((it) => it.sources),
    faults: [...faults, ...opened.flatMap((it) => it.faults)],
    warnings: [...warnings, ...opened.flatMap((it) => it.warnings)],
  };
}

async function openBooks(
  files: readonly FoundFile[],
  surveys: ReadonlyMap<string, Survey>,
  faults: Fault[],
): Promise<Workbook[]> {
  const books: Workbook[] = [];
  for (const { path, name } of files) {
    if (surveys.get(path)?.bytes === 0) {
      faults.push(fault({ kind: "file-empty", file: name }));
      continue;
    }
    const book = await readWorkbook(path, name);
    if ("sheets" in book) books.push(book);
    else faults.push(book);
  }
  return books;
}
