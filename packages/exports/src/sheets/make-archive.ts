import { createHash } from "node:crypto";
import type { Language } from "@impactmonitor/model/text";
import type { Book } from "@impactmonitor/views/book";
import { practiceWords } from "@impactmonitor/views/practice-words";
import type { Make, Paper } from "../documents/make-document.ts";
import { archiveReadme } from "./archive-readme.ts";
import { chosenFigures, type ChosenFigures } from "./chosen-figures.ts";
import { contextColumns } from "./context-columns.ts";
import { csvLines, dialects, inChunks } from "./csv.ts";
import { figureColumns, machineColumns, marked } from "./figure-columns.ts";
import { openParquet, type ParquetFile } from "./make-parquet.ts";
import type { FigureRow } from "./figure-row.ts";
import { packedFile } from "./packed-file.ts";
import { telling } from "./progress.ts";

/**
 * Everything of an edition in one file: figures of each indicator as CSV, all of them as Parquet, what they mean as JSON, facts
 * about areas, how to read it and with which licence, and a checksum of each file. Themes and periods can be chosen; the
 * metadata is always whole.
 */
export const makeArchive: Make = async (paper, { language, choices }, told) => {
  const { book } = paper;
  const chosen = chosenFigures(paper, { kind: "edition" }, choices);
  const practice = book.kind === "practice" ? `${practiceWords.file[language]}-` : "";
  const folder = `impactmonitor-${practice}${book.id}`;
  const file = packedFile(book.date);
  const sums: string[] = [];
  const add = async (path: string, pieces: Iterable<Uint8Array>): Promise<void> => {
    const hash = createHash("sha256");
    await file.add(`${folder}/${path}`, hashed(pieces, hash));
    sums.push(`${hash.digest("hex")}  ${path}\n`);
  };
  const text = (path: string, words: string): Promise<void> => add(path, inChunks([words]));

  await text("LEESMIJ.md", archiveReadme(paper, chosen, practice, "nl"));
  await text("README.md", archiveReadme(paper, chosen, practice, "en"));
  // Making the rows takes longest, so each is made once and goes into both files.
  const whole = openParquet(paper, language);
  const rows = alsoInto(whole, telling(chosen.rows(language), chosen.count, told));
  for (const [name, lines] of figureFiles(book, chosen, rows, language))
    await add(`figures/${practice}${name}.csv`, inChunks(lines));
  await add(`${practice}figures.parquet`, [await whole.bytes()]);
  await add(
    "context.csv",
    inChunks(csvLines(contextColumns, contextRows(book, language), dialects["csv-machine"], language)),
  );
  for (const [name, value] of metadata(paper, language))
    await text(`metadata/${name}.json`, `${JSON.stringify(value, null, 2)}\n`);
  await file.add(`${folder}/SHA256SUMS`, inChunks(sums));
  return file.bytes();
};

function* hashed(pieces: Iterable<Uint8Array>, hash: ReturnType<typeof createHash>): Generator<Uint8Array> {
  for (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

function* alsoInto(file: ParquetFile, rows: Iterable<FigureRow>): Generator<FigureRow> {
  for (const row of rows) {
    file.add(row);
    yield row;
  }
}

/** The lines of a file for each indicator. The rows come by indicator, so that each file takes its own and leaves the rest. */
function* figureFiles(
  book: Book,
  chosen: ChosenFigures,
  rows: Iterable<FigureRow>,
  language: Language,
): Generator<readonly [name: string, lines: Iterable<string>]> {
  const columns = marked(machineColumns, book, language);
  const iterator = rows[Symbol.iterator]();
  let next = iterator.next();
  for (const { id } of chosen.indicators) {
    const own = (function* () {
      for (; !next.done && next.value.indicator.id === id; next = iterator.next()) yield next.value;
    })();
    yield [id, csvLines(columns, own, dialects["csv-machine"], language)];
  }
}

const contextRows = (book: Book, language: Language) => book.contextValues.map((it) => ({ book, language, it }));

/** What the codes mean, as it is in the catalogue of the edition. */
function metadata({ book, withdrawn }: Paper, language: Language): readonly [name: string, value: unknown][] {
  const { themes, sources, indicators, codelists, areas, areaChanges, memberships, notes, contextVariables } =
    book.catalogue;
  const edition = {
    id: book.id,
    date: book.date,
    kind: book.kind,
    ...(book.kind === "practice" ? { practice: practiceWords.band } : {}),
    ...(withdrawn ? { withdrawn } : {}),
    language,
  };
  const columns = figureColumns.map(({ name, title, means }) => ({ name, title, means }));
  return Object.entries({
    edition,
    columns,
    themes,
    sources,
    indicators,
    codelists,
    areas,
    "area-changes": areaChanges,
    memberships,
    "working-practice": notes,
    "context-variables": contextVariables,
    "context-sources": book.contextSources,
  });
}
