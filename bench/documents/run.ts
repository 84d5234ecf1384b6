import { join, resolve } from "node:path";
import { cpus, loadavg } from "node:os";
import { openEditions } from "@impactmonitor/edition/read-edition";
import { makeDocument } from "@impactmonitor/exports/documents/make-document";
import { openPapers } from "@impactmonitor/exports/documents/open-papers";
import type { Choices, Format, Order, Subject } from "@impactmonitor/exports/documents/order";
import { buildSite } from "../../apps/site/build.ts";
import { practiceHome } from "../../apps/site/src/paths.ts";
import { openBrowser } from "../../scripts/chromium.ts";
import { root } from "../../scripts/serve.ts";
import { startSite } from "../../scripts/site-process.ts";

/**
 * `npm run bench:documents [-- --data FOLDER] [-- --editions FOLDER] [-- --times 3]`: seconds, processor seconds and size of documents of a full practice edition
 * (`npm run practice`), beside headless Chromium that prints the page of the same region in the same run. Judges nothing.
 */
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const data = resolve(option("data") ?? process.env.IMPACTMONITOR_DATA ?? join(root, "data"));
const times = Number(option("times") ?? 3);

const edition = openEditions(join(data, "practice/editions")).editions.at(-1);
if (!edition) {
  console.error(`No practice edition in ${data}. Make one: npm run practice -- --data ${data}`);
  process.exit(1);
}
const { id, date } = edition.manifest;
const options = { withdrawn: new Map(), boundaries: new Map<string, string>(), contact: "bench" };
const paper = openPapers([edition], options).get(id)!;
const regions = paper.book.areasAt("vt-region", date);
const region = regions.toSorted((a, b) => figuresOf(b.code) - figuresOf(a.code))[0]!;
const area: Subject = { kind: "area", area: region.code };
const beside: Choices = {
  beside: regions
    .filter((it) => it !== region)
    .slice(0, 4)
    .map((it) => it.code),
};

/** A kind of document is a line here; the first is the one that others are measured against. */
const documents: readonly (readonly [string, Subject, Format, Choices?])[] = [
  [`book of ${region.name}`, area, "pdf"],
  ["with four regions beside it", area, "pdf", beside],
  ["without tables", area, "pdf", { tables: false }],
  ["one indicator on a sheet", { kind: "indicator", indicator: "reports-received", area: region.code }, "pdf"],
  ["one page for a talk", area, "talk"],
  [`slides of ${region.name}`, area, "pptx"],
  ["handout", area, "docx"],
  ["workbook", area, "xlsx"],
  ["CSV", area, "csv-machine"],
];

interface Row {
  readonly what: string;
  readonly seconds: number;
  /** Of this process and what it started; what others do on the machine weighs less in it. */
  readonly processor?: number;
  readonly bytes: number;
}

const rows: Row[] = [await once("the first, with reading the edition and fonts", area, "pdf")];
for (const [what, subject, format, choices] of documents) {
  const runs: Row[] = [];
  for (let i = 0; i < times; i++) runs.push(await once(what, subject, format, choices));
  rows.push(runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(runs.length / 2)]!);
}
const books: Row[] = [];
for (const it of regions) books.push(await once(it.name, { kind: "area", area: it.code }, "pdf"));
rows.push({
  what: `all ${regions.length} books`,
  seconds: sum(books.map((it) => it.seconds)),
  processor: sum(books.map((it) => it.processor ?? 0)),
  bytes: sum(books.map((it) => it.bytes)),
});
const printed = await print();

console.log(
  `${cpus().length} processors, load ${loadavg()[0]!.toFixed(1)}, middle of ${times}, Node ${process.versions.node}\n`,
);
console.log("| document | s | of Chromium’s print | processor s | MB |\n| --- | --: | --: | --: | --: |");
for (const it of [...rows, ...printed])
  console.log(
    `| ${it.what} | ${it.seconds.toFixed(2)} | ${(it.seconds / printed[0]!.seconds).toFixed(2)} | ${it.processor?.toFixed(2) ?? "–"} | ${(it.bytes / 1e6).toFixed(2)} |`,
  );

function figuresOf(code: string): number {
  return sum(paper.book.indicatorsOf(code).map((it) => paper.book.observationsOf(it.id, code).length));
}

function sum(all: readonly number[]): number {
  return all.reduce((a, b) => a + b, 0);
}

async function once(what: string, subject: Subject, format: Format, choices: Choices = {}): Promise<Row> {
  const order: Order = { edition: id, subject, format, language: "nl", choices };
  const [began, used] = [performance.now(), process.cpuUsage()];
  const bytes = (await makeDocument(paper, order)).length;
  const { user, system } = process.cpuUsage(used);
  return { what, seconds: (performance.now() - began) / 1000, processor: (user + system) / 1e6, bytes };
}

/** The page of the region as a browser prints it: a new tab each time, in a browser that is open already and one that is not. */
async function print(): Promise<Row[]> {
  await buildSite();
  const editions = option("editions");
  const site = await startSite({ data, within: 180_000, ...(editions ? { editions } : {}) });
  const address = `${site.url}${practiceHome("nl")}regio/${region.slug}`;
  const launched = performance.now();
  const browser = await openBrowser();
  const opening = (performance.now() - launched) / 1000;
  const runs: Row[] = [];
  for (let i = -1; i < times; i++) {
    const began = performance.now();
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: "load" });
    const bytes = (await page.pdf({ format: "A4", tagged: true })).length;
    await page.close();
    // The first warms up both the site and the browser.
    if (i >= 0)
      runs.push({ what: "Chromium prints the region page", seconds: (performance.now() - began) / 1000, bytes });
  }
  await browser.close();
  await site.stop();
  const middle = runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(runs.length / 2)]!;
  return [middle, { ...middle, what: "the same, with opening the browser", seconds: middle.seconds + opening }];
}
