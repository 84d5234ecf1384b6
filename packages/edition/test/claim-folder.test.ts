import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claimFolder } from "../src/claim-folder.ts";

let parent = "";
let folder = "";
let round = 0;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), "claim-"));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));
beforeEach(() => {
  folder = fresh();
});
const fresh = (): string => join(parent, String((round += 1)));

describe("the claim of a folder", () => {
  const mark = (number: number, pid: string): void => {
    mkdirSync(join(folder, `.building-${number}`), { recursive: true });
    writeFileSync(join(folder, `.building-${number}`, "pid"), pid);
  };

  test("is for one, until it is released", () => {
    const first = claimFolder(folder);
    expect(first.ok).toBe(true);
    expect(readdirSync(folder)).toEqual([".building-1"]);
    if (first.ok) first.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("is refused while another process lives that holds it, and the message says what to do", () => {
    mark(3, String(process.ppid));
    expect(claimFolder(folder)).toEqual({
      ok: false,
      what: `Another build is writing editions to ${folder} (process ${process.ppid}).`,
      mend: expect.stringContaining(`remove ${join(folder, ".building-3")}.`),
    });
    expect(readdirSync(folder)).toEqual([".building-3"]);
  });

  test("of a process that is dead, that had our id, or that left nothing readable, counts for nothing and is swept", () => {
    for (const pid of ["999999999", String(process.pid), "", "0", "-1"]) {
      mark(2, pid);
      const claimed = claimFolder(folder);
      expect(claimed.ok, `mark of “${pid}”`).toBe(true);
      if (claimed.ok) claimed.release();
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  test("of a folder that is a file is refused in words", () => {
    writeFileSync(folder, "");
    expect(claimFolder(folder)).toMatchObject({ ok: false, mend: "Check the data folder: space and rights." });
  });
});
