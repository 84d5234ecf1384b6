import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importCbs, type ImportOptions } from "../../src/import-cbs/import-cbs.ts";
import { startCbsServer, type CbsServer, type TestTable } from "./cbs-server.ts";
import { testEffects, testRoot, type TestRoot } from "./test-root.ts";
import { groupedTable, populationTable, safetyTable } from "./test-table.ts";

let place: TestRoot;
let server: CbsServer;
beforeEach(() => {
  place = testRoot();
});
afterEach(async () => {
  await server.close();
  place.clean();
});

async function importing(table: TestTable, more: Partial<ImportOptions>) {
  server = await startCbsServer(table);
  const effects = testEffects();
  const outcome = await importCbs(
    { root: place.root, data: place.data, tables: [table.id], quiet: true, ...more },
    effects,
  );
  return { outcome, said: effects.lines.join("\n") };
}
const result = (table: string): string => readFileSync(`${place.data}/cbs/${table}.csv`, "utf8");
const mixed = (i: number) =>
  [{ value: null, text: "." }, { value: null, attribute: "Impossible" }, { value: 0 }][i] ?? { value: 10 * i };

describe("a table over OData v3", () => {
  test("gives the same rows as over v4, for all its padded codes, wide rows and dots", async () => {
    const table = safetyTable(mixed);
    table.pageSize = 4;
    server = await startCbsServer(table);
    const options = { root: place.root, data: place.data, tables: [table.id], quiet: true };
    await importCbs({ ...options, base: server.v4 }, testEffects());
    const v4 = result("99001NED");
    const outcome = await importCbs({ ...options, base: server.v3, v3: true }, testEffects());
    expect(outcome.failed).toEqual([]);
    expect(result("99001NED")).toBe(v4);
    expect(v4).toContain("reports-received,NL01,2021H1,count,,,,,,unspecified,,");
    expect(v4).toContain("reports-received,NL01,2021,count,,,,,,not-applicable,,");
  });

  test("tells measures apart by their groups", async () => {
    server = await startCbsServer(groupedTable());
    const options = { root: place.root, data: place.data, tables: ["99002NED"], quiet: true };
    await importCbs({ ...options, base: server.v4 }, testEffects());
    const v4 = result("99002NED");
    await importCbs({ ...options, base: server.v3, v3: true }, testEffects());
    expect(result("99002NED")).toBe(v4);
  });

  test("asks only for the columns that are used", async () => {
    const { outcome } = await importing(populationTable(), {});
    await server.close();
    expect(outcome.failed).toHaveLength(1);
    server = await startCbsServer(populationTable());
    await importCbs(
      { root: place.root, data: place.data, tables: ["99003ned"], base: server.v3, v3: true, quiet: true },
      testEffects(),
    );
    const asked = server.requests.find((it) => it.includes("UntypedDataSet")) ?? "";
    expect(asked).toContain("$select=ID,Geslacht,RegioS,Perioden,BevolkingOp1Januari_1");
    expect(asked).toContain("$filter=(Geslacht eq 'T001038')");
  });
});

describe("v3 as a fallback", () => {
  const hosts = () => ({ v4: server.v4, v3: server.v3 });

  test("is used when v4 has the metadata of a table but not its observations", async () => {
    server = await startCbsServer(safetyTable());
    server.fail("/Observations", { status: 404 });
    const effects = testEffects();
    const outcome = await importCbs(
      { root: place.root, data: place.data, tables: ["99001NED"], quiet: true, hosts: hosts() },
      effects,
    );
    expect(outcome.imported[0]).toMatchObject({ rows: 36 });
    expect(effects.lines.join("\n")).toContain("Trying v3");
  });

  test("is used when v4 is out", async () => {
    server = await startCbsServer(safetyTable());
    server.fail("/odata/v1/", ...Array.from({ length: 5 }, () => ({ status: 503 })));
    const outcome = await importCbs(
      { root: place.root, data: place.data, tables: ["99001NED"], quiet: true, hosts: hosts() },
      testEffects(),
    );
    expect(outcome.imported[0]).toMatchObject({ rows: 36 });
  });

  test("is not used for what the mapping file lacks", async () => {
    const table = safetyTable();
    table.dimensions[0]!.codes.push({ identifier: "A900", title: "Nieuw" });
    server = await startCbsServer(table);
    await importCbs(
      { root: place.root, data: place.data, tables: ["99001NED"], quiet: true, hosts: hosts() },
      testEffects(),
    );
    table.dimensions[0]!.codes.pop();
    expect(server.requests.some((it) => it.includes("/ODataFeed/"))).toBe(false);
  });
});
