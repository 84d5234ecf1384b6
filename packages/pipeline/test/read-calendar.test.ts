import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sayProblem } from "../src/problem.ts";
import { readCalendar } from "../src/read-calendar.ts";
import { root as committed } from "./built-edition.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "calendar-"));
  mkdirSync(join(root, "figures"));
  writeFileSync(join(root, "figures/editions.yaml"), "- { id: 2026-11, date: 2026-11-22 }\n");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const entry = (id: string, more: string): string =>
  `  - { id: ${id}, title: { nl: Iets, en: Something }, expects: [{ nl: dit, en: this }], ${more} }\n`;
function said(...entries: string[]): string[] {
  writeFileSync(join(root, "figures/calendar.yaml"), `checked: 2026-11-22\nentries:\n${entries.join("")}`);
  const read = readCalendar(root);
  return read.ok ? [] : read.problems.map(sayProblem);
}

test("the committed calendar is in order, and promises no date that no source announced", () => {
  const read = readCalendar(committed);
  if (!read.ok) throw new Error(read.problems.map(sayProblem).join("\n"));
  expect(read.value.entries.length).toBeGreaterThan(3);
  for (const it of read.value.entries.filter((one) => one.status === "planned" && !one.announced))
    expect(it.date, it.id).toMatch(/^\d{4}-\d{2}$/);
});

describe("a calendar is refused, with the line,", () => {
  test.each([
    ["a month that does not exist", "date: 2027-13, status: planned", /calendar\.yaml:3 .*date/],
    ["a day that does not exist", "date: 2027-02-30, status: planned", /calendar\.yaml:3 .*date/],
    ["published without its edition", "date: 2026-11, status: published", /names its edition/],
    ["an edition that is not published", "date: 2026-11, status: planned, edition: 2026-11", /names its edition/],
    ["an edition that isn't there", "date: 2026-12, status: published, edition: 2026-12", /no edition 2026-12/],
    ["moved without a reason", "date: 2027-06, status: moved, movedFrom: 2027-05", /movedFrom and reason/],
  ])("for %s", (_, more, message) => {
    const problems = said(entry("one", more));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
    expect(problems[0]).toMatch(/calendar\.yaml:3/);
  });

  test("for two entries of one name, and for entries that are out of order", () => {
    const twice = said(entry("one", "date: 2027-05, status: planned"), entry("one", "date: 2027-06, status: planned"));
    expect(twice.join()).toMatch(/calendar\.yaml:4 .*one is there twice/);
    const mixed = said(entry("one", "date: 2027-05, status: planned"), entry("two", "date: 2027-04, status: planned"));
    expect(mixed.join()).toMatch(/calendar\.yaml:4 .*later date/);
  });
});
