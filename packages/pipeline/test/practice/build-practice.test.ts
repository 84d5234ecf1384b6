import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEdition, type Edition } from "@impactmonitor/edition/read-edition";
import { isValue } from "@impactmonitor/model/cell";
import { buildPractice, practiceTitle } from "../../src/practice/build-practice.ts";
import { root } from "../built-edition.ts";

let data = "";
let edition: Edition;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "practice-"));
  const built = await buildPractice({ root, data, from: "2023H1", until: "2023H1", scale: 0.05 });
  if (!built.ok) throw new Error(built.messages.join("\n"));
  const opened = openEdition(built.folder);
  if (!opened.ok) throw new Error(opened.what);
  edition = opened.edition;
}, 180_000);
afterAll(() => rmSync(data, { recursive: true, force: true }));

const figures = () => edition.catalogue.indicators.flatMap((it) => edition.observations(it.id));

test("made-up deliveries go through the whole pipeline into an edition of their own kind", () => {
  expect(edition.manifest.kind).toBe("practice");
  expect(edition.folder.startsWith(join(data, "practice", "editions"))).toBe(true);
  expect(existsSync(join(data, "editions")), "nothing is put among real editions").toBe(false);
  expect(new Set(figures().map((it) => it.indicator)).size).toBeGreaterThan(20);
  const regions = new Set(figures().flatMap((it) => (it.area.startsWith("VT") ? [it.area] : [])));
  expect(regions.size, "every region of that half-year").toBe(25);
});

test("every figure is made from practice records and says so; no published one is among them", () => {
  expect(new Set(figures().map((it) => it.reading.title))).toEqual(new Set([practiceTitle]));
  expect(figures().every((it) => it.row.startsWith("derived/"))).toBe(true);
});

test("no count below the threshold is shown, and counts are rounded", () => {
  const counts = figures().flatMap(({ measure, cell }) => (measure === "count" && isValue(cell) ? [cell.value] : []));
  expect(counts.length).toBeGreaterThan(500);
  expect(counts.filter((it) => (it > 0 && it < 10) || it % 5 !== 0)).toEqual([]);
  expect(figures().some(({ cell }) => "absent" in cell && cell.absent === "suppressed")).toBe(true);
});

test("records do not outlive the edition", () => {
  expect(readdirSync(join(data, "practice")).sort()).toEqual(["drafts", "editions", "steering"]);
  expect(readdirSync(join(data, "practice", "drafts"))).toEqual([]);
});
