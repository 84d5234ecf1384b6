import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openEdition, openEditions } from "../src/read-edition.ts";
import { writeEdition } from "../src/write-edition.ts";
import { sampleContent } from "./sample-edition.ts";

let parent = "";
let whole = "";
let folder = "";
let round = 0;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), "damaged-"));
  const written = writeEdition(join(parent, "whole"), sampleContent());
  if (!written.ok) throw new Error(written.what);
  whole = written.folder;
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));
beforeEach(() => {
  folder = join(parent, String((round += 1)));
  cpSync(whole, folder, { recursive: true });
});

const files = [
  "catalogue.json",
  "changes.json",
  "context.json",
  "observations.parquet",
  "observations/advice-started.json",
  "observations/reports-received.json",
  "maps/regions.json",
];
const change = (file: string, edit: (bytes: Buffer) => Uint8Array | string): void =>
  writeFileSync(join(folder, file), edit(readFileSync(join(folder, file))));
const flip =
  (at: number) =>
  (bytes: Buffer): Buffer => {
    bytes[at] = (bytes[at] ?? 0) ^ 0x01;
    return bytes;
  };
/** What the refusal says; a folder that opens is no refusal. */
function refusal(): string {
  const opened = openEdition(folder);
  if (opened.ok) throw new Error("the edition opened");
  expect(opened.what.startsWith(`${folder}: `), "names the folder").toBe(true);
  expect(opened.mend).not.toBe("");
  return opened.what.slice(folder.length + 2);
}

test("a whole edition opens", () => {
  expect(openEdition(folder)).toMatchObject({ ok: true });
});

describe("an edition is refused when of any of its files", () => {
  test.each(files)("a byte was flipped: %s", (file) => {
    const { length } = readFileSync(join(folder, file));
    for (const at of [0, Math.floor(length / 2), length - 1]) {
      change(file, flip(at));
      expect(refusal()).toBe(`${file} differs from its checksum.`);
      change(file, flip(at));
    }
    expect(openEdition(folder)).toMatchObject({ ok: true });
  });

  test.each(files)("the end is missing: %s", (file) => {
    change(file, (bytes) => bytes.subarray(0, bytes.length - 1));
    expect(refusal()).toBe(`${file} differs from its checksum.`);
    change(file, () => "");
    expect(refusal()).toBe(`${file} differs from its checksum.`);
  });

  test.each(files)("there is none: %s", (file) => {
    rmSync(join(folder, file));
    expect(refusal()).toBe(`${file} is missing.`);
  });

  test.each(files)("a folder has taken its place: %s", (file) => {
    rmSync(join(folder, file));
    mkdirSync(join(folder, file));
    expect(refusal()).toBe(`${file} is missing.`);
  });
});

