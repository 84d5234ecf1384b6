import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert, asyncProperty, constantFrom, integer, tuple, uniqueArray } from "fast-check";
import { describe, expect, test } from "vitest";
import { readCell } from "../../src/import-cbs/cell.ts";
import { realFiles } from "../../src/import-cbs/files.ts";
import { sameHostLink } from "../../src/import-cbs/link.ts";
import { nearestTitle } from "../../src/import-cbs/nearest.ts";
import { marksOfPeriodStatus, marksOfPeriodTitle } from "../../src/import-cbs/period-status.ts";
import { readPeriodCode, readPeriodTitle } from "../../src/import-cbs/periods.ts";
import { startProgress } from "../../src/import-cbs/progress.ts";
import { rowSorter } from "../../src/import-cbs/sort-rows.ts";
import { plainTitle } from "../../src/import-cbs/table.ts";
import type { Row } from "../../src/import-cbs/to-rows.ts";

describe("periods of CBS", () => {
  test.each([
    ["2021JJ00", "2021", "year"],
    ["2021HJ01", "2021H1", "half-year"],
    ["2021HJ02", "2021H2", "half-year"],
    ["2021KW03", "2021Q3", "quarter"],
    ["2021MM11", "2021-11", "month"],
    ["20240229", "2024-02-29", "date"],
  ])("%s is %s", (code, ours, kind) => expect(readPeriodCode(code)).toEqual({ code: ours, kind }));

  test.each([
    "2021HJ03",
    "2021HJ00",
    "2021KW05",
    "2021MM13",
    "2021SJ00",
    "2021W101",
    "2021X000",
    "2021G401",
    "20230229",
    "2021",
    "",
  ])("%s is not guessed", (code) => expect(readPeriodCode(code)).toBeUndefined());

  test.each([
    ["2023*", "2023"],
    ["1e halfjaar 2021", "2021H1"],
    ["2021 2e halfjaar**", "2021H2"],
    ["2020 1e kwartaal", "2020Q1"],
    ["2019 januari", "2019-01"],
  ])("the title %s is %s", (title, ours) => expect(readPeriodTitle(title)?.code).toBe(ours));

  test.each(["3e halfjaar 2021", "2021/'22", "gemiddelde 2021", "2019 foobar"])(
    "the title %s is not guessed",
    (title) => expect(readPeriodTitle(title)).toBeUndefined(),
  );

  test("are provisional by their status or their asterisks", () => {
    expect(marksOfPeriodStatus("Voorlopig")).toEqual(["provisional"]);
    expect(marksOfPeriodStatus("Nader voorlopig")).toEqual(["revised-provisional"]);
    expect(marksOfPeriodStatus("Definitief")).toEqual([]);
    expect(marksOfPeriodStatus("Geschat")).toBeUndefined();
    expect(marksOfPeriodTitle("2023**")).toEqual(["revised-provisional"]);
  });
});

describe("a cell", () => {
  const raw = {
    measure: "M",
    codes: [],
    value: undefined,
    text: "",
    attribute: "None",
    blank: "unspecified",
    place: "",
  } as const;
  test("that is blank says what blank means in its form", () => {
    expect(readCell(raw, "count", {})).toEqual({ absent: "unspecified" });
    expect(readCell({ ...raw, blank: "not-applicable" }, "count", {})).toEqual({ absent: "not-applicable" });
  });
  test("with a dash is nil, which is a value", () =>
    expect(readCell({ ...raw, text: "    -" }, "count", {})).toEqual({ value: "0" }));
  test("with another sign is a problem", () =>
    expect(readCell({ ...raw, text: "#" }, "count", {})).toHaveProperty("problem"));
  test("with a value and a reason for its absence is a problem", () =>
    expect(readCell({ ...raw, value: 3, attribute: "Impossible" }, "count", {})).toHaveProperty("problem"));
  test("above 100 per cent is a problem, at 100 it is not", () => {
    expect(readCell({ ...raw, value: 100.1 }, "percent", {})).toHaveProperty("problem");
    expect(readCell({ ...raw, value: 100 }, "percent", {})).toEqual({ value: "100" });
  });
  test("keeps its decimals", () => expect(readCell({ ...raw, value: 28.5 }, "percent", {})).toEqual({ value: "28.5" }));
});

