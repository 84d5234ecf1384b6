import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { runCli } from "./run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "impactmonitor-disclosure-"));
const at = (name: string): string => join(folder, name);
const put = (name: string, text: string | Buffer): string => {
  writeFileSync(at(name), text);
  return at(name);
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const regions = "municipality,region\nM1,North\nM2,North\nM3,South\nM4,South\n";
const spec = {
  dimensions: [{ column: "municipality", hierarchies: ["regions.csv"] }, "kind"],
  count: "n",
  profile: "plain",
};
const counts = [
  "municipality,kind,n",
  "M1,a,2",
  "M1,b,20",
  "M2,a,30",
  "M2,b,40",
  "M3,a,11",
  "M3,b,12",
  "M4,a,13",
  "M4,b,0",
];

beforeEach(() => {
  put("regions.csv", regions);
  put("spec.json", JSON.stringify(spec));
  put("counts.csv", counts.join("\n"));
  rmSync(at("out.csv"), { force: true });
});

const protect = (...more: string[]) =>
  runCli(["protect", "--counts", at("counts.csv"), "--spec", at("spec.json"), "--out", at("out.csv"), ...more], folder);
const audit = (file = "out.csv") => runCli(["audit", "--published", at(file), "--spec", at("spec.json")], folder);
const rowsOf = (name: string): string[][] =>
  readFileSync(at(name), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));

