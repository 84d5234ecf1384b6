import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "@impactmonitor/model/text";
import { builtBook } from "../../../pipeline/test/built-edition.ts";
import { comparableAreas, type ComparableArea, type TraitDifference } from "../../src/comparison/comparable-areas.ts";
import { differenceWords, likenessWords, traitValue, whyNear } from "../../src/comparison/near-words.ts";
import { regions } from "../sample-book.ts";
import { sampleTrait } from "./sample-traits.ts";

const trait = sampleTrait("income", { how: "direct", variable: "income" });
const difference = (apart: number, counts = true): TraitDifference => ({ trait, here: 1, there: 2, apart, counts });
const near = (...differences: TraitDifference[]): ComparableArea => ({
  area: regions[0]!,
  distance: 0.6,
  differences,
  missing: [],
});

describe("a difference in words", () => {
  test.each([
    [0, "bijna gelijk", "almost the same"],
    [0.24, "bijna gelijk", "almost the same"],
    [-0.3, "iets lager", "slightly lower"],
    [0.8, "hoger", "higher"],
    [-1.6, "veel lager", "far lower"],
  ])("%d standard deviations: %s, %s", (apart, nl, en) => {
    expect(differenceWords(difference(apart), "nl")).toBe(nl);
    expect(differenceWords(difference(apart), "en")).toBe(en);
  });

  test("says the other way round from the other side", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.26, max: 4, noNaN: true }), (apart) => {
        expect(differenceWords(difference(apart), "nl").replace("hoger", "lager")).toBe(
          differenceWords(difference(-apart), "nl"),
        );
      }),
    );
  });
});

test.each([
  [0.1, "lijkt heel sterk op Drenthe", "is very much like Drenthe"],
  [0.6, "lijkt sterk op Drenthe", "is much like Drenthe"],
  [1, "lijkt redelijk op Drenthe", "is fairly like Drenthe"],
  [2, "lijkt maar weinig op Drenthe", "is only a little like Drenthe"],
])("a distance of %d is said as “%s”", (distance, nl, en) => {
  expect(likenessWords({ ...near(), distance }, "Drenthe", "nl")).toBe(nl);
  expect(likenessWords({ ...near(), distance }, "Drenthe", "en")).toBe(en);
});

describe("why an area is near", () => {
  test("names what is alike and what differs most; what does not count is not named", () => {
    expect(whyNear(near(difference(0.1), difference(1)), "nl")).toBe(
      "Bijna gelijk in kenmerk income. Verschilt het meest in kenmerk income (hoger).",
    );
    expect(whyNear(near(difference(0.1), difference(3, false)), "en")).toBe("Almost the same in trait income.");
    expect(whyNear(near(), "nl")).toBe("");
  });

  test("is said of every region and province of the edition, without a slip, a rank or a verdict", () => {
    const book = builtBook();
    for (const language of languages)
      for (const level of ["vt-region", "province"] as const)
        for (const area of book.areasAt(level, book.date))
          for (const it of comparableAreas(book, area, { count: 10 }).near) {
            const all = `${it.area.name} ${likenessWords(it, area.name, language)}. ${whyNear(it, language)}`;
            expect(all).not.toMatch(/undefined|\{|\bbeter|\bslechter|\bbetter|\bworse|doordat|because|\(\)| {2}|\.\./);
            expect(whyNear(it, language)).toMatch(/^[A-Z].*\.$/);
          }
  });
});

test("a value has its unit, a percentage without a space", () => {
  expect(traitValue(trait, 14.06, "nl")).toBe("14,1%");
  expect(traitValue({ ...trait, unit: { nl: "hectare", en: "hectares" }, decimals: 0 }, 1234, "en")).toBe(
    "1,234 hectares",
  );
});
