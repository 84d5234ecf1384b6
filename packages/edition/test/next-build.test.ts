import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openEditions } from "../src/read-edition.ts";
import { writeEdition } from "../src/write-edition.ts";
import { runNextChild } from "./run-build-child.ts";
import { sampleContent } from "./sample-edition.ts";

let parent = "";
let folder = "";
let round = 0;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), "next-"));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));
beforeEach(() => {
  folder = fresh();
});
const fresh = (): string => join(parent, String((round += 1)));
const sealFirst = () => writeEdition(folder, sampleContent());
const filesOf = (of: string): [string, string][] =>
  readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name))
    .map((path): [string, string] => [path.slice(of.length), readFileSync(path, "base64")])
    .sort(([a], [b]) => (a < b ? -1 : 1));

describe("a build on top of a sealed edition,", () => {
  test("killed at many random moments leaves the old one as it was, and the next build ends the work", async () => {
    sealFirst();
    const before = filesOf(folder);
    const shelf = (): string => {
      const copy = fresh();
      cpSync(folder, copy, { recursive: true });
      return copy;
    };
    const whole = shelf();
    const steps = Number(/(\d+) operations/.exec((await runNextChild(whole, -1)).said)?.[1]);
    expect(steps).toBeGreaterThan(60);
    const chosen = Array.from({ length: steps }, (_, i) => i + 1).sort(() => Math.random() - 0.5);
    for (let i = 0; i < 8; i += 2)
      await Promise.all(
        chosen.slice(i, i + 2).map(async (step) => {
          const when = `a kill at operation ${step} of ${steps}`;
          const copy = shelf();
          expect((await runNextChild(copy, step)).signal, when).toBe("SIGKILL");
          const { editions: left, refused } = openEditions(copy);
          expect(refused, when).toEqual([]);
          expect(["2026-11", "2026-11 2026-12", "2026-11 2026-12 2027-01"], when).toContain(
            left.map((it) => it.manifest.id).join(" "),
          );
          expect(filesOf(join(copy, "2026-11")), when).toEqual(filesOf(join(folder, "2026-11")));
          expect((await runNextChild(copy, 0)).code, when).toBe(0);
          expect(filesOf(copy), `after ${when}`).toEqual(filesOf(whole));
        }),
      );
    expect(filesOf(folder)).toEqual(before);
  }, 120_000);

  test("by two at once: one is made, the other says who is at it, and nothing is half-written", async () => {
    for (const turn of [1, 2, 3]) {
      folder = fresh();
      sealFirst();
      const start = Date.now() + 900;
      const running = [1, 2].map((value) => runNextChild(folder, 0, start, value * turn * 10, 1));
      // Whoever has the folder keeps it until the other was told, however slow this machine is.
      await Promise.race(running);
      writeFileSync(`${folder}.done`, "");
      const ended = await Promise.all(running);
      expect(ended.map((it) => it.code).sort()).toEqual([0, 1]);
      expect(ended.find((it) => it.code === 0)?.said).toBe("written written");
      expect(ended.find((it) => it.code === 1)?.said).toMatch(
        /^Another build is writing editions to .+ \(process \d+\)\.$/,
      );
      expect(openEditions(folder).editions.map((it) => it.manifest.id)).toEqual(["2026-11", "2026-12", "2027-01"]);
      expect(readdirSync(folder).sort()).toEqual(["2026-11", "2026-12", "2027-01"]);
    }
  }, 60_000);
});
