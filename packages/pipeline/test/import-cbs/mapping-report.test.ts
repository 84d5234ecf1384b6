import { existsSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importCbs, type ImportOptions } from "../../src/import-cbs/import-cbs.ts";
import { startCbsServer, type CbsServer, type TestTable } from "./cbs-server.ts";
import { testEffects, testRoot, type TestRoot } from "./test-root.ts";
import { fullTable, safetyShape, safetyTable } from "./test-table.ts";

let place: TestRoot;
let server: CbsServer | undefined;
beforeEach(() => {
  place = testRoot();
});
afterEach(async () => {
  await server?.close();
  place.clean();
});

async function importing(table: TestTable, more: Partial<ImportOptions> = {}) {
  server = await startCbsServer(table);
  const outcome = await importCbs(
    { root: place.root, data: place.data, tables: ["99001NED"], base: server.v4, quiet: true, ...more },
    testEffects(),
  );
  const file = `${place.data}/cbs/99001NED.mapping-report.txt`;
  return {
    failure: outcome.failed[0]?.failure,
    report: existsSync(file) ? readFileSync(file, "utf8") : "",
    written: existsSync(`${place.data}/cbs/99001NED.csv`),
    cellsAsked: server.requests.some((it) => it.includes("/Observations")),
  };
}

/** The safety table with something changed in its own lists. */
function changed(
  change: (shape: { -readonly [K in keyof typeof safetyShape]: (typeof safetyShape)[K] }) => void,
): TestTable {
  const shape = structuredClone(safetyShape);
  change(shape);
  return fullTable(shape);
}

