import { describe, expect, test } from "vitest";
import { builtBook } from "../../pipeline/test/built-edition.ts";
import { bornOf, outsidePeriod, predecessors, regionsToday, successors } from "../src/succession.ts";

const book = builtBook();
const area = (code: string) => book.area(code)!;
const codes = (list: readonly { readonly code: string }[]): string[] => list.map((it) => it.code).sort();
const ended = [...new Set(book.catalogue.areas.map((it) => it.code))]
  .flatMap((code) => book.area(code) ?? [])
  .filter((it) => it.validTo !== undefined);

describe("where an ended area went", () => {
  test("is known of each that the register has, and exists today", () => {
    expect(ended).toHaveLength(20);
    for (const it of ended) {
      expect(successors(book, it).length, it.name).toBeGreaterThan(0);
      for (const next of successors(book, it)) expect([next.level, next.validTo]).toEqual([it.level, undefined]);
    }
  });

  test.each([
    ["VT16", ["VT27"]],
    ["VT26", ["VT27"]],
    ["GM0756", ["GM1982"]],
    ["GM0370", ["GM0439"]],
    ["GM0457", ["GM0363"]],
    ["GM0788", ["GM0757", "GM0824", "GM0855", "GM0865"]],
    ["VT02", ["VT02"]],
  ])("%s went to %j", (code, expected) => {
    expect(codes(successors(book, area(code)))).toEqual(expected);
  });
});

describe("what an area came from", () => {
  test("names both regions of a merger, each as a whole, and the first day", () => {
    const found = predecessors(book, area("VT27"));
    expect(found.map((it) => [it.area.code, it.whole])).toEqual([
      ["VT16", true],
      ["VT26", true],
    ]);
    expect(bornOf(book, area("VT27"))).toBe("2023-01-01");
  });

  test("tells a part from a whole: Haaren was split", () => {
    expect(predecessors(book, area("GM0855")).map((it) => [it.area.name, it.whole])).toEqual([["Haaren", false]]);
    expect(bornOf(book, area("GM0855"))).toBeUndefined();
  });

  test("is nothing for a region that only changed its edges", () => {
    for (const code of ["VT01", "VT07", "VT15", "VT21"]) expect(predecessors(book, area(code))).toEqual([]);
  });
});

describe("the region of today of every former municipality", () => {
  /** Looked up by hand, municipality by municipality. */
  const today: Readonly<Record<string, readonly string[]>> = {
    Appingedam: ["VT08"],
    Delfzijl: ["VT08"],
    Loppersum: ["VT08"],
    Beemster: ["VT22"],
    Heerhugowaard: ["VT17"],
    Langedijk: ["VT17"],
    Weesp: ["VT01"],
    Brielle: ["VT18"],
    Hellevoetsluis: ["VT18"],
    Westvoorne: ["VT18"],
    Boxmeer: ["VT27"],
    Cuijk: ["VT27"],
    Grave: ["VT27"],
    "Mill en Sint Hubert": ["VT27"],
    "Sint Anthonis": ["VT27"],
    Landerd: ["VT27"],
    Uden: ["VT27"],
    Haaren: ["VT15", "VT27"],
  };

  test("is as looked up by hand", () => {
    const former = ended.filter((it) => it.level === "municipality");
    expect(Object.fromEntries(former.map((it) => [it.name, codes(regionsToday(book, it))]))).toEqual(today);
  });

  test("exists for every municipality, and is one for each that exists", () => {
    for (const it of book.areasAt("municipality", book.date)) {
      expect(regionsToday(book, it).map((region) => region.validTo)).toEqual([undefined]);
    }
  });
});

describe("a period in which the area was not there", () => {
  const asked = (code: string, period: string) => {
    const found = outsidePeriod(book, area(code), period);
    return found && [found.when, found.instead.map((it) => it.code)];
  };

  test.each([
    ["VT27", "2022", ["before", ["VT16", "VT26"]]],
    ["VT27", "2022H2", ["before", ["VT16", "VT26"]]],
    ["VT27", "2023", undefined],
    ["VT16", "2022", undefined],
    ["VT16", "2023H1", ["after", ["VT27"]]],
    ["GM0788", "2021", ["after", ["GM0757", "GM0824", "GM0855", "GM0865"]]],
    // The register of municipalities begins in 2019, Drenthe does not.
    ["GM0106", "2010", undefined],
    ["VT02", "2010", undefined],
  ])("%s in %s: %j", (code, period, expected) => {
    expect(asked(code, period)).toEqual(expected);
  });
});
