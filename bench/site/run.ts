import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { buildEditions } from "@impactmonitor/pipeline/build-editions";
import { buildSite } from "../../apps/site/build.ts";
import { childrenOf, memoryOf } from "../../scripts/process-memory.ts";
import { root } from "../../scripts/serve.ts";
import { startSite, type SiteProcess } from "../../scripts/site-process.ts";
import { measureBeside, type Beside } from "./beside.ts";
import type { Load } from "./load.ts";
import { connections, generator, measure } from "./measure.ts";

/**
 * `npm run bench:site [-- --seconds 5] [-- --profile FOLDER]`: how many pages a second one process gives, how long they
 * take, and what the site needs. Prints a table; judges nothing. With --profile the run that renders every page
 * anew leaves a CPU profile in FOLDER.
 */
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const seconds = Number(option("seconds") ?? 5);
const profile = option("profile");

const answers: readonly (readonly [string, string])[] = [
  ["region page", "/regio/zaanstreek-waterland"],
  ["indicator page", "/indicator/reports-received"],
  ["CSV of an indicator", "/indicator/reports-received.csv"],
  ["PNG of a chart", "/indicator/reports-received.png"],
];

interface Row {
  readonly what: string;
  readonly load: Load;
  readonly bytes: number;
  /** Megabytes of the process after it. */
  readonly memory: number;
}

const data = mkdtempSync(join(tmpdir(), "impactmonitor-bench-"));
const rows: Row[] = [];
const notes: string[] = [];
try {
  const built = timed(() => buildEditions(root, join(data, "editions")));
  if (!built.value.ok) throw new Error(built.value.messages.join("\n"));
  note("edition build", `${(built.milliseconds / 1000).toFixed(2)} s`);
  const siteBuild = performance.now();
  await buildSite();
  note("site build", `${((performance.now() - siteBuild) / 1000).toFixed(2)} s`);
  await measureStarts();

  const kept = await startSite({ data });
  await measureStatic(await firstAnswer(kept.url, "/regio/zaanstreek-waterland"));
  note("memory after the start", megabytes(memoryOf(kept.pid).now));
  for (const [what, path] of answers) await measureAnswer(`${what}, kept`, kept, path);
  note("pages visited to fill the shelf", String(await visitAll(kept.url)));
  const { now, most } = memoryOf(kept.pid);
  note("memory after the rows above and visiting them all", `${megabytes(now)} (highest ${megabytes(most)})`);
  await measurePictures(kept);
  await kept.stop();
  await measureVisit();

  const nodeArguments = profile ? ["--cpu-prof", `--cpu-prof-dir=${resolve(profile)}`] : [];
  const anew = await startSite({ data, keepMb: 0, nodeArguments });
  for (const [what, path] of profile ? answers.slice(0, 1) : answers)
    await measureAnswer(`${what}, rendered anew`, anew, path);
  note("highest memory, nothing kept", megabytes(memoryOf(anew.pid).most));
  await anew.stop();
} finally {
  rmSync(data, { recursive: true, force: true });
}
print();

function timed<T>(make: () => T): { value: T; milliseconds: number } {
  const began = performance.now();
  return { value: make(), milliseconds: performance.now() - began };
}

function note(what: string, value: string): void {
  notes.push(`| ${what} | ${value} |`);
}

async function measureStarts(): Promise<void> {
  const starts: number[] = [];
  for (let i = 0; i < 5; i++) {
    const site = await startSite({ data });
    starts.push(site.startedIn);
    await site.stop();
  }
  starts.sort((a, b) => a - b);
  const [fastest, , median, , slowest] = starts.map((it) => `${Math.round(it)} ms`);
  note("cold start, process to first 200 on /healthz", `${median} (${fastest} to ${slowest}, 5 starts)`);
}

/** The bytes on the wire: packed where the site packs them. */
async function firstAnswer(url: string, path: string): Promise<Buffer> {
  const answer = await fetch(`${url}${path}`, { headers: { "accept-encoding": "gzip" } });
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
  const body = Buffer.from(await answer.arrayBuffer());
  return answer.headers.get("content-encoding") === "gzip" ? gzipSync(body, { level: 6 }) : body;
}

async function measureAnswer(what: string, site: SiteProcess, path: string): Promise<void> {
  const { length } = await firstAnswer(site.url, path);
  await measure(`${site.url}${path}`, 2);
  const load = await measure(`${site.url}${path}`, seconds);
  rows.push({ what, load, bytes: length, memory: memoryOf(site.pid).now });
}

