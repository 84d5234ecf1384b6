import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { addDelivery } from "../../src/deliveries/add-delivery.ts";
import { standingDeliveries } from "../../src/deliveries/register.ts";
import { literal, openDuck } from "../../src/duck.ts";
import { goodTables, request, testKey, toCsv, writeDelivery } from "./sample-delivery.ts";

const parent = mkdtempSync(join(tmpdir(), "killed-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const cases = 3_000;
/** Few among many, so that compression finds nothing to refer to and leaves their bytes as they are. */
const planted = [
  "731946058",
  "284057361",
  "905813274",
  "418260597",
  "650392718",
  "167480925",
  "839571406",
  "502738164",
];
const every = cases / planted.length;
const bsnOf = (i: number): string => (i % every === 0 ? planted[i / every]! : "000000000");
const births = ["19530817", "19671124"];

const rows = Array.from({ length: cases }, (_, i) => i);
const delivery = (name: string): string =>
  writeDelivery(join(parent, name), {
    "casus.csv": toCsv([goodTables.casus![0]!, ...rows.map((i) => [`C${i}`, "", "20240105", ""])]),
    "persoon.csv": toCsv([goodTables.persoon![0]!, ...rows.map((i) => [`C${i}`, bsnOf(i), births[i % 2]!, "V"])]),
  });

/** Planted ids and dates of birth in any file under a folder, as plain bytes. */
function foundUnder(folder: string): string[] {
  const found: string[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    if (!statSync(path).isFile()) continue;
    const bytes = readFileSync(path);
    found.push(...[...planted, ...births].filter((it) => bytes.includes(it)).map((it) => `${name}: ${it}`));
  }
  return found;
}

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly said: string;
}
function child(path: string, data: string, mode: string, dieAt: number, after: number): Promise<Ended> {
  const temp = join(data, "..", "temp");
  mkdirSync(temp, { recursive: true });
  return new Promise((resolve) => {
    const script = fileURLToPath(new URL("add-child.ts", import.meta.url));
    const running = spawn(process.execPath, [script, path, data, mode, String(dieAt), String(after)], {
      env: { ...process.env, TMPDIR: temp, NODE_NO_WARNINGS: "1" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    running.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    running.once("close", (code, signal) => resolve({ code, signal, said: said.trim() }));
  });
}

describe("person ids never reach the disk", () => {
  test("the search finds them where they are: in the sender's file, and in Parquet that holds them", async () => {
    const path = delivery("control");
    expect(foundUnder(path).filter((it) => it.startsWith("persoon.csv"))).toHaveLength(planted.length + births.length);
    const raw = join(parent, "raw");
    mkdirSync(raw);
    await using duck = await openDuck({ spill: join(parent, "spill"), threads: 2 });
    const source = `read_csv(${literal(join(path, "persoon.csv"))}, all_varchar = true, delim = ';')`;
    await duck.run(
      `COPY (SELECT bsn, geboortedatum FROM ${source}) TO ${literal(join(raw, "raw.parquet"))} (FORMAT parquet)`,
    );
    expect(foundUnder(raw).length).toBeGreaterThanOrEqual(planted.length);
  });

  test("not of a delivery that is whole, nor of one that is killed at any moment", async () => {
    const path = delivery("in");
    const steps = Number((await child(path, join(parent, "count", "data"), "add", 0, 0)).said);
    expect(foundUnder(join(parent, "count"))).toEqual([]);
    expect(steps).toBeGreaterThan(20);
    // While files are read, just after persons were, while records are compared, and while they are kept.
    const moments = [13, 14, steps - 1, steps].map((step, i) => [step, [0, 10, 0, 25][i]!] as const);
    for (const [step, after] of moments) {
      const home = join(parent, `at-${step}`);
      const data = join(home, "data");
      const first = writeDelivery(join(parent, `first-${step}`));
      await addDelivery(request(first, data));
      const ended = await child(path, data, "replace", step, after);
      // A moment after the last step it may have lived.
      expect(after === 0 ? ended.signal : "SIGKILL").toBe("SIGKILL");
      expect(foundUnder(home)).toEqual([]);
      await expectOneWhole(data);
      const again = await addDelivery(request(path, data, { mode: "replace" }));
      expect(["accepted", "rejected"]).toContain(again.outcome);
      expect(readdirSync(data).filter((it) => it.endsWith(".partial"))).toEqual([]);
      expect(readdirSync(join(data, "records"))).toHaveLength(1);
    }
  }, 180_000);
});

/** What stands is the old delivery or the new, with all its records. */
async function expectOneWhole(data: string): Promise<void> {
  const [standing] = standingDeliveries(data);
  await using duck = await openDuck({ spill: join(parent, "spill"), threads: 1, memoryMb: 100 });
  const file = literal(join(standing!.folder, "persoon.parquet"));
  const [row] = await duck.rows<{ n: number }>(`SELECT count(*) AS n FROM read_parquet(${file})`);
  expect([goodTables.persoon!.length - 1, cases]).toContain(row?.n);
  const [one] = await duck.rows<{ persoon: string }>(
    `SELECT persoon::VARCHAR AS persoon FROM read_parquet(${file}) WHERE persoon IS NOT NULL LIMIT 1`,
  );
  expect(one?.persoon).toBe(testKey.pseudonym(row?.n === cases ? planted[0]! : "123456782"));
}
