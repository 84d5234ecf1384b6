import fs, { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openEdition, openEditions } from "../src/read-edition.ts";
import { writeEdition } from "../src/write-edition.ts";
import { runBuildChild } from "./run-build-child.ts";
import { figure, sampleContent } from "./sample-edition.ts";

let parent = "";
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "killed-"));
  writeEdition(join(parent, "old"), sampleContent({ id: "2025-11", date: "2025-11-22" }));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** The same content as build-child.ts writes. */
const content = sampleContent({ observations: [figure({ cell: { value: 1, marks: [] } })] });
const oldEdition = (folder: string): string[] =>
  readdirSync(join(folder, "2025-11"), { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => readFileSync(join(it.parentPath, it.name), "base64"));

/** A folder that holds the edition of last year. */
function shelf(name: string | number): string {
  const folder = join(parent, String(name));
  cpSync(join(parent, "old"), folder, { recursive: true });
  return folder;
}

/** What must hold of a folder in which a build broke off, and after the next build. */
function expectOldOrNew(folder: string, when: string): void {
  const { editions, refused } = openEditions(folder);
  expect(refused, when).toEqual([]);
  expect(["2025-11", "2025-11 2026-11"], when).toContain(editions.map((it) => it.manifest.id).join(" "));
  expect(oldEdition(folder), when).toEqual(oldEdition(join(parent, "old")));
  expect(writeEdition(folder, content), `after ${when}`).toMatchObject({ ok: true });
  expect(openEdition(join(folder, "2026-11")), `after ${when}`).toMatchObject({ ok: true });
  expect(readdirSync(folder).sort(), `leftovers after ${when}`).toEqual(["2025-11", "2026-11"]);
}

const operations = ["mkdirSync", "openSync", "writeSync", "fsyncSync", "renameSync"] as const;
/** Lets the disk fill up at the given file operation of `build`. @returns how many operations there were. */
function withFullDisk(at: number, build: () => void): number {
  let step = 0;
  const real = Object.fromEntries(operations.map((name) => [name, fs[name]]));
  const full = (name: (typeof operations)[number]) => {
    const operation = fs[name] as (...words: unknown[]) => unknown;
    return (...words: unknown[]): unknown => {
      step += 1;
      if (step === at) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      return operation(...words);
    };
  };
  Object.assign(fs, Object.fromEntries(operations.map((name) => [name, full(name)])));
  syncBuiltinESMExports();
  try {
    build();
  } finally {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  }
  return step;
}
const countOperations = (): number => withFullDisk(0, () => writeEdition(shelf("count"), content));

describe("a build that breaks off", () => {
  test("killed at many random moments leaves the old edition or the new, and the next build succeeds and sweeps", async () => {
    const steps = Array.from({ length: countOperations() }, (_, i) => i + 1);
    const chosen = steps.sort(() => Math.random() - 0.5).slice(0, 12);
    for (let i = 0; i < chosen.length; i += 2)
      await Promise.all(
        chosen.slice(i, i + 2).map(async (step) => {
          const folder = shelf(step);
          const ended = await runBuildChild(folder, step);
          expect(ended.signal).toBe("SIGKILL");
          expectOldOrNew(folder, `a kill at operation ${step} of ${steps.length}`);
        }),
      );
  }, 60_000);

  test("on a full disk at any operation at all does the same", () => {
    const steps = countOperations();
    expect(steps).toBeGreaterThan(30);
    for (let step = 1; step <= steps; step += 1) {
      const folder = shelf(step);
      withFullDisk(step, () => {
        const written = writeEdition(folder, content);
        expect(written).toMatchObject({ ok: false, what: expect.stringContaining("no space left on device") });
      });
      expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
      expectOldOrNew(folder, `a full disk at operation ${step} of ${steps}`);
    }
  });

  test("leaves nothing that a later build with the same process id could take into its edition", () => {
    const stale = join(parent, `.2026-11.${process.pid}.partial`, "observations");
    mkdirSync(stale, { recursive: true });
    writeFileSync(join(stale, "withdrawn-since.json"), "{}");
    expect(writeEdition(parent, sampleContent())).toMatchObject({ ok: true, state: "written" });
    expect(openEdition(join(parent, "2026-11"))).toMatchObject({ ok: true });
  });
});
