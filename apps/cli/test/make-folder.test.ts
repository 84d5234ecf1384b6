import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeFolder } from "../src/make-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "cli-make-folder-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a folder is made with those that it lies in, and one that is there is left as it is", () => {
  const deep = join(folder, "a", "b", "c");
  expect(makeFolder(deep)).toBeUndefined();
  expect(statSync(deep).isDirectory()).toBe(true);
  expect(makeFolder(deep)).toBeUndefined();
});

test("a folder that can’t be made is refused at once with its name and a way on", () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  const impossible = [file, join(file, "below"), join(file, "far", "below")];
  // Here the system denies that the folder above exists, so that making it “recursively” never ends.
  const denied = process.platform === "linux" ? ["/proc/x", "/proc/x/y/z"] : [];
  for (const path of [...impossible, ...denied]) {
    const wrong = makeFolder(path);
    expect(wrong?.what, path).toContain(path);
    expect(wrong?.mend, path).toContain("--to");
  }
});