describe("what the mapping file does not know stops the import before a cell is read", () => {
  test("a new code: the report says where it stands, what looks like it, and what to add where", async () => {
    const it = await importing(
      changed((shape) => shape.dimensions[1]!.codes.push({ identifier: "B300", title: "Overdracht elders" })),
    );
    expect(it.failure?.kind).toBe("mapping");
    expect(it.failure?.where).toContain("99001NED.mapping-report.txt");
    expect(it.written).toBe(false);
    expect(it.cellsAsked).toBe(false);
    expect(it.report).toContain("dimension: Beoordeling");
    expect(it.report).toContain("title:     Overdracht elders");
    expect(it.report).toContain("code:      B300");
    expect(it.report).toContain("looks like: Overdracht (a hint, not a match)");
    expect(it.report).toContain("add to catalogue/cbs/99001NED.yaml:");
    expect(it.report).toContain(`- { title: "Overdracht elders", is: { …: … } }`);
    expect(it.report).toContain("Kort in het Nederlands");
  });

  test("a title that differs in one letter is no match", async () => {
    const it = await importing(
      changed((shape) => void (shape.dimensions[0]!.codes[1] = { identifier: "A100", title: "acute onveiligheid" })),
    );
    expect(it.report).toContain("looks like: Acute onveiligheid");
    expect(it.written).toBe(false);
  });

  test("a new measure, and a measure in another unit", async () => {
    const it = await importing(
      changed((shape) => {
        shape.measures = [
          { identifier: "M001", title: "Ontvangen meldingen", unit: "x 1 000" },
          { identifier: "M002", title: "Ontvangen klachten", unit: "aantal" },
        ];
      }),
    );
    expect(it.report).toContain("the unit is “x 1 000”, not “aantal”");
    expect(it.report).toContain("title:     Ontvangen klachten");
  });

  test("a new dimension, and one that is gone", async () => {
    const it = await importing(
      changed((shape) => void (shape.dimensions[0] = { ...shape.dimensions[0]!, title: "Taxaties" })),
    );
    expect(it.report).toContain("the mapping file does not name this dimension");
    expect(it.report).toContain("the table has no such dimension any more");
  });

  test("an area that neither code nor name settles", async () => {
    const it = await importing(
      changed((shape) => {
        shape.dimensions[2]!.codes.push(
          { identifier: "VT04", title: "Midden-Brabant (VT)" },
          { identifier: "VT98", title: "Onbekendland (VT)" },
          { identifier: "GM9999", title: "Haren" },
        );
      }),
    );
    expect(it.report).toContain("code and title point to different areas");
    expect(it.report).toContain("Onbekendland (VT)");
    // “Haren” is a former municipality that Groningen took in: its figures are not those of Groningen.
    expect(it.report).toContain("title:     Haren");
    expect(it.report).toContain("add to catalogue/cbs/areas.yaml:");
  });

  test("a kind of period that is no year or half-year, and an unknown status", async () => {
    const it = await importing(
      changed((shape) => {
        shape.dimensions[3]!.codes.push(
          { identifier: "2021SJ00", title: "2021/'22" },
          { identifier: "2021KW01", title: "2021 1e kwartaal" },
          { identifier: "2024JJ00", title: "2024", status: "Geraamd" },
        );
      }),
    );
    expect(it.report).toContain("this kind of period is unknown");
    expect(it.report).toContain("periodKinds: [year, half-year, quarter]");
    expect(it.report).toContain("the status “Geraamd” is unknown");
  });

  test("a combination of breakdowns without an indicator", async () => {
    const file = `${place.root}/catalogue/cbs/99001NED.yaml`;
    place.write(
      "catalogue/cbs/99001NED.yaml",
      readFileSync(file, "utf8").replace(/^ +- \{ by: \[assessment-outcome, safety\].*\n/m, ""),
    );
    const it = await importing(safetyTable());
    expect(it.report).toContain("no indicator is named for this measure by assessment-outcome and safety");
  });

  test("with v3 the same", async () => {
    const table = changed((shape) => shape.dimensions[1]!.codes.push({ identifier: "B300", title: "Iets nieuws" }));
    server = await startCbsServer(table);
    const outcome = await importCbs(
      { root: place.root, data: place.data, tables: ["99001NED"], base: server.v3, v3: true, quiet: true },
      testEffects(),
    );
    expect(outcome.failed[0]?.failure.kind).toBe("mapping");
  });
});

describe("what only the cells show stops the import too", () => {
  test("a code that the table's own list lacks", async () => {
    const table = safetyTable();
    const { at } = table;
    table.at = (i) => (i === 7 ? { ...at(i), codes: ["T001", "B999", "NL01", "2021JJ00"] } : at(i));
    const it = await importing(table);
    expect(it.report).toContain("cells have this code, but the table's own list does not name it");
    expect(it.report).toContain("B999");
    expect(it.written).toBe(false);
  });

  test("a reason for an empty cell that nobody gave a meaning, until the mapping file does", async () => {
    const table = safetyTable((i) => (i === 0 ? { value: null, attribute: "Confidential" } : { value: 5 }));
    const it = await importing(table);
    expect(it.report).toContain("valueAttributes:");
    await server?.close();
    const file = readFileSync(`${place.root}/catalogue/cbs/99001NED.yaml`, "utf8");
    place.write("catalogue/cbs/99001NED.yaml", `${file}valueAttributes: { Confidential: suppressed }\n`);
    const second = await importing(table);
    expect(second.failure).toBeUndefined();
    expect(second.report).toBe("");
    expect(readFileSync(`${place.data}/cbs/99001NED.csv`, "utf8")).toContain(
      "reports-received,NL01,2021H1,count,,,,,,suppressed,,",
    );
  });

  test("a mapping file that names what the catalogue lacks is refused first", async () => {
    const file = readFileSync(`${place.root}/catalogue/cbs/99001NED.yaml`, "utf8");
    place.write("catalogue/cbs/99001NED.yaml", file.replace("indicator: unsafe-reports", "indicator: no-such-thing"));
    const it = await importing(safetyTable());
    expect(it.failure?.kind).toBe("catalogue");
    expect(it.failure?.where).toMatch(/catalogue\/cbs\/99001NED\.yaml:\d+ {2}There is no indicator no-such-thing/);
  });
});
