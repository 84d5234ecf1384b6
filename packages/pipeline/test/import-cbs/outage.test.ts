import { existsSync, readFileSync } from "node:fs";
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
const csv = (): string => `${place.data}/cbs/99001NED.csv`;

describe("a passing outage", () => {
  test("of the server is waited out, longer each time", async () => {
    server.fail("$skip=20", { status: 503 }, { status: 502 }, { status: 500 });
    const effects = testEffects();
    const outcome = await importCbs(options(), effects);
    expect(outcome.imported[0]).toMatchObject({ rows: 36 });
    expect(effects.naps).toEqual([1000, 2000, 4000]);
  });

  test("obeys Retry-After, in seconds and as a date", async () => {
    const inAMinute = new Date(Date.parse("2025-06-01T12:01:00Z")).toUTCString();
    server.fail(
      "/Properties",
      { status: 429, headers: { "retry-after": "7" } },
      { status: 503, headers: { "retry-after": inAMinute } },
    );
    const effects = testEffects();
    const outcome = await importCbs(options(), effects);
    expect(outcome.failed).toEqual([]);
    expect(effects.naps).toEqual([7000, 60_000]);
  });

  test("a broken connection and half a page are asked for again", async () => {
    server.fail("/Observations", "reset", "half");
    const effects = testEffects();
    const outcome = await importCbs(options(), effects);
    expect(outcome.imported[0]).toMatchObject({ rows: 36, pagesFetched: 3 });
    expect(effects.naps).toHaveLength(2);
  });

  test("a page of HTML with status 200 is no answer", async () => {
    server.fail("/MeasureCodes", { status: 200, body: "<html>Onderhoud</html>" });
    const outcome = await importCbs(options(), testEffects());
    expect(outcome.failed).toEqual([]);
  });

  test("a server that falls silent is given up and asked again", async () => {
    server.fail("/Dimensions", "silence");
    const outcome = await importCbs(options({ policy: { silence: 100 } }), testEffects());
    expect(outcome.failed).toEqual([]);
  });
});

describe("a lasting outage", () => {
  test("ends in one clear sentence in two languages, and keeps the earlier figures", async () => {
    await importCbs(options(), testEffects());
    const before = readFileSync(csv(), "utf8");
    table.version = "202502010000";
    server.fail("$skip=20", ...Array.from({ length: 5 }, () => ({ status: 503 })));
    const effects = testEffects();
    const outcome = await importCbs(options(), effects);
    expect(outcome.failed[0]?.failure.kind).toBe("unreachable");
    expect(readFileSync(csv(), "utf8")).toBe(before);
    const said = effects.lines.join("\n");
    expect(said).toContain("download de tabel met de hand en gebruik --file");
    expect(said).toContain("download the table by hand and use --file");
  });

  test("when CBS is out of reach, the next tables are not tried", async () => {
    await server.close();
    const effects = testEffects();
    const outcome = await importCbs(options({ tables: ["99001NED", "99002NED"] }), effects);
    expect(outcome.failed).toHaveLength(1);
    expect(effects.lines.join("\n")).toContain("CBS kan niet worden bereikt (ECONNREFUSED)");
  });

  test("a server that asks to wait for an hour is left alone", async () => {
    server.fail("/Properties", { status: 503, headers: { "retry-after": "3600" } });
    const effects = testEffects();
    const outcome = await importCbs(options(), effects);
    expect(outcome.failed).toHaveLength(1);
    expect(effects.naps).toEqual([]);
  });

  test("an answer larger than allowed is refused", async () => {
    const outcome = await importCbs(options({ policy: { maxBytes: 1000 } }), testEffects());
    expect(outcome.failed[0]?.failure.what.en).toContain("larger than");
  });
});

describe("another host", () => {
  test("is not followed after a redirect", async () => {
    server.fail("/Properties", { status: 302, headers: { location: "https://elsewhere.example/Properties" } });
    const outcome = await importCbs(options(), testEffects());
    expect(outcome.failed[0]?.failure.kind).toBe("refused");
    expect(outcome.failed[0]?.failure.what.en).toContain("https://elsewhere.example");
  });

  test("is not followed for a next page", async () => {
    const answer = (await (await fetch(`${server.v4}/99001NED/Observations?$count=true`)).text()).replace(
      /"@odata.nextLink":"[^"]*"/,
      `"@odata.nextLink":"http://elsewhere.example/Observations?$skip=20"`,
    );
    server.fail("/Observations", { status: 200, headers: { "content-type": "application/json" }, body: answer });
    const outcome = await importCbs(options(), testEffects());
    expect(outcome.failed[0]?.failure.what.en).toContain("another address");
  });

  test("a redirect within the host is followed", async () => {
    server.fail("/Dimensions", { status: 307, headers: { location: `/odata/v1/CBS/99001NED/Dimensions?moved` } });
    const outcome = await importCbs(options(), testEffects());
    expect(outcome.failed).toEqual([]);
  });
});

describe("a damaged table", () => {
  test("that is empty writes nothing", async () => {
    table.size = 0;
    const outcome = await importCbs(options(), testEffects());
    expect(outcome.failed[0]?.failure.what.en).toBe("The table is empty.");
    expect(existsSync(csv())).toBe(false);
  });

  test("with fewer cells than it counts is not taken for whole", async () => {
    const full = table.at;
    const answer = JSON.parse(await (await fetch(`${server.v4}/99001NED/Observations?$count=true&$skip=40`)).text());
    server.fail("$skip=20", {
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ value: answer.value }),
    });
    table.at = full;
    const outcome = await importCbs(options(), testEffects());
    expect(outcome.failed[0]?.failure.what.en).toContain("of 54 cells");
    expect(existsSync(csv())).toBe(false);
  });

  test.each([1e15, 1e300, -5, 12.5])("with the impossible count %d names the cell", async (value) => {
    const { at } = table;
    table.at = (i) => ({ ...at(i), ...(i === 3 ? { value } : {}) });
    const outcome = await importCbs(options(), testEffects());
    expect(outcome.failed[0]?.failure.kind).toBe("data");
    expect(outcome.failed[0]?.failure.where).toContain("page 1, Id 3");
    expect(existsSync(csv())).toBe(false);
  });

  test("that says the same twice counts it once", async () => {
    const { at } = table;
    table.size = 55;
    table.at = (i) => at(i % 54);
    const outcome = await importCbs(options(), testEffects());
    expect(outcome.imported[0]).toMatchObject({ rows: 36, cells: 55 });
  });

  test("that gives two values for one thing writes nothing", async () => {
    const { at } = table;
    table.size = 55;
    table.at = (i) => (i === 54 ? { ...at(0), value: 99 } : at(i));
    const outcome = await importCbs(options(), testEffects());
    expect(outcome.failed[0]?.failure.what.en).toContain("two values for the same thing: 11 and 99");
    expect(existsSync(csv())).toBe(false);
  });

  test("whose pages refer in a circle ends", async () => {
    server.fail("$skip=20", {
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ value: [], "@odata.nextLink": `${server.v4}/99001NED/Observations?$count=true` }),
    });
    const outcome = await importCbs(options(), testEffects());
    expect(outcome.failed[0]?.failure.what.en).toContain("circle");
  });

  test("that is another table is refused", async () => {
    server.fail("/Properties", {
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ Identifier: "99009NED", Title: "Iets anders" }),
    });
    const outcome = await importCbs(options(), testEffects());
    expect(outcome.failed[0]?.failure.what.en).toBe("This is table 99009NED, not 99001NED.");
  });
});
