import { describe, expect, test } from "vitest";
import { builtBook } from "../../../packages/pipeline/test/built-edition.ts";
import { matches, type Entry } from "../src/browser/finder.ts";
import { areaEntries, areaFinder } from "../src/find-area.ts";
import { areaPath } from "../src/paths.ts";

const book = builtBook();
const entries = areaEntries(book, "nl", (it) => areaPath("nl", it));
const find = areaFinder(entries);
/** As the site sends them to the browser. */
const sent = entries.map((it): Entry => [it.names, it.label, it.href]);
const typed = (words: string): string[] => matches(sent, words).map(([, , href]) => href);

describe("what a name most often means comes first", () => {
  test.each([
    ["zaanst", "/regio/zaanstreek-waterland"],
    ["zaanstreek", "/regio/zaanstreek-waterland"],
    ["utrecht", "/regio/utrecht"],
    ["groningen", "/regio/groningen"],
    ["friesland", "/regio/friesland"],
    ["oost-brabant", "/regio/oost-brabant"],
  ])("while typing %s: %s", (words, href) => {
    expect(typed(words)[0]).toBe(href);
  });

  test("region, municipality, province, and a COROP area last and named as such", () => {
    const labels = matches(sent, "groningen").map(([, label]) => label);
    expect(labels.slice(0, 3)).toEqual(["Groningen", "gemeente Groningen", "provincie Groningen"]);
    expect(labels.findIndex((it) => it.startsWith("COROP-gebied "))).toBeGreaterThan(2);
    for (const { level, label } of entries.filter((it) => it.level === "corop"))
      expect([level, label]).toEqual(["corop", expect.stringMatching(/^COROP-gebied /)]);
  });

  test("without script the name of a COROP area alone is not taken to be what was meant", () => {
    const { exact, near } = find("Zaanstreek");
    expect(exact).toBeUndefined();
    expect(near[0]?.href).toBe("/regio/zaanstreek-waterland");
    expect(near.at(-1)?.level).toBe("corop");
  });
});

describe("a former municipality", () => {
  test.each([
    ["Boxmeer", "Boxmeer (bestond tot 2022, nu Land van Cuijk) → regio Oost-Brabant", "/regio/oost-brabant"],
    [
      "Weesp",
      "Weesp (bestond tot 24 maart 2022, nu Amsterdam) → regio Amsterdam-Amstelland",
      "/regio/amsterdam-amstelland",
    ],
  ])("%s leads to the region of today, and says so", (name, label, href) => {
    const entry = entries.find((it) => it.names.split(" | ")[0] === name);
    // Amsterdam has figures of its own, but Weesp has none: it leads to the region.
    expect(entry).toMatchObject({ label, href });
  });

  test("that was split names each region that it went to, and what it is part of there", () => {
    const haaren = entries.filter((it) => it.names === "Haaren");
    expect(haaren.map((it) => it.label)).toEqual([
      "Haaren (bestond tot 2021, nu voor een deel Oisterwijk en Tilburg) → regio Midden-Brabant",
      "Haaren (bestond tot 2021, nu voor een deel Boxtel en Vught) → regio Oost-Brabant",
    ]);
    expect(haaren.map((it) => it.href)).toEqual(["/regio/midden-brabant", "/regio/oost-brabant"]);
    expect(find("Haaren").exact).toBeUndefined();
    expect(find("Haaren").near.slice(0, 2)).toEqual(haaren);
  });

  test("never leads to a region that is no more, and no name of today does", () => {
    const ended = new Set(
      book.catalogue.areas.flatMap((it) => {
        const area = book.area(it.code);
        return area?.level === "vt-region" && area.validTo !== undefined ? [areaPath("nl", area)] : [];
      }),
    );
    expect(ended.size).toBe(2);
    const stranded = entries.filter((it) => ended.has(it.href) && it.level !== "vt-region");
    expect(stranded).toEqual([]);
  });

  test("region says until when it existed, and comes after what it became", () => {
    expect(typed("zuidoost-brabant")).toEqual(["/regio/oost-brabant", "/regio/zuidoost-brabant"]);
    expect(entries.find((it) => it.href === "/regio/zuidoost-brabant")?.label).toBe(
      "Zuidoost-Brabant (bestond tot 2023)",
    );
  });
});

test("every name and former name finds something", () => {
  for (const it of entries) expect(typed(it.names.split(" | ")[0] ?? "").length, it.names).toBeGreaterThan(0);
});
