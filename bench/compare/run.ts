import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { cpus, loadavg } from "node:os";
import { openEditions } from "@impactmonitor/edition/read-edition";
import { openBook, type Book } from "@impactmonitor/views/book";
import { bandOf } from "@impactmonitor/views/comparison/band-of";
import { columnFigure } from "@impactmonitor/views/comparison/column-figure";
import { compareLimits } from "@impactmonitor/views/comparison/compare-choice";
import { buildSite } from "../../apps/site/build.ts";
import { areaParameter, path, practiceHome, withQuery } from "../../apps/site/src/paths.ts";
import { root } from "../../scripts/serve.ts";
import { startSite, type SiteProcess } from "../../scripts/site-process.ts";

/**
 * `npm run bench:compare [-- --data FOLDER] [-- --times 20]`: how long the server takes over a comparison of 25 regions in 12 figures of a
 * full practice edition (`npm run practice`), beside the page of one region in the same run; and over the bands of all figures of it.
 * The shelf is empty, so that each page is made anew. Judges nothing.
 */
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const data = resolve(option("data") ?? process.env.IMPACTMONITOR_DATA ?? join(root, "data"));
const times = Number(option("times") ?? 20);

const edition = openEditions(join(data, "practice/editions")).editions.at(-1);
if (!edition) {
  console.error(`No practice edition in ${data}. Make one: npm run practice -- --data ${data}`);
  process.exit(1);
}
const { id, date, kind } = edition.manifest;
const { catalogue, observations, context } = edition;
const book = openBook({
  id,
  date,
  kind,
  catalogue,
  observations,
  contextValues: context.values,
  contextSources: context.sources,
});
const regions = book.areasAt("vt-region", date).slice(0, compareLimits.areas.most);
const figures = book.catalogue.indicators.filter((it) =>
  regions.some((area) => book.observationsOf(it.id, area.code).length > 0),
);

const bands = timed(() => allBands(book));
await buildSite();
const site = await startSite({ data, keepMb: 0, ...(option("editions") ? { editions: option("editions")! } : {}) });
const compare = (count: number, more: Record<string, string> = {}): string =>
  inPractice(
    withQuery(path("nl", "compare"), {
      gebieden: regions.map(areaParameter).join(","),
      cijfers: figures
        .slice(0, count)
        .map((it) => it.id)
        .join(","),
      ...more,
    }),
  );
const pages: readonly (readonly [string, string])[] = [
  ["region page", inPractice(`/regio/${regions[0]!.slug}`)],
  [`${regions.length} × 12, one table`, compare(12)],
  [`${regions.length} × 12, as an index`, compare(12, { als: "index" })],
  [`${regions.length} × 12, each figure by itself`, compare(12, { beeld: "cijfers" })],
  [`${regions.length} × 1`, compare(1)],
];
const rows = await measure(site, pages);
await site.stop();

const reference = rows[0]!;
console.log(
  `${cpus().length} processors, load ${loadavg()[0]!.toFixed(1)}, ${times} times each, Node ${process.versions.node}\n`,
);
console.log("| page | p50 ms | processor ms | of the region page | kB packed |\n| --- | --: | --: | --: | --: |");
for (const it of rows)
  console.log(
    `| ${it.what} | ${it.median.toFixed(1)} | ${it.processor.toFixed(1)} | ${(it.processor / reference.processor).toFixed(2)} | ${(it.bytes / 1000).toFixed(1)} |`,
  );
console.log(
  `\nBands of the newest figure of ${figures.length} indicators among ${regions.length} regions: ${bands.value} bands in ${bands.milliseconds.toFixed(0)} ms.`,
);

function inPractice(address: string): string {
  return practiceHome("nl") + address.slice(1);
}

function timed<T>(make: () => T): { readonly value: T; readonly milliseconds: number } {
  const began = performance.now();
  return { value: make(), milliseconds: performance.now() - began };
}

/** @returns how many of the figures have a band; the others are counts, or of too few regions */
function allBands(of: Book): number {
  const made = figures.map((indicator) => {
    const figure = columnFigure(of, { indicator }, regions, "rate");
    return figure && bandOf(of, { ...figure, level: "vt-region" });
  });
  return made.filter((it) => it && !("tooLittle" in it)).length;
}

interface Row {
  readonly what: string;
  readonly median: number;
  /** Of the server, for one page: what other programs do on the machine weighs less in it. */
  readonly processor: number;
  readonly bytes: number;
}

/** Every page in turn, over and over, so that a busy moment of the machine falls on all of them. */
async function measure(it: SiteProcess, all: typeof pages): Promise<Row[]> {
  const found = all.map(([what]) => ({ what, walls: [] as number[], processor: 0, bytes: 0 }));
  for (let turn = -3; turn < times; turn++)
    for (const [i, [, address]] of all.entries()) {
      const before = processorOf(it.pid);
      const began = performance.now();
      const answer = await fetch(it.url + address, { headers: { "accept-encoding": "gzip" } });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`);
      const row = found[i]!;
      row.bytes = Number(answer.headers.get("content-length") ?? 0);
      // The first turns warm up: they compile, and make the bands.
      if (turn < 0) continue;
      row.walls.push(performance.now() - began);
      row.processor += processorOf(it.pid) - before;
    }
  return found.map(({ what, walls, processor, bytes }) => ({
    what,
    bytes,
    median: walls.sort((a, b) => a - b)[Math.floor(walls.length / 2)]!,
    processor: processor / walls.length,
  }));
}

/** Milliseconds of processor time of a process so far, in steps of ten; 0 where the system does not say. */
function processorOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}
