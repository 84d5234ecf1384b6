import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { checkExampleFigures } from "../src/check-example-figures.ts";
import { allObservations, builtBook, root } from "./built-edition.ts";
import { catalogueCopy, lineOf, replaced, type CatalogueCopy } from "./catalogue-copy.ts";

const file = "catalogue/examples/drenthe.yaml";
const { catalogue } = builtBook();
const figures = allObservations();
let copy: CatalogueCopy;
beforeAll(() => {
  copy = catalogueCopy();
});
afterEach(() => copy.mend());
afterAll(() => copy.clean());
const problems = (folder: string) => checkExampleFigures(folder, catalogue, figures);

test("each figure of the committed examples is a row of figures/", () => {
  expect(problems(root)).toEqual([]);
});

test.each([
  [
    "category: reporter-type=other-professional",
    "category: reporter-type=childcare",
    "category: reporter-type=childcare",
  ],
  ["period: 2020H2", "period: 1999H2", "period: 1999H2"],
])("a figure that is no row is named with its place: %s", (from, to, at) => {
  copy.spoil(file, replaced(from, to));
  const found = problems(copy.root).filter((it) => it.file === file);
  expect(found).toHaveLength(1);
  expect(found[0]?.what).toMatch(/^figures\/ has no row /);
  expect(found[0]?.mend).toMatch(/what the report states/);
  expect(Math.abs((found[0]?.line ?? 0) - lineOf(copy.read(file), at))).toBeLessThanOrEqual(2);
});