describe("an edition is refused when", () => {
  test.each(["stranger.json", "observations/stranger.json", "deep/er/stranger.txt"])("%s was added", (file) => {
    mkdirSync(join(folder, "deep/er"), { recursive: true });
    writeFileSync(join(folder, file), "{}");
    expect(refusal()).toBe(`${file} does not belong to this edition.`);
  });

  test("its manifest is of another format, or of nothing", () => {
    for (const text of [`{"format":"frictionless"}`, "[]", "null", `"impactmonitor-edition"`, "3"]) {
      change("manifest.json", () => text);
      expect(refusal()).toBe("this is not an edition of the Impactmonitor.");
    }
  });

  test("its manifest is of another version of the format: the message names both, and who can read it", () => {
    for (const [version, mend] of [
      [2, "Update the Impactmonitor."],
      [0, "Open it with the Impactmonitor that made it."],
    ] as const) {
      cpSync(join(whole, "manifest.json"), join(folder, "manifest.json"));
      change("manifest.json", (bytes) => bytes.toString().replace(`"formatVersion": 1`, `"formatVersion": ${version}`));
      expect(refusal()).toBe(`manifest.json says format version ${version}; this Impactmonitor reads version 1.`);
      expect(openEdition(folder)).toMatchObject({ mend });
    }
  });

  test("its manifest holds a field that we don't know", () => {
    change("manifest.json", (bytes) => bytes.toString().replace("{", `{ "note": "mine",`));
    expect(refusal()).toBe("manifest.json has a form that this version doesn't know.");
  });

  test.each([
    ["the date", `"2026-11-22"`, `"2026-11-23"`],
    ["the count of figures", `"observations": 2`, `"observations": 3`],
    ["the kind", `"published"`, `"practice"`],
    ["a size", `"bytes": `, `"bytes": 1`],
    ["the digest", `"digest": "`, `"digest": "0`],
  ])("%s in its manifest was edited", (_, from, to) => {
    change("manifest.json", (bytes) => bytes.toString().replace(from, to));
    expect(refusal()).toBe("manifest.json was changed after sealing.");
  });

  test("its manifest is cut off, wherever the cut is", () => {
    const text = readFileSync(join(folder, "manifest.json"), "utf8").trimEnd();
    for (let end = 0; end < text.length; end += 97) {
      change("manifest.json", () => text.slice(0, end));
      expect(refusal()).toBe("manifest.json is cut off or damaged.");
    }
  });

  test("a file was changed and the manifest's checksum along with it, but not the digest", () => {
    change("context.json", flip(5));
    const sum = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");
    const [was, is] = [sum(join(whole, "context.json")), sum(join(folder, "context.json"))];
    change("manifest.json", (bytes) => bytes.toString().replace(was, is));
    expect(refusal()).toBe("manifest.json was changed after sealing.");
  });

  /** Seals a manifest anew, as somebody would who knows how. */
  const reseal = (edit: (paths: { path: string }[]) => unknown[]): void =>
    change("manifest.json", (bytes) => {
      const { digest: _, ...head } = JSON.parse(bytes.toString());
      const edited = { ...head, files: edit(head.files) };
      return JSON.stringify({ ...edited, digest: createHash("sha256").update(JSON.stringify(edited)).digest("hex") });
    });

  test("its manifest, sealed anew, names a file outside the folder", () => {
    for (const path of ["../whole/2026-11/context.json", "maps/../../outside.json", "/etc/hostname"]) {
      cpSync(join(whole, "manifest.json"), join(folder, "manifest.json"));
      reseal((listed) => [...listed, { path, bytes: 1, sha256: "" }]);
      expect(refusal()).toBe(`${path} is missing.`);
    }
  });

  test.each(["catalogue.json", "context.json", "changes.json"])("its manifest, sealed anew, leaves out %s", (file) => {
    reseal((listed) => listed.filter((it) => it.path !== file));
    rmSync(join(folder, file));
    expect(refusal()).toBe(`${file} is missing.`);
  });

  test("the folder is empty, is a file, or isn't there", () => {
    rmSync(folder, { recursive: true });
    expect(refusal()).toBe("this folder holds no edition (no manifest.json).");
    writeFileSync(folder, "a file");
    expect(refusal()).toBe("this folder holds no edition (no manifest.json).");
    rmSync(folder);
    mkdirSync(folder);
    expect(refusal()).toBe("this folder holds no edition (no manifest.json).");
  });

  test("what should be its manifest is a folder", () => {
    rmSync(join(folder, "manifest.json"));
    mkdirSync(join(folder, "manifest.json"));
    expect(refusal()).toBe("manifest.json is cut off or damaged.");
  });
});

describe("a folder of editions", () => {
  test("gives the whole ones, oldest first, and names the damaged one beside them", () => {
    const shelf = join(parent, "shelf");
    for (const year of ["2027", "2025", "2026"])
      writeEdition(shelf, sampleContent({ id: `${year}-05`, date: `${year}-05-20` }));
    rmSync(join(shelf, "2026-05", "changes.json"));
    mkdirSync(join(shelf, ".2028-05.1.partial"));
    writeFileSync(join(shelf, "readme.txt"), "not a folder");
    const { editions, refused } = openEditions(shelf);
    expect(editions.map((it) => it.manifest.id)).toEqual(["2025-05", "2027-05"]);
    expect(refused.map((it) => it.what)).toEqual([`${join(shelf, "2026-05")}: changes.json is missing.`]);
  });

  test("of one date gives each after the one that it follows, whatever their names", () => {
    const shelf = join(parent, "one-date");
    let previous: { id: string; digest: string } | undefined;
    const ids = ["2026-11", "2026-11-9", "2026-11-10", "2026-11-amended", "2026-11-11"];
    for (const id of ids) {
      writeEdition(shelf, sampleContent({ id, ...(previous ? { previous } : {}) }));
      const opened = openEdition(join(shelf, id));
      if (opened.ok) previous = { id, digest: opened.edition.manifest.digest };
    }
    expect(openEditions(shelf).editions.map((it) => it.manifest.id)).toEqual(ids);
  });

  test("that isn't there holds none", () => {
    expect(openEditions(join(parent, "nowhere"))).toEqual({ editions: [], refused: [] });
  });
});
