import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import readExcel from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainText } from "../../src/deliveries/reports/report-workbook.ts";
import { writeReports } from "../../src/deliveries/reports/write-reports.ts";
import { realFiles } from "../../src/import-cbs/files.ts";
import type { Duck } from "../../src/duck.ts";
import { openSmallDuck, person, smallRecords, type SmallRecords } from "./small-records.ts";

let duck: Duck;
let folder = "";
const names = ["kwaliteitsrapport.html", "kwaliteitsrapport.xlsx", "spiegelrapport.html", "spiegelrapport.xlsx"];
/** A sender's own number can be anything. */
const hostile = `=HYPERLINK("http://example.org","<script>alert(1)</script>")`;
const records: SmallRecords = {
  advies: [
    { adviesnummer: hostile, datum_start: "2024-03-02", datum_einde: "2024-03-01", rol: "01", organisatie: "88" },
    { adviesnummer: "A2\u0007\ufffe<b>", datum_start: "2024-03-02", datum_einde: "2024-03-01", aard: ["01"] },
  ],
  casus: [{ casusnummer: "C1", gemeente: "GM0546", datum_start: "2024-01-05" }],
  persoon: [
    { casusnummer: "C1", persoon: person(77), geboortejaar: 1911, geslacht: "V" },
    { casusnummer: "C1", persoon: person(77), geboortejaar: 1911, geslacht: "V" },
  ],
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "reports-"));
  duck = await openSmallDuck(join(folder, "spill"));
  const current = await smallRecords(duck, records);
  const previous = await smallRecords(duck, records, { period: "2023H2" });
  const written = await writeReports(join(folder, "a"), current, previous, "2024-07-19");
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
});
afterAll(async () => {
  await duck[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const text = (name: string): string => readFileSync(join(folder, "a", name), "utf8");
const sheets = async (name: string): Promise<Map<string, unknown[][]>> =>
  new Map((await readExcel(readFileSync(join(folder, "a", name)))).map((it) => [it.sheet, it.data]));
const parts = (name: string): string =>
  Object.entries(unzipSync(readFileSync(join(folder, "a", name))))
    .filter(([part]) => /\.(xml|rels)$/.test(part))
    .map(([, bytes]) => new TextDecoder().decode(bytes))
    .join("\n");

test("four files, and nothing half-written beside them", () => {
  expect(readdirSync(join(folder, "a")).sort()).toEqual(names);
});

describe.each(["spiegelrapport.html", "kwaliteitsrapport.html"])("%s", (name) => {
  test("is one page in Dutch, without script or anything from elsewhere", () => {
    const page = text(name);
    expect(page).toMatch(/^<!doctype html>\n<html lang="nl">/);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(| src=|href="[^#]| on[a-z]+=/i);
    expect(page).toContain("Veilig Thuis Hollands-Midden (VT10)");
    expect(page).toContain("1e halfjaar 2024");
    expect(page).toContain("19 juli 2024");
    expect(page).not.toContain("Oefencijfers");
  });

  test("has heads for rows and columns and a caption for every table, and no id twice", () => {
    const page = text(name);
    const tables = page.match(/<table>.*?<\/table>/gs) ?? [];
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      expect(table).toMatch(/^<table><caption>[^<]+<\/caption><thead><tr><th scope="col">/);
      const rows = table.match(/<tr>/g)?.length ?? 0;
      expect(table.match(/<th scope="row">/g)).toHaveLength(rows - 1);
    }
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((it) => it[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });
});

describe.each(["spiegelrapport.xlsx", "kwaliteitsrapport.xlsx"])("%s", (name) => {
  test("opens with a cover: sender, period, protocol, day, and what each column means", async () => {
    const all = await sheets(name);
    const cover = all.get("Voorblad")?.map((row) => row.slice(0, 2)) ?? [];
    expect(cover).toContainEqual(["Afzender", "Veilig Thuis Hollands-Midden (VT10)"]);
    expect(cover).toContainEqual(["Periode", "1e halfjaar 2024"]);
    expect(cover).toContainEqual(["Vergeleken met", "2e halfjaar 2023"]);
    expect(cover).toContainEqual(["Protocol", "Veilig Thuis, naar protocol 2.0"]);
    expect(cover).toContainEqual(["Gemaakt op", "19 juli 2024"]);
    const titles = [...all].filter(([sheet]) => sheet !== "Voorblad").flatMap(([, rows]) => rows[0] ?? []);
    const explained = cover.map(([first]) => first);
    expect(titles.filter((it) => !explained.includes(String(it)))).toEqual([]);
  });

  test("has no formula, no link, and a head that stays in sight", () => {
    const xml = parts(name);
    expect(xml).not.toMatch(/<f[ >]|<hyperlink|externalLink/);
    expect(xml).toContain('state="frozen"');
  });
});

test("numbers of the workbook are numbers", async () => {
  const fields = (await sheets("spiegelrapport.xlsx")).get("Velden") ?? [];
  const row = fields.find((it) => it[2] === "geslacht");
  expect(row?.slice(0, 8)).toEqual(["Direct betrokkenen", "Geslacht", "geslacht", "ja", 2, 2, 1, 0]);
  const found = (await sheets("kwaliteitsrapport.xlsx"))
    .get("Regels")
    ?.find((it) => it[1] === "advice-ends-before-start");
  expect(found?.slice(2, 7)).toEqual(["Adviezen", "waarschuwing", 2, 2, 1]);
});

test("a sender's own number can be neither formula nor mark-up", async () => {
  const rows = (await sheets("kwaliteitsrapport.xlsx")).get("Records") ?? [];
  expect(rows.map((row) => row[4])).toContain(`'${hostile}`);
  const page = text("kwaliteitsrapport.html");
  expect(page).toContain("&#60;script&#62;alert");
  expect(page).not.toMatch(/<b>|alert\(1\)<\/script>/);
  expect(parts("kwaliteitsrapport.xlsx")).not.toMatch(/(?!\s)\p{Cc}|\ufffe/u);
});

test.each(["=1+1", "+1", "-1", "@a", "\t=1", "  =1", "\n=1"])("no spreadsheet takes %j for a formula", (it) => {
  expect(plainText(it)).toMatch(/^'/);
});

test("no report names a person or a year of birth", () => {
  for (const name of names) {
    const all = name.endsWith(".html") ? text(name) : parts(name);
    expect(all.includes(person(77)), name).toBe(false);
    expect(/\b1911\b/.test(all), name).toBe(false);
  }
  expect(text("kwaliteitsrapport.html")).toContain("Een betrokkene is 110 jaar of ouder: 2 van 2 (100,0 %).");
});

test("a practice delivery is marked on every report", async () => {
  const current = await smallRecords(duck, records);
  await writeReports(join(folder, "b"), current, undefined, "2024-07-19", { practice: true });
  for (const name of names) {
    const path = join(folder, "b", name);
    const all = name.endsWith(".html")
      ? readFileSync(path, "utf8")
      : JSON.stringify(await readExcel(readFileSync(path)));
    expect(all, name).toContain("Oefencijfers");
  }
});

test("nothing is written when a rule is wrong, and the place is named", async () => {
  const current = await smallRecords(duck, records);
  const written = await writeReports(join(folder, "c"), current, undefined, "2024-07-19", {
    root: join(folder, "nowhere"),
  });
  expect(written).toMatchObject({ ok: false, problems: [{ file: "catalogue/areas/areas.csv" }, {}, {}, {}, {}, {}] });
  expect(existsSync(join(folder, "c"))).toBe(false);
});

test("a report that can't be made leaves those of before", async () => {
  const current = await smallRecords(duck, records);
  const gone = { ...current, source: (type: string) => `nowhere.${type}` };
  const before = text("spiegelrapport.html");
  await expect(writeReports(join(folder, "a"), gone, undefined, "2024-07-20")).rejects.toThrow("nowhere");
  expect(text("spiegelrapport.html")).toBe(before);
});

test("an empty delivery has reports too", async () => {
  const files = { ...realFiles, write: () => {} };
  const written = await writeReports(folder, await smallRecords(duck, {}), undefined, "2024-07-19", { files });
  expect(written.ok).toBe(true);
});
