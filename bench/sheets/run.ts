import { openEditions } from "@impactmonitor/edition/read-edition";
import { makeDocument, type Paper } from "@impactmonitor/exports/documents/make-document";
import type { Format, Subject } from "@impactmonitor/exports/documents/order";
import { openBook } from "@impactmonitor/views/book";
import { pastsOf } from "@impactmonitor/views/past";

/**
 * `node bench/sheets/run.ts FOLDER [AREA]`: what sheets of an area and of a whole edition cost, each made once after the
 * edition was opened. FOLDER holds editions, as `data/editions` or `data/practice/editions`. Memory is the most that the process
 * held so far, the opened edition included; run it with one FORMAT of the edition behind AREA to see that one alone.
 */
const [folder = "data/editions", area = "VT02", only] = process.argv.slice(2);
const { editions } = openEditions(folder);
const books = editions.map(({ manifest, catalogue, observations, context }) =>
  openBook({
    id: manifest.id,
    kind: manifest.kind,
    date: manifest.date,
    catalogue,
    observations,
    contextValues: context.values,
    contextSources: context.sources,
  }),
);
const book = books.at(-1);
if (!book) throw new Error(`No edition in ${folder}`);
const paper: Paper = {
  book,
  map: () => undefined,
  pasts: (indicator) => pastsOf({ books, corrects: () => false }, indicator),
  contact: "-",
};

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
const held = (): string => megabytes(process.resourceUsage().maxRSS * 1024);
console.log(`| what | CPU seconds | MB | memory, MB |\n| --- | ---: | ---: | ---: |\n| opened | | | ${held()} |`);

const jobs: readonly (readonly [Subject, Format])[] = [
  [{ kind: "area", area }, "xlsx"],
  [{ kind: "area", area }, "xlsx"],
  [{ kind: "edition" }, "csv-machine"],
  [{ kind: "edition" }, "parquet"],
  [{ kind: "edition" }, "xlsx"],
  [{ kind: "edition" }, "zip"],
];
for (const [subject, format] of jobs.filter(
  ([subject, format]) => only === undefined || (subject.kind === "edition" && format === only),
)) {
  const before = process.cpuUsage();
  const bytes = await makeDocument(paper, { edition: book.id, subject, format, language: "nl", choices: {} });
  const { user, system } = process.cpuUsage(before);
  const seconds = ((user + system) / 1e6).toFixed(1);
  console.log(`| ${subject.kind} as ${format} | ${seconds} | ${megabytes(bytes.length)} | ${held()} |`);
}
