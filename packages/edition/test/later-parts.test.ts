import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { areaNoteSchema } from "@impactmonitor/model/area-note";
import { traitSchema } from "@impactmonitor/model/trait";
import { openEdition } from "../src/read-edition.ts";
import { writeEdition } from "../src/write-edition.ts";
import { emptyCatalogue, sampleContent } from "./sample-edition.ts";

const parent = mkdtempSync(join(tmpdir(), "later-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const text = { nl: "woorden", en: "words" };
const trait = traitSchema.parse({
  id: "inhabitants",
  title: text,
  unit: text,
  decimals: 0,
  more: text,
  less: text,
  made: { how: "log", variable: "population-total" },
  weight: 1,
  why: text,
});
const note = areaNoteSchema.parse({
  id: "all-recorded",
  areas: ["VT06"],
  from: "2020-01-01",
  text,
  source: { title: "A report", url: "https://example.org/report" },
  author: text,
  written: "2026-11-22",
});

test("traits and notes are sealed with an edition, and come out as they went in", () => {
  const catalogue = { ...emptyCatalogue, traits: [trait], notes: [note] };
  const written = writeEdition(parent, sampleContent({ catalogue }));
  const opened = written.ok ? openEdition(written.folder) : undefined;
  expect(opened?.ok && opened.edition.catalogue).toEqual(catalogue);
});

test("a later part that says nothing is not written, and opens as an empty list", () => {
  const written = writeEdition(parent, sampleContent({ id: "2026-12" }));
  if (!written.ok) throw new Error(written.what);
  const sealed = JSON.parse(readFileSync(join(written.folder, "catalogue.json"), "utf8")) as object;
  expect(Object.keys(sealed)).toEqual(expect.arrayContaining(["themes", "pages"]));
  expect(Object.keys(sealed)).not.toContain("traits");
  const opened = openEdition(written.folder);
  expect(opened.ok && opened.edition.catalogue).toMatchObject({ traits: [], notes: [], localSets: [], themes: [] });
});