/** The region page's own bytes as a file, served by the least that a server in Node can do. */
async function measureStatic(page: Buffer): Promise<void> {
  const file = join(data, "page.html.gz");
  writeFileSync(file, page);
  const script = fileURLToPath(new URL("static-server.ts", import.meta.url));
  const server = spawn(process.execPath, [script, file], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(server, "exit");
  const [said] = (await once(server.stdout, "data")) as [Buffer];
  const url = said.toString().trim();
  for (const [what, path] of [
    ["plain static file, read from disk", "/disk"],
    ["plain static file, from memory", "/memory"],
  ] as const) {
    await measure(`${url}${path}`, 2);
    const load = await measure(`${url}${path}`, seconds);
    rows.push({ what, load, bytes: page.length, memory: memoryOf(server.pid ?? 0).now });
  }
  server.kill("SIGTERM");
  await ended;
}

/** Opens every area and indicator in both languages, once. @returns how many pages */
async function visitAll(url: string): Promise<number> {
  const paths = new Set<string>();
  for (const start of ["/indicatoren", "/regios", "/en/indicators", "/en/regions"]) {
    const html = await (await fetch(`${url}${start}`)).text();
    for (const [, path] of html.matchAll(/href="(\/[^"#]*)"/g)) paths.add(path!.replaceAll("&amp;", "&"));
  }
  for (const path of paths) await (await fetch(`${url}${path}`)).arrayBuffer();
  return paths.size;
}

/** Pages while pictures that nobody asked for before are drawn, four visitors at a time; and what drawing takes. */
async function measurePictures(site: SiteProcess): Promise<void> {
  const page = `${site.url}/regio/zaanstreek-waterland`;
  const pictures = await unseenPictures(site.url);
  const tell = (what: string, it: Beside): void =>
    note(what, `p50 ${ms(it.p50)} ms, p99 ${ms(it.p99)} ms, longest ${ms(it.longest)} ms (${it.requests} requests)`);
  tell("a kept page, one visitor, nothing else", await measureBeside(page, [], 0, seconds));
  const beside = await measureBeside(page, pictures, 4, seconds);
  tell("a kept page, one visitor, while 4 others have pictures drawn", beside);
  note("pictures drawn meanwhile", `${(beside.drawn / seconds).toFixed(1)}/s (${beside.busy} sent away as too busy)`);
  const [drawing] = childrenOf(site.pid);
  if (drawing !== undefined) note("memory of the drawing process, highest", megabytes(memoryOf(drawing).most));
  note("memory of the site after the pictures", megabytes(memoryOf(site.pid).now));
}

/** A site that is only read: from the start through every page. */
async function measureVisit(): Promise<void> {
  const site = await startSite({ data });
  await visitAll(site.url);
  const { now, most } = memoryOf(site.pid);
  note("memory of a fresh site after visiting all pages once", `${megabytes(now)} (highest ${megabytes(most)})`);
  await site.stop();
}

/** Addresses of charts by area: what the pages link to is drawn for one area only. */
async function unseenPictures(url: string): Promise<string[]> {
  const html = await (await fetch(`${url}/regios`)).text();
  const areas = [...new Set([...html.matchAll(/href="\/regio\/([^"#?]+)"/g)].map((it) => it[1]!))];
  return ["reports-received", "advice-started", "reporter-type"].flatMap((id) =>
    areas.flatMap((area) =>
      ["kaart", "verdeling"].map((it) => `${url}/indicator/${id}.png?regio=${area}&grafiek=${it}`),
    ),
  );
}

function megabytes(value: number): string {
  return value === 0 ? "unknown on this system" : `${Math.round(value)} MB`;
}

function print(): void {
  const file = rows[0]!;
  const day = new Date().toISOString().slice(0, 10);
  const busy = loadavg()[2]!.toFixed(1);
  console.log(
    `Measured on ${day}, ${cpus().length} cores, Node ${process.versions.node}; ${connections} connections by ` +
      `${generator}, ${seconds} s each; load of the machine over the last quarter of an hour ${busy}.\n`,
  );
  const columns = ["answer", "requests/s", "of the static file", "p50 ms", "p99 ms", "of the static file"];
  console.log(`| ${[...columns, "kB on the wire", "failures", "memory after", "of the static file"].join(" | ")} |`);
  console.log("| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
  for (const { what, load, bytes, memory } of rows) {
    const speed = [load.perSecond.toFixed(load.perSecond < 100 ? 1 : 0), share(load.perSecond / file.load.perSecond)];
    const wait = [ms(load.p50), ms(load.p99), share(load.p99 / file.load.p99)];
    const size = [(bytes / 1000).toFixed(1), String(load.failures), megabytes(memory), share(memory / file.memory)];
    console.log(`| ${[what, ...speed, ...wait, ...size].join(" | ")} |`);
  }
  console.log("\n| what | measured |\n| --- | --: |");
  for (const it of notes) console.log(it);
}

function ms(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}

function share(ratio: number): string {
  return ratio >= 0.1 ? ratio.toFixed(2) : ratio.toFixed(4);
}
