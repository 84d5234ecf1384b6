import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openEditions } from "@impactmonitor/edition/read-edition";
import { buildEditions } from "../src/build-editions.ts";
import { contextHeader, figureHeader, figureRow, smallProject, type SmallProject } from "./small-project.ts";

const row = (value: string, url = "https://example.org/1"): string =>
  figureRow({ value, period: "2019", published: "2020-05-01", url });

let project: SmallProject;
let folder = "";
let imported = "";
beforeAll(() => {
  project = smallProject();
  project.figures([]);
  folder = mkdtempSync(join(tmpdir(), "imported-"));
});
afterAll(() => {
  project.clean();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  imported = mkdtempSync(join(folder, "cbs-"));
});

const put = (...lines: string[]): void => writeFileSync(join(imported, "84847NED.csv"), `${lines.join("\n")}\n`);
/** What the build says; each place in it is a file that is there. */
function messages(): string {
  const built = buildEditions(project.root, join(imported, "editions"), imported);
  if (built.ok) throw new Error("the build succeeded");
  for (const message of built.messages) expect(existsSync(message.split(/:\d+ {2}/)[0] ?? ""), message).toBe(true);
  return built.messages.join("\n");
}

describe("a problem in an imported table names the file that a person can open", () => {
  test("when a row has a fault", () => {
    put(figureHeader, row("12"), row("12a", "https://example.org/2"));
    expect(messages()).toContain(`${imported}/84847NED.csv:3  value “12a” is no number.`);
  });

  test("when the table can't be read at all", () => {
    put(figureHeader, row("12"), '"never closed');
    expect(messages()).toMatch(/84847NED\.csv:\d+ {2}This line can't be read/);
    put(contextHeader, '"never closed');
    expect(messages()).toMatch(/84847NED\.csv:\d+ {2}This line can't be read/);
  });

  test("when two rows give the same fact, the other row too", () => {
    put(figureHeader, row("12"), row("12"));
    expect(messages()).toContain(`84847NED.csv:3  The same publication gives this fact at ${imported}/84847NED.csv:2`);
  });

  test("when two rows contradict each other, both", () => {
    put(figureHeader, row("12"), row("13", "https://example.org/2"));
    expect(messages()).toContain(`${imported}/84847NED.csv:3  This row and ${imported}/84847NED.csv:2 give different`);
  });

  test("when a value of the context has a fault", () => {
    put(contextHeader, "GM9999,2020,2020,population-total,1,official,cbs-84847ned");
    expect(messages()).toContain(`${imported}/84847NED.csv:2  There is no area GM9999.`);
  });
});

describe("tables of two importers", () => {
  const other = (): string => mkdtempSync(join(folder, "facts-"));
  const build = (second: string): ReturnType<typeof buildEditions> =>
    buildEditions(project.root, join(imported, "editions"), [imported, second, join(folder, "not-there")]);

  test("join one edition", () => {
    const second = other();
    put(figureHeader, row("12"));
    const more = figureRow({ value: "13", period: "2020", published: "2020-05-01", url: "https://example.org/1" });
    writeFileSync(join(second, "veilig-thuis-2020.csv"), `${figureHeader}\n${more}\n`);
    expect(build(second)).toMatchObject({ ok: true });
    const [edition] = openEditions(join(imported, "editions")).editions;
    const rows = edition?.observations("reports-received").map((it) => it.row) ?? [];
    expect(rows.toSorted()).toEqual(["imported/84847NED.csv:2", "imported/veilig-thuis-2020.csv:2"]);
  });

  test("that contradict each other are both named where they are", () => {
    const second = other();
    put(figureHeader, row("12"));
    writeFileSync(join(second, "veilig-thuis-2020.csv"), `${figureHeader}\n${row("13", "https://example.org/2")}\n`);
    const built = build(second);
    expect(built.ok ? [] : built.messages.map((it) => it.split(" give different")[0])).toEqual([
      `${second}/veilig-thuis-2020.csv:2  This row and ${imported}/84847NED.csv:2`,
    ]);
  });
});

test("an edition names no folder of the machine that built it", () => {
  put(figureHeader, row("12"));
  expect(buildEditions(project.root, join(imported, "editions"), imported)).toMatchObject({ ok: true });
  const [edition] = openEditions(join(imported, "editions")).editions;
  expect(edition?.observations("reports-received").map((it) => it.row)).toEqual(["imported/84847NED.csv:2"]);
});
