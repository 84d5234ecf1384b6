import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { identifier, literal, openDuck } from "@impactmonitor/pipeline/duck";
import { addDelivery } from "@impactmonitor/pipeline/deliveries/add-delivery";
import { readLayouts } from "@impactmonitor/pipeline/deliveries/layout";
import { pseudonymKey } from "@impactmonitor/pipeline/deliveries/pseudonym";
import { readProtocols } from "@impactmonitor/pipeline/deliveries/read-protocol";
import { deliveryFolder } from "@impactmonitor/pipeline/practice/delivery-folder";
import { largeDelivery } from "@impactmonitor/pipeline/practice/large-delivery";
import { readPractice } from "@impactmonitor/pipeline/practice/practice";
import { readCatalogue } from "@impactmonitor/pipeline/read-catalogue";
import { draftEdition } from "@impactmonitor/pipeline/steer/draft-edition";
import { placesOf } from "@impactmonitor/pipeline/steer/places";
import { standingRecords } from "@impactmonitor/pipeline/steer/standing-records";
import { memoryOf } from "../../scripts/process-memory.ts";

/**
 * Receives one delivery of so many million records and makes a sealed edition of it, and compares that with DuckDB reading all columns of
 * the same files once and hashing one field of every row, by the clock and in processor time: on a machine that does other things as well
 * only the latter can be compared. Each step in a process of its own. `node bench/records/run.ts [1 10 30]`
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const [word = "", folder = ""] = process.argv.slice(2);

if (word === "make") make(Number(folder), process.argv[4] ?? "");
else if (word === "read") await timed(() => readAndHash(folder));
else if (word === "receive") await timed(() => receive(folder));
else if (word === "seal") await timed(() => seal(folder));
else compare(process.argv.slice(2).map(Number));

function compare(sizes: readonly number[]): void {
  const columns = ["million records", "reading and hashing, s (CPU s)", "receiving", "to a sealed edition"];
  console.log(`| ${[...columns, "× receiving (CPU)", "× both (CPU)", "most memory, MB"].join(" | ")} |`);
  console.log("| --: | --: | --: | --: | --: | --: | --: |");
  for (const millions of sizes.length > 0 ? sizes : [1]) {
    const place = mkdtempSync(join(tmpdir(), "records-"));
    try {
      child("make", String(millions), place);
      const [read, received, sealed] = [child("read", place), child("receive", place), child("seal", place)];
      const whole = { seconds: received.seconds + sealed.seconds, cpu: received.cpu + sealed.cpu };
      const times = (it: Pick<Measured, "seconds" | "cpu">): string =>
        `${(it.seconds / read.seconds).toFixed(1)} (${(it.cpu / read.cpu).toFixed(1)})`;
      const steps = [read, received, sealed].map((it) => `${it.seconds.toFixed(1)} (${it.cpu.toFixed(1)})`);
      const most = Math.round(Math.max(received.memory, sealed.memory));
      console.log(`| ${[millions, ...steps, times(received), times(whole), most].join(" | ")} |`);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }
}

interface Measured {
  readonly seconds: number;
  readonly cpu: number;
  /** Most at once, in MB. */
  readonly memory: number;
}

function child(...words: string[]): Measured {
  const ran = spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...words], { encoding: "utf8" });
  if (ran.status !== 0) throw new Error(ran.stderr);
  const [seconds = 0, cpu = 0, memory = 0] = ran.stdout.trim().split(" ").map(Number);
  return { seconds, cpu, memory };
}

async function timed(work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage();
  console.log(`${seconds} ${(user + system) / 1e6} ${memoryOf(process.pid).most}`);
}

function make(millions: number, place: string): void {
  const practice = readPractice(root);
  if (!practice.ok) throw new Error("the practice settings have problems");
  const open = deliveryFolder(join(place, "in"), practice.value.protocol);
  largeDelivery(practice.value, { open, records: millions * 1_000_000 });
  console.log("0 0 0");
}

function deliveryIn(place: string): string {
  return join(place, "in", readdirSync(join(place, "in"))[0]!);
}

/** The least that anybody would have to do: every column of every file once, and a hash of the first field of each row. */
async function readAndHash(place: string): Promise<void> {
  await using duck = await openDuck({ spill: join(place, "spill") });
  const files = readdirSync(deliveryIn(place)).filter((it) => it.endsWith(".csv"));
  for (const file of files) {
    const source = `read_csv(${literal(join(deliveryIn(place), file))}, all_varchar = true, header = true, delim = ',')`;
    const [first] = await duck.rows<{ column_name: string }>(`DESCRIBE SELECT * FROM ${source}`);
    await duck.rows(`SELECT count(COLUMNS(*)), max(sha256(${identifier(first!.column_name)})) FROM ${source}`);
  }
}

async function receive(place: string): Promise<void> {
  const catalogue = readCatalogue(root);
  if (!catalogue.ok) throw new Error("the catalogue has problems");
  const protocols = readProtocols(root, catalogue.value.codelists);
  if (!protocols.ok) throw new Error("a protocol has problems");
  const layouts = readLayouts(root, protocols.value);
  if (!layouts.ok) throw new Error("a layout has problems");
  const { areas, memberships } = catalogue.value;
  const done = await addDelivery({
    path: deliveryIn(place),
    folder: join(place, "deliveries"),
    by: "bench",
    said: {},
    practice: true,
    catalogue: { areas, memberships, protocols: protocols.value },
    layouts: layouts.value,
    key: pseudonymKey(Buffer.from("only for measuring, of 32 bytes or more")),
    progress: () => {},
  });
  if (done.outcome !== "accepted") throw new Error(JSON.stringify(done).slice(0, 400));
}

async function seal(place: string): Promise<void> {
  const [id, date] = ["2026-11", "2026-11-22"];
  const records = standingRecords({
    root,
    deliveries: join(place, "deliveries"),
    id,
    title: "bench",
    date,
    spill: join(place, "spill"),
  });
  if (!records.ok || !records.value) throw new Error("no records stand");
  const places = placesOf(place, "practice");
  const request = {
    root,
    places,
    id,
    date,
    by: "bench",
    when: new Date(),
    records: records.value,
    audit: "none" as const,
  };
  const drafted = await draftEdition(request);
  if (!drafted.ok) throw new Error(drafted.messages.join("\n"));
}
