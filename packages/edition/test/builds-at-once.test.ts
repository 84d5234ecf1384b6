import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openEdition } from "../src/read-edition.ts";
import { writeEdition } from "../src/write-edition.ts";
import { runBuildChild } from "./run-build-child.ts";
import { sampleContent } from "./sample-edition.ts";

let parent = "";
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "at-once-"));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

describe("two builds at once", () => {
  test("of the same content both succeed, and one edition stands", async () => {
    for (const round of [1, 2]) {
      const folder = join(parent, String(round));
      const start = Date.now() + 700;
      const ended = await Promise.all([1, 2].map(() => runBuildChild(folder, 0, start)));
      expect(ended.map((it) => it.code)).toEqual([0, 0]);
      expect(ended.map((it) => it.said).sort()).toEqual(["unchanged", "written"]);
      expect(openEdition(join(folder, "2026-11"))).toMatchObject({ ok: true });
      expect(readdirSync(folder)).toEqual(["2026-11"]);
    }
  }, 30_000);

  test("of different content: one stands whole, the other is refused", async () => {
    const start = Date.now() + 700;
    const ended = await Promise.all([1, 2].map((value) => runBuildChild(parent, 0, start, value)));
    expect(ended.map((it) => it.code).sort()).toEqual([0, 1]);
    expect(ended.find((it) => it.code === 1)?.said).toContain("exists already with other content");
    expect(openEdition(join(parent, "2026-11"))).toMatchObject({ ok: true });
    expect(readdirSync(parent)).toEqual(["2026-11"]);
  }, 30_000);

  test("don't sweep each other's unfinished work, only that of builds that are dead", async () => {
    const [mine, dead] = [`.2025-01.${process.ppid}.partial`, ".2025-02.999999999.partial"];
    for (const name of [mine, dead, ".something-else"]) mkdirSync(join(parent, name));
    writeEdition(parent, sampleContent());
    expect(readdirSync(parent).sort()).toEqual([mine, ".something-else", "2026-11"].sort());
  });
});
