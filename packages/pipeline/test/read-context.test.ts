import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readContext, readMaps } from "../src/read-context.ts";
import { builtEdition, root } from "./built-edition.ts";

const { catalogue } = builtEdition();
const header = "area,classification,year,variable,value,status,source";
const good = "GM0003,2020,2020,population-total,11642,official,cbs-03759ned";
const source = 'cbs-03759ned,"CBS, population",03759ned,https://www.cbs.nl/03759ned';
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "context-"));
  mkdirSync(join(folder, "figures"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(rows: readonly string[], sources: readonly string[] = [source]) {
  writeFileSync(join(folder, "figures/context.csv"), `${[header, ...rows].join("\n")}\n`);
  writeFileSync(join(folder, "figures/context-sources.csv"), `${["id,title,table,url", ...sources].join("\n")}\n`);
  return readContext(folder, catalogue);
}

describe("population and context", () => {
  test("are read with their territory, year, status and the table that they come from", () => {
    expect(read([good])).toEqual({
      ok: true,
      value: {
        values: [
          {
            area: "GM0003",
            classification: "2020",
            year: 2020,
            variable: "population-total",
            value: 11_642,
            status: "official",
            source: "cbs-03759ned",
          },
        ],
        sources: [
          { id: "cbs-03759ned", title: "CBS, population", table: "03759ned", url: "https://www.cbs.nl/03759ned" },
        ],
      },
    });
  });

  test.each([
    ["an unknown area", "GM0003,", "GM9999,", "There is no area GM9999."],
    ["an unknown variable", "population-total", "people", "There is no variable people."],
    ["an unknown table", "cbs-03759ned", "cbs-00000ned", "There is no source cbs-00000ned."],
    ["a status that is none", "official", "sure", "Unknown status “sure”."],
    ["a number in Dutch writing", "11642", "11.642.0", "“11.642.0” is no number."],
    ["a year of two digits", ",2020,population", ",20,population", "“20” is no year."],
  ])("with %s are refused with file, line and mend", (_, from, to, what) => {
    expect(read([good.replace("GM0003", "GM0010"), good.replace(from, to)])).toMatchObject({
      ok: false,
      problems: [{ file: "figures/context.csv", line: 3, what, mend: expect.stringMatching(/.+/) }],
    });
  });

  test("from a table whose address runs a script are refused", () => {
    expect(read([good], [source.replace("https://www.cbs.nl/03759ned", "javascript:alert(1)")])).toMatchObject({
      ok: false,
      problems: [{ file: "figures/context-sources.csv", line: 2, what: "“javascript:alert(1)” is no address." }],
    });
  });

  test("with semicolons, or not there, are refused", () => {
    expect(read([good.replaceAll(",", ";")])).toMatchObject({ ok: false, problems: [{ line: 2 }] });
    rmSync(join(folder, "figures/context.csv"));
    expect(readContext(folder, catalogue)).toMatchObject({
      ok: false,
      problems: [{ what: "The file does not exist." }],
    });
  });

  test("of an imported table stand in place of ours, and bring their source", () => {
    read([good]);
    const imported = join(folder, "imported");
    mkdirSync(imported);
    writeFileSync(
      join(imported, "70072ned.csv"),
      `${header}\n${good.replace("11642", "11700").replace("03759ned", "70072ned")}\n`,
    );
    const outcome = readContext(folder, catalogue, imported);
    expect(outcome).toMatchObject({ ok: true, value: { values: [{ value: 11_700, source: "cbs-70072ned" }] } });
    expect(outcome.ok && outcome.value.sources.map((it) => it.id)).toEqual(["cbs-03759ned", "cbs-70072ned"]);
  });
});

test("the maps of the project are JSON with shapes, by their name", () => {
  const maps = readMaps(root);
  expect([...maps.keys()]).toContain("regions");
  for (const text of maps.values()) expect(JSON.parse(text)).toMatchObject({ shapes: expect.any(Array) });
  expect(readMaps(folder).size).toBe(0);
});