describe("a link from a server", () => {
  const from = "https://datasets.cbs.nl/odata/v1/CBS/1/Observations";
  test.each([
    ["https://datasets.cbs.nl/odata/x?$skip=1", "https://datasets.cbs.nl/odata/x?$skip=1"],
    ["http://datasets.cbs.nl/odata/x", "https://datasets.cbs.nl/odata/x"],
    ["Observations?$skip=2", "https://datasets.cbs.nl/odata/v1/CBS/1/Observations?$skip=2"],
    ["https://elsewhere.example/x", undefined],
    ["https://datasets.cbs.nl.example/x", undefined],
    ["https://datasets.cbs.nl:8443/x", undefined],
    ["file:///etc/passwd", undefined],
    ["//elsewhere.example/x", undefined],
  ])("%s leads to %s", (link, to) => expect(sameHostLink(from, link)).toBe(to));
});

test("a title is compared without padding and with straight apostrophes, and in no other way loosely", () => {
  expect(plainTitle("  Regio’s ")).toBe("Regio's");
  expect(plainTitle("Totaal\u00a0 mannen")).toBe("Totaal mannen");
  expect(plainTitle("totaal")).not.toBe(plainTitle("Totaal"));
});

test("the nearest title is a hint, and absent when nothing is alike", () => {
  expect(nearestTitle("Overdrachten", ["Totaal", "Overdracht"])).toBe("Overdracht");
  expect(nearestTitle("Kwantum", ["Totaal", "Overdracht"])).toBeUndefined();
});

describe("sorting more rows than fit", () => {
  test("loses no row and gives the order of a sort in memory, whatever the size of a lump", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sort-"));
    const key = tuple(...Array.from({ length: 5 }, () => constantFrom("a", "a-b", "ab", "b", "")));
    await assert(
      asyncProperty(
        uniqueArray(key, { maxLength: 60, selector: (it) => it.join("|") }),
        integer({ min: 1, max: 20 }),
        async (keys, lump) => {
          const sorter = rowSorter(realFiles, `${folder}/rows`, lump);
          for (const it of keys) sorter.add({ key: it as unknown as Row["key"], value: "1", absent: "", marks: "" });
          const out: string[] = [];
          for await (const row of sorter.merged()) if ("key" in row) out.push(row.key.join("\t"));
          sorter.dispose();
          expect(out).toEqual(keys.map((it) => it.join("\t")).toSorted());
        },
      ),
      { numRuns: 50 },
    );
    rmSync(folder, { recursive: true });
  });
});

describe("progress", () => {
  const effects = () => {
    const lines: string[] = [];
    const drawn: string[] = [];
    let now = 0;
    return {
      lines,
      drawn,
      log: (line: string) => void lines.push(line),
      now: () => new Date((now += 1000)),
      terminal: { columns: 100, write: (text: string) => void drawn.push(text) },
    };
  };
  test("is a bar on a screen", () => {
    const it = effects();
    const progress = startProgress("99001NED", false, it);
    progress.step(50_000, 200_000, 1);
    progress.end();
    expect(it.drawn.join("")).toContain("99001NED  [######------------------]  25%  50 000 of 200 000 · 1 page · 1 s");
    expect(it.lines).toEqual([]);
  });
  test("is now and then a line elsewhere", () => {
    const it = effects();
    const progress = startProgress("99001NED", false, { ...it, terminal: undefined });
    for (let page = 1; page <= 12; page++) progress.step(page, undefined, page);
    expect(it.lines.length).toBeLessThan(5);
    expect(it.lines[0]).toContain("1 records");
  });
  test("is silent when quiet", () => {
    const it = effects();
    startProgress("99001NED", true, it).step(1, 2, 1);
    expect([...it.lines, ...it.drawn]).toEqual([]);
  });
});
