import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importCbs, type ImportOptions } from "../../src/import-cbs/import-cbs.ts";
import { startCbsServer, type CbsServer } from "./cbs-server.ts";
import { testEffects, testRoot, type TestRoot } from "./test-root.ts";
import { safetyTable } from "./test-table.ts";

let place: TestRoot;
let server: CbsServer;
const table = safetyTable();
beforeEach(async () => {
  place = testRoot();
  Object.assign(table, safetyTable(), { pageSize: 20 });
  server = await startCbsServer(table);
});
afterEach(async () => {
  await server.close();
  place.clean();
});

const options = (more: Partial<ImportOptions> = {}): ImportOptions => ({
  root: place.root,
  data: place.data,
  tables: ["99001NED"],
  base: server.v4,
  quiet: true,
  ...more,
});
const pages = (): string => {
  const folder = `${place.data}/cbs/cache/99001NED/pages`;
  return `${folder}/${readdirSync(folder)[0] ?? ""}`;
};
const asked = (): string[] =>
  server.requests.filter((it) => it.includes("/Observations")).map((it) => /skip=(\d+)/.exec(it)?.[1] ?? "0");

describe("an import that broke off", () => {
  test("goes on with the page that it lacks", async () => {
    server.fail("$skip=40", ...Array.from({ length: 5 }, () => ({ status: 503 })));
    await importCbs(options(), testEffects());
    expect(existsSync(`${place.data}/cbs/99001NED.csv`)).toBe(false);
    server.requests.length = 0;
    const outcome = await importCbs(options(), testEffects());
    expect(asked()).toEqual(["40"]);
    expect(outcome.imported[0]).toMatchObject({ rows: 36, pagesFetched: 1, pagesFromCache: 2 });
  });

  test("also when its process was killed in the middle of a page", async () => {
    server.fail("$skip=40", "silence");
    const module = new URL("../../src/import-cbs/import-cbs.ts", import.meta.url).href;
    const script = `import { importCbs } from ${JSON.stringify(module)}; await importCbs(${JSON.stringify(options())});`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "ignore" });
    await new Promise<void>((resolve) => {
      server.onRequest = (url) => {
        if (url.includes("$skip=40")) resolve();
      };
    });
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    expect(existsSync(`${place.data}/cbs/99001NED.csv`)).toBe(false);
    expect(existsSync(`${place.data}/cbs/99001NED.lock`)).toBe(true);
    server.requests.length = 0;
    const outcome = await importCbs(options(), testEffects());
    expect(outcome.imported[0]).toMatchObject({ rows: 36, pagesFetched: 1, pagesFromCache: 2 });
    expect(asked()).toEqual(["40"]);
  }, 20_000);

  test("throws half-written and damaged pages away", async () => {
    await importCbs(options(), testEffects());
    const first = readFileSync(`${place.data}/cbs/99001NED.csv`, "utf8");
    const [one, two, three] = readdirSync(pages()).sort();
    writeFileSync(`${pages()}/${two}`, readFileSync(`${pages()}/${two}`).subarray(0, 50));
    writeFileSync(`${pages()}/${three}.12345.part`, "half");
    expect(one).toBe("page-00001.json.gz");
    server.requests.length = 0;
    await importCbs(options(), testEffects());
    expect(asked()).toEqual(["20"]);
    expect(readdirSync(pages())).toEqual([one, two, three]);
    expect(readFileSync(`${place.data}/cbs/99001NED.csv`, "utf8")).toBe(first);
  });

  test("an import of a table that did not change asks for no page", async () => {
    await importCbs(options(), testEffects());
    server.requests.length = 0;
    const outcome = await importCbs(options(), testEffects());
    expect(asked()).toEqual([]);
    expect(outcome.imported[0]).toMatchObject({ pagesFetched: 0, pagesFromCache: 3 });
  });

  test("forgets the pages of an older version", async () => {
    await importCbs(options(), testEffects());
    table.version = "202507010000";
    server.requests.length = 0;
    await importCbs(options(), testEffects());
    expect(asked()).toEqual(["0", "20", "40"]);
    expect(readdirSync(`${place.data}/cbs/cache/99001NED/pages`)).toHaveLength(1);
  });
});

describe("a table that changes while it is read", () => {
  test("is read again from the start", async () => {
    let changed = false;
    server.onRequest = (url) => {
      if (!url.includes("skip=40") || changed) return;
      changed = true;
      table.version = "202502010000";
      table.at = ((at) => (i: number) => ({ ...at(i), value: 1000 + i }))(table.at);
    };
    const effects = testEffects();
    const outcome = await importCbs(options(), effects);
    expect(outcome.imported[0]).toMatchObject({ rows: 36 });
    expect(asked()).toEqual(["0", "20", "40", "0", "20", "40"]);
    expect(effects.lines.join("\n")).toContain("the table changed while it was read");
    // Nothing of the first reading is left.
    expect(readFileSync(`${place.data}/cbs/99001NED.csv`, "utf8")).toContain(
      "reports-received,NL01,2021H1,count,,1000,",
    );
  });

  test("and keeps changing is given up, with nothing written", async () => {
    let n = 0;
    server.onRequest = (url) => {
      if (url.includes("skip=40")) table.version = `20250301000${n++}`;
    };
    const outcome = await importCbs(options(), testEffects());
    expect(outcome.failed[0]?.failure.kind).toBe("changed");
    expect(existsSync(`${place.data}/cbs/99001NED.csv`)).toBe(false);
  });
});

describe("two imports at once", () => {
  test("the second one leaves, the first one's figures are whole", async () => {
    const both = await Promise.all([importCbs(options(), testEffects()), importCbs(options(), testEffects())]);
    const kinds = both.flatMap((it) => it.failed.map((failed) => failed.failure.kind));
    expect(kinds).toEqual(["busy"]);
    expect(both.flatMap((it) => it.imported)).toHaveLength(1);
    expect(readFileSync(`${place.data}/cbs/99001NED.csv`, "utf8").trimEnd().split("\n")).toHaveLength(37);
    expect(existsSync(`${place.data}/cbs/99001NED.lock`)).toBe(false);
  });

  test("the lock of a process that is gone is taken over; that of another machine is not", async () => {
    place.write("data/cbs/99001NED.lock", `2147483646 ${hostname()} 2025-01-01T00:00:00Z\n`);
    expect((await importCbs(options(), testEffects())).failed).toEqual([]);
    place.write("data/cbs/99001NED.lock", `1 another-machine 2025-01-01T00:00:00Z\n`);
    expect((await importCbs(options(), testEffects())).failed[0]?.failure.kind).toBe("busy");
  });
});
