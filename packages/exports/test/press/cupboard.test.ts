import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openCupboard, type Cupboard } from "../../src/press/cupboard.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cupboard-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fill = (it: Cupboard, name: string, bytes: number): void => {
  writeFileSync(it.desk(name), Buffer.alloc(bytes));
  it.put(name);
};

test("holds no more bytes than it may; what was asked for last stays", () => {
  const it = openCupboard(folder, 100);
  fill(it, "a", 40);
  fill(it, "b", 40);
  expect(it.get("a")?.bytes).toBe(40);
  fill(it, "c", 40);
  expect(["a", "b", "c"].filter((name) => it.get(name))).toEqual(["a", "c"]);
  fill(it, "huge", 1000);
  expect(readdirSync(folder)).toEqual(["huge"]);
});

test("what is being written is no document yet, and nothing is left of what was discarded", () => {
  const it = openCupboard(folder, 100);
  writeFileSync(it.desk("a"), "half");
  expect(it.get("a")).toBeUndefined();
  it.discard("a");
  expect(it.put("a")).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});

test("finds again what an earlier process made, keeps to the bytes and throws away what one left half", () => {
  const first = openCupboard(folder, 100);
  fill(first, "old", 60);
  fill(first, "new", 30);
  utimesSync(join(folder, "old"), 1, 1);
  writeFileSync(join(folder, "x.123.part"), "half");
  utimesSync(join(folder, "x.123.part"), 1, 1);
  const second = openCupboard(folder, 50);
  expect(readdirSync(folder)).toEqual(["new"]);
  // What another process made meanwhile is found too.
  fill(first, "later", 10);
  expect(second.get("later")?.bytes).toBe(10);
  expect(existsSync(join(folder, "new"))).toBe(true);
});

test("whatever is put and asked for, the folder never holds more than it may and the newest", () => {
  const acts = fc.array(
    fc.record({ name: fc.constantFrom("a", "b", "c", "d"), bytes: fc.integer({ min: 1, max: 80 }) }),
  );
  fc.assert(
    fc.property(acts, (all) => {
      rmSync(folder, { recursive: true });
      const it = openCupboard(folder, 100);
      for (const { name, bytes } of all) {
        fill(it, name, bytes);
        expect(it.get(name)?.bytes).toBe(bytes);
        const total = readdirSync(folder).reduce((sum, one) => sum + (it.get(one)?.bytes ?? 0), 0);
        it.get(name);
        expect(total).toBeLessThanOrEqual(100);
      }
    }),
    { numRuns: 50 },
  );
});
