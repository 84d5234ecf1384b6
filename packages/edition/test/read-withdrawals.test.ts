import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readWithdrawals } from "../src/read-withdrawals.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "withdrawn-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const withdrawal = {
  id: "2026-11",
  when: "2026-12-01",
  reason: { nl: "Eén bestand was dubbel geteld.", en: "One file was counted twice." },
  byRole: "approver",
};
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

test("a file withdraws the edition that it is named after", () => {
  write("2026-11.json", JSON.stringify(withdrawal));
  const { byId, faults } = readWithdrawals(folder);
  expect([...byId]).toEqual([["2026-11", withdrawal]]);
  expect(faults).toEqual([]);
});

test("no folder: nothing was withdrawn", () => {
  expect(readWithdrawals(join(folder, "none")).byId.size).toBe(0);
});

test.each([
  ["cut off", JSON.stringify(withdrawal).slice(0, 40)],
  ["empty", ""],
  ["of another edition", JSON.stringify({ ...withdrawal, id: "2026-05" })],
  ["without a reason", JSON.stringify({ ...withdrawal, reason: undefined })],
])("a file that is %s withdraws its edition all the same, and is named", (_, text) => {
  write("2026-11.json", text);
  const { byId, faults } = readWithdrawals(folder);
  expect(byId.get("2026-11")?.reason.nl).toMatch(/niet te lezen/);
  expect(faults).toHaveLength(1);
  expect(faults[0]?.what).toContain("2026-11.json");
});

test("what is no edition's file is named or left alone, and withdraws nothing", () => {
  write("notes.json", "{}");
  write("readme.txt", "x");
  mkdirSync(join(folder, ".partial"));
  const { byId, faults } = readWithdrawals(folder);
  expect(byId.size).toBe(0);
  expect(faults).toHaveLength(1);
});
