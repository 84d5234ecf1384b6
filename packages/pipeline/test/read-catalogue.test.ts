import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { readCatalogue } from "../src/read-catalogue.ts";
import type { Problem } from "../src/problem.ts";
import { root } from "./built-edition.ts";
import { catalogueCopy, lineOf, replaced, type CatalogueCopy } from "./catalogue-copy.ts";
import { mistakes, reports, types } from "./catalogue-mistakes.ts";

let copy: CatalogueCopy;
beforeAll(() => {
  copy = catalogueCopy([
    "advice-started",
    "professionals-trained",
    "reports-received",
    "victims-talked",
    "violence-type-reports",
  ]);
});
afterEach(() => copy.mend());
afterAll(() => copy.clean());

const problems = (folder = copy.root): Problem[] => {
  const read = readCatalogue(folder);
  return read.ok ? [] : read.problems;
};

describe("the catalogue check", () => {
  test("finds nothing to mend in the committed catalogue", () => {
    expect(problems(root)).toEqual([]);
    expect(problems()).toEqual([]);
  });

  test.each(Object.entries(mistakes))(
    "names %s, alone, with file, line and mend",
    (_, { file, edit, at, what, mend }) => {
      copy.spoil(file, edit);
      const found = problems();
      const line = at === undefined ? 1 : lineOf(copy.read(file), at);
      expect(new Set(found.map((it) => it.file))).toEqual(new Set([file]));
      expect(found[0]?.what).toMatch(what);
      expect(found[0]?.mend).toMatch(mend);
      expect(found[0]?.line).toBe(line);
    },
  );

  test("names several mistakes in several files at once", () => {
    copy.spoil(reports, replaced("polarity: neither", "polarity: good"));
    copy.spoil(types, replaced("dimension: violence-type", "dimension: violence-sort"));
    copy.spoil("catalogue/themes.yaml", replaced("  order: 1\n", "  order: first\n"));
    expect(problems().map((it) => it.file)).toEqual(expect.arrayContaining([reports, "catalogue/themes.yaml"]));
  });

  test.each([
    "catalogue/themes.yaml",
    "catalogue/glossary.yaml",
    "catalogue/help.yaml",
    "catalogue/traits.yaml",
    "catalogue/notes.yaml",
    "catalogue/areas/changes.yaml",
    "catalogue/areas/areas.csv",
    "catalogue/areas/tilegrid.csv",
  ])("says that %s is missing", (file) => {
    copy.spoil(file, () => undefined);
    expect(problems()).toMatchObject([{ file, line: 1, what: "The file does not exist." }]);
  });

  test("in an empty folder says everything that is missing, instead of crashing", () => {
    const empty = mkdtempSync(join(tmpdir(), "empty-"));
    const read = readCatalogue(empty);
    rmSync(empty, { recursive: true });
    const missing = read.ok ? [] : read.problems.map((it) => it.file);
    for (const it of ["catalogue/indicators", "catalogue/themes.yaml", "catalogue/areas/areas.csv"])
      expect(missing).toContain(it);
  });
});
