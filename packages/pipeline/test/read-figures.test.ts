import * as fc from "fast-check";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Catalogue } from "@impactmonitor/model/catalogue";
import type { Problem } from "../src/problem.ts";
import { readCatalogue } from "../src/read-catalogue.ts";
import { readFigures, type Figure } from "../src/read-figures.ts";
import { root } from "./built-edition.ts";

const header =
  "indicator,area,period,measure,breakdown,value,lower,upper,n,absent,marks,primary,published,source_title,source_url,note";
const good = {
  indicator: "reports-received",
  area: "VT02",
  period: "2021H1",
  measure: "count",
  breakdown: "",
  value: "1105",
  lower: "",
  upper: "",
  n: "",
  absent: "",
  marks: "provisional",
  primary: "yes",
  published: "2021-10-29",
  source_title: '"CBS, first half of 2021"',
  source_url: "https://www.cbs.nl/table",
  note: "",
};
type Fields = Readonly<Record<keyof typeof good, string>>;
const line = (change: Partial<Fields> = {}): string => Object.values({ ...good, ...change }).join(",");
const other = line({ area: "VT03" });

let catalogue: Catalogue;
let folder = "";
beforeAll(() => {
  const read = readCatalogue(root);
  if (!read.ok) throw new Error("the committed catalogue has problems");
  catalogue = read.value;
  folder = mkdtempSync(join(tmpdir(), "figures-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(join(folder, "figures"), { recursive: true, force: true });
  mkdirSync(join(folder, "figures"));
});

const put = (content: string | Uint8Array, name = "veilig-thuis.csv"): void =>
  writeFileSync(join(folder, "figures", name), content);
const file = (...lines: string[]): string => `${[header, ...lines].join("\n")}\n`;
function problems(): Problem[] {
  const read = readFigures(folder, catalogue);
  return read.ok ? [] : read.problems;
}
function figures(): Figure[] {
  const read = readFigures(folder, catalogue);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

describe("a row of figures", () => {
  test("is read as the figure that it is, with the line on which it stands", () => {
    put(file(other, line()));
    expect(figures()[1]).toEqual({
      indicator: "reports-received",
      area: "VT02",
      period: "2021H1",
      measure: "count",
      breakdown: {},
      cell: { value: 1105, marks: ["provisional"] },
      reading: {
        title: "CBS, first half of 2021",
        url: "https://www.cbs.nl/table",
        published: "2021-10-29",
        primary: true,
      },
      row: "figures/veilig-thuis.csv:3",
    });
  });

  test.each([
    ["a value with its margin", { value: "5.5", lower: "4", upper: "7.25", n: "80" }],
    ["a range without a middle", { value: "", lower: "90000", upper: "127000" }],
    ["a reason for having no value", { value: "", absent: "unspecified", marks: "" }],
    ["nought", { value: "0" }],
    ["a fall", { value: "-12.5" }],
    ["no date of publication", { published: "" }],
  ])("may hold %s", (_, change) => {
    put(file(line(change)));
    expect(problems()).toEqual([]);
  });

  test.each<[string, Partial<Fields>, RegExp]>([
    ["an unknown indicator", { indicator: "reports" }, /There is no indicator reports/],
    ["an indicator of another source", { indicator: "dv-victims" }, /belongs to source prevalence-monitor/],
    ["an unknown area", { area: "VT99" }, /There is no area VT99/],
    ["an area by its name", { area: "Drenthe" }, /There is no area Drenthe/],
    ["an area at a level without figures", { area: "CR01" }, /no figures for level corop/],
    ["a period of CBS's own writing", { period: "2021HJ01" }, /“2021HJ01” is no period/],
    ["a period of a kind that the indicator hasn't", { period: "2021-03" }, /no figures by month/],
    ["an unknown measure", { measure: "number" }, /no measure “number”/],
    ["a measure that the indicator hasn't", { measure: "percent" }, /no measure “percent”/],
    ["a breakdown that is none", { breakdown: "women" }, /“women” is no breakdown/],
    ["a breakdown that the indicator hasn't", { breakdown: "sex=women" }, /has no breakdown sex/],
    ["an unknown code", { indicator: "reporter-type", breakdown: "reporter-type=neighbour" }, /has no code neighbour/],
    ["a number in Dutch writing", { value: '"1.234,5"' }, /value “1\.234,5” is no number/],
    ["a number with a thousands point and comma", { value: '"1,234"' }, /is no number/],
    ["a number with a blank", { value: "1 105" }, /is no number/],
    ["a number with a percent sign", { value: "55.6%" }, /is no number/],
    ["a number as computers print it", { value: "1e3" }, /is no number/],
    ["a dot for a number", { value: "." }, /is no number/],
    ["infinity", { value: "Infinity" }, /is no number/],
    ["a value and a reason for having none", { absent: "suppressed" }, /a value and a reason for having none/],
    [
      "a range and a reason for having none",
      { value: "", lower: "1", upper: "2", absent: "suppressed" },
      /a value and a reason for having none/,
    ],
    ["neither value, nor range, nor reason", { value: "" }, /neither a value, nor a range, nor a reason/],
    ["half a range", { value: "", lower: "5" }, /neither a value, nor a range/],
    ["a range upside down", { value: "", lower: "9", upper: "3" }, /lower is above upper/],
    ["a value outside its margin", { value: "10", lower: "1", upper: "5" }, /value lies outside lower and upper/],
    ["an unknown reason", { value: "", absent: "secret" }, /There is no reason “secret”/],
    ["an unknown mark", { marks: "preliminary" }, /There is no mark preliminary/],
    ["primary left open", { primary: "" }, /primary is neither yes nor no/],
    ["a date in Dutch order", { published: "29-10-2021" }, /“29-10-2021” is no date/],
    ["no source", { source_title: "" }, /source_title is empty/],
    ["an address that runs a script", { source_url: "javascript:alert(1)" }, /is no address/],
    ["an address of a file", { source_url: "file:///etc/passwd" }, /is no address/],
    ["no address", { source_url: "" }, /is no address/],
    ["half an address", { source_url: "www.cbs.nl/table" }, /is no address/],
  ])("with %s is named with file, line and mend", (_, change, what) => {
    put(file(other, line(change), line({ area: "VT04" })));
    const found = problems();
    expect(found.map((it) => it.what).join("\n")).toMatch(what);
    for (const it of found) {
      expect(it).toMatchObject({ file: "figures/veilig-thuis.csv", line: 3 });
      expect(it.mend).not.toBe("");
    }
  });

  test("with several faults has them all named", () => {
    put(file(line({ area: "VT99", period: "now", value: "many" })));
    expect(problems().length).toBeGreaterThanOrEqual(3);
  });

  test("that repeats a fact of the same publication is named, with the row that it repeats", () => {
    put(file(line(), other, line({ value: "1110" })));
    expect(problems()).toMatchObject([{ line: 4, what: expect.stringContaining("figures/veilig-thuis.csv:2") }]);
  });

  test("that repeats it with its dimensions in another order is found all the same", () => {
    const split = { indicator: "dv-forms", area: "NL01", period: "2022", measure: "percent" };
    const row = (breakdown: string): string => line({ ...split, breakdown, value: "5" });
    put(
      file(row("dv-form=coercive-control;sex=women"), row("sex=women;dv-form=coercive-control")),
      "prevalence-monitor.csv",
    );
    expect(
      problems()
        .map((it) => it.what)
        .join("\n"),
    ).toMatch(/The same publication gives this fact/);
  });

  test("may repeat a fact of another publication: that is a vintage", () => {
    put(file(line(), line({ value: "1110", published: "2022-04" })));
    expect(problems()).toEqual([]);
  });
});

describe("a file of figures", () => {
  const only = (): Problem => {
    const found = problems();
    expect(found).toHaveLength(1);
    return found[0]!;
  };

  test("saved with semicolons is named by its first line, not by its rows", () => {
    put(file(line(), other).replaceAll(",", ";"));
    expect(only()).toMatchObject({
      line: 1,
      what: expect.stringContaining("The first line is"),
      mend: expect.stringContaining(header),
    });
  });

  test("with its columns in another order, one too few or one too many is refused", () => {
    const columns = header.split(",");
    const headers = [
      [...columns].reverse(),
      columns.slice(1),
      [...columns, "extra"],
      columns.map((it) => it.toUpperCase()),
    ];
    for (const it of headers) {
      put(`${it.join(",")}\n${line()}\n`);
      expect(only()).toMatchObject({ line: 1, what: expect.stringContaining("The first line is") });
    }
  });

  test("that is not UTF-8 is refused", () => {
    put(Buffer.from(file(line({ note: "Fryslân" })), "latin1"));
    expect(only()).toMatchObject({ what: "The file is not UTF-8.", mend: "Save it again as UTF-8." });
  });

  test("saved by Windows, with a byte order mark and carriage returns, is read as it is meant", () => {
    put(`\uFEFF${file(line(), other).replaceAll("\n", "\r\n")}`);
    expect(figures().map((it) => it.reading.url)).toEqual(["https://www.cbs.nl/table", "https://www.cbs.nl/table"]);
  });

  test("that is empty is refused", () => {
    put("");
    expect(only()).toMatchObject({ line: 1, what: "The first line is “”." });
  });

  test("with a quote that is never closed is named", () => {
    put(file(line({ note: '"a note' }), other));
    expect(only()).toMatchObject({
      what: expect.stringContaining("can't be read"),
      mend: expect.stringContaining("quotes"),
    });
  });

  test("cut off in the middle of a row is named, wherever the cut is", () => {
    const whole = file(other, line({ note: "" }));
    const start = file(other).length;
    const lastComma = whole.lastIndexOf(",");
    fc.assert(
      fc.property(fc.integer({ min: start + 1, max: lastComma }), (end) => {
        put(whole.slice(0, end));
        expect(problems().map((it) => it.line)).toContain(3);
      }),
      { numRuns: 40 },
    );
  });

  test("of a source that doesn't exist is named", () => {
    put(file(line()), "safe-home.csv");
    expect(only()).toMatchObject({ file: "figures/safe-home.csv", what: "There is no source safe-home." });
  });
});
