import { existsSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importCbs, type ImportOptions } from "../../src/import-cbs/import-cbs.ts";
import { startCbsServer, type CbsServer } from "./cbs-server.ts";
import { testEffects, testRoot, type TestRoot } from "./test-root.ts";
import { groupedTable, populationTable, safetyTable } from "./test-table.ts";

let place: TestRoot;
let server: CbsServer | undefined;
beforeEach(() => {
  place = testRoot();
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  place.clean();
});

const options = (tables: string[], more: Partial<ImportOptions> = {}): ImportOptions => ({
  root: place.root,
  data: place.data,
  tables,
  base: server!.v4,
  quiet: true,
  ...more,
});
const result = (table: string): string => readFileSync(`${place.data}/cbs/${table}.csv`, "utf8");

describe("a table over OData v4", () => {
  test("becomes sorted rows in the form of figures/, by its own titles", async () => {
    server = await startCbsServer(safetyTable());
    const outcome = await importCbs(options(["99001NED"]), testEffects());
    expect(outcome.failed).toEqual([]);
    const lines = result("99001NED").trimEnd().split("\n");
    expect(lines[0]).toBe(
      "indicator,area,period,measure,breakdown,value,lower,upper,n,absent,marks,primary,published,source_title,source_url,note",
    );
    // 54 cells less 18 with two breakdowns at once.
    expect(outcome.imported[0]).toMatchObject({ rows: 36, cells: 54, ignored: 18 });
    expect(lines).toHaveLength(37);
    const keys = lines.slice(1).map((line) => line.split(",").slice(0, 5).join("\t"));
    expect(keys).toEqual(keys.toSorted());
    const title = `CBS StatLine 99001NED: Testtabel; verzonnen cijfers`;
    expect(lines).toContain(
      `reports-received,NL01,2021H1,count,,11,,,,,,yes,2025-01-01,${title},https://www.cbs.nl/test,`,
    );
    expect(lines).toContain(
      `safety-assessment-outcome,VT04,2021,count,assessment-outcome=transfer,154,,,,,revised-provisional,yes,2025-01-01,${title},https://www.cbs.nl/test,`,
    );
    expect(
      lines.some((line) => line.startsWith("unsafe-reports,GM0080,2023H2,count,safety=acute,396,,,,,provisional,")),
    ).toBe(true);
  });

  test("gives the same bytes each time, whatever the page size", async () => {
    const table = safetyTable();
    server = await startCbsServer(table);
    await importCbs(options(["99001NED"]), testEffects());
    const first = result("99001NED");
    table.pageSize = 7;
    table.version = "202501010001";
    await importCbs(options(["99001NED"], { lump: 5 }), testEffects());
    expect(result("99001NED")).toBe(first);
  });

  test("reads over page ends by following absolute links", async () => {
    const table = safetyTable();
    table.pageSize = 10;
    server = await startCbsServer(table);
    const outcome = await importCbs(options(["99001NED"]), testEffects());
    expect(outcome.imported[0]).toMatchObject({ rows: 36, pagesFetched: 6, pagesFromCache: 0 });
    expect(server.requests.filter((it) => it.includes("/Observations"))).toHaveLength(6);
  });

  test("keeps why a cell has no value: a dot is unspecified, an impossible cell not applicable, zero a value", async () => {
    server = await startCbsServer(
      safetyTable(
        (i) =>
          [
            { value: null, text: "." },
            { value: null, attribute: "Impossible" },
            { value: 0 },
            { value: null },
            { value: null, text: "x" },
          ][i] ?? { value: 5 },
      ),
    );
    await importCbs(options(["99001NED"]), testEffects());
    const [header, ...lines] = result("99001NED").trimEnd().split("\n");
    expect(header).toContain("absent");
    const cell = (area: string, period: string) =>
      lines
        .find((it) => it.startsWith(`reports-received,${area},${period},`))!
        .split(",")
        .slice(5, 11)
        .join(",");
    expect(cell("NL01", "2021H1")).toBe(",,,,unspecified,");
    expect(cell("NL01", "2021")).toBe(",,,,not-applicable,");
    expect(cell("NL01", "2023H2")).toBe("0,,,,,provisional");
    expect(cell("VT04", "2021H1")).toBe(",,,,unspecified,");
    expect(cell("VT04", "2021")).toBe(",,,,suppressed,");
  });

  test("tells measures with the same title apart by their groups", async () => {
    server = await startCbsServer(groupedTable());
    const outcome = await importCbs(options(["99002NED"]), testEffects());
    expect(outcome.failed).toEqual([]);
    const lines = result("99002NED").split("\n");
    expect(lines.some((it) => it.startsWith("previous,NL01,2021H1,count,previous-involvement=repeat-report,0,"))).toBe(
      true,
    );
    expect(
      lines.some((it) => it.startsWith("previous,NL01,2021H1,count,previous-involvement=follow-up-report,9,")),
    ).toBe(true);
    expect(
      lines.some((it) => it.startsWith("previous,NL01,2021H1,percent,previous-involvement=repeat-report,18,")),
    ).toBe(true);
  });

  test("asks only for the codes and measures that are used, and writes population as context", async () => {
    server = await startCbsServer(populationTable());
    const outcome = await importCbs(options(["99003NED"]), testEffects());
    expect(outcome.failed).toEqual([]);
    expect(
      server.requests.some(
        (it) => it.includes("Measure eq 'BevolkingOp1Januari_1'") && it.includes("Geslacht eq 'T001038'"),
      ),
    ).toBe(true);
    expect(outcome.imported[0]).toMatchObject({ cells: 5, rows: 2 });
    expect(result("99003ned")).toBe(
      "area,classification,year,variable,value,status,source\nGM0080,2021,2021,population-total,33,official,cbs-99003ned\nNL01,2021,2021,population-total,11,official,cbs-99003ned\n",
    );
  });

  test("holds 100,000 cells on a page and goes on behind them", async () => {
    const many = {
      identifier: "RegioS",
      title: "Regio's",
      kind: "GeoDimension",
      codes: [{ identifier: "NL01", title: "Nederland" }],
    };
    const base = safetyTable();
    const years = Array.from({ length: 2100 - 1900 }, (_, i) => 1900 + i);
    const table = {
      ...base,
      dimensions: [
        base.dimensions[0]!,
        base.dimensions[1]!,
        { ...many, codes: municipalities(260) },
        {
          ...base.dimensions[3]!,
          codes: years.flatMap((year) => [
            { identifier: `${year}JJ00`, title: String(year), status: "Definitief" },
            { identifier: `${year}HJ01`, title: `1e halfjaar ${year}`, status: "Definitief" },
          ]),
        },
      ],
    };
    table.size = 260 * 400;
    table.at = (i) => ({
      measure: "M001",
      codes: [
        "T001",
        "T001",
        table.dimensions[2]!.codes[Math.floor(i / 400)]!.identifier,
        table.dimensions[3]!.codes[i % 400]!.identifier,
      ],
      value: i % 1000,
    });
    place.write(
      "catalogue/areas/areas.csv",
      `code,level,name,slug,valid_from,valid_to,aliases,changes\n${municipalities(260)
        .map((it) => `${it.identifier},municipality,${it.title},${it.title.toLowerCase()},2019-01-01,,,\n`)
        .join("")}`,
    );
    server = await startCbsServer(table);
    const outcome = await importCbs(options(["99001NED"], { lump: 30_000 }), testEffects());
    expect(outcome.failed).toEqual([]);
    expect(outcome.imported[0]).toMatchObject({ cells: 104_000, rows: 104_000, pagesFetched: 2 });
    const lines = result("99001NED").trimEnd().split("\n");
    expect(lines).toHaveLength(104_001);
    expect(lines.slice(1)).toEqual(lines.slice(1).toSorted());
    expect(existsSync(`${place.data}/cbs/cache/99001NED/rows`)).toBe(false);
  }, 60_000);
});

const municipalities = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ identifier: `GM${String(i + 1000)}`, title: `Testgemeente${i}` }));