describe("impactmonitor protect", () => {
  test("writes every cell of every margin, without telling which are hidden by the rule", async () => {
    const ran = await protect();
    expect(ran).toMatchObject({ code: 0, err: "" });
    const [header, ...rows] = rowsOf("out.csv");
    expect(header).toEqual(["municipality", "kind", "value"]);
    expect(rows).toHaveLength((4 + 2 + 1) * (2 + 1));
    const value = new Map(rows.map(([m, k, v]) => [`${m} ${k}`, v]));
    expect(value.get("Total Total")).toBe("128");
    expect(value.get("North a")).toBe("32");
    expect(value.get("M4 b")).toBe("0");
    expect(value.get("M1 a")).toBe("");
    // A rectangle: the small count, and three others so that no sum gives it away.
    expect(rows.filter(([, , v]) => v === "")).toHaveLength(4);
  });

  test("tells the steward which are which, in a column or in a file of its own", async () => {
    expect((await protect("--audit-file")).code).toBe(0);
    const states = rowsOf("out.csv").map((row) => row[3]);
    expect(states[0]).toBe("state");
    expect(states.filter((it) => it === "primary")).toHaveLength(1);
    expect(states.filter((it) => it === "secondary")).toHaveLength(3);
    expect((await protect("--audit-file", at("states.csv"))).code).toBe(0);
    expect(rowsOf("out.csv")[0]).toHaveLength(3);
    expect(rowsOf("states.csv").map((row) => row[3])).toEqual(states);
  });

  test("rounds and hides more under the strict profile, which is the default", async () => {
    put("spec.json", JSON.stringify({ ...spec, profile: undefined }));
    expect((await protect()).code).toBe(0);
    const shown = rowsOf("out.csv")
      .slice(1)
      .map((row) => row[2]!)
      .filter(Boolean);
    expect(shown.every((it) => Number(it) % 5 === 0)).toBe(true);
  });

  test("the same input gives the same bytes; semicolons, a byte order mark and split rows don't matter", async () => {
    await protect();
    const first = readFileSync(at("out.csv"));
    const split = counts.with(1, "M1,a,1").concat("M1,a,1").join("\r\n").replaceAll(",", ";");
    put("counts.csv", `\uFEFF${split}`);
    expect((await protect()).code).toBe(0);
    expect(readFileSync(at("out.csv"))).toEqual(first);
  });

  const wrong: [name: string, file: string, text: string | Buffer, says: RegExp][] = [
    ["nothing in the file", "counts.csv", "", /counts\.csv is empty/],
    ["no such column", "counts.csv", "gemeente,kind,n\nM1,a,1\n", /no column “municipality”; the columns are gemeente/],
    ["not a count", "counts.csv", "municipality,kind,n\nM1,a,2\nM1,b,-3\n", /counts\.csv:3: “-3” is not a count/],
    ["half a count", "counts.csv", "municipality,kind,n\nM1,a,2.5\n", /counts\.csv:2: “2\.5” is not a count/],
    ["an empty code", "counts.csv", "municipality,kind,n\n,a,2\n", /column “municipality” is empty/],
    ["cut off inside a quote", "counts.csv", 'municipality,kind,n\nM1,"a,2\n', /can't be read/],
    ["a row of a total", "counts.csv", "municipality,kind,n\nTotal,a,2\n", /leave out the rows of “Total”/],
    ["counts of a sum", "counts.csv", "municipality,kind,n\nNorth,a,2\nM1,a,2\n", /“North” has counts of its own/],
    ["another encoding", "counts.csv", Buffer.from("municipality,kind,n\nZuid\xeb,a,2\n", "latin1"), /not UTF-8/],
    ["no JSON", "spec.json", "{ dimensions", /not JSON/],
    ["an unknown rule", "spec.json", JSON.stringify({ ...spec, treshold: 3 }), /treshold/],
    ["an even base", "spec.json", JSON.stringify({ ...spec, roundingBase: 10 }), /odd/],
    ["a loop", "regions.csv", "a,b\nM1,North\nNorth,M1\n", /itself/],
    ["two parents", "regions.csv", "a,b\nM1,North\nM1,South\n", /one parent/],
  ];
  test.each(wrong)("%s: says what, where and how to mend it, and writes nothing", async (_, file, text, says) => {
    put(file, text);
    const ran = await protect();
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(says);
    expect(ran.err.trim().split("\n")).toHaveLength(1);
    expect(existsSync(at("out.csv"))).toBe(false);
    expect(readdirSync(folder).filter((it) => it.endsWith(".part"))).toEqual([]);
  });

  test("a file that is not there, an output that can't be written, words left out", async () => {
    rmSync(at("regions.csv"));
    expect((await protect()).err).toMatch(/regions\.csv can't be read/);
    put("regions.csv", regions);
    const nowhere = await runCli(
      ["protect", "--counts", at("counts.csv"), "--spec", at("spec.json"), "--out", at("no/such/folder.csv")],
      folder,
    );
    expect(nowhere).toMatchObject({ code: 2 });
    expect(nowhere.err).toMatch(/can't be written/);
    expect((await runCli(["protect"], folder)).code).toBe(2);
  });
});

describe("impactmonitor audit", () => {
  test("finds nothing in what protect made", async () => {
    await protect();
    const ran = await audit();
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain("4 hidden, 0 can be narrowed too far");
  });

  test("prints what a badly protected table gives away, and exits with 1", async () => {
    await protect();
    const leaky = rowsOf("out.csv").map((row) => (row.join() === "M1,b," ? "M1,b,20" : row.join()));
    put("leaky.csv", leaky.join("\n"));
    const ran = await audit("leaky.csv");
    expect(ran.code).toBe(1);
    expect(ran.out).toContain("M1 × a: is 2");
  });

  test("refuses a table that contradicts itself, or holds something else than whole numbers", async () => {
    await protect();
    const lines = rowsOf("out.csv").map((row) => row.join());
    put("wrong.csv", lines.map((it) => (it === "Total,Total,128" ? "Total,Total,999" : it)).join("\n"));
    expect(await audit("wrong.csv")).toMatchObject({ code: 2 });
    put("words.csv", lines.map((it) => (it === "M4,b,0" ? "M4,b,none" : it)).join("\n"));
    expect((await audit("words.csv")).err).toMatch(/“none” is not a whole number/);
  });
});
