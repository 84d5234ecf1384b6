import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { traitWeights } from "@impactmonitor/model/trait";
import { fewest, most } from "@impactmonitor/views/comparison/comparable-areas";
import { builtBook } from "../../../packages/pipeline/test/built-edition.ts";
import { comparableQuery, readComparable } from "../src/comparable-query.ts";
import { BadQuery } from "../src/query.ts";

const book = builtBook();
const drenthe = book.areaBySlug("vt-region", "drenthe")!;
const regions = book.areasAt("vt-region", book.date).filter((it) => it.code !== drenthe.code);
const filled = (query: object): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter((it): it is [string, string] => it[1] !== undefined));

describe("the address of a choice", () => {
  test("read back is the same choice, and gives the same address", () => {
    const choices = fc.record({
      weights: fc.dictionary(
        fc.constantFrom(...book.catalogue.traits.map((it) => it.id)),
        fc.constantFrom(...traitWeights),
      ),
      without: fc.subarray(regions.map((it) => it.code as string)),
      count: fc.integer({ min: fewest, max: most }),
    });
    fc.assert(
      fc.property(choices, (choice) => {
        const query = comparableQuery(book, drenthe, choice);
        const read = readComparable(book, drenthe, filled(query));
        if (read instanceof BadQuery) throw new Error(read.detail.en);
        expect(comparableQuery(book, drenthe, read)).toEqual(query);
        expect(new Set(read.without)).toEqual(new Set(choice.without));
        for (const { id, weight } of book.catalogue.traits)
          expect(read.weights?.[id] ?? weight).toBe(choice.weights[id] ?? weight);
      }),
      { numRuns: 60 },
    );
  });

  test("leaves out what is as usual", () => {
    expect(filled(comparableQuery(book, drenthe, { weights: { income: 1 }, without: [], count: 5 }))).toEqual({
      regio: "drenthe",
    });
  });

  test.each([
    { gewicht: "income:3" },
    { gewicht: "reports-received:1" },
    { gewicht: "income" },
    { gewicht: "income:1:2" },
    { zonder: "gemeente/assen" },
    { zonder: "atlantis" },
    { aantal: "2" },
    { aantal: "11" },
    { aantal: "veel" },
  ])("that can’t be read is said: %j", (query) => {
    expect(readComparable(book, drenthe, filled(query))).toBeInstanceOf(BadQuery);
  });

  test("never leaves out the area itself", () => {
    expect(readComparable(book, drenthe, { zonder: "drenthe,zeeland" })).toMatchObject({ without: ["VT23"] });
  });
});
